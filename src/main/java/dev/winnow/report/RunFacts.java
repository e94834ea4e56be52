package dev.winnow.report;

import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts of a run that do not come from its documents. Shown in the report.
 *
 * @param version version of Winnow
 * @param rules digest of the rules
 * @param settings options and inputs as the user gave them, by name
 * @param began start of the run
 * @param took duration of the run, including reading and writing
 * @param threads number of threads that cleaned
 * @param bytesRead number of bytes read from the inputs, as stored (compressed if they are)
 * @param before number of documents that an earlier run processed; they are not in the statistics
 * @param packs full ids of the rules of each pack, by the pack's id
 */
public record RunFacts(
        String version,
        String rules,
        Map<String, String> settings,
        Instant began,
        Duration took,
        int threads,
        long bytesRead,
        long before,
        Map<String, List<String>> packs) {

    /** Returns the full ids of the rules of each pack, for {@link #packs}. */
    public static Map<String, List<String>> packs(RuleSet rules) {
        Map<String, List<String>> packs = new LinkedHashMap<>();
        for (RulePack pack : rules.packs()) {
            packs.merge(
                    pack.id(),
                    pack.rules().stream().map(rule -> rule.id()).toList(),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        return packs;
    }

    double seconds() {
        return Math.max(0.001, took.toMillis() / 1000.0);
    }
}
