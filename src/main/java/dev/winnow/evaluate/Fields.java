package dev.winnow.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's fields by name. What is absent or null is null; what is of another kind than asked for is an error that names the field.
 *
 * @param values as they were read
 * @param place where the record stands, for messages
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

    /** A string that says something. */
    @Nullable
    String text(String name) throws EvaluateException {
        String value = string(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The first of these fields that says something. */
    @Nullable
    String text(String first, String second) throws EvaluateException {
        String value = text(first);
        return value == null ? text(second) : value;
    }

    /** A date; NaN, which stands for a missing one in tables of Python, is none. */
    @Nullable
    String date(String name) throws EvaluateException {
        return values.get(name) instanceof Double number && number.isNaN() ? null : text(name);
    }

    /** Empty where there is none. */
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

    /** Labels of lines: 0 or 1, or false or true; null where there are none. */
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

    /** A list of names, or one string with some. */
    List<String> names(String name) throws EvaluateException {
        return values.get(name) instanceof String one ? Names.split(one) : strings(name);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** An object in the record; one without fields where there is none. */
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
