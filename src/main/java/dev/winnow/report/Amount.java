package dev.winnow.report;

import java.io.IOException;

/** Counts of kept and removed characters, with the numbers of lines and documents. Not thread-safe. */
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

    /** Returns the number of lines, whole or in part. */
    long lines() {
        return lines;
    }

    /** Returns the number of kept characters. */
    long kept() {
        return kept;
    }

    /** Returns the number of removed characters. */
    long removed() {
        return removed;
    }

    /** Returns the share of kept characters, from 0 to 1; 1 if there are no characters. */
    double share() {
        return kept + removed == 0 ? 1 : (double) kept / (kept + removed);
    }
}
