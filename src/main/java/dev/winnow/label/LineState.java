package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Reason;
import dev.winnow.label.Decision.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one line: the decisions so far, and the rest of the line for the next round, which is text of the article. */
final class LineState {

    private final Line line;
    private Reason reason;
    private int match = -1;
    private boolean gone;
    private boolean spent;
    private final List<Stretch> stretches = new ArrayList<>(0);
    /** Offset in the line for each remaining character; null while the line is whole. */
    private int @Nullable [] offsets;

    private boolean cutSinceScan;
    private final List<Capture> captures = new ArrayList<>(0);

    /** @param reason the label of the line by its shape */
    LineState(Line line, Reason reason) {
        this.line = line;
        this.reason = reason;
    }

    Line line() {
        return line;
    }

    /** Whether the line is removed. */
    boolean isGone() {
        return gone;
    }

    private static boolean isText(Label label) {
        return label.group() == Label.Group.TEXT;
    }

    /**
     * Records that a labeller named the whole line.
     *
     * @param first whether this is the first round. A line that stays keeps its label of the first round, when most was known.
     * @return whether the line is removed
     */
    boolean called(Resolver.Winner winner, int number, boolean first) {
        gone = !isText(winner.label());
        if (gone || first || reason.rule().equals(Decision.BY_SHAPE)) {
            reason = reasonOf(winner);
            match = number;
        }
        return gone;
    }

    private static Reason reasonOf(Resolver.Winner winner) {
        return new Reason(
                winner.proposal().origin().id(),
                winner.label(),
                winner.proposal().why());
    }

    /**
     * Records that a labeller named a stretch of the rest of the line.
     *
     * @return whether the stretch is removed
     */
    boolean stretched(Resolver.Winner winner) {
        Stretch found = new Stretch(
                original(winner.piece().start()), original(winner.piece().end() - 1) + 1, reasonOf(winner));
        boolean stays = isText(winner.label());
        if (!stays || stretches.stream().noneMatch(known -> isText(known.label()) && isAt(known, found))) {
            stretches.add(found);
        }
        cutSinceScan |= !stays;
        return !stays;
    }

    private static boolean isAt(Stretch one, Stretch other) {
        return one.start() == other.start() && one.end() == other.end();
    }

    private int original(int offset) {
        return offsets == null ? offset : offsets[offset];
    }

    /**
     * Records a value that a match found in the line.
     *
     * @param stretch whether it was found in a stretch of the line: such a value counts only once
     */
    void capture(Capture capture, boolean stretch) {
        boolean known = captures.stream()
                .anyMatch(c -> c.field() == capture.field()
                        && c.text().equals(capture.text())
                        && c.rule().equals(capture.rule())
                        && (stretch || !c.provenance().isOfMatch(capture.provenance())));
        if (!known) {
            captures.add(capture);
        }
    }

    /** Returns the values found in the line, in the order of their matches. */
    List<Capture> captures() {
        captures.sort(Comparator.comparingInt(LineState::match));
        return captures;
    }

    private static int match(Capture capture) {
        return ((Provenance.Match) capture.provenance()).number();
    }

    /** Returns the rest of the line if a stretch was cut out of it since the last call; null if not, or if nothing is left. */
    @Nullable
    Line rest() {
        if (gone || !cutSinceScan) {
            return null;
        }
        cutSinceScan = false;
        List<Stretch> cuts =
                Cuts.of(line, stretches.stream().filter(s -> !isText(s.label())).toList());
        String rest = Cuts.rest(cuts, line);
        if (rest.isBlank()) {
            gone = true;
            spent = true;
            reason = cuts.get(0).reason();
            return null;
        }
        offsets = offsets(cuts, rest.length());
        return new Line(rest, line.index(), 0, rest.length(), line.glued());
    }

    private int[] offsets(List<Stretch> cuts, int length) {
        int[] origins = new int[length];
        int from = 0;
        int at = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            int to = i == cuts.size() ? line.length() : cuts.get(i).start();
            while (from < to) {
                origins[at++] = from++;
            }
            from = i == cuts.size() ? to : cuts.get(i).end();
        }
        return origins;
    }

    Decision decision() {
        return new Decision(reason, match, spent, stretches);
    }
}
