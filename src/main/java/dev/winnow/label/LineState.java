package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Policy;
import dev.winnow.document.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been decided about one line so far, and what is left of it. */
final class LineState {

    private final Line line;
    private Reason reason;
    private int match = -1;
    private boolean removed;
    private List<Verdict.Cut> cuts = List.of();
    private List<Verdict.Cut> stretches = List.of();
    /** For each character of what is left its offset in the line; null while the line is whole. */
    private int @Nullable [] offsets;

    private boolean cutSinceScan;
    private final List<Capture> captures = new ArrayList<>(0);

    /** @param reason what the line is by its shape */
    LineState(Line line, Reason reason) {
        this.line = line;
        this.reason = reason;
    }

    Line line() {
        return line;
    }

    boolean isRemoved() {
        return removed;
    }

    /**
     * A rule named the whole line.
     *
     * @param first whether this is the first round: a line that stays keeps what it was called first, when most was known
     * @return whether the line goes
     */
    boolean called(Resolver.Winner winner, int number, Policy policy, boolean first) {
        Label label = winner.label();
        boolean goes = !policy.keeps(label);
        if (goes || first || reason.rule().equals(Verdict.BY_SHAPE)) {
            reason = reasonOf(winner);
            match = number;
        }
        removed = goes;
        return goes;
    }

    private static Reason reasonOf(Resolver.Winner winner) {
        return new Reason(
                winner.proposal().rule().id(), winner.label(), winner.proposal().why());
    }

    /**
     * A rule named a stretch of the line.
     *
     * @return whether the stretch goes
     */
    boolean stretched(Resolver.Winner winner, Policy policy) {
        int start = original(winner.piece().start());
        int end = original(winner.piece().end() - 1) + 1;
        if (policy.keeps(winner.label())) {
            if (stretches.stream().noneMatch(s -> s.start() == start && s.end() == end)) {
                stretches = with(stretches, new Verdict.Cut(start, end, reasonOf(winner)));
            }
            return false;
        }
        cut(start, end, reasonOf(winner));
        cutSinceScan = true;
        return true;
    }

    /**
     * Takes over a value that a match found in the line.
     *
     * @param stretch whether it was found in a stretch of the line: such a value counts only once
     */
    void capture(Capture capture, boolean stretch) {
        boolean known = captures.stream()
                .anyMatch(c -> c.field() == capture.field()
                        && c.text().equals(capture.text())
                        && c.rule().equals(capture.rule())
                        && (stretch || c.match() != capture.match()));
        if (!known) {
            captures.add(capture);
        }
    }

    /** The values found in the line, in the order of their matches. */
    List<Capture> captures() {
        captures.sort(Comparator.comparingInt(Capture::match));
        return captures;
    }

    private static List<Verdict.Cut> with(List<Verdict.Cut> cuts, Verdict.Cut cut) {
        List<Verdict.Cut> more = new ArrayList<>(cuts);
        more.add(cut);
        more.sort(Comparator.comparingInt(Verdict.Cut::start));
        return List.copyOf(more);
    }

    private int original(int offset) {
        return offsets == null ? offset : offsets[offset];
    }

    /** A stretch goes with the white space that set it off, and with what was cut out of it before. */
    private void cut(int start, int end, Reason why) {
        List<Verdict.Cut> others = cuts.stream()
                .filter(cut -> cut.start() < start || cut.start() >= end)
                .toList();
        String text = line.text();
        int limit = others.stream()
                .mapToInt(Verdict.Cut::start)
                .filter(at -> at >= end)
                .min()
                .orElse(text.length());
        int to = end;
        while (to < limit && text.charAt(to) == ' ') {
            to++;
        }
        boolean spaceBefore = start > 0 && text.charAt(start - 1) == ' ';
        if (to < text.length() && to > end && start > 0 && !spaceBefore) {
            to--; // keep one space between what stood on both sides
        }
        cuts = toEdges(with(others, new Verdict.Cut(start, to, why)));
    }

    /** White space that cuts leave at an end of the line goes with them: what is left is a line like any other. */
    private List<Verdict.Cut> toEdges(List<Verdict.Cut> ordered) {
        String text = line.text();
        List<Verdict.Cut> wider = new ArrayList<>(ordered);
        int at = 0;
        for (int i = 0; i < wider.size() && wider.get(i).start() == at; i++) {
            int limit = i + 1 < wider.size() ? wider.get(i + 1).start() : text.length();
            at = wider.get(i).end();
            while (at < limit && text.charAt(at) == ' ') {
                at++;
            }
            wider.set(i, new Verdict.Cut(wider.get(i).start(), at, wider.get(i).reason()));
        }
        at = text.length();
        for (int i = wider.size() - 1; i >= 0 && wider.get(i).end() == at; i--) {
            int limit = i > 0 ? wider.get(i - 1).end() : 0;
            at = wider.get(i).start();
            while (at > limit && text.charAt(at - 1) == ' ') {
                at--;
            }
            wider.set(i, new Verdict.Cut(at, wider.get(i).end(), wider.get(i).reason()));
        }
        return List.copyOf(wider);
    }

    /** What is left of the line, when a stretch was cut out of it since this was asked last; null when not, or nothing is left. */
    @Nullable
    Line rest() {
        if (removed || !cutSinceScan) {
            return null;
        }
        cutSinceScan = false;
        StringBuilder rest = new StringBuilder();
        int[] origins = new int[line.length()];
        int at = 0;
        for (int i = 0; i < line.length(); i++) {
            while (at < cuts.size() && cuts.get(at).end() <= i) {
                at++;
            }
            if (at == cuts.size() || i < cuts.get(at).start()) {
                origins[rest.length()] = i;
                rest.append(line.charAt(i));
            }
        }
        if (rest.toString().isBlank()) {
            removed = true;
            reason = cuts.get(0).reason();
            cuts = List.of();
            return null;
        }
        offsets = origins;
        return new Line(rest.toString(), line.index(), 0, rest.length(), line.glued());
    }

    Verdict verdict() {
        return new Verdict(reason, removed, match, removed ? List.of() : cuts, stretches);
    }
}
