package dev.winnow.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to every character of a document: the changes between the decoded source and the article's text, in source
 * order, without overlap. Text that no entry names stands in both.
 *
 * @param entries in source order
 * @param notes what was decided when the document's bytes became text, such as that its declared charset was wrong; one sentence each
 */
public record Ledger(List<Entry> entries, List<String> notes) {

    private static final String BLANK_LINE = "\n\n";

    /** What an entry tells. */
    public enum Operation {
        /** The stretch is not in the article's text. */
        DROP,
        /** The stretch stands in the article's text as something else. */
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

    /** A ledger without notes. */
    public Ledger(List<Entry> entries) {
        this(entries, List.of());
    }

    public Ledger {
        entries = LazyList.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The ledger of a text; its entries are made when they are first read. */
    public static Ledger of(TrackedText tracked) {
        return of(tracked, List.of());
    }

    /** The ledger of a text and of how its bytes were read. */
    public static Ledger of(TrackedText tracked, List<String> notes) {
        return new Ledger(new LazyList<>(() -> entries(tracked)), notes);
    }

    private static List<Entry> entries(TrackedText tracked) {
        Changes changes = tracked.packed();
        List<Entry> entries = new ArrayList<>();
        // Between two changes stands what stood in the source.
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
     * Of the changes that follow one without another between them, the last that puts the same blank line in the place of the
     * same line break. No blank line that stood in the source stands between them, so they can be found in the article's text
     * one after the other.
     *
     * @param spaced whether any blank line stood in the source
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

    /** Whether the blank line at {@code next} is the first one; mostly no line break at all stands before it. */
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
