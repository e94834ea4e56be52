package dev.winnow.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The scores of a run, computed from a judged sheet. Immutable. */
public final class AuditScore {

    private final List<Row> rows;

    /** @param sheet a completely judged sheet, as {@link Sheet#read} returns it; rows judged "unsure" do not count */
    public AuditScore(Sheet sheet) {
        rows = sheet.rows().stream()
                .filter(row -> Judgement.of(row.verdict()).orElse(Judgement.UNSURE) != Judgement.UNSURE)
                .toList();
    }

    /**
     * Returns the share of removed lines that were removed correctly, under the empty key; an empty map if no removed line was
     * judged.
     */
    public Map<String, Proportion> precision() {
        return scores(row -> row.stratum().removed(), row -> "");
    }

    /** Returns the precision by the key of the label. */
    public Map<String, Proportion> precisionByLabel() {
        return scores(row -> row.stratum().removed(), row -> row.stratum().label());
    }

    /** Returns the precision by site. */
    public Map<String, Proportion> precisionBySite() {
        return scores(row -> row.stratum().removed(), row -> row.stratum().site());
    }

    /**
     * Returns the share of kept lines that do not belong to the article, under the empty key; an empty map if no kept line was
     * judged.
     */
    public Map<String, Proportion> residue() {
        return complements(scores(row -> !row.stratum().removed(), row -> ""));
    }

    /** Returns the residue by the key of the label. */
    public Map<String, Proportion> residueByLabel() {
        return complements(
                scores(row -> !row.stratum().removed(), row -> row.stratum().label()));
    }

    /** Returns the residue by site. */
    public Map<String, Proportion> residueBySite() {
        return complements(
                scores(row -> !row.stratum().removed(), row -> row.stratum().site()));
    }

    private static Map<String, Proportion> complements(Map<String, Proportion> shares) {
        Map<String, Proportion> complements = new TreeMap<>();
        shares.forEach((name, share) -> complements.put(name, share.complement()));
        return complements;
    }

    private Map<String, Proportion> scores(Predicate<Row> some, Function<Row, String> by) {
        Map<String, Map<Stratum, Proportion.Part>> parts = new TreeMap<>();
        for (Row row : rows) {
            if (some.test(row)) {
                int right = Judgement.of(row.verdict()).orElse(Judgement.UNSURE) == Judgement.RIGHT ? 1 : 0;
                parts.computeIfAbsent(by.apply(row), name -> new TreeMap<>())
                        .merge(
                                row.stratum(),
                                new Proportion.Part(row.size(), 1, right),
                                (a, b) ->
                                        new Proportion.Part(a.size(), a.judged() + b.judged(), a.right() + b.right()));
            }
        }
        Map<String, Proportion> scores = new TreeMap<>();
        parts.forEach((name, strata) -> {
            List<Proportion.Part> all = List.copyOf(strata.values());
            Proportion.Part only = all.get(0);
            scores.put(
                    name,
                    all.size() == 1 ? Proportion.wilson(only.right(), only.judged()) : Proportion.stratified(all));
        });
        return scores;
    }
}
