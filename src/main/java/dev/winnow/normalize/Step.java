package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * One named normalisation step. A step never changes correct text. Running it on its own result changes nothing. Its time is
 * linear in the length of the text. Implementations are immutable and thread-safe.
 */
public interface Step {

    /** The configuration name; it never changes. Lower case, words joined by hyphens, such as {@code line-ends}. */
    String name();

    /**
     * Returns the edits of this step.
     *
     * @param text any text, also with lone surrogates
     * @return edits in ascending order, without overlap, offsets in {@code text}, each with the rule {@code normalize/NAME};
     *     empty when there is nothing to do. Every edit changes its range
     */
    List<Edit> edits(String text);

    /** Whether an edit of this step is also made in code. Code must keep most characters. */
    default boolean countsInCode(Edit edit) {
        return true;
    }
}
