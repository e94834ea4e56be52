package dev.winnow.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many documents have a metadata field.
 *
 * @param with documents with a value
 * @param without documents without one, those included whose value is undecided
 * @param evidence for each kind of evidence the documents; {@code undecided} where two places disagree
 */
record Coverage(long with, long without, Map<String, Long> evidence) {

    static Coverage of(Map<String, Long> byEvidence) {
        Map<String, Long> evidence = new TreeMap<>(byEvidence);
        evidence.remove(DocumentFacts.Evidence.NONE);
        long all = byEvidence.values().stream().mapToLong(Long::longValue).sum();
        long without = byEvidence.getOrDefault(DocumentFacts.Evidence.NONE, 0L)
                + byEvidence.getOrDefault(DocumentFacts.Evidence.UNDECIDED, 0L);
        return new Coverage(all - without, without, evidence);
    }

    /** Share of the documents with a value; 0 when there are none. */
    double share() {
        return with + without == 0 ? 0 : (double) with / (with + without);
    }
}
