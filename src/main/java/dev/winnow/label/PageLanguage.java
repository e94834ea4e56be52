package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.language.LanguageIdentifier.Identification;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The language of the remaining lines of a page. After removals the rest may look like another language. */
final class PageLanguage {

    /** Null when the language is given, or is to stay unknown. */
    private final @Nullable LanguageIdentifier languages;

    private Identification identified;
    /** Whether lines that decided the language were removed since it was identified. */
    private boolean proseWent;

    /**
     * Identifies the language, unless it is known.
     *
     * @param known ISO 639-1 code; null when it is to be found out
     * @param languages null to leave it unknown
     */
    PageLanguage(@Nullable String known, @Nullable LanguageIdentifier languages, List<Line> lines) {
        this.languages = known == null ? languages : null;
        this.identified = this.languages == null ? new Identification(known, true, -1) : this.languages.identify(lines);
    }

    /** ISO 639-1 code; null when unknown. */
    @Nullable
    String code() {
        return identified.language();
    }

    /** Records that a line was removed, wholly or in part. */
    void went(Line line) {
        proseWent |= line.index() <= identified.lastRead() && line.is(Shape.SENTENCE_LIKE);
    }

    /** Identifies the language of the remaining lines, if it may have changed. Returns whether it did. */
    boolean isAnother(List<Line> left) {
        if (languages == null || identified.byProse() && !proseWent) {
            return false;
        }
        String last = identified.language();
        identified = languages.identify(left);
        proseWent = false;
        return !Objects.equals(last, identified.language());
    }
}
