package dev.winnow.audit;

import dev.winnow.rule.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A person's verdict on a line of a sheet. */
enum Judgement {
    /** The line was removed and is not part of the article, or it was kept and is part of it. */
    RIGHT,
    /** The line was removed although it belongs to the article, or it was kept although it does not. */
    WRONG,
    /** The person cannot decide; the line is not counted. */
    UNSURE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Judgement::key).toList();
    }

    /** Returns the verdict with this name or first letter, ignoring case; empty if there is none. */
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
