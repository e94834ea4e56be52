package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.normalize.RunningLines.Running;
import dev.winnow.normalize.WrappedLines.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Turns text divided into pages into continuous text. Removes running heads, feet and page numbers ({@link RunningLines}), and
 * joins paragraphs that line and page ends cut.
 *
 * <p>Typeset lines are as wide as the paper, whatever the number of their characters, so there is no column to find as in
 * {@link Unwrap}. But converters put a blank line between paragraphs, so that a single line break lies inside one. The breaks
 * as a whole show whether this converter does: most lie inside a sentence, many lines go on in lower case.
 */
final class Pages implements TriggeredStep {

    private static final double AMID_SENTENCE = 0.6;
    private static final double GOING_ON = 0.4;

    /** With fewer breaks than this, every next line must go on in lower case. */
    private static final int FEWEST_BREAKS = 3;

    /** Minimum length of a full line, as a share of the usual length. Lines differ, because letters differ in width. */
    private static final double FULL = 0.75;

    private static final String WITHIN = "line broken within a paragraph";
    private static final String ACROSS = "paragraph broken by a page";

    private final HyphenWords known;

    Pages(HyphenWords known) {
        this.known = known;
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public int triggers() {
        return Census.LINE_END;
    }

    @Override
    public List<Edit> edits(String text) {
        return PagedText.isPaged(text) ? new Run(PagedText.of(text), this, known).edits() : List.of();
    }

    /** The work on one text. */
    private static final class Run {
        private final String text;
        private final Map<Line, Running> running;
        private final EditList edits;
        /** The lines that are not running, in order. */
        private final List<Line> lines;
        /** The running lines not yet removed, in order. Those of the next gap come first. */
        private final Deque<Line> waiting = new ArrayDeque<>();

        private final int width;
        private final boolean typeset;
        private final Hyphens hyphens;

        Run(PagedText paged, Pages step, HyphenWords known) {
            text = paged.text();
            running = RunningLines.find(paged);
            edits = new EditList(text, step);
            lines = new ArrayList<>();
            for (List<Line> page : paged.pages()) {
                for (Line line : page) {
                    (running.containsKey(line) ? waiting : lines).add(line);
                }
            }
            width = usualWidth();
            typeset = isTypeset();
            hyphens = new Hyphens(text, new WrappedLines(text, lines, width, true, false), known);
        }

        List<Edit> edits() {
            int from = 0;
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (i > 0 && mayJoin(lines.get(i - 1), line)) {
                    join(lines.get(i - 1), line);
                } else {
                    keepApart(from, line.textStart());
                }
                from = line.end();
            }
            keepApart(from, text.length());
            return edits.done();
        }

        private int usualWidth() {
            int[] widths = lines.stream().mapToInt(Line::length).sorted().toArray();
            return widths.length == 0 ? 0 : widths[widths.length / 2];
        }

        private boolean isTypeset() {
            int breaks = 0;
            int amid = 0;
            int goingOn = 0;
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (isLoneBreak(lines.get(i), lines.get(i + 1)) && !Unwrap.startsItem(text, lines.get(i + 1))) {
                    breaks++;
                    amid += Unwrap.endsSentence(text, lines.get(i)) ? 0 : 1;
                    goingOn += goesOn(lines.get(i + 1)) ? 1 : 0;
                }
            }
            return breaks < FEWEST_BREAKS
                    ? goingOn == breaks
                    : amid >= AMID_SENTENCE * breaks && goingOn >= GOING_ON * breaks;
        }

        /** Whether exactly one line end, and no page end, lies between two lines. */
        private boolean isLoneBreak(Line line, Line next) {
            return newLines(line.end(), next.textStart()) == 1 && !endsPage(line, next);
        }

        private int newLines(int from, int to) {
            return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
        }

        private boolean endsPage(Line line, Line next) {
            return hasPageEnd(line.end(), next.textStart());
        }

        /** Whether a line may begin in the middle of a sentence. In scripts without case any letter may. */
        private boolean goesOn(Line line) {
            int first = text.codePointAt(line.textStart());
            return Character.isLowerCase(first) || Character.getType(first) == Character.OTHER_LETTER;
        }

        private boolean mayJoin(Line line, Line next) {
            if (!typeset || Unwrap.startsItem(text, next) || isTable(line) || isTable(next)) {
                return false;
            }
            if (endsPage(line, next)) {
                return !Unwrap.endsSentence(text, line) && (goesOn(next) || isFull(line) && isFull(next));
            }
            return isLoneBreak(line, next) && (isFull(line) || goesOn(next) && !Unwrap.endsSentence(text, line));
        }

        private boolean isFull(Line line) {
            return line.length() >= FULL * width;
        }

        /** Three spaces inside a line separate columns. */
        private boolean isTable(Line line) {
            int gap = text.indexOf("   ", line.textStart());
            return gap >= 0 && gap < line.end();
        }

        private void join(Line line, Line next) {
            String why = endsPage(line, next) ? ACROSS : WITHIN;
            switch (hyphens.at(line.end(), next.textStart())) {
                case NONE -> fill(line.end(), next.textStart(), Unwrap.joint(text, line, next), why);
                case KEEP -> fill(line.end(), next.textStart(), "", why + " at a hyphen");
                case DROP -> fill(line.end() - 1, next.textStart(), "", why + ", amid a word");
                case UNDECIDED -> keepApart(line.end(), next.textStart());
            }
        }

        /**
         * Removes the running lines and page ends between two lines. The replacement is the final blank line, so that no later
         * change merges with these.
         */
        private void keepApart(int from, int to) {
            boolean runs = !waiting.isEmpty() && waiting.element().textStart() < to;
            if (runs || hasPageEnd(from, to)) {
                fill(from, to, from == 0 ? "" : to == text.length() ? "\n" : "\n\n", "page break");
            }
        }

        private boolean hasPageEnd(int from, int to) {
            for (int at = text.indexOf('\f', from); at >= 0 && at < to; at = text.indexOf('\f', at + 1)) {
                if (PagedText.isPageEnd(text, at)) {
                    return true;
                }
            }
            return false;
        }

        /** Replaces a gap by a joint, and removes the running lines in it. */
        private void fill(int from, int to, String joint, String why) {
            String with = joint;
            int at = from;
            while (!waiting.isEmpty() && waiting.element().textStart() < to) {
                Line line = waiting.remove();
                piece(at, line.textStart(), with, why);
                with = "";
                Running what = running.get(line);
                if (what != null) {
                    edits.drop(line.textStart(), line.end(), what.label(), what.why());
                }
                at = line.end();
            }
            piece(at, to, with, why);
        }

        private void piece(int from, int to, String with, String why) {
            if (!text.substring(from, to).equals(with)) {
                edits.replace(from, to, with, why);
            }
        }
    }
}
