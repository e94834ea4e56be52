package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.function.IntConsumer;

/**
 * A date or relative date, with what pages write beside it on the same line, in any order: date labels, a time, reading
 * minutes, counters, and separators. Nothing else may stand there, so a sentence is no stamp. Immutable and thread-safe.
 */
final class StampSlot implements SlotType {

    private static final int LONGEST = 200;

    /** Separators of the pieces, besides spaces. */
    private static final String PARTINGS =
            ",;:.|/()[]-\u2013\u2014\u2022\u00B7\u2027\u2219\u25CF\u30FB\u3001\uFF0C\uFF1A\uFF5C\uFF08\uFF09\u060C";

    private final DateWords dates;
    private final DateLabels labels;
    private final CountedPhrases notes;
    /** Words that begin any piece, so that an offset is looked up only once. */
    private final WordTrie openings;

    StampSlot(Lexicons lexicons, DateWords dates) {
        this.dates = dates;
        this.labels = new DateLabels(lexicons);
        this.notes = new CountedPhrases(lexicons, "stamp-notes");
        this.openings = WordTrie.union(dates.openings(), labels.words(), notes.openings());
    }

    @Override
    public String name() {
        return "stamp";
    }

    @Override
    public int maxLength() {
        return LONGEST;
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public boolean mayBegin(String text, int start) {
        return start < text.length() && (beginsPiece(text, start) || isParting(text.charAt(start)));
    }

    private boolean beginsPiece(String text, int at) {
        return Characters.digit(text.charAt(at)) >= 0 || openings.longest(text, at, text.length()) != WordTrie.NONE;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + LONGEST);
        if (start < bound && mayBegin(text, start)) {
            new Walk(text, start, bound).run(end);
        }
    }

    private static boolean isParting(char c) {
        return PARTINGS.indexOf(c) >= 0;
    }

    /** Walks from every offset that pieces lead to. */
    private final class Walk {
        private final String text;
        private final int start;
        private final int bound;
        /** For each offset from the start, whether pieces without a date reach it, and with one. */
        private final boolean[] undated;

        private final boolean[] dated;

        Walk(String text, int start, int bound) {
            this.text = text;
            this.start = start;
            this.bound = bound;
            this.undated = new boolean[bound - start + 1];
            this.dated = new boolean[bound - start + 1];
        }

        void run(IntConsumer end) {
            undated[0] = true;
            for (int at = start; at < bound; at++) {
                if (undated[at - start] || dated[at - start]) {
                    from(at);
                }
            }
            for (int at = start + 1; at <= bound; at++) {
                if (dated[at - start] && !Characters.isSpace(text.charAt(at - 1))) {
                    end.accept(at);
                }
            }
        }

        private void from(int at) {
            char c = text.charAt(at);
            if (Characters.isSpace(c) || isParting(c)) {
                reach(at, at + 1, false);
            }
            // Flattened pages join a label to a number.
            boolean glued = at > start && Characters.isUpper(c) && Characters.digit(text.charAt(at - 1)) >= 0;
            if (at > start && !glued && !Characters.isValueBoundary(text, at) || !beginsPiece(text, at)) {
                return;
            }
            if (dates.begin(text, at)) {
                new DateScan(dates, DateScan.Mode.DATETIME, text, bound, (end, scan) -> {
                            boolean time = scan.written().parts() == WrittenDate.Parts.TIME;
                            reach(at, end, !time);
                        })
                        .run(at);
            }
            int label = labels.endAt(text, at);
            if (label > at && label <= bound) {
                reach(at, label, false);
            }
            notes.find(text, at, bound, (value, number, end) -> reach(at, end, false));
        }

        private void reach(int from, int to, boolean date) {
            dated[to - start] |= date || dated[from - start];
            undated[to - start] |= !date && undated[from - start];
        }
    }
}
