package dev.winnow.cli;

import dev.winnow.rule.Suggestion;
import java.util.Collection;

/** What a misspelt argument was probably meant to be. */
final class DidYouMean {

    private static final int FEW = 40;

    private DidYouMean() {}

    /** {@code ; did you mean 'x'?}, or nothing when no name is alike. */
    static String hint(String written, Collection<String> names) {
        // The beginning of one name only is clear: --thread, --out.
        var begun = names.stream()
                .filter(name -> written.replace("-", "").length() >= 3 && name.startsWith(written))
                .toList();
        return begun.size() == 1 ? "; did you mean '" + begun.get(0) + "'?" : Suggestion.of(written, names);
    }

    /** The hint, or all names where nothing is alike and they are few. */
    static String hintOrAll(String written, Collection<String> names) {
        String hint = hint(written, names);
        return hint.isEmpty() && names.size() <= FEW ? "; there are " + String.join(", ", names) : hint;
    }
}
