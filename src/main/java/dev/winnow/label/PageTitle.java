package dev.winnow.label;

import org.jspecify.annotations.Nullable;

/** The headline of a page while its lines are labelled. */
final class PageTitle {

    private final boolean known;
    /** Whether a title that came with the page still counts. */
    private boolean given;
    /** What rules compare with. */
    private @Nullable String text;
    /** What the lines that are left show in this round. */
    private @Nullable String shown;
    /** The first one that a repetition told. */
    private @Nullable String repeated;

    /** @param known from the input, or from the page's head; null when unknown */
    PageTitle(@Nullable String known) {
        this.known = known != null;
        this.given = this.known;
        this.text = known;
    }

    /** A round begins: what the lines show is not known yet. */
    void begin() {
        shown = null;
    }

    /** What rules compare with; null when unknown. */
    @Nullable
    String text() {
        return text;
    }

    /** Whether a title that came with the page counts: then the lines need not tell one. */
    boolean isGiven() {
        return given;
    }

    /** Whether the lines of this round show a headline. */
    boolean isShown() {
        return shown != null;
    }

    /** The lines show a headline; null when they do not. */
    void show(@Nullable String headline) {
        shown = headline;
        text = text == null ? headline : text;
    }

    /**
     * The lines show a headline by repeating it.
     *
     * @param tells whether they stand where a page's title stands
     * @return whether it is the page's title: what only repeats itself is none of a page whose title is known or was shown before
     */
    boolean repeat(String headline, boolean tells) {
        show(headline);
        if (repeated == null && !known && tells) {
            repeated = headline;
        }
        return tells && headline.equals(repeated);
    }

    /** The headline that a repetition told; a rule that knows the line by it may have taken the line. Null when there is none. */
    @Nullable
    String repeated() {
        return repeated;
    }

    /** Whether what is left shows another headline to somebody who knows of none; then the old one is forgotten. */
    boolean isAnother() {
        if (shown == null || shown.equals(text)) {
            return false;
        }
        text = null;
        given = false;
        return true;
    }
}
