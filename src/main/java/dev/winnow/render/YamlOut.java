package dev.winnow.render;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts YAML together in a buffer, such that readers of YAML 1.1 and of 1.2 find the same in it: all strings are quoted, so that
 * none is taken for a date, a number or a boolean. Not thread-safe.
 */
final class YamlOut {

    /** YAML takes a key without {@code ?} up to 1024 characters; an escape has six for one. */
    private static final int LONGEST_KEY = 150;

    /** Digits of a number written without an exponent. */
    private static final int LONGEST_NUMBER = 40;

    private final Utf8Buffer out;

    YamlOut(Utf8Buffer out) {
        this.out = out;
    }

    /** A line with a value; nothing where there is none. */
    YamlOut entry(String key, @Nullable Object value) {
        if (value != null) {
            out.ascii(key).ascii(": ");
            any(value);
            out.ascii('\n');
        }
        return this;
    }

    /** A list with a line for each value; nothing where there are none. */
    YamlOut entry(String key, List<?> values) {
        if (!values.isEmpty()) {
            out.ascii(key).ascii(":\n");
            for (Object value : values) {
                out.ascii("- ");
                any(value);
                out.ascii('\n');
            }
        }
        return this;
    }

    /** A plain value: map, list, string, number, boolean or null; anything else as its string. */
    private void any(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Iterable<?> list) {
            String comma = "[";
            for (Object inner : list) {
                out.ascii(comma);
                any(inner);
                comma = ", ";
            }
            out.ascii(comma.equals("[") ? "[]" : "]");
        } else if (value instanceof Number number) {
            out.ascii(number(number));
        } else if (value == null || value instanceof Boolean) {
            out.ascii(String.valueOf(value));
        } else {
            scalar(value.toString());
        }
    }

    private void map(Map<?, ?> map) {
        out.ascii('{');
        Set<String> keys = new HashSet<>();
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = whole(String.valueOf(entry.getKey()));
            while (!keys.add(key)) {
                key += "_";
            }
            out.ascii(comma).ascii(key.length() > LONGEST_KEY ? "? " : "");
            scalar(key);
            out.ascii(": ");
            any(entry.getValue());
            comma = ", ";
        }
        out.ascii('}');
    }

    private static String number(Number number) {
        String text = number.toString();
        try {
            BigDecimal exact = new BigDecimal(text);
            // An exponent could make a few characters into millions of digits.
            if (Math.abs((long) exact.scale()) <= LONGEST_NUMBER && exact.precision() <= LONGEST_NUMBER) {
                return exact.toPlainString();
            }
            // YAML 1.1 takes a number for one only with a point, and an exponent only with its sign.
            text = exact.toString();
            return text.indexOf('E') < 0 || text.indexOf('.') >= 0 ? text : text.replace("E", ".0E");
        } catch (NumberFormatException none) {
            return "null";
        }
    }

    /** In double quotes, which read JSON's escapes; but YAML has more characters that must be escaped. */
    private void scalar(String value) {
        String text = whole(value);
        out.ascii('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0x9F || c >= '\uFFFE' || c == '\uFEFF') {
                out.jsonContent(text.substring(plain, i)).ascii("\\u").ascii(hex(c));
                plain = i + 1;
            }
        }
        out.jsonContent(text.substring(plain)).ascii('"');
    }

    private static String hex(char c) {
        return Integer.toHexString(0x10000 | c).substring(1);
    }

    /** The text with U+FFFD for each surrogate without its other half, which YAML cannot say. */
    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> whole.appendCodePoint(
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return whole.toString();
    }
}
