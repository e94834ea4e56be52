package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides between proposals: one label per line, and stretches inside lines that do not overlap. For one round over one document;
 * for one thread.
 */
final class Resolver {

    private final @Nullable Winner[] lines;
    private final @Nullable Label[] labels;
    private final @Nullable List<Winner>[] stretches;
    /** Lines that have a proposal. */
    private final BitSet touched;

    /** Whether a line, by its number, is code. Its words are no words of the page. */
    private final IntPredicate code;

    private final SortedMap<String, Integer> conflicts = new TreeMap<>();
    private int proposalCount;

    /**
     * A proposal with the piece that won.
     *
     * @param number of the proposal, in the order in which they were added
     */
    record Winner(Proposal proposal, Proposal.Piece piece, int number) {
        Label label() {
            return piece.label();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Resolver(int lineCount, IntPredicate code) {
        this.code = code;
        this.lines = new Winner[lineCount];
        this.labels = new Label[lineCount];
        this.stretches = new List[lineCount];
        this.touched = new BitSet(lineCount);
    }

    void add(List<Proposal> proposals) {
        for (Proposal proposal : proposals) {
            int number = proposalCount++;
            for (Proposal.Piece piece : proposal.pieces()) {
                if (proposal.origin().sparesCode() && code.test(piece.line())) {
                    continue;
                }
                Winner candidate = new Winner(proposal, piece, number);
                touched.set(piece.line());
                if (piece.whole()) {
                    whole(candidate);
                } else {
                    stretch(candidate);
                }
            }
        }
    }

    private void whole(Winner candidate) {
        Winner holder = lines[candidate.piece().line()];
        if (holder == null || beats(candidate, holder)) {
            lines[candidate.piece().line()] = candidate;
            labels[candidate.piece().line()] = candidate.label();
        }
    }

    private void stretch(Winner candidate) {
        int line = candidate.piece().line();
        List<Winner> held = stretches[line];
        if (held == null) {
            held = new ArrayList<>(1);
            stretches[line] = held;
        }
        for (Winner other : held) {
            if (overlap(candidate.piece(), other.piece()) && !beats(candidate, other)) {
                return;
            }
        }
        held.removeIf(other -> overlap(candidate.piece(), other.piece()));
        held.add(candidate);
    }

    private static boolean overlap(Proposal.Piece a, Proposal.Piece b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    private boolean beats(Winner candidate, Winner holder) {
        Proposal a = candidate.proposal();
        Proposal b = holder.proposal();
        int standing = a.standing().compareTo(b.standing());
        String first = a.origin().id();
        String second = b.origin().id();
        if (standing == 0 && candidate.label().group() != holder.label().group()) {
            conflicts.merge(
                    first.compareTo(second) < 0 ? first + " and " + second : second + " and " + first,
                    candidate.piece().line(),
                    Math::min);
        }
        // Between proposals of equal standing the id decides, so that results do not depend on the order of files.
        return standing > 0 || standing == 0 && first.compareTo(second) < 0;
    }

    /** Returns the number of proposals added so far. */
    int proposalCount() {
        return proposalCount;
    }

    /**
     * Returns the next line, from the given one on, that has a proposal for the whole line or a stretch; negative when there is
     * none.
     */
    int nextTouched(int from) {
        return touched.nextSetBit(from);
    }

    /** Returns the winning proposal for the whole line; null when there is none. */
    @Nullable
    Winner line(int line) {
        return lines[line];
    }

    /**
     * Returns the stretches of a line that count. If the whole line is labelled as something other than text, none counts. If a
     * rule keeps the whole line, only stretches of text count.
     */
    List<Winner> stretches(int line) {
        List<Winner> held = stretches[line];
        if (held == null) {
            return List.of();
        }
        Winner whole = lines[line];
        if (whole == null) {
            return held;
        }
        boolean textual = whole.label().group() == Label.Group.TEXT;
        boolean kept = whole.proposal().standing().tier() == Tier.KEEP;
        return held.stream()
                .filter(stretch -> textual && (!kept || stretch.label().group() == Label.Group.TEXT))
                .toList();
    }

    /** Returns the labels of whole lines so far; null for lines without one. The array changes as proposals are added. */
    @Nullable
    Label[] labels() {
        return labels;
    }

    /** Returns pairs of rules of equal standing that contradict each other, each with the first line that they dispute. */
    SortedMap<String, Integer> conflicts() {
        return conflicts;
    }
}
