package dev.winnow.source.html;

import java.util.List;

/**
 * Finds what can be left out of a page before it is parsed: the bodies of programs, styles and comments, and attributes that
 * nobody reads. Follows the tokenizer of the HTML standard, 13.2.5, as far as a page is written plainly; from the first place
 * where it is not, all stays as it is. For one page.
 */
final class Abridger {

    /** The page is not written plainly enough to know how it goes on. */
    private static final int UNSURE = -1;

    private static final String COMMENT = "<!--";

    private final String source;
    private final int end;
    private final ReadAttributes attributes;
    private final Abridgement to;
    private final Finder comments;
    private final Finder oddCommentEnds;
    private boolean selfClosing;
    /** Whether the last start tag of foreign markup was not followed by an end tag. */
    private boolean foreign;

    Abridger(String source, ReadAttributes attributes, Abridgement to) {
        this.source = source;
        this.end = source.length();
        this.attributes = attributes;
        this.to = to;
        this.comments = new Finder(source, COMMENT);
        this.oddCommentEnds = new Finder(source, "--!>");
    }

    /** What content an element has, as far as its start tag tells. */
    private enum Content {
        MARKUP,
        /** Text up to the end tag, which may have to be shown or read. */
        TEXT,
        /** Text up to the end tag, which nobody reads. */
        STYLE,
        /** As that, but a comment in it may hold end tags; read where it stands in the source. */
        SCRIPT,
        /** All that follows. */
        REST,
        /** Markup of another kind, in which elements with these names have markup for content. */
        FOREIGN
    }

    /**
     * What is special of an element.
     *
     * @param whole whether all its attributes may matter
     */
    private record Special(Content content, boolean whole) {}

    private static final Special NOTHING = new Special(Content.MARKUP, false);

    private static final NameIndex<Special> ELEMENTS = new NameIndex<>(true);

    /** What characters mean in a tag. */
    private static final byte[] MEANING = new byte['`' + 1];

    private static final byte SPACE = 1;
    private static final byte ENDS_NAME = 2;
    private static final byte EQUALS = 3;
    private static final byte ODD = 4;

    static {
        for (String name : List.of("title", "textarea", "iframe", "xmp", "noembed", "noframes")) {
            ELEMENTS.add(name, new Special(Content.TEXT, false));
        }
        ELEMENTS.add("style", new Special(Content.STYLE, false));
        ELEMENTS.add("script", new Special(Content.SCRIPT, true));
        ELEMENTS.add("plaintext", new Special(Content.REST, false));
        ELEMENTS.add("svg", new Special(Content.FOREIGN, false));
        ELEMENTS.add("math", new Special(Content.FOREIGN, false));
        // Some say something of the page; the others are opened again by the parser, unless three are the same.
        for (String name : "html meta link b big code em font i nobr s small strike strong tt u".split(" ")) {
            ELEMENTS.add(name, new Special(Content.MARKUP, true));
        }
        for (char c = 0; c < MEANING.length; c++) {
            MEANING[c] = Assembly.isSpace(c) ? SPACE : 0;
        }
        MEANING['>'] = ENDS_NAME;
        MEANING['/'] = ENDS_NAME;
        MEANING['='] = EQUALS;
        for (char odd : new char[] {'"', '\'', '<', '`'}) {
            MEANING[odd] = ODD;
        }
    }

    void abridge(int begin) {
        int at = begin;
        while (at >= 0) {
            int open = source.indexOf('<', at);
            at = open < 0 || open + 1 == end ? UNSURE : markup(open);
        }
    }

    /** Returns where text goes on behind the markup that may begin here. */
    private int markup(int open) {
        char c = source.charAt(open + 1);
        if (isLetter(c)) {
            return startTag(open + 1);
        }
        return switch (c) {
            case '/' -> endTag(open + 2);
            case '!' -> declaration(open);
            case '?' -> {
                int close = source.indexOf('>', open);
                yield close >= 0 && source.charAt(close - 1) == '?' ? close + 1 : UNSURE;
            }
            default -> open + 1;
        };
    }

    private int declaration(int open) {
        if (source.startsWith(Walk.CDATA, open)) {
            // Whether that begins a section of text depends on the tree.
            return UNSURE;
        }
        if (!source.startsWith(COMMENT, open)) {
            return behind(source.indexOf('>', open), 1);
        }
        int close = source.indexOf("-->", open + 2);
        if (close < 0 || oddCommentEnds.from(open) < close) {
            return UNSURE;
        }
        if (close > open + COMMENT.length()) {
            to.cut(open + COMMENT.length(), close);
        }
        return close + 3;
    }

    private static int behind(int found, int length) {
        return found < 0 ? UNSURE : found + length;
    }

    private int endTag(int name) {
        if (name < end && isLetter(source.charAt(name))) {
            int endOfName = endOfName(name);
            foreign = foreign && special(name, endOfName).content != Content.FOREIGN;
            return tag(endOfName, false);
        }
        return behind(source.indexOf('>', name), 1);
    }

    private int startTag(int name) {
        int endOfName = endOfName(name);
        Special special = special(name, endOfName);
        int content = tag(endOfName, !special.whole && !attributes.all());
        if (content < 0 || special.content == Content.MARKUP) {
            return content;
        }
        if (special.content == Content.FOREIGN) {
            foreign = !selfClosing;
            return content;
        }
        // What is said to be empty is so in foreign markup, and is not in HTML.
        return selfClosing ? UNSURE : endOfContent(special.content, content, name, endOfName - name);
    }

    private Special special(int name, int endOfName) {
        Special special = ELEMENTS.first(source, name, endOfName);
        return special == null ? NOTHING : special;
    }

    private int endOfContent(Content kind, int content, int name, int length) {
        int close = kind == Content.REST ? UNSURE : findEndTag(content, name, length);
        if (close < 0 || foreign && source.indexOf('<', content) < close) {
            return UNSURE;
        }
        if (kind == Content.TEXT) {
            return close;
        }
        if (kind == Content.SCRIPT && mayGoOn(content, close)) {
            return UNSURE;
        }
        to.cut(content, close);
        return close;
    }

    private int findEndTag(int content, int name, int length) {
        int close = source.indexOf("</", content);
        while (close >= 0) {
            int behind = close + 2 + length;
            if (behind < end
                    && source.regionMatches(true, close + 2, source, name, length)
                    && endsName(source.charAt(behind))) {
                return close;
            }
            close = source.indexOf("</", close + 2);
        }
        return UNSURE;
    }

    /** Whether a program does not end with its first end tag: in a comment another program may begin and end. */
    private boolean mayGoOn(int content, int close) {
        int open = comments.from(content);
        while (open >= 0 && open < close) {
            if (source.regionMatches(true, open + 1, "script", 0, 6)) {
                return true;
            }
            open = source.indexOf('<', open + 1);
        }
        return false;
    }

    private int endOfName(int from) {
        int i = from;
        while (i < end && source.charAt(i) != '<' && !endsName(source.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Goes over the attributes of a tag, and leaves out what nobody reads. Returns where the tag ends. */
    private int tag(int from, boolean abridged) {
        selfClosing = false;
        long seen = 0;
        int i = from;
        while (true) {
            int before = i;
            i = overSpaces(i);
            if (i == end || source.charAt(i) == '<') {
                return UNSURE;
            }
            if (source.charAt(i) == '>') {
                return i + 1;
            }
            if (source.charAt(i) == '/') {
                selfClosing = ++i < end && source.charAt(i) == '>';
                continue;
            }
            int name = i;
            int endOfName = endOfAttributeName(name);
            int value = endOfName < 0 ? UNSURE : beginOfValue(endOfName);
            i = value < 0 ? UNSURE : endOfValue(value, endOfName);
            if (i < 0 || i == end) {
                return UNSURE;
            }
            if (!abridged) {
                continue;
            }
            ReadAttributes.Read read = attributes.of(source, name, endOfName);
            // Of two attributes with one name the first counts.
            if (read != null && (seen & read.bit()) == 0) {
                seen |= read.bit();
                if (!read.value(source, value, i)) {
                    leaveOut(read.presence(), before, name, endOfName, i);
                }
            } else {
                leaveOut(false, before, name, endOfName, i);
            }
        }
    }

    /** @param presence whether its name is to stay */
    private void leaveOut(boolean presence, int before, int name, int endOfName, int endOfValue) {
        boolean apart = isSpace(source.charAt(endOfValue)) || source.charAt(endOfValue) == '>';
        if (!presence) {
            // The space before goes, too, where nothing would be joined by that.
            to.cut(apart ? before : name, endOfValue);
        } else if (apart) {
            to.cut(endOfName, endOfValue);
        }
    }

    private int endOfAttributeName(int from) {
        // Whatever it begins with, and quotes, too, belong to the name.
        int i = from + 1;
        while (i < end) {
            byte meaning = meaning(source.charAt(i));
            if (source.charAt(i) == '<') {
                return UNSURE;
            }
            if (meaning != 0 && meaning != ODD) {
                return i;
            }
            i++;
        }
        return UNSURE;
    }

    /** Where the value behind a name begins; the end of the name when it has none. */
    private int beginOfValue(int endOfName) {
        int i = overSpaces(endOfName);
        return i < end && source.charAt(i) == '=' ? overSpaces(i + 1) : endOfName;
    }

    private int endOfValue(int value, int endOfName) {
        if (value == endOfName || value == end || source.charAt(value) == '>') {
            return value;
        }
        char quote = source.charAt(value);
        if (quote == '"' || quote == '\'') {
            return behind(source.indexOf(quote, value + 1), 1);
        }
        int i = value;
        while (i < end && source.charAt(i) != '>') {
            byte meaning = meaning(source.charAt(i));
            if (meaning == ODD) {
                return UNSURE;
            }
            if (meaning == SPACE) {
                return i;
            }
            i++;
        }
        return i;
    }

    private int overSpaces(int from) {
        int i = from;
        while (i < end && isSpace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private static byte meaning(char c) {
        return c < MEANING.length ? MEANING[c] : 0;
    }

    private static boolean endsName(char c) {
        byte meaning = meaning(c);
        return meaning == SPACE || meaning == ENDS_NAME;
    }

    private static boolean isSpace(char c) {
        return meaning(c) == SPACE;
    }

    private static boolean isLetter(char c) {
        int lower = c | ' ';
        return lower >= 'a' && lower <= 'z';
    }

    /** Finds a text again and again, each time further on. */
    private static final class Finder {
        private final String source;
        private final String sought;
        private int found = -2;

        Finder(String source, String sought) {
            this.source = source;
            this.sought = sought;
        }

        /** The first at or behind a place; beyond the end when there is none. */
        int from(int place) {
            if (found < place) {
                int next = source.indexOf(sought, place);
                found = next < 0 ? Integer.MAX_VALUE : next;
            }
            return found;
        }
    }
}
