package dev.winnow.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A feature that trees compare: a column of the table, of the line itself or of a nearby line.
 *
 * @param column of the {@link Table}
 * @param shift distance of the line in lines: positive below, negative above
 * @param name shown to a person, and part of the hash that a model file must match
 */
record Feature(int column, int shift, String name) {

    /** Returns the features of the line itself, one for each column, beginning at a first column. */
    static List<Feature> own(int first, List<String> names) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            features.add(new Feature(first + i, 0, names.get(i)));
        }
        return features;
    }

    /** Returns chosen features of the lines above and below, up to a maximum distance. */
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

    /** Returns the distance of the feature's cell from the beginning of the line's row. */
    int offset(int width) {
        return shift * width + column;
    }
}
