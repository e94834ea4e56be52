package dev.winnow.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * The number of documents with and without one metadata field.
 *
 * @param with number of documents with a value
 * @param without number of documents without a value, including those whose value is undecided
 * @param evidence number of documents for each kind of evidence; {@code undecided} if two places on the page disagree
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

    /** Returns the share of documents with a value, from 0 to 1; 0 if there are no documents. */
    double share() {
        return with + without == 0 ? 0 : (double) with / (with + without);
    }
}
