package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What elements do to the flow of text, from the rendering section of the HTML standard.
 *
 * @param breaks line feeds before and after it: 0 inline, 1 a line of its own, 2 set apart by a blank line
 * @param kind of the lines in it; null where that stays as it is outside
 * @param level of a heading, else 0
 * @param leftOut why it is not text; null when it is
 */
record Tags(
        int breaks,
        Block.@Nullable Kind kind,
        int level,
        @Nullable Reason leftOut) {

    static final Tags INLINE = new Tags(0, null, 0, null);

    /** Elements that show white space as it is. */
    static final Set<String> PREFORMATTED = Set.of("pre", "listing", "xmp", "plaintext");

    private static final Map<String, Tags> BY_NAME = new HashMap<>();

    static {
        put(
                2,
                null,
                "address article aside body center details dialog dir div dl fieldset footer form frameset header");
        put(
                2,
                null,
                "hgroup hr html legend main menu nav ol search section summary table tbody tfoot thead ul colgroup");
        put(2, Block.Kind.PARAGRAPH, "p");
        put(2, Block.Kind.QUOTE, "blockquote");
        put(2, Block.Kind.CAPTION, "figcaption caption");
        put(2, null, "figure amp-img amp-ad amp-embed");
        put(2, Block.Kind.PREFORMATTED, String.join(" ", PREFORMATTED));
        put(1, Block.Kind.LIST_ITEM, "li dt dd");
        put(1, Block.Kind.TABLE_ROW, "tr");
        put(1, null, "td th optgroup option");
        for (int level = 1; level <= 6; level++) {
            BY_NAME.put("h" + level, new Tags(2, Block.Kind.HEADING, level, null));
        }
        leaveOut(reason("script", "script or style"), 0, "script style");
        leaveOut(reason("template", "a template, not shown"), 0, "template");
        leaveOut(reason("noscript", "shown only where scripts do not run"), 0, "noscript noembed noframes");
        leaveOut(reason("head", "the page's head"), 2, "head title");
        leaveOut(reason("embedded", "embedded, no text"), 0, "svg iframe object audio video canvas map");
        leaveOut(reason("form", "what a reader may choose or write"), 0, "select datalist textarea");
    }

    private static void put(int breaks, Block.@Nullable Kind kind, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, new Tags(breaks, kind, 0, null));
        }
    }

    private static void leaveOut(Reason why, int breaks, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, new Tags(breaks, null, 0, why));
        }
    }

    private static Reason reason(String rule, String why) {
        return new Reason("html/" + rule, null, why);
    }

    static Tags of(String name) {
        return BY_NAME.getOrDefault(name, INLINE);
    }

    boolean isBlock() {
        return breaks > 0;
    }

    /** What kind the lines in it are, where those outside are of another. */
    Block.Kind kindIn(Block.Kind outside) {
        if (kind == null) {
            boolean goesOn = outside == Block.Kind.LIST_ITEM
                    || outside == Block.Kind.QUOTE
                    || outside == Block.Kind.CAPTION
                    || outside == Block.Kind.TABLE_ROW
                    || outside == Block.Kind.PREFORMATTED;
            return goesOn ? outside : Block.Kind.OTHER;
        }
        boolean more = kind == Block.Kind.PARAGRAPH
                && (outside == Block.Kind.LIST_ITEM || outside == Block.Kind.QUOTE || outside == Block.Kind.CAPTION);
        return more ? outside : kind;
    }
}
