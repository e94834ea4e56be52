package dev.winnow.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records what happened to every character of a document: the changes from the decoded source to the article's text. The
 * changes are in source order and do not overlap. Text that no entry names is the same in both.
 *
 * @param entries in source order
 * @param notes decisions made while the bytes were decoded, such as that the declared charset was wrong; one sentence each
 */
public record Ledger(List<Entry> entries, List<String> notes) {

    private static final String BLANK_LINE = "\n\n";

    /** Kind of a change. */
    public enum Operation {
        /** The span is not in the article's text. */
        DROP,
        /** The article's text holds something else in place of the span. */
        REPLACE;

        private final String key = name().toLowerCase(java.util.Locale.ROOT);

        public String key() {
            return key;
        }
    }

    /**
     * One change.
     *
     * @param operation dropped or replaced
     * @param start offset of the first UTF-16 unit in the decoded source
     * @param end offset of the first unit after it
     * @param label what the dropped text is; null where no labelled text was removed
     * @param rule the rule, normaliser step or layout rule that asked for the change
     * @param why the evidence, for a person
     * @param text the text in the source
     * @param with its replacement in the article's text; empty for a drop
     * @param times number of changes in this entry. More than one only for successive line breaks that each became a blank
     *     line, with no other change between them. Then {@code start} belongs to the first and {@code end} to the last
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

    /** Creates a ledger without notes. */
    public Ledger(List<Entry> entries) {
        this(entries, List.of());
    }

    public Ledger {
        entries = LazyList.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** Returns the ledger of a text. Its entries are built at the first read. */
    public static Ledger of(TrackedText tracked) {
        return of(tracked, List.of());
    }

    /** Returns the ledger of a text, with notes about the decoding of its bytes. */
    public static Ledger of(TrackedText tracked, List<String> notes) {
        return new Ledger(new LazyList<>(() -> entries(tracked)), notes);
    }

    private static List<Entry> entries(TrackedText tracked) {
        Changes changes = tracked.packed();
        List<Entry> entries = new ArrayList<>();
        // Text between two changes is the same in the source.
        boolean spaced = tracked.source().contains(BLANK_LINE);
        int i = 0;
        while (i < changes.size()) {
            int last = lastAlike(tracked, i, spaced);
            entries.add(entry(tracked, i, last));
            i = last + 1;
        }
        return entries;
    }

    private static Entry entry(TrackedText tracked, int first, int last) {
        Changes changes = tracked.packed();
        Reason reason = changes.reason(first);
        return new Entry(
                changes.textStart(first) == changes.textEnd(first) ? Operation.DROP : Operation.REPLACE,
                changes.start(first),
                changes.end(last),
                reason.label(),
                reason.rule(),
                reason.why(),
                tracked.source().substring(changes.start(first), changes.end(first)),
                tracked.text().substring(changes.textStart(first), changes.textEnd(first)),
                last - first + 1);
    }

    /**
     * Returns the last change that can share one entry with the first. Each of them replaces the same line break by a blank
     * line, and no other change lies between. No blank line of the source lies between them either, so restoring finds them one
     * after the other in the article's text.
     *
     * @param spaced whether the source holds any blank line
     */
    private static int lastAlike(TrackedText tracked, int first, boolean spaced) {
        Changes changes = tracked.packed();
        int last = first;
        if (isBlankLine(tracked.text(), changes, first)) {
            while (last + 1 < changes.size()
                    && isBlankLine(tracked.text(), changes, last + 1)
                    && isNextBlankLine(tracked.text(), changes.textEnd(last), changes.textStart(last + 1), spaced)
                    && Objects.equals(changes.reason(first), changes.reason(last + 1))
                    && sameSource(tracked.source(), changes, first, last + 1)) {
                last++;
            }
        }
        return last;
    }

    private static boolean isBlankLine(String text, Changes changes, int index) {
        int start = changes.textStart(index);
        return changes.textEnd(index) - start == 2 && text.charAt(start) == '\n' && text.charAt(start + 1) == '\n';
    }

    /**
     * Whether the blank line at {@code next} is the first one after {@code from}. Usually no line break at all lies before it.
     */
    private static boolean isNextBlankLine(String text, int from, int next, boolean spaced) {
        if (!spaced) {
            return next == from || text.charAt(next - 1) != '\n';
        }
        return text.indexOf('\n', from) == next || text.indexOf(BLANK_LINE, from) == next;
    }

    private static boolean sameSource(String source, Changes changes, int a, int b) {
        int start = changes.start(a);
        int length = changes.end(a) - start;
        return changes.end(b) - changes.start(b) == length
                && source.regionMatches(start, source, changes.start(b), length);
    }

    /**
     * Rebuilds the decoded source from the article's text and this ledger.
     *
     * @throws IllegalArgumentException if text and ledger do not belong together
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
