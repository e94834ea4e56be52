package dev.winnow.render;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes YAML into a buffer that YAML 1.1 and YAML 1.2 read the same way. All strings are quoted, so that none is read as a
 * date, a number or a boolean. Not thread-safe.
 */
final class YamlOut {

    /**
     * Maximum length of a key without {@code ?}. YAML allows 1024 characters with escapes, and an escape has 6 characters for
     * one.
     */
    private static final int LONGEST_KEY = 150;

    /** Maximum number of digits of a number written without an exponent. */
    private static final int LONGEST_NUMBER = 40;

    private final Utf8Buffer out;

    YamlOut(Utf8Buffer out) {
        this.out = out;
    }

    /** Writes a line with a value; nothing if it is null. */
    YamlOut entry(String key, @Nullable Object value) {
        if (value != null) {
            out.ascii(key).ascii(": ");
            any(value);
            out.ascii('\n');
        }
        return this;
    }

    /** Writes a list with a line for each value; nothing if it is empty. */
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

    /** Writes a map, list, string, number, boolean or null; any other value as its string. */
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
            // Only short numbers without an exponent: a few characters with one could become millions of digits.
            if (Math.abs((long) exact.scale()) <= LONGEST_NUMBER && exact.precision() <= LONGEST_NUMBER) {
                return exact.toPlainString();
            }
            // YAML 1.1 reads such a number only with a point, and an exponent only with a sign.
            text = exact.toString();
            return text.indexOf('E') < 0 || text.indexOf('.') >= 0 ? text : text.replace("E", ".0E");
        } catch (NumberFormatException none) {
            return "null";
        }
    }

    /** Writes a string in double quotes, with the escapes of JSON. YAML requires escapes for more characters than JSON. */
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

    /** Replaces each single surrogate, which YAML cannot express, by U+FFFD. */
    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> whole.appendCodePoint(
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return whole.toString();
    }
}
