package dev.winnow.label;

import org.jspecify.annotations.Nullable;

/** The headline of a page while its lines are labelled. */
final class PageTitle {

    private final boolean known;
    /** Whether the title that came with the page is still used. */
    private boolean given;
    /** The title that rules compare with. */
    private @Nullable String text;
    /** The headline that the remaining lines show in this round. */
    private @Nullable String shown;
    /** The first headline that was found by its repetition. */
    private @Nullable String repeated;

    /** @param known from the input, or from the page's head; null when unknown */
    PageTitle(@Nullable String known) {
        this.known = known != null;
        this.given = this.known;
        this.text = known;
    }

    /** Begins a round: the headline that the lines show is not known yet. */
    void begin() {
        shown = null;
    }

    /** Returns the title that rules compare with; null when unknown. */
    @Nullable
    String text() {
        return text;
    }

    /** Whether a title that came with the page is used. Then the lines need not give one. */
    boolean isGiven() {
        return given;
    }

    /** Whether the lines of this round show a headline. */
    boolean isShown() {
        return shown != null;
    }

    /** Records the headline that the lines show; null when they show none. */
    void show(@Nullable String headline) {
        shown = headline;
        text = text == null ? headline : text;
    }

    /**
     * Records a headline that the lines show by repeating it.
     *
     * @param tells whether the lines stand where a page's title stands
     * @return whether it is the page's title. A repetition alone does not count when the title is known or was shown before.
     */
    boolean repeat(String headline, boolean tells) {
        show(headline);
        if (repeated == null && !known && tells) {
            repeated = headline;
        }
        return tells && headline.equals(repeated);
    }

    /**
     * Returns the headline that was found by its repetition; null when there is none. A rule that compares lines with it may have
     * removed the line itself.
     */
    @Nullable
    String repeated() {
        return repeated;
    }

    /** Whether the remaining lines show another headline. If so, the old one is forgotten. */
    boolean isAnother() {
        if (shown == null || shown.equals(text)) {
            return false;
        }
        text = null;
        given = false;
        return true;
    }
}
