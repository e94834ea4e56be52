package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import dev.winnow.rule.RuleSources;
import java.util.List;
import java.util.Map;

/**
 * What was found below the roots. Immutable.
 *
 * @param sources packs and lexicons; complete only when there are no diagnostics
 * @param diagnostics every problem of every file, in the order of files and places
 * @param texts the lines of each file by the path used in diagnostics, for excerpts
 * @param lexicons where each lexicon stands that is not one of Winnow's, by name; of folders with rules only, since the rules that use the
 *     lexicons of another one are elsewhere
 * @param digest SHA-256 over the names and bytes of all files in the order of their paths, and checksums of the built-in lists of words, in
 *     hexadecimal
 * @param outdated whether the built-in rules are others than those checked when the program was built, so that they had to be checked again
 */
public record LoadedRules(
        RuleSources sources,
        List<Diagnostic> diagnostics,
        Map<String, List<String>> texts,
        Map<String, Place> lexicons,
        String digest,
        boolean outdated) {

    public LoadedRules {
        diagnostics = List.copyOf(diagnostics);
        texts = Map.copyOf(texts);
        lexicons = Map.copyOf(lexicons);
    }

    /** Whether the rules can be used. */
    public boolean ok() {
        return diagnostics.isEmpty();
    }
}
