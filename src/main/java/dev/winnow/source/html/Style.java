package dev.winnow.source.html;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an element's own style does to its text.
 *
 * @param hides whether it is not shown
 * @param inlineBlock whether it is a box in a line
 * @param block whether it begins a line and ends one
 * @param lines whether its line feeds end lines
 * @param struck whether it is shown as what holds no more
 * @param below whether it stands below the line
 * @param above whether it stands above the line
 */
record Style(
        boolean hides,
        boolean inlineBlock,
        boolean block,
        boolean lines,
        boolean struck,
        boolean below,
        boolean above) {

    /** That of nearly all elements. */
    private static final Style NONE = new Style(false, false, false, false, false, false, false);

    private static final Pattern BLOCK = Pattern.compile("display:(?:block|flex|grid|table|list-item)\\b(?!-)");

    /** @param attribute empty when the element has none */
    static Style of(String attribute) {
        if (attribute.isEmpty()) {
            return NONE;
        }
        String css = Texts.withoutSpaces(attribute).toLowerCase(Locale.ROOT);
        return new Style(
                css.contains("display:none") || css.contains("visibility:hidden"),
                css.contains("display:inline-"),
                BLOCK.matcher(css).find(),
                css.contains("white-space:pre") || css.contains("white-space:break-spaces"),
                css.contains("line-through"),
                css.contains("vertical-align:sub"),
                css.contains("vertical-align:super"));
    }
}
