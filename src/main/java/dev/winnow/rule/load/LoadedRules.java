package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import dev.winnow.rule.RuleSources;
import java.util.List;
import java.util.Map;

/**
 * The packs, lexicons and problems found below the roots. Immutable.
 *
 * @param sources packs and lexicons; complete only if there are no diagnostics
 * @param diagnostics every problem of every file, sorted by file and place
 * @param texts the lines of each file, by the path used in diagnostics; for excerpts
 * @param lexicons places of the lexicons that are not built in, by name. Only roots with rules count: the lexicons of other
 *     roots are used by rules elsewhere
 * @param digest SHA-256 over the names and bytes of all files, sorted by path, and over the checksums of the built-in word
 *     lists; in hexadecimal
 * @param outdated true if the built-in rules have changed since the program was built, so that they were checked again
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
