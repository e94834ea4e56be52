package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.label.Decision.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes stretches out of a line, with the white space that set them off: what is left reads as a line like any other. */
public final class Cuts {

    private Cuts() {}

    /**
     * What is cut out of a line, in order and without overlap.
     *
     * @param stretches to be taken out, in the order in which they were found: a later one goes with what was found in it before
     */
    public static List<Stretch> of(Line line, List<Stretch> stretches) {
        List<Stretch> cuts = List.of();
        for (Stretch stretch : stretches) {
            cuts = with(cuts, stretch, line.text());
        }
        return cuts;
    }

    /** Whether cuts leave nothing of a line. */
    public static boolean takeAll(List<Stretch> cuts, Line line) {
        return rest(cuts, line).isBlank();
    }

    /** What cuts leave of a line. */
    public static String rest(List<Stretch> cuts, Line line) {
        if (cuts.isEmpty()) {
            return line.text();
        }
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Stretch cut : cuts) {
            rest.append(line.text(), at, cut.start());
            at = cut.end();
        }
        return rest.append(line.text(), at, line.length()).toString();
    }

    private static List<Stretch> with(List<Stretch> cuts, Stretch stretch, String text) {
        int start = stretch.start();
        int end = stretch.end();
        List<Stretch> others = new ArrayList<>();
        for (Stretch cut : cuts) {
            if (cut.start() < start && cut.end() > start) {
                start = Math.min(cut.end(), end);
            }
            if (cut.start() < start || cut.start() >= end) {
                others.add(cut);
            } else {
                end = Math.max(end, cut.end());
            }
        }
        if (start == end) {
            return cuts;
        }
        int limit = text.length();
        for (Stretch other : others) {
            limit = other.start() >= end ? Math.min(limit, other.start()) : limit;
        }
        int to = end;
        while (to < limit && text.charAt(to) == ' ') {
            to++;
        }
        boolean spaceBefore = start > 0 && text.charAt(start - 1) == ' ';
        if (to < text.length() && to > end && start > 0 && !spaceBefore) {
            to--; // keep one space between what stood on both sides
        }
        others.add(new Stretch(start, to, stretch.reason()));
        others.sort(Comparator.comparingInt(Stretch::start));
        return toEdges(others, text);
    }

    /** White space that cuts leave at an end of the line goes with them. */
    private static List<Stretch> toEdges(List<Stretch> cuts, String text) {
        int at = 0;
        for (int i = 0; i < cuts.size() && cuts.get(i).start() == at; i++) {
            int limit = i + 1 < cuts.size() ? cuts.get(i + 1).start() : text.length();
            at = cuts.get(i).end();
            while (at < limit && text.charAt(at) == ' ') {
                at++;
            }
            cuts.set(i, new Stretch(cuts.get(i).start(), at, cuts.get(i).reason()));
        }
        at = text.length();
        for (int i = cuts.size() - 1; i >= 0 && cuts.get(i).end() == at; i--) {
            int limit = i > 0 ? cuts.get(i - 1).end() : 0;
            at = cuts.get(i).start();
            while (at > limit && text.charAt(at - 1) == ' ') {
                at--;
            }
            cuts.set(i, new Stretch(at, cuts.get(i).end(), cuts.get(i).reason()));
        }
        return cuts;
    }
}
