package dev.winnow.web;

import dev.winnow.document.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives labels as plain values for JSON. */
final class Labels {

    private Labels() {}

    /** Returns all labels, those of the text first. */
    static List<Map<String, String>> all() {
        return Arrays.stream(Label.values())
                .map(label -> Map.of("key", label.key(), "group", group(label)))
                .toList();
    }

    static String group(Label label) {
        return label.group().name().toLowerCase(Locale.ROOT);
    }

    static Label of(String key) {
        return Label.ofKey(key).orElseThrow(() -> new Refusal(Answer.BAD_REQUEST, "there is no label '" + key + "'"));
    }
}
