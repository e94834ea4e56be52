package dev.winnow.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON into a buffer: names, values and the commas between them. Not thread-safe. */
final class JsonOut {

    private final Utf8Buffer out;
    private boolean first = true;

    JsonOut(Utf8Buffer out) {
        this.out = out;
    }

    JsonOut open(char bracket) {
        comma();
        out.ascii(bracket);
        first = true;
        return this;
    }

    JsonOut close(char bracket) {
        out.ascii(bracket);
        first = false;
        return this;
    }

    /** Writes a name that needs no escapes; the value must follow. */
    JsonOut name(String name) {
        comma();
        out.ascii('"').ascii(name).ascii("\":");
        first = true;
        return this;
    }

    /** Writes a name from an input, with escapes; the value must follow. */
    JsonOut anyName(String name) {
        comma();
        out.json(name).ascii(':');
        first = true;
        return this;
    }

    JsonOut value(@Nullable String text) {
        comma();
        if (text == null) {
            out.ascii("null");
        } else {
            out.json(text);
        }
        return this;
    }

    JsonOut raw(String json) {
        comma();
        out.ascii(json);
        return this;
    }

    JsonOut field(String name, @Nullable String text) {
        return name(name).value(text);
    }

    JsonOut field(String name, long number) {
        return name(name).raw(Long.toString(number));
    }

    JsonOut field(String name, List<String> texts) {
        return name(name).any(texts);
    }

    /** Writes a map, list, string, number, boolean or null; any other value as its string. */
    JsonOut any(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            open('{');
            map.forEach((name, inner) -> anyName(String.valueOf(name)).any(inner));
            return close('}');
        }
        if (value instanceof Iterable<?> list) {
            open('[');
            list.forEach(this::any);
            return close(']');
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return raw(Double.isFinite(number) ? value.toString() : "null");
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return raw(String.valueOf(value));
        }
        return value(value.toString());
    }

    /** Writes a share with at most four decimals, for example 0.62. */
    JsonOut share(String name, double share) {
        return name(name).raw(digits(share));
    }

    /** Formats a share with one to four decimals. */
    static String digits(double share) {
        String digits = BigDecimal.valueOf(Math.round(share * 10_000), 4)
                .stripTrailingZeros()
                .toPlainString();
        return digits.indexOf('.') < 0 ? digits + ".0" : digits;
    }

    private void comma() {
        if (first) {
            first = false;
        } else {
            out.ascii(',');
        }
    }
}
