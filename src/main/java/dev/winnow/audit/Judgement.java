package dev.winnow.audit;

import dev.winnow.rule.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person says of a line. */
enum Judgement {
    /** Removed and no part of the article, or kept and a part of it. */
    RIGHT,
    /** Removed though it belongs to the article, or kept though it does not. */
    WRONG,
    /** Cannot be told; the line counts for nothing. */
    UNSURE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Judgement::key).toList();
    }

    /** The verdict of this name or beginning with this letter, whatever the case. */
    static Optional<Judgement> of(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(verdict -> verdict.key().equals(word)
                        || word.length() == 1 && verdict.key().startsWith(word))
                .findFirst();
    }

    static String hint(String written) {
        return Suggestion.orAll(written, keys());
    }
}
