package dev.winnow.label;

import dev.winnow.document.Page;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Notes for a person about the labelling of one page: rules that nearly matched, conflicts, warnings. */
final class Notes {

    private final Page page;
    private final Map<List<Object>, Proposal.NearMiss> nearMisses = new LinkedHashMap<>();
    /** For each rule for a sequence, the attempt that matched the most parts. */
    private final Map<String, Proposal.NearMiss> stops = new TreeMap<>();

    /**
     * The model's judgement of lines, by their number in the page: of the round that removed the line, or else of the first
     * round.
     */
    private final Map<Integer, String> said = new TreeMap<>();

    private final Set<String> fitted = new HashSet<>();
    /** Pairs of rules, each with the line of the source that they dispute first. */
    private final Map<String, Integer> conflicts = new TreeMap<>();

    private final Set<String> warnings = new LinkedHashSet<>();

    Notes(Page page) {
        this.page = page;
    }

    /** Records which rules proposed something. A sequence that matched somewhere is not reported as stopped elsewhere. */
    void fitted(List<Proposal> proposals) {
        proposals.forEach(proposal -> fitted.add(proposal.origin().id()));
    }

    /** Takes over the notes of a finished round. */
    void add(Round round) {
        round.resolved()
                .conflicts()
                .forEach((pair, line) -> conflicts.putIfAbsent(
                        pair, page.sourceLine(round.lines().line(line).index())));
        round.missed().forEach(miss -> add(miss, round.lines()));
        for (Round.Said of : round.said()) {
            said.merge(of.line(), of.text(), (old, now) -> of.goes() ? now : old);
        }
    }

    private void add(Proposal.NearMiss miss, ScannedPage.Left left) {
        int line = left.line(miss.line()).index();
        Proposal.NearMiss placed =
                new Proposal.NearMiss(miss.rule(), line, miss.guard(), miss.budget(), miss.parts(), miss.condition());
        if (miss.parts() > 0) {
            stops.merge(miss.rule(), placed, (old, other) -> other.parts() > old.parts() ? other : old);
            return;
        }
        nearMisses.putIfAbsent(List.of(miss.rule(), line), placed);
        if (miss.budget()) {
            warnings.add("line " + page.sourceLine(line) + ": " + miss.rule() + " is " + miss.guard());
        }
    }

    /**
     * Returns the rules that matched but were stopped by a guard. For a sequence that matched nowhere, it returns the attempt
     * with the most parts.
     */
    List<Proposal.NearMiss> nearMisses() {
        List<Proposal.NearMiss> all = new ArrayList<>(nearMisses.values());
        stops.values().stream().filter(stop -> !fitted.contains(stop.rule())).forEach(all::add);
        return all;
    }

    /** Returns the model's judgement of lines, by their number in the page. */
    Map<Integer, String> said() {
        return Map.copyOf(said);
    }

    /**
     * Returns pairs of rules of equal standing that contradict each other. They are no warnings: the result is decided, and only
     * an author of rules can change it.
     */
    List<String> conflicts() {
        return conflicts.entrySet().stream()
                .map(conflict -> conflict.getKey() + " on line " + conflict.getValue())
                .toList();
    }

    /** Returns findings that a person should check. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
