package dev.winnow.report;

import java.io.IOException;

/** Characters kept and removed, and where they were found. Not thread-safe. */
final class Amount {

    private long documents;
    private long lines;
    private long kept;
    private long removed;

    void document() {
        documents++;
    }

    void add(boolean stays, int lines, int length) {
        this.lines += lines;
        if (stays) {
            kept += length;
        } else {
            removed += length;
        }
    }

    void merge(Amount other) {
        documents += other.documents;
        lines += other.lines;
        kept += other.kept;
        removed += other.removed;
    }

    void write(StateWriter out) throws IOException {
        out.number(documents).number(lines).number(kept).number(removed);
    }

    static Amount read(StateReader in) throws IOException {
        Amount amount = new Amount();
        amount.documents = in.number();
        amount.lines = in.number();
        amount.kept = in.number();
        amount.removed = in.number();
        return amount;
    }

    long documents() {
        return documents;
    }

    /** Whole or in part. */
    long lines() {
        return lines;
    }

    /** Characters. */
    long kept() {
        return kept;
    }

    /** Characters. */
    long removed() {
        return removed;
    }

    /** Share of the characters that were kept; 1 when there are none. */
    double share() {
        return kept + removed == 0 ? 1 : (double) kept / (kept + removed);
    }
}
