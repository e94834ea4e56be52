package dev.winnow.source.html;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Effects of an element's {@code style} attribute on its text.
 *
 * @param hides whether it is hidden
 * @param inlineBlock whether it is a box inside a line
 * @param block whether it begins and ends a line
 * @param lines whether its line feeds end lines
 * @param struck whether it is struck out
 * @param below whether it is subscript
 * @param above whether it is superscript
 */
record Style(
        boolean hides,
        boolean inlineBlock,
        boolean block,
        boolean lines,
        boolean struck,
        boolean below,
        boolean above) {

    /** Value for nearly all elements. */
    private static final Style NONE = new Style(false, false, false, false, false, false, false);

    private static final Pattern BLOCK = Pattern.compile("display:(?:block|flex|grid|table|list-item)\\b(?!-)");

    /**
     * @param attribute the {@code style} attribute; empty when the element has none
     */
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
