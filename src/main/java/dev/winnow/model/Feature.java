package dev.winnow.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A fact that trees ask for: a column of the table, of the line itself or of one nearby.
 *
 * @param column of the {@link Table}
 * @param shift how many lines below; negative above
 * @param name for a person
 */
record Feature(int column, int shift, String name) {

    /** The features of the lines themselves, one a column, from a first column on. */
    static List<Feature> own(int first, List<String> names) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            features.add(new Feature(first + i, 0, names.get(i)));
        }
        return features;
    }

    /** Some features of lines up to so far away, above and below. */
    static List<Feature> around(int reach, List<Feature> own, List<Integer> chosen) {
        List<Feature> features = new ArrayList<>();
        for (int away = 1; away <= reach; away++) {
            for (int shift : new int[] {-away, away}) {
                for (int i : chosen) {
                    Feature near = own.get(i);
                    features.add(new Feature(
                            near.column,
                            shift,
                            near.name + " of the line " + away + (shift < 0 ? " above" : " below")));
                }
            }
        }
        return features;
    }

    /** How far its number lies from the beginning of the line's row. */
    int offset(int width) {
        return shift * width + column;
    }
}
