package dev.winnow.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record by name. A missing field is null. A field of the wrong type is an error that names the field.
 *
 * @param values as the JSON parser gives them
 * @param place file and line of the record, for messages
 */
record Fields(Map<?, ?> values, String place) {

    EvaluateException error(String what) {
        return new EvaluateException(place + ": " + what);
    }

    private EvaluateException kind(String name, String needed) {
        return error("'" + name + "' must be " + needed);
    }

    @Nullable
    String string(String name) throws EvaluateException {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw kind(name, "a string");
    }

    /** Returns a string; null if it is missing or empty. */
    @Nullable
    String text(String name) throws EvaluateException {
        String value = string(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Returns the first of two fields that is not empty; null if both are. */
    @Nullable
    String text(String first, String second) throws EvaluateException {
        String value = text(first);
        return value == null ? text(second) : value;
    }

    /** Returns a date; null for NaN, which Python tables write for a missing one. */
    @Nullable
    String date(String name) throws EvaluateException {
        return values.get(name) instanceof Double number && number.isNaN() ? null : text(name);
    }

    /** Returns a list of strings; empty if it is missing. */
    List<String> strings(String name) throws EvaluateException {
        List<String> strings = new ArrayList<>();
        for (Object each : list(name)) {
            if (!(each instanceof String string)) {
                throw kind(name, "a list of strings");
            }
            strings.add(string);
        }
        return strings;
    }

    /** Returns labels of lines, which are 0 or 1, or false or true; null if they are missing. */
    boolean @Nullable [] labels(String name) throws EvaluateException {
        List<?> list = list(name);
        if (values.get(name) == null) {
            return null;
        }
        boolean[] labels = new boolean[list.size()];
        for (int i = 0; i < labels.length; i++) {
            Object each = list.get(i);
            if (each instanceof Boolean label) {
                labels[i] = label;
            } else if (each instanceof Integer number && (number == 0 || number == 1)) {
                labels[i] = number == 1;
            } else {
                throw kind(name, "a list of 0 and 1");
            }
        }
        return labels;
    }

    private List<?> list(String name) throws EvaluateException {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw kind(name, "a list");
    }

    /** Returns names from a list, or from one string that holds several. */
    List<String> names(String name) throws EvaluateException {
        return values.get(name) instanceof String one ? Names.split(one) : strings(name);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** Returns an object inside the record; an empty one if it is missing. */
    Fields inside(String name) throws EvaluateException {
        Object value = values.get(name);
        if (value == null) {
            return new Fields(Map.of(), place);
        }
        if (value instanceof Map<?, ?> map) {
            return new Fields(map, place);
        }
        throw kind(name, "an object");
    }
}
