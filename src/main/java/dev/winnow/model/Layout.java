package dev.winnow.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table, and the features that trees may use.
 *
 * @param containers first column about elements; plain text has no such columns
 * @param likelihood first column with results of the first look
 * @param width of the table
 * @param features of the second look; the first look has the first {@code known} of them
 * @param known number of features of the first look
 */
record Layout(int containers, int likelihood, int width, List<Feature> features, int known) {

    static final Layout FLAT = of(false);
    static final Layout MARKUP = of(true);

    /** Distance in lines up to which the looks of nearby lines are features. */
    private static final int LOOKS_REACH = 3;

    private static final int CONTAINERS_REACH = 2;

    private static Layout of(boolean markup) {
        List<Feature> looks = Feature.own(0, Looks.NAMES);
        List<Feature> features = new ArrayList<>(looks);
        int column = Looks.NAMES.size();
        features.addAll(Feature.own(column, Surroundings.NAMES));
        column += Surroundings.NAMES.size();
        features.addAll(Feature.around(LOOKS_REACH, looks, Looks.TELLING));
        int containers = column;
        if (markup) {
            List<Feature> around = Feature.own(column, Containers.NAMES);
            features.addAll(around);
            features.addAll(Feature.around(CONTAINERS_REACH, around, Containers.TELLING));
            column += Containers.NAMES.size();
        }
        int known = features.size();
        int likelihood = column;
        List<Feature> likely = Feature.own(column, Likelihood.NAMES);
        features.addAll(likely);
        features.addAll(Feature.around(Table.MARGIN, likely, List.of(0)));
        column += Likelihood.NAMES.size();
        if (markup) {
            features.addAll(Feature.own(column, Likelihood.OF_CONTAINERS));
            column += Likelihood.OF_CONTAINERS.size();
        }
        return new Layout(containers, likelihood, column, List.copyOf(features), known);
    }
}
