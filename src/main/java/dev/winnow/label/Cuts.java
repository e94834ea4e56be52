package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.label.Decision.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Removes stretches from a line, with the white space around them. The rest reads as a line like any other. */
public final class Cuts {

    private Cuts() {}

    /**
     * Returns the parts to cut out of a line, in order and without overlap.
     *
     * @param stretches to be removed, in the order in which they were found. A later one also removes the cuts that lie inside
     *     it.
     */
    public static List<Stretch> of(Line line, List<Stretch> stretches) {
        List<Stretch> cuts = List.of();
        for (Stretch stretch : stretches) {
            cuts = with(cuts, stretch, line.text());
        }
        return cuts;
    }

    /** Whether nothing but white space is left of a line after the cuts. */
    public static boolean takeAll(List<Stretch> cuts, Line line) {
        return rest(cuts, line).isBlank();
    }

    /** Returns the rest of a line after the cuts. */
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

    /** Extends cuts at both ends of the line over the white space there. */
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
