package dev.winnow.label;

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
import java.util.TreeSet;

/** What a person may want to know of the labelling of one page: rules that came close, conflicts, warnings. */
final class Notes {

    private final Map<List<Object>, Proposal.NearMiss> nearMisses = new LinkedHashMap<>();
    /** Of each rule for a sequence the attempt that came farthest. */
    private final Map<String, Proposal.NearMiss> stops = new TreeMap<>();

    /** What the model said of lines, by their number in the page; when they went, or else at first. */
    private final Map<Integer, String> said = new TreeMap<>();

    private final Set<String> fitted = new HashSet<>();
    private final Set<String> conflicts = new TreeSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Somebody proposed: a sequence that fits somewhere did not stop elsewhere. */
    void fitted(List<Proposal> proposals) {
        proposals.forEach(proposal -> fitted.add(proposal.origin().id()));
    }

    /** A round ended. */
    void add(Round round) {
        conflicts.addAll(round.resolved().conflicts());
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
            warnings.add("line " + (line + 1) + ": " + miss.rule() + " is " + miss.guard());
        }
    }

    /** Rules that fitted but for a guard, and of each rule whose sequence fits nowhere the attempt that came farthest. */
    List<Proposal.NearMiss> nearMisses() {
        List<Proposal.NearMiss> all = new ArrayList<>(nearMisses.values());
        stops.values().stream().filter(stop -> !fitted.contains(stop.rule())).forEach(all::add);
        return all;
    }

    /** What the model said of lines, by their number in the page. */
    Map<Integer, String> said() {
        return Map.copyOf(said);
    }

    /** Pairs of rules of equal standing that contradict each other. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    /** What a person should look at. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
