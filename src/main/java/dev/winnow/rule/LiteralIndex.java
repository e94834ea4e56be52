package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in one pass over a line the triggers whose literals it holds. Whole lines are looked up by their text, literals at
 * the ends of a line by trie walks from there, others by trie walks from word starts. The cost of a line does not grow with
 * the number of rules. Immutable and thread-safe.
 */
final class LiteralIndex {

    /** Maximum length of a batch of lines, in UTF-16 units. */
    private static final int STRETCH = 2_000;

    private static final int[] NONE = {};

    private static final char LINE_FEED = '\n';

    private static final Line NO_LINE = new Line("", 0, 0, 0, false);

    /** Entries by literal, for literals that are whole lines; folded, with single spaces. */
    private final Map<String, int[]> whole = new HashMap<>();

    private final int longestWhole;
    private final LiteralTrie start;
    private final LiteralTrie end;
    private final LiteralTrie inside;
    /** The packed entries; see {@link Entry}. One array, since accesses are random. */
    private final int[] entries;
    /** Triggers of patterns without a literal; tried on short lines. */
    private final Unindexed unindexed;

    /**
     * The trigger that a literal leads to, and the lines for which it counts.
     *
     * @param trigger to try
     * @param needsDigit whether the line must hold a digit
     * @param latest maximum offset in the line at which the literal begins
     * @param shortestLine minimum length of a line that the pattern can match
     * @param longestLine maximum length of a line that the pattern can match
     */
    private record Entry(int trigger, boolean needsDigit, int latest, int shortestLine, int longestLine) {

        private static final int SIZE = 4;
        /** The trigger; where it needs a digit, its complement. */
        private static final int TRIGGER = 0;

        private static final int LATEST = 1;
        private static final int SHORTEST = 2;
        private static final int LONGEST = 3;

        boolean admits(int lineLength) {
            return lineLength >= shortestLine && lineLength <= longestLine;
        }

        int packedTrigger() {
            return needsDigit ? ~trigger : trigger;
        }

        static Entry of(int[] packed, int at) {
            int trigger = packed[at + TRIGGER];
            return new Entry(
                    trigger < 0 ? ~trigger : trigger,
                    trigger < 0,
                    packed[at + LATEST],
                    packed[at + SHORTEST],
                    packed[at + LONGEST]);
        }

        static int[] packed(List<Entry> entries) {
            int[] packed = new int[SIZE * entries.size()];
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                packed[SIZE * i + TRIGGER] = entry.packedTrigger();
                packed[SIZE * i + LATEST] = entry.latest;
                packed[SIZE * i + SHORTEST] = entry.shortestLine;
                packed[SIZE * i + LONGEST] = entry.longestLine;
            }
            return packed;
        }
    }

    private LiteralIndex(Builder builder) {
        builder.whole.forEach((line, found) ->
                whole.put(line, found.stream().mapToInt(Integer::intValue).toArray()));
        this.longestWhole =
                whole.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.start = builder.start.build();
        this.end = builder.end.build();
        this.inside = builder.inside.build();
        this.entries = Entry.packed(builder.entries);
        this.unindexed = builder.unindexed;
    }

    /** Reads an index that was written for slot types of the same names. */
    LiteralIndex(IndexReader in, PatternCompiler patterns) {
        this.entries = in.numbers();
        this.longestWhole = in.number();
        int[] found = in.numbers();
        int at = 0;
        for (String line : in.texts()) {
            int count = found[at++];
            whole.put(line, Arrays.copyOfRange(found, at, at + count));
            at += count;
        }
        this.start = new LiteralTrie(in, false);
        this.end = new LiteralTrie(in, true);
        this.inside = new LiteralTrie(in, false);
        this.unindexed = new Unindexed(in, patterns);
    }

    void write(IndexWriter out) {
        out.numbers(entries);
        out.number(longestWhole);
        List<String> lines = whole.keySet().stream().sorted().toList();
        out.numbers(lines.stream()
                .map(line -> Objects.requireNonNull(whole.get(line)))
                .flatMapToInt(found -> IntStream.concat(IntStream.of(found.length), IntStream.of(found)))
                .toArray());
        out.texts(lines);
        start.write(out);
        end.write(out);
        inside.write(out);
        unindexed.write(out);
    }

    /**
     * Looks up lines.
     *
     * @param text that holds the lines
     * @param lines in the order of the text
     */
    Scan scan(String text, List<Line> lines) {
        if (!Characters.holdsDirectionMark(text)) {
            return new Lookup(text).scan(lines, lines);
        }
        OneText read = OneText.of(lines, LiteralIndex::asMatched);
        return new Lookup(read.text()).scan(lines, read.lines());
    }

    /** Returns the line as patterns see it, or the unchanged line when nothing would remain. */
    private static String asMatched(Line line) {
        String matched = MatchText.of(line.text()).text();
        return matched.isEmpty() ? line.text() : matched;
    }

    /** Lines of different texts, joined into one text. */
    record OneText(String text, List<Line> lines) {
        OneText {
            lines = List.copyOf(lines);
        }

        /** @param as gives the text of a line */
        static OneText of(List<Line> lines, Function<Line, String> as) {
            List<String> texts = lines.stream().map(as).toList();
            String text = String.join("\n", texts);
            List<Line> placed = new ArrayList<>(lines.size());
            int at = 0;
            for (int i = 0; i < texts.size(); i++) {
                int end = at + texts.get(i).length();
                placed.add(new Line(
                        text, lines.get(i).index(), at, end, lines.get(i).glued()));
                at = end + 1;
            }
            return new OneText(text, placed);
        }
    }

    /**
     * The result of a lookup.
     *
     * @param lines in the order given
     * @param hits pairs of a line and a trigger, see {@link ScannedPage#hit}; ascending if the line numbers are
     * @param count number of hits
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over to the page
    record Scan(ScannedLines lines, long[] hits, int count) {}

    /** One lookup. Lines are read in batches: one pass over a long range is faster than many over short ones. */
    private final class Lookup implements LiteralTrie.Found {
        private final String text;
        private final FoldedText folded;
        private char[] chars = {};
        /** Offsets where literals may begin, as indexes of {@link #chars}; those before {@link #place} are done. */
        private int[] places = {};

        private int placeCount;
        private int place;
        private final Hits hits = new Hits();
        private Line line = NO_LINE;
        /** Index of the start of the line in {@link #chars}. */
        private int lineStart;

        private Lookup(String text) {
            this.text = text;
            this.folded = new FoldedText(Math.min(text.length(), STRETCH));
        }

        /** @param lines the lines to read in place of the given ones */
        Scan scan(List<Line> given, List<Line> lines) {
            ScannedLines scanned = new ScannedLines(given, lines);
            int at = 0;
            while (at < lines.size()) {
                int start = lines.get(at).start();
                if (lines.get(at).length() > ScannedLine.MAX_LENGTH) {
                    scanned.saw(at, tooLong(lines.get(at)));
                    at++;
                    continue;
                }
                int after = at + 1;
                while (after < lines.size() && lines.get(after).end() - start <= STRETCH) {
                    after++;
                }
                read(start, lines.get(after - 1).end(), LINE_FEED);
                while (at < after) {
                    whole(lines.get(at));
                    scanned.saw(at, chars[lineStart]);
                    at++;
                }
            }
            return new Scan(scanned, hits.found, hits.count);
        }

        private void whole(Line next) {
            take(next);
            folded.close(next.start(), next.end());
            int end = folded.at(next.end());
            for (int found : wholeLine(end)) {
                hits.add(entries[Entry.SIZE * found + Entry.TRIGGER]);
            }
            start.at(chars, lineStart, this);
            LiteralIndex.this.end.at(chars, end - 1, this);
            inside(end);
            unindexed.find(next, hits);
        }

        /**
         * Returns the entries of literals equal to the line. Runs of white space may make a line longer than its literal;
         * more than twice as long is not looked up.
         */
        private int[] wholeLine(int end) {
            if (end - lineStart > 2 * longestWhole) {
                return NONE;
            }
            String text = new String(chars, lineStart, end - lineStart);
            return whole.getOrDefault(text.contains("  ") ? text.replaceAll(" +", " ") : text, NONE);
        }

        /** Reads only the start and the end of a line that is too long. Returns its first character, folded. */
        private char tooLong(Line next) {
            int head = next.start() + ScannedLine.WINDOW;
            read(next.start(), head, LINE_FEED);
            take(next);
            folded.close(next.start(), head);
            char opening = chars[lineStart];
            start.at(chars, lineStart, this);
            inside(folded.at(head));
            int tail = next.end() - ScannedLine.WINDOW;
            read(tail, next.end(), text.charAt(tail - 1));
            lineStart = folded.at(next.start());
            folded.close(tail, next.end());
            int end = folded.at(next.end());
            inside(end);
            LiteralIndex.this.end.at(chars, end - 1, this);
            unindexed.find(next, hits);
            return opening;
        }

        private void read(int from, int to, char before) {
            folded.read(text, from, to, before);
            chars = folded.chars();
            places = folded.entries();
            placeCount = folded.entryCount();
            place = 0;
        }

        private void take(Line next) {
            line = next;
            lineStart = folded.at(next.start());
            hits.begin(next, chars, lineStart);
        }

        /** Looks up the remaining places before an end offset. */
        private void inside(int end) {
            while (place < placeCount && places[place] < end) {
                int at = places[place++];
                // Characters between lines need not be spaces: control characters, for example.
                if (at >= lineStart) {
                    inside.at(chars, at, this);
                }
            }
        }

        @Override
        public void at(int entry, int start, int end) {
            int at = Entry.SIZE * entry;
            int length = line.length();
            if (start - lineStart <= entries[at + Entry.LATEST]
                    && length >= entries[at + Entry.SHORTEST]
                    && length <= entries[at + Entry.LONGEST]) {
                hits.add(entries[at + Entry.TRIGGER]);
            }
        }
    }

    /** Triggers without a literal, by the slot that their patterns begin with. Each slot is tested once per line. */
    private static final class Unindexed {
        private final List<Beginning> beginnings = new ArrayList<>();

        Unindexed() {}

        Unindexed(IndexReader in, PatternCompiler patterns) {
            for (String slot : in.texts()) {
                Beginning beginning = new Beginning(patterns.slot(slot));
                int[] packed = in.numbers();
                for (int i = 0; i < packed.length; i += Entry.SIZE) {
                    beginning.add(Entry.of(packed, i));
                }
                beginnings.add(beginning);
            }
        }

        void write(IndexWriter out) {
            out.texts(beginnings.stream()
                    .map(beginning -> beginning.slot == null ? "" : beginning.slot.name())
                    .toList());
            beginnings.forEach(beginning -> out.numbers(Entry.packed(beginning.entries)));
        }

        void add(@Nullable SlotType first, Entry entry) {
            Beginning beginning = beginnings.stream()
                    .filter(other -> Objects.equals(other.slot, first))
                    .findFirst()
                    .orElse(null);
            if (beginning == null) {
                beginning = new Beginning(first);
                beginnings.add(beginning);
            }
            beginning.add(entry);
        }

        void find(Line line, Hits hits) {
            for (Beginning beginning : beginnings) {
                if (line.length() <= beginning.longest && beginning.isOf(line, hits)) {
                    for (Entry entry : beginning.entries) {
                        if (entry.admits(line.length())) {
                            hits.add(entry.packedTrigger());
                        }
                    }
                }
            }
        }
    }

    /** Triggers of patterns that begin with the same slot, or with none that can be tested. */
    private static final class Beginning {
        private final @Nullable SlotType slot;
        private final List<Entry> entries = new ArrayList<>();
        private int longest;

        Beginning(@Nullable SlotType slot) {
            this.slot = slot;
        }

        void add(Entry entry) {
            entries.add(entry);
            longest = Math.max(longest, entry.longestLine());
        }

        boolean isOf(Line line, Hits hits) {
            return slot == null || (!slot.needsDigit() || hits.hasDigit()) && slot.mayBegin(line.text(), 0);
        }
    }

    /** Triggers found in lines, each once per line and ascending. */
    private static final class Hits {
        private long[] found = new long[64];
        private int count;
        /** Index of the first hit of the current line. */
        private int lineStart;

        private Line line = NO_LINE;
        private char[] chars = {};
        private int from;
        private boolean digit;
        private boolean digitKnown;

        /**
         * Starts a new line.
         *
         * @param units the line, or the part of it that was read
         * @param start index of its start in {@code units}
         */
        void begin(Line next, char[] units, int start) {
            line = next;
            chars = units;
            from = start;
            digitKnown = false;
            lineStart = count;
        }

        /** @param trigger complement of the number when the line must hold a digit */
        void add(int trigger) {
            if (trigger < 0 && !hasDigit()) {
                return;
            }
            long hit = ScannedPage.hit(line.index(), trigger < 0 ? ~trigger : trigger);
            int at = count;
            while (at > lineStart && found[at - 1] > hit) {
                at--;
            }
            if (at > lineStart && found[at - 1] == hit) {
                return;
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            System.arraycopy(found, at, found, at + 1, count - at);
            found[at] = hit;
            count++;
        }

        /** Whether the line holds a digit. True for a line that is too long to be read as a whole. */
        private boolean hasDigit() {
            if (!digitKnown) {
                digit = line.length() > ScannedLine.MAX_LENGTH
                        || Characters.holdsDigit(chars, from, from + line.length());
                digitKnown = true;
            }
            return digit;
        }
    }

    /** Collects keys. */
    static final class Builder {
        private final Map<String, TreeSet<Integer>> whole = new HashMap<>();
        private final LiteralTrie.Builder start = new LiteralTrie.Builder(false);
        private final LiteralTrie.Builder end = new LiteralTrie.Builder(true);
        private final LiteralTrie.Builder inside = new LiteralTrie.Builder(false);
        private final List<Entry> entries = new ArrayList<>();
        private final Unindexed unindexed = new Unindexed();

        /** Adds a pattern. */
        void add(CompiledPattern pattern, Mode mode, int trigger) {
            List<Key> keys = pattern.keys(mode);
            boolean digit = pattern.needsDigit();
            // A line may have runs of white space, so it may be longer than the match.
            int longest = mode != Mode.WHOLE || pattern.maxLength() > ScannedLine.MAX_LENGTH
                    ? Integer.MAX_VALUE
                    : 2 * pattern.maxLength();
            if (keys.isEmpty()) {
                int limit = mode == Mode.WHOLE
                        ? Math.min(pattern.maxLength(), PatternCompiler.MAX_UNINDEXED_LENGTH)
                        : Integer.MAX_VALUE;
                boolean asked = mode == Mode.WHOLE && !pattern.needsKnown();
                unindexed.add(
                        asked ? pattern.firstType() : null, new Entry(trigger, digit, 0, pattern.minLength(), limit));
            }
            for (Key key : keys) {
                int entry = entries.size();
                entries.add(new Entry(trigger, digit, key.latest(), pattern.minLength(), longest));
                switch (key.anchor()) {
                    case WHOLE ->
                        whole.computeIfAbsent(key.literal(), line -> new TreeSet<>())
                                .add(entry);
                    case START -> start.add(key.literal(), entry, key.wholeWord());
                    case END -> end.add(key.literal(), entry, false);
                    case INSIDE -> inside.add(key.literal(), entry, key.wholeWord());
                }
            }
        }

        LiteralIndex build() {
            return new LiteralIndex(this);
        }
    }
}
