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
     */
    public record Entry(
            Operation operation,
            int start,
            int end,
            @Nullable Label label,
            String rule,
            String why,
            String text,
            String with) {}

    public Ledger {
        entries = Collections.unmodifiableList(entries);
    }

    public static Ledger of(TrackedText tracked) {
        List<Entry> entries = new ArrayList<>(tracked.changes().size());
        for (Change change : tracked.changes()) {
            Reason reason = change.reason();
            entries.add(new Entry(
                    change.textStart() == change.textEnd() ? Operation.DROP : Operation.REPLACE,
                    change.start(),
                    change.end(),
                    reason.label(),
                    reason.rule(),
                    reason.why(),
                    tracked.source().substring(change.start(), change.end()),
                    tracked.text().substring(change.textStart(), change.textEnd())));
        }
        return new Ledger(entries);
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
            int unchanged = entry.start() - source.length();
            int next = at + unchanged;
            if (unchanged < 0 || next > articleText.length() || !articleText.startsWith(entry.with(), next)) {
                throw new IllegalArgumentException("the ledger's entry for [" + entry.start() + ", " + entry.end()
                        + ") does not fit the article's text");
            }
            source.append(articleText, at, next).append(entry.text());
            at = next + entry.with().length();
        }
        return source.append(articleText, at, articleText.length()).toString();
    }
}
