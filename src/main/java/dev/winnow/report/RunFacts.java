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
 * What is known of a run beside its documents.
 *
 * @param version of Winnow
 * @param rules the digest of the rules
 * @param settings options and inputs as the user gave them, by name
 * @param began when
 * @param took how long, reading and writing included
 * @param threads how many cleaned
 * @param bytesRead of the inputs, as they lie there
 * @param before documents that an earlier run did, which are not in the statistics
 * @param packs the rules of each pack, by the pack's id
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

    /** The rules of each pack, as {@link #packs} wants them. */
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
