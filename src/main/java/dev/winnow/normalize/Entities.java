package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.translate.EntityArrays;
import org.jspecify.annotations.Nullable;

/**
 * Resolves left-over HTML entities, also if they were escaped several times ({@code &amp;amp;quot;}). Only well-formed entities
 * with a semicolon and a known name are resolved; {@code AT&T} and {@code &copy} stay. Numbers in the C1 range are read as
 * Windows-1252, as browsers do.
 */
final class Entities implements TriggeredStep {

    /**
     * Maximum length of a name or number. The longest name of HTML 4 is {@code thetasym}; a number needs at most eight digits.
     */
    private static final int LONGEST = 10;

    /** Maximum distance between an entity and its meaning, in units, for {@link #isShown}. */
    private static final int NEAR = 80;

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public int triggers() {
        return Census.ENTITY;
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        int all = 0;
        int shown = 0;
        int at = text.indexOf('&');
        while (at >= 0) {
            int after = at + 1;
            int end = endOfEntity(text, after);
            String value = end < 0 ? null : valueOf(text, after, end);
            if (value != null) {
                after = end + 1;
                boolean again = false;
                // A resolved ampersand may begin the next entity.
                while (value.equals("&")) {
                    int next = endOfEntity(text, after);
                    String deeper = next < 0 ? null : valueOf(text, after, next);
                    if (deeper == null) {
                        break;
                    }
                    value = deeper;
                    after = next + 1;
                    again = true;
                }
                all++;
                shown += isShown(text, at, after, value) ? 1 : 0;
                edits.replace(at, after, value, again ? "entity escaped more than once" : "entity");
            }
            at = text.indexOf('&', after);
        }
        // A text about entities shows their meanings too. There the entities stay.
        return shown > 0 && shown * 3 >= all ? List.of() : edits.done();
    }

    /** Whether the text shows the entity on purpose: entity and meaning each stand alone, near each other in the same line. */
    private static boolean isShown(String text, int start, int end, String value) {
        boolean telling = value.equals("<") || value.equals(">") || Character.isLetter(value.codePointAt(0));
        if (!telling || !standsAlone(text, start, end)) {
            return false;
        }
        int lineEnd = text.indexOf('\n', end);
        int from = Math.max(text.lastIndexOf('\n', start) + 1, start - NEAR);
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, end + NEAR);
        for (int at = text.indexOf(value, from);
                at >= 0 && at + value.length() <= to;
                at = text.indexOf(value, at + 1)) {
            if (standsAlone(text, at, at + value.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a range touches no word and no other entity. */
    private static boolean standsAlone(String text, int start, int end) {
        boolean before =
                start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == ';');
        boolean behind =
                end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '&');
        return !before && !behind;
    }

    /** Whether the ampersand begins something that has the form of an entity. */
    static boolean mayBeginAt(String text, int ampersand) {
        return endOfEntity(text, ampersand + 1) >= 0;
    }

    /** Offset of the semicolon of the entity whose name begins at {@code from}, or -1. */
    private static int endOfEntity(String text, int from) {
        int limit = Math.min(text.length(), from + LONGEST + 1);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > from ? i : -1;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit && !(c == '#' && i == from)) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String valueOf(String text, int from, int to) {
        return text.charAt(from) == '#' ? number(text, from + 1, to) : Names.VALUES.get(text.substring(from, to));
    }

    private static @Nullable String number(String text, int from, int to) {
        boolean hex = from < to && (text.charAt(from) == 'x' || text.charAt(from) == 'X');
        int first = hex ? from + 1 : from;
        int radix = hex ? 16 : 10;
        if (first == to) {
            return null;
        }
        long value = 0;
        for (int i = first; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return null;
            }
            value = value * radix + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            return null;
        }
        if (value == 0) {
            return "\uFFFD";
        }
        int codePoint = (int) value;
        return Character.toString(
                codePoint >= 0x80 && codePoint <= 0x9F ? LegacyCharset.windows1252(codePoint) : codePoint);
    }

    /** Loaded when the first entity is looked up. */
    private static final class Names {

        static final Map<String, String> VALUES = load();

        private static Map<String, String> load() {
            Map<String, String> values = new HashMap<>();
            add(EntityArrays.HTML40_EXTENDED_UNESCAPE, values);
            add(EntityArrays.ISO8859_1_UNESCAPE, values);
            add(EntityArrays.BASIC_UNESCAPE, values);
            add(EntityArrays.APOS_UNESCAPE, values);
            for (String name : List.of("amp", "lt", "gt", "quot", "copy", "reg")) {
                String value = values.get(name);
                if (value != null) {
                    values.put(name.toUpperCase(Locale.ROOT), value);
                }
            }
            // Names that HTML 5 added; only those that editorial systems write for plain punctuation.
            values.put("lsqb", "[");
            values.put("rsqb", "]");
            values.put("lpar", "(");
            values.put("rpar", ")");
            values.put("excl", "!");
            values.put("quest", "?");
            values.put("period", ".");
            values.put("comma", ",");
            values.put("colon", ":");
            values.put("semi", ";");
            values.put("sol", "/");
            values.put("num", "#");
            values.put("dollar", "$");
            values.put("percnt", "%");
            values.put("ast", "*");
            values.put("plus", "+");
            values.put("equals", "=");
            values.put("commat", "@");
            values.put("lowbar", "_");
            values.put("Tab", "\t");
            values.put("NewLine", "\n");
            return Map.copyOf(values);
        }

        private static void add(Map<CharSequence, CharSequence> table, Map<String, String> values) {
            table.forEach((entity, value) -> {
                String name = entity.toString();
                values.put(name.substring(1, name.length() - 1), value.toString());
            });
        }
    }
}
