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
 * Finds in one pass over a line the triggers whose literal stands in it: whole lines by their text, literals at the line's
 * edges by a walk from there, the others by walks from word starts. What a line costs does not grow with the number of
 * rules. Immutable and thread-safe.
 */
final class LiteralIndex {

    /** How much is read at once where lines are short enough, in UTF-16 units. */
    private static final int STRETCH = 2_000;

    private static final int[] NONE = {};

    private static final char LINE_FEED = '\n';

    private static final Line NO_LINE = new Line("", 0, 0, 0, false);

    /** Entries of literals that are whole lines, folded and with single spaces. */
    private final Map<String, int[]> whole = new HashMap<>();

    private final int longestWhole;
    private final LiteralTrie start;
    private final LiteralTrie end;
    private final LiteralTrie inside;
    /** What each literal leads to, and when; see {@link Entry}. In one array, since they are asked for all over the place. */
    private final int[] entries;
    /** Triggers of rules that have no literal: tried on short lines. */
    private final Unindexed unindexed;

    /**
     * What a literal leads to.
     *
     * @param trigger to try
     * @param needsDigit whether only where the line holds a digit
     * @param latest where the literal begins at the latest
     * @param shortestLine in which the pattern can match
     * @param longestLine in which the pattern can match
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

    /** Reads one that was written, for slots of the same names. */
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
     * Looks lines up.
     *
     * @param text of which they are parts
     * @param lines in order
     */
    Scan scan(String text, List<Line> lines) {
        if (!Characters.holdsDirectionMark(text)) {
            return new Lookup(text).scan(lines, lines);
        }
        OneText read = OneText.of(lines, LiteralIndex::asMatched);
        return new Lookup(read.text()).scan(lines, read.lines());
    }

    /** The line as patterns see it; as it is where nothing would be left of it. */
    private static String asMatched(Line line) {
        String matched = MatchText.of(line.text()).text();
        return matched.isEmpty() ? line.text() : matched;
    }

    /** Lines of different texts, made those of one. */
    record OneText(String text, List<Line> lines) {
        OneText {
            lines = List.copyOf(lines);
        }

        /** @param as what stands for a line */
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
     * What was found in lines.
     *
     * @param lines in the order given
     * @param hits number of a line and a trigger found in it, see {@link ScannedPage#hit}; ascending where the numbers do
     * @param count of hits
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over to the page
    record Scan(ScannedLines lines, long[] hits, int count) {}

    /** The looking up of some lines. They are read many at a time: a pass over a long stretch is faster than many short ones. */
    private final class Lookup implements LiteralTrie.Found {
        private final String text;
        private final FoldedText folded;
        private char[] chars = {};
        /** Where literals may begin inside of lines, those looked up already first. */
        private int[] places = {};

        private int placeCount;
        private int place;
        private final Hits hits = new Hits();
        private Line line = NO_LINE;
        /** Where the line begins in {@link #chars}. */
        private int lineStart;

        private Lookup(String text) {
            this.text = text;
            this.folded = new FoldedText(Math.min(text.length(), STRETCH));
        }

        /** @param lines to read for the given ones */
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

        /** Entries of the literals that are the line; runs of white space are rare, and rarely longer than the line is again. */
        private int[] wholeLine(int end) {
            if (end - lineStart > 2 * longestWhole) {
                return NONE;
            }
            String text = new String(chars, lineStart, end - lineStart);
            return whole.getOrDefault(text.contains("  ") ? text.replaceAll(" +", " ") : text, NONE);
        }

        /** Only the beginning and the end of such a line are looked at; returns its first character, folded. */
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

        /** Looks up the places before the line's end, or before that of a part of it, where no lookup was yet. */
        private void inside(int end) {
            while (place < placeCount && places[place] < end) {
                int at = places[place++];
                // Between lines may stand what is no space, such as control characters.
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

    /** Triggers without a literal, by the slot that lines begin with where they match: each slot is asked once for a line. */
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

    /** Triggers of patterns that begin with the same slot, or with none that can be asked. */
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

    /** Triggers found in lines, each once, ascending within a line. */
    private static final class Hits {
        private long[] found = new long[64];
        private int count;
        /** Where those of the line begin. */
        private int lineStart;

        private Line line = NO_LINE;
        private char[] chars = {};
        private int from;
        private boolean digit;
        private boolean digitKnown;

        /**
         * The triggers of a line come next.
         *
         * @param units the line, or what was read of it
         * @param start where it begins there
         */
        void begin(Line next, char[] units, int start) {
            line = next;
            chars = units;
            from = start;
            digitKnown = false;
            lineStart = count;
        }

        /** @param trigger its complement where it needs a digit */
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

        /** Whether the line holds a digit; also where it is too long to be read for that. */
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
            // Runs of white space make a line longer than what is matched.
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
