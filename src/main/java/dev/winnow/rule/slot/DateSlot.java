package dev.winnow.rule.slot;

import java.util.function.IntConsumer;

/** A slot for dates or times; {@link DateScan} lists the forms. */
record DateSlot(String name, int maxLength, DateScan.Mode mode, DateWords words) implements SlotType {

    @Override
    public boolean needsDigit() {
        return true;
    }

    @Override
    public boolean mayBegin(String text, int start) {
        return words.begin(text, start);
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        if (start >= limit || !mayBegin(text, start)) {
            return;
        }
        Once once = new Once(start, end);
        new DateScan(words, mode, text, (int) Math.min(limit, (long) start + maxLength), once).run(start);
    }

    /** Passes on each end only once. */
    private static final class Once implements DateScan.Sink {
        private final int start;
        private final IntConsumer end;
        private long low;
        private long high;

        Once(int start, IntConsumer end) {
            this.start = start;
            this.end = end;
        }

        @Override
        public void end(int at, DateScan scan) {
            int distance = at - start;
            long bit = 1L << (distance & 63);
            boolean seen = ((distance < 64 ? low : high) & bit) != 0;
            if (!seen) {
                if (distance < 64) {
                    low |= bit;
                } else {
                    high |= bit;
                }
                end.accept(at);
            }
        }
    }
}
