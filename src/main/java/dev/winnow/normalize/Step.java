package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * One named way of making text normal. A step never changes correct text, does nothing when run on its own result, and takes
 * time linear in the text. Implementations are immutable and thread-safe.
 */
public interface Step {

    /** The configuration name, stable for ever: lower case, words joined by hyphens, such as {@code line-ends}. */
    String name();

    /**
     * What this step would change.
     *
     * @param text any text, also with lone surrogates
     * @return edits in ascending order, without overlap, offsets in {@code text}, each with the rule
     *     {@code normalize/NAME}; empty when there is nothing to do. No edit leaves its stretch as it was
     */
    List<Edit> edits(String text);

    /** Whether an edit of this step also counts in code, where characters stand for themselves. */
    default boolean countsInCode(Edit edit) {
        return true;
    }
}
