package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;
import dev.winnow.source.html.Stretch.Gap;
import dev.winnow.source.html.Stretch.Place;
import dev.winnow.source.html.Stretch.Shown;
import dev.winnow.source.html.Stretch.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an article from the {@code articleBody} of the page's JSON-LD. Pages that scripts build in the browser hold
 * their text only there. For one page.
 */
final class ArticleBody {

    private static final Reason ESCAPE = new Reason("html/json-ld", null, "written as an escape");

    private static final Pattern BEGIN = Pattern.compile("\"articleBody\"\\s*:\\s*(\\[\\s*)?\"");

    /** Separator of the paragraphs of a list. */
    private static final Pattern NEXT = Pattern.compile("\"\\s*,\\s*\"");

    /** Text that begins with an element in character references. Some systems write all their markup so. */
    private static final Pattern ESCAPED = Pattern.compile("(?:\\s|\\\\[nrt])*&lt;([a-zA-Z][a-zA-Z0-9]*)[\\s&]");

    /** A character reference in such markup, whose ampersand is itself a reference. */
    private static final Pattern TWICE = Pattern.compile("&amp;(#?[a-zA-Z0-9]{1,8};)");

    /** Minimum length of the text, in units. A shorter one is a summary. */
    private static final int SHORTEST = 100;

    /** Number of letters that are compared to find out whether the page shows the text too. */
    private static final int PROBE = 40;

    /** Maximum length of a left-over tag, in characters. */
    private static final int LONGEST_TAG = 300;

    private static final int LONGEST_REFERENCE = 9;

    private final String source;
    private final Place place;
    private final List<Stretch> stretches = new ArrayList<>();
    private Gap gap = Gap.BLANK_LINE;
    private int units;
    /** Whether its markup is written in character references. */
    private boolean escaped;

    private ArticleBody(String source, Element script, int number) {
        this.source = source;
        this.place = new Place(Block.Element.PARAGRAPH, 0, new Block.Frame(script.normalName(), "", "", null), number);
    }

    /**
     * Returns the text of the page's JSON-LD, if the page does not show it; none if the page shows it, or shows more text.
     *
     * @param elements all elements of the page
     * @param shown the visible text of the page
     */
    static List<Stretch> of(List<Element> elements, String source, List<Stretch> shown, int number) {
        ArticleBody longest = null;
        for (Element element : elements) {
            boolean data = element.normalName().equals("script")
                    && element.attr("type").contains("ld+json")
                    && element.sourceRange().isTracked();
            Matcher begin = data ? BEGIN.matcher(source) : null;
            if (begin != null) {
                int from = element.sourceRange().endPos();
                begin.region(
                        from, Math.min(source.length(), from + element.data().length()));
                if (begin.find()) {
                    ArticleBody body = new ArticleBody(source, element, number);
                    body.read(begin.end(), begin.regionEnd(), begin.group(1) != null);
                    longest = longest == null || body.units > longest.units ? body : longest;
                }
            }
        }
        return longest == null || longest.units < SHORTEST || longest.isShown(shown) ? List.of() : longest.stretches;
    }

    /**
     * @param list whether it is a list of paragraphs
     */
    private void read(int begin, int end, boolean list) {
        Matcher next = NEXT.matcher(source);
        int from = begin;
        while (from >= 0) {
            Matcher element = ESCAPED.matcher(source).region(from, end);
            escaped = element.lookingAt()
                    && source.substring(element.end(), end).contains("&lt;/" + element.group(1) + "&gt;");
            int close = read(from, end);
            from = list && next.region(close, end).lookingAt() ? next.end() : -1;
            gap = gap.or(Gap.BLANK_LINE);
        }
    }

    /** Reads a string; returns the offset of its end. */
    private int read(int begin, int end) {
        Matcher twice = TWICE.matcher(source);
        int from = begin;
        int i = begin;
        while (i < end && source.charAt(i) != '"') {
            char c = source.charAt(i);
            boolean reference = escaped && c == '&' && twice.region(i, end).lookingAt();
            int next = i;
            if (c == '\\') {
                next = endOfEscape(i, end);
            } else if (reference) {
                next = twice.end();
            } else if (c == '<' || escaped && source.startsWith("&lt;", i)) {
                next = endOfTag(i, end);
            }
            if (next == i) {
                i++;
                continue;
            }
            text(from, i);
            if (c == '\\') {
                escape(i, next);
            } else if (reference) {
                show(i, next, Parser.unescapeEntities('&' + twice.group(1), false));
            } else {
                tag(i, next);
            }
            from = next;
            i = next;
        }
        text(from, i);
        return i;
    }

    private void text(int from, int to) {
        if (from < to) {
            add(from, to, null);
        }
    }

    private void add(int from, int to, @Nullable Shown shown) {
        stretches.add(new Stretch(from, to, gap, Space.LINES, false, false, place, shown));
        gap = Gap.NOTHING;
        units += shown == null ? to - from : shown.text().length();
    }

    private void escape(int from, int to) {
        char c = source.charAt(from + 1);
        if (c == 'n' || c == 'r' || c == 't') {
            Gap more = c == 'n' && gap.endsLine() ? Gap.BLANK_LINE : c == 'n' ? Gap.LINE : Gap.BLANK;
            gap = gap.or(more);
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i += source.charAt(i + 1) == 'u' ? 6 : 2) {
            char escaped = source.charAt(i + 1);
            text.append(escaped == 'u' ? (char) Integer.parseInt(source, i + 2, i + 6, 16) : escaped);
        }
        show(from, to, text.toString());
    }

    private void show(int from, int to, String text) {
        if (text.isBlank()) {
            gap = gap.or(Gap.BLANK);
        } else {
            add(from, to, new Shown(text, ESCAPE));
        }
    }

    /** Returns the offset after an escape, or after both escapes of a surrogate pair; the offset itself if there is no escape. */
    private int endOfEscape(int at, int end) {
        if (at + 1 >= end) {
            return at;
        }
        if (source.charAt(at + 1) != 'u') {
            return at + 2;
        }
        if (!isUnit(at, end)) {
            return at;
        }
        boolean pair = isUnit(at + 6, end)
                && Character.isHighSurrogate((char) Integer.parseInt(source, at + 2, at + 6, 16))
                && Character.isLowSurrogate((char) Integer.parseInt(source, at + 8, at + 12, 16));
        return pair ? at + 12 : at + 6;
    }

    private boolean isUnit(int at, int end) {
        if (at + 6 > end || !source.startsWith("\\u", at)) {
            return false;
        }
        return source.substring(at + 2, at + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private int endOfTag(int at, int end) {
        int name = nameOfTag(at);
        String closing = source.charAt(at) == '<' ? ">" : "&gt;";
        boolean tag = name < end && (Character.isLetter(source.charAt(name)) || source.charAt(name) == '/');
        int close = tag ? source.indexOf(closing, at) : -1;
        return close < 0 || close >= end || close - at > LONGEST_TAG ? at : close + closing.length();
    }

    private int nameOfTag(int at) {
        return at + (source.charAt(at) == '<' ? 1 : "&lt;".length());
    }

    private void tag(int from, int to) {
        int name = nameOfTag(from);
        name += source.charAt(name) == '/' ? 1 : 0;
        int end = name;
        while (end < to && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        String of = source.substring(name, end).toLowerCase(Locale.ROOT);
        gap = gap.or(of.equals("br") ? Gap.LINE : Tags.of(of).around());
    }

    private boolean isShown(List<Stretch> shown) {
        String own = letters(stretches, Integer.MAX_VALUE);
        String page = letters(shown, own.length());
        if (page.length() > own.length() || own.length() < PROBE) {
            return true;
        }
        int middle = (own.length() - PROBE) / 2;
        return List.of(0, middle, own.length() - PROBE).stream()
                .anyMatch(at -> page.contains(own.substring(at, at + PROBE)));
    }

    /** Returns the letters and digits of the texts. Stops when there are more than {@code most}. */
    private String letters(List<Stretch> of, int most) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < of.size() && letters.length() <= most; i++) {
            Stretch stretch = of.get(i);
            Shown shown = stretch.shown();
            String text = shown == null ? source.substring(stretch.start(), stretch.end()) : shown.text();
            for (int j = 0; j < text.length(); j++) {
                int semicolon = text.charAt(j) == '&' ? text.indexOf(';', j) : -1;
                if (semicolon > 0 && semicolon - j <= LONGEST_REFERENCE) {
                    j = semicolon;
                } else if (Character.isLetterOrDigit(text.charAt(j))) {
                    letters.append(text.charAt(j));
                }
            }
        }
        return letters.toString();
    }
}
