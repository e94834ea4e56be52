package dev.winnow.cli;

import dev.winnow.rule.Suggestion;
import java.util.Collection;

/** Suggests a correction for a misspelt argument. */
final class DidYouMean {

    private static final int FEW = 40;

    private DidYouMean() {}

    /** Returns {@code ; did you mean 'x'?}, or an empty text if no name is similar. */
    static String hint(String written, Collection<String> names) {
        // A prefix of exactly one name is clear: --thread, --out.
        var begun = names.stream()
                .filter(name -> written.replace("-", "").length() >= 3 && name.startsWith(written))
                .toList();
        return begun.size() == 1 ? "; did you mean '" + begun.get(0) + "'?" : Suggestion.of(written, names);
    }

    /** Returns the hint; if no name is similar and there are at most 40 names, lists all of them. */
    static String hintOrAll(String written, Collection<String> names) {
        String hint = hint(written, names);
        return hint.isEmpty() && names.size() <= FEW ? "; there are " + String.join(", ", names) : hint;
    }
}
