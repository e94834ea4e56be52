package dev.winnow.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to every character of a document: the changes between the decoded source and the article's text, in source
 * order, without overlap. Text that no entry names stands in both.
 *
 * @param entries in source order
 */
public record Ledger(List<Entry> entries) {

    private static final String BLANK_LINE = "\n\n";

    /** What an entry tells. */
    public enum Operation {
        /** The stretch is not in the article's text. */
        DROP,
        /** The stretch stands in the article's text as something else. */
        REPLACE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One change.
     *
     * @param operation dropped or replaced
     * @param start first UTF-16 unit in the decoded source
     * @param end first unit after it
     * @param label what the dropped text is; null for changes that are no removal of labelled text
     * @param rule the rule, normaliser step or layout rule that asked for it
     * @param why the evidence, for a person
     * @param text what stood in the source
     * @param with what stands in the article's text instead; empty for a drop
     * @param times how often; more than once only for line breaks that became blank lines one after the other, with nothing
     *     else changed between them: then {@code start} is the first one's and {@code end} the last one's
     */
    public record Entry(
            Operation operation,
            int start,
            int end,
            @Nullable Label label,
            String rule,
            String why,
            String text,
            String with,
            int times) {}

    public Ledger {
        entries = Collections.unmodifiableList(entries);
    }

    public static Ledger of(TrackedText tracked) {
        List<Change> changes = tracked.changes();
        List<Entry> entries = new ArrayList<>();
        int i = 0;
        while (i < changes.size()) {
            int last = lastAlike(tracked, i);
            entries.add(entry(tracked, changes.get(i), changes.get(last), last - i + 1));
            i = last + 1;
        }
        return new Ledger(entries);
    }

    private static Entry entry(TrackedText tracked, Change first, Change last, int times) {
        Reason reason = first.reason();
        return new Entry(
                first.textStart() == first.textEnd() ? Operation.DROP : Operation.REPLACE,
                first.start(),
                last.end(),
                reason.label(),
                reason.rule(),
                reason.why(),
                tracked.source().substring(first.start(), first.end()),
                tracked.text().substring(first.textStart(), first.textEnd()),
                times);
    }

    /**
     * Of the changes that follow one without another between them, the last that puts the same blank line in the place of the
     * same line break. No blank line that stood in the source stands between them, so they can be found in the article's text
     * one after the other.
     */
    private static int lastAlike(TrackedText tracked, int first) {
        List<Change> changes = tracked.changes();
        Change change = changes.get(first);
        int last = first;
        if (isBlankLine(tracked.text(), change)) {
            while (last + 1 < changes.size()
                    && isBlankLine(tracked.text(), changes.get(last + 1))
                    && tracked.text().indexOf(BLANK_LINE, changes.get(last).textEnd())
                            == changes.get(last + 1).textStart()
                    && changes.get(last + 1).reason().equals(change.reason())
                    && sameSource(tracked.source(), change, changes.get(last + 1))) {
                last++;
            }
        }
        return last;
    }

    private static boolean isBlankLine(String text, Change change) {
        return change.textEnd() - change.textStart() == 2 && text.startsWith(BLANK_LINE, change.textStart());
    }

    private static boolean sameSource(String source, Change a, Change b) {
        int length = a.end() - a.start();
        return b.end() - b.start() == length && source.regionMatches(a.start(), source, b.start(), length);
    }

    /**
     * The decoded source, rebuilt from the article's text and this ledger.
     *
     * @throws IllegalArgumentException if the two do not belong together
     */
    public String restore(String articleText) {
        StringBuilder source = new StringBuilder(articleText.length());
        int at = 0;
        for (Entry entry : entries) {
            int next = at + entry.start() - source.length();
            if (next < at || next > articleText.length() || !articleText.startsWith(entry.with(), next)) {
                throw unfit(entry);
            }
            source.append(articleText, at, next).append(entry.text());
            at = next + entry.with().length();
            for (int time = 1; time < entry.times(); time++) {
                next = articleText.indexOf(entry.with(), at);
                if (next < 0) {
                    throw unfit(entry);
                }
                source.append(articleText, at, next).append(entry.text());
                at = next + entry.with().length();
            }
        }
        return source.append(articleText, at, articleText.length()).toString();
    }

    private static IllegalArgumentException unfit(Entry entry) {
        return new IllegalArgumentException(
                "the ledger's entry for [" + entry.start() + ", " + entry.end() + ") does not fit the article's text");
    }
}
