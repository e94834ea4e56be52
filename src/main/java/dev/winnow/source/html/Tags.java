package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;
import dev.winnow.source.html.Stretch.Gap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Effect of elements on the flow of text, from the rendering section of the HTML standard.
 *
 * @param around gap between the element and the text before and after it
 * @param element kind of the lines in it; null if it keeps the kind of the lines outside
 * @param level level of a heading, else 0
 * @param leftOut reason why its content is not text; null if it is text
 */
record Tags(
        Gap around,
        Block.@Nullable Element element,
        int level,
        @Nullable Reason leftOut) {

    static final Tags INLINE = new Tags(Gap.NOTHING, null, 0, null);

    /** Elements that show white space unchanged. */
    static final Set<String> PREFORMATTED = Set.of("pre", "listing", "xmp", "plaintext");

    static final Reason WITHOUT_SCRIPTS = reason("noscript", "shown only where scripts do not run");

    private static final Reason READING = reason("reading", "how the word before it is read");

    private static final Map<String, Tags> BY_NAME = new HashMap<>();

    static {
        put(
                Gap.BLANK_LINE,
                null,
                "address article aside body center details dialog dir div dl fieldset footer form frameset header");
        put(
                Gap.BLANK_LINE,
                null,
                "hgroup hr html legend main menu nav ol search section summary table tbody tfoot thead ul colgroup");
        put(Gap.BLANK_LINE, Block.Element.PARAGRAPH, "p");
        put(Gap.BLANK_LINE, Block.Element.QUOTE, "blockquote");
        put(Gap.BLANK_LINE, Block.Element.CAPTION, "figcaption caption");
        put(Gap.BLANK_LINE, null, "figure amp-img amp-ad amp-embed");
        put(Gap.BLANK_LINE, Block.Element.PREFORMATTED, String.join(" ", PREFORMATTED));
        put(Gap.LINE, Block.Element.LIST_ITEM, "li dt dd");
        put(Gap.LINE, Block.Element.TABLE_ROW, "tr");
        put(Gap.LINE, null, "td th optgroup option");
        put(Gap.WORDS, null, "button img input meter progress");
        for (int level = 1; level <= 6; level++) {
            BY_NAME.put("h" + level, new Tags(Gap.BLANK_LINE, Block.Element.HEADING, level, null));
        }
        leaveOut(reason("script", "script or style"), Gap.NOTHING, "script style");
        leaveOut(reason("template", "a template, not shown"), Gap.NOTHING, "template");
        leaveOut(WITHOUT_SCRIPTS, Gap.NOTHING, "noscript noembed noframes");
        leaveOut(reason("head", "the page's head"), Gap.BLANK_LINE, "head title");
        leaveOut(reason("embedded", "embedded, no text"), Gap.WORDS, "svg iframe object audio video canvas map");
        leaveOut(reason("form", "what a reader may choose or write"), Gap.WORDS, "select datalist textarea");
        leaveOut(READING, Gap.NOTHING, "rt rp rtc");
    }

    private static void put(Gap around, Block.@Nullable Element element, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, new Tags(around, element, 0, null));
        }
    }

    private static void leaveOut(Reason why, Gap around, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, new Tags(around, null, 0, why));
        }
    }

    private static Reason reason(String rule, String why) {
        return new Reason("html/" + rule, null, why);
    }

    static Tags of(String name) {
        return BY_NAME.getOrDefault(name, INLINE);
    }

    boolean isBlock() {
        return around.endsLine();
    }

    /** Whether the element gives the reading of a word (ruby). It is left out only beside that word. */
    boolean isReading() {
        return READING.equals(leftOut);
    }

    /** Returns the kind of the lines in it, if the lines outside are of the given kind. */
    Block.Element elementIn(Block.Element outside) {
        if (element == null) {
            boolean goesOn = outside == Block.Element.LIST_ITEM
                    || outside == Block.Element.QUOTE
                    || outside == Block.Element.CAPTION
                    || outside == Block.Element.TABLE_ROW
                    || outside == Block.Element.PREFORMATTED;
            return goesOn ? outside : Block.Element.OTHER;
        }
        boolean more = element == Block.Element.PARAGRAPH
                && (outside == Block.Element.LIST_ITEM
                        || outside == Block.Element.QUOTE
                        || outside == Block.Element.CAPTION);
        return more ? outside : element;
    }
}
