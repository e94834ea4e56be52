package dev.winnow.source.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which attributes of elements anybody reads, other than those of the head. Immutable and thread-safe. */
final class ReadAttributes {

    /** What the parser itself looks at to build the tree: foreign content, and what breaks out of it. */
    private static final List<String> OF_PARSER = List.of("type", "encoding", "xmlns", "color", "face", "size");

    private static final List<String> OF_TEXT =
            List.of("id", "class", "hidden", "alt", "alttext", "aria-hidden", "lang", "xml:lang");

    private static final List<String> OF_HEAD_DATA =
            List.of("rel", "itemprop", "itemscope", "itemtype", "content", "datetime", "pubdate");

    /** How selectors ask for an attribute: whether it is there, or whether its value is, begins with, ends in or has a text. */
    private static final Pattern ASKED =
            Pattern.compile("\\[\\s*([\\w-]+)\\s*(?:[*^$]?=\\s*(?:'([^'\\\\]+)'|\"([^\"\\\\]+)\"|([\\w/.-]+))\\s*)?]");

    private final NameIndex<Read> index = new NameIndex<>(true);
    private final boolean all;

    /**
     * Takes what selectors read besides.
     *
     * @param selectors with or without the attribute that is their value
     * @param values attributes that are values; empty names are none
     */
    ReadAttributes(List<String> selectors, List<String> values) {
        Gathering gathered = new Gathering();
        Stream.of(OF_PARSER, OF_TEXT, OF_HEAD_DATA, values)
                .flatMap(List::stream)
                .filter(name -> !name.isEmpty())
                .forEach(gathered::addValue);
        gathered.asked("href").presence = true;
        // Of links inside of the page.
        gathered.asked("href").parts.add("#");
        // Around the colon there may be white space.
        Walk.HIDING_STYLES.forEach(style -> gathered.asked("style").parts.add(style.substring(0, style.indexOf(':'))));
        gathered.asked("style").parts.addAll(Walk.STYLES);
        selectors.forEach(gathered::addSelector);
        all = gathered.all;
        int number = 0;
        for (Map.Entry<String, Asked> one : gathered.asked.entrySet()) {
            Asked of = one.getValue();
            boolean numbered = number < Long.SIZE;
            long bit = numbered ? 1L << number : 0;
            index.add(one.getKey(), new Read(bit, of.presence, of.value || !numbered ? null : List.copyOf(of.parts)));
            number++;
        }
    }

    /** What is asked for under one name. */
    private static final class Asked {
        private boolean presence;
        private boolean value;
        private final Set<String> parts = new TreeSet<>();
    }

    /** What is asked for, name by name, in the order it came. */
    private static final class Gathering {

        private final Map<String, Asked> asked = new LinkedHashMap<>();
        private boolean all;

        void addValue(String attribute) {
            String bare = attribute.startsWith("abs:") ? attribute.substring("abs:".length()) : attribute;
            asked(bare).value = true;
        }

        void addSelector(String css) {
            Matcher known = ASKED.matcher(css);
            Matcher named = Selectors.ATTRIBUTE.matcher(css);
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

        Asked asked(String name) {
            return asked.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new Asked());
        }
    }

    /** Whether any attribute may be asked for. */
    boolean all() {
        return all;
    }

    /** What is read of the attribute with the name that stands in a stretch of a text; null when nothing is. */
    @Nullable
    Read of(String text, int from, int to) {
        return index.first(text, from, to);
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
