package dev.winnow.normalize;

/** A step that has nothing to do unless the {@link Census} of a text shows certain traits. */
interface TriggeredStep extends Step {

    /** Traits of {@link Census}; with none of them in the text, {@link #edits} would be empty. */
    int triggers();
}
