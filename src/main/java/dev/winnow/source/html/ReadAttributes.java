package dev.winnow.source.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which attributes of elements anybody reads, other than those of the head. Filled first, then read by any number of threads. */
final class ReadAttributes {

    /** What the parser itself looks at to build the tree: foreign content, and what breaks out of it. */
    private static final List<String> OF_PARSER = List.of("type", "encoding", "xmlns", "color", "face", "size");

    private static final List<String> OF_TEXT = List.of("id", "class", "hidden");

    private static final List<String> OF_HEAD_DATA =
            List.of("rel", "itemprop", "itemscope", "itemtype", "content", "datetime", "pubdate");

    /** How selectors ask for an attribute: whether it is there, or whether its value is, begins with, ends in or has a text. */
    private static final Pattern ASKED =
            Pattern.compile("\\[\\s*([\\w-]+)\\s*(?:[*^$]?=\\s*(?:'([^'\\\\]+)'|\"([^\"\\\\]+)\"|([\\w/.-]+))\\s*)?]");

    private static final Pattern NAMED = Pattern.compile("\\[\\s*(?:abs:)?([\\w:-]+)");

    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final NameIndex<Read> index = new NameIndex<>(true);
    private boolean all;

    ReadAttributes() {
        OF_PARSER.forEach(this::addValue);
        OF_TEXT.forEach(this::addValue);
        OF_HEAD_DATA.forEach(this::addValue);
        asked("href").presence = true;
        // Around the colon there may be white space.
        Walk.HIDING_STYLES.forEach(style -> asked("style").parts.add(style.substring(0, style.indexOf(':'))));
    }

    /** What is asked for under one name, while that is gathered. */
    private static final class Asked {
        private boolean presence;
        private boolean value;
        private final Set<String> parts = new TreeSet<>();
    }

    /** Adds that somebody reads the value of an attribute. */
    void addValue(String attribute) {
        String bare = attribute.startsWith("abs:") ? attribute.substring("abs:".length()) : attribute;
        asked(bare).value = true;
    }

    /** Adds what a selector reads. */
    void addSelector(String css) {
        Matcher known = ASKED.matcher(css);
        Matcher named = NAMED.matcher(css);
        for (int open = css.indexOf('['); open >= 0; open = css.indexOf('[', open + 1)) {
            if (known.find(open) && known.start() == open) {
                String part = known.group(2) != null ? known.group(2) : known.group(3);
                add(known.group(1), part != null ? part : known.group(4));
            } else if (named.find(open) && named.start() == open) {
                addValue(named.group(1));
            } else {
                all = true;
            }
        }
    }

    private void add(String name, @Nullable String part) {
        Asked of = asked(name);
        String bare = part == null ? "" : part.strip();
        if (part == null) {
            of.presence = true;
        } else if (bare.isEmpty() || !bare.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            of.value = true;
        } else {
            of.parts.add(bare.toLowerCase(Locale.ROOT));
        }
    }

    private Asked asked(String name) {
        return asked.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new Asked());
    }

    /** Ends the gathering. */
    void done() {
        int number = 0;
        for (Map.Entry<String, Asked> one : asked.entrySet()) {
            Asked of = one.getValue();
            boolean value = of.value || number >= Long.SIZE;
            long bit = number < Long.SIZE ? 1L << number : 0;
            index.add(one.getKey(), new Read(bit, of.presence, value ? null : List.copyOf(of.parts)));
            number++;
        }
        asked.clear();
    }

    /** Whether any attribute may be asked for. */
    boolean all() {
        return all;
    }

    /** What is read of the attribute with the name that stands in a stretch of a text; null when nothing is. */
    @Nullable
    Read of(String text, int from, int to) {
        List<Read> found = index.get(text, from, to);
        return found.isEmpty() ? null : found.get(0);
    }

    /** What is read of attributes with one name. */
    static final class Read {

        private final long bit;
        private final boolean presence;
        private final @Nullable List<String> parts;
        /** Which of ASCII's characters begin a part or a character reference. */
        private final boolean[] beginnings = new boolean[128];

        /** @param parts of values that are asked for; null when all are */
        Read(long bit, boolean presence, @Nullable List<String> parts) {
            this.bit = bit;
            this.presence = presence;
            this.parts = parts;
            beginnings['&'] = true;
            for (String part : parts == null ? List.<String>of() : parts) {
                beginnings[part.charAt(0)] = true;
                beginnings[Character.toUpperCase(part.charAt(0))] = true;
            }
        }

        /** One bit for each name, so that the second attribute of a name is known; none for those beyond. */
        long bit() {
            return bit;
        }

        /** Whether it matters that the attribute is there. */
        boolean presence() {
            return presence;
        }

        /** Whether a value may be asked for; a character reference may stand for anything. */
        boolean value(String text, int from, int to) {
            if (parts == null) {
                return true;
            }
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c < beginnings.length && beginnings[c] && (c == '&' || beginsPart(parts, text, i, to))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean beginsPart(List<String> parts, String text, int from, int to) {
            for (int i = 0; i < parts.size(); i++) {
                if (startsWith(text, from, to, parts.get(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Takes letters for the same that differ in the bit that tells their case; a few more are as good as none. */
        private static boolean startsWith(String text, int from, int to, String part) {
            if (part.length() > to - from) {
                return false;
            }
            for (int i = 0; i < part.length(); i++) {
                if ((text.charAt(from + i) | ' ') != (part.charAt(i) | ' ')) {
                    return false;
                }
            }
            return true;
        }
    }
}
