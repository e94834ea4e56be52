package dev.winnow;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Policy;
import dev.winnow.document.Reason;
import dev.winnow.label.Cuts;
import dev.winnow.label.Decision;
import dev.winnow.label.Decision.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a policy does with one line: keep it, cut parts of it, or remove it.
 *
 * @param reason label, rule and evidence
 * @param removed true if the whole line is removed
 * @param match number of the match that decided, shared by all lines of the match; -1 if no match did
 * @param cuts stretches removed from a kept line, in order, without overlap
 * @param stretches labelled stretches that stay in the line, in order
 */
record Verdict(Reason reason, boolean removed, int match, List<Stretch> cuts, List<Stretch> stretches) {

    Verdict {
        cuts = List.copyOf(cuts);
        stretches = List.copyOf(stretches);
    }

    static Verdict of(Line line, Decision decision, Policy policy) {
        List<Stretch> going = new ArrayList<>(0);
        List<Stretch> staying = new ArrayList<>(0);
        decision.stretches().forEach(stretch -> (policy.keeps(stretch.label()) ? staying : going).add(stretch));
        staying.sort(Comparator.comparingInt(Stretch::start));
        List<Stretch> cuts = Cuts.of(line, going);
        boolean removed =
                !cuts.isEmpty() && Cuts.takeAll(cuts, line) || decision.isNamed() && !policy.keeps(decision.label());
        return new Verdict(decision.reason(), removed, decision.match(), removed ? List.of() : cuts, staying);
    }

    Label label() {
        Label label = reason.label();
        return label == null ? Label.BODY : label;
    }
}
