package dev.winnow.rule;

import dev.winnow.document.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds in one pass over a line the triggers whose literal stands in it: whole lines by their hash, literals at the line's
 * edges by a walk from there, the others by walks from word starts. What a line costs does not grow with the number of
 * rules. Immutable and thread-safe.
 */
final class LiteralIndex {

    private static final int[] NONE = {};

    private final WholeLines whole;
    private final LiteralTrie start;
    private final LiteralTrie end;
    private final LiteralTrie inside;
    /** What each literal leads to, and when. */
    private final Entry[] entries;
    /** Triggers of rules for pages in general that have no literal: tried on short lines. */
    private final Entry[] unindexed;
    /** The same of the rules of one site, by the number of its pack: they cost nothing elsewhere. */
    private final Map<Integer, Entry[]> unindexedOfSite;

    private final int longestUnindexed;

    /**
     * What a literal leads to.
     *
     * @param trigger to try
     * @param wholeWord whether no word may go on behind the literal
     * @param latest where the literal begins at the latest
     * @param longestLine in which the pattern can match
     * @param needsDigit whether the line must hold a digit; looked at only where there is no literal
     */
    private record Entry(int trigger, boolean wholeWord, int latest, int longestLine, boolean needsDigit) {

        boolean admits(String line, int start, int end) {
            return start <= latest && line.length() <= longestLine && (!wholeWord || Fold.isBoundary(line, end));
        }
    }

    private LiteralIndex(Builder builder) {
        this.whole = builder.whole.build();
        this.start = builder.start.build();
        this.end = builder.end.build();
        this.inside = builder.inside.build();
        this.entries = builder.entries.toArray(Entry[]::new);
        this.unindexed = builder.unindexed.toArray(Entry[]::new);
        Map<Integer, Entry[]> ofSite = new HashMap<>();
        builder.unindexedOfSite.forEach((pack, list) -> ofSite.put(pack, list.toArray(Entry[]::new)));
        this.unindexedOfSite = Map.copyOf(ofSite);
        this.longestUnindexed = longest(unindexed);
    }

    private static int longest(Entry[] entries) {
        return Arrays.stream(entries).mapToInt(Entry::longestLine).max().orElse(0);
    }

    /** Looks lines up one after the other; for one document. */
    Lookup lookup() {
        return new Lookup();
    }

    /** What looking up one line after the other needs; not thread-safe. */
    final class Lookup implements LiteralTrie.Found {
        private final FoldedLine folded = new FoldedLine();
        private final Hits hits = new Hits();
        private String line = "";
        /** Where the stretch that is being looked up begins in the line. */
        private int from;

        private Lookup() {}

        /** The line with the triggers that could matter to it. */
        ScannedLine scan(Line scanned) {
            int[] triggers = scan(scanned.text());
            return new ScannedLine(scanned, triggers, folded.hasDigit());
        }

        /** Ids of the triggers that could matter to the line, ascending, each once. */
        int[] scan(String line) {
            this.line = line;
            int length = line.length();
            if (length <= ScannedLine.MAX_LENGTH) {
                read(0, length);
                for (int entry : whole.at(folded)) {
                    hits.add(entries[entry].trigger);
                }
                start.atEdge(folded, this);
                inside.inside(folded, this);
                end.atEdge(folded, this);
            } else {
                read(0, ScannedLine.WINDOW);
                start.atEdge(folded, this);
                inside.inside(folded, this);
                read(length - ScannedLine.WINDOW, length);
                inside.inside(folded, this);
                end.atEdge(folded, this);
            }
            if (length <= longestUnindexed) {
                addUnindexed(unindexed, line, folded.hasDigit(), hits);
            }
            return hits.taken();
        }

        private void read(int from, int to) {
            this.from = from;
            folded.read(line, from, to);
        }

        @Override
        public void at(int entry, int start, int end) {
            if (entries[entry].admits(line, from + start, from + end)) {
                hits.add(entries[entry].trigger);
            }
        }
    }

    /**
     * Ids of the triggers of a site's rules without a literal that could matter to the line.
     *
     * @param digit whether the line holds one
     */
    int[] scanForSite(int pack, String line, boolean digit) {
        Entry[] ofSite = unindexedOfSite.get(pack);
        if (ofSite == null) {
            return NONE;
        }
        Hits hits = new Hits();
        addUnindexed(ofSite, line, digit, hits);
        return hits.taken();
    }

    private static void addUnindexed(Entry[] candidates, String line, boolean digit, Hits hits) {
        for (Entry candidate : candidates) {
            if (line.length() <= candidate.longestLine && (digit || !candidate.needsDigit)) {
                hits.add(candidate.trigger);
            }
        }
    }

    /** Triggers found in one line; used again for the next. */
    private static final class Hits {
        private int[] ids = new int[16];
        private int count;

        void add(int id) {
            if (count == ids.length) {
                // The same literal may stand in the line many times: make room by dropping doubles first.
                dropDoubles();
                ids = Arrays.copyOf(ids, Math.max(ids.length, count * 2));
            }
            ids[count++] = id;
        }

        /** What was found, ascending, each once; nothing is left. */
        int[] taken() {
            if (count == 0) {
                return NONE;
            }
            dropDoubles();
            int[] taken = Arrays.copyOf(ids, count);
            count = 0;
            return taken;
        }

        private void dropDoubles() {
            Arrays.sort(ids, 0, count);
            int kept = 1;
            for (int i = 1; i < count; i++) {
                if (ids[i] != ids[kept - 1]) {
                    ids[kept++] = ids[i];
                }
            }
            count = kept;
        }
    }

    /** Collects keys. */
    static final class Builder {
        private final WholeLines.Builder whole = new WholeLines.Builder();
        private final LiteralTrie.Builder start = new LiteralTrie.Builder(false);
        private final LiteralTrie.Builder end = new LiteralTrie.Builder(true);
        private final LiteralTrie.Builder inside = new LiteralTrie.Builder(false);
        private final List<Entry> entries = new ArrayList<>();
        private final List<Entry> unindexed = new ArrayList<>();
        private final Map<Integer, List<Entry>> unindexedOfSite = new HashMap<>();

        /**
         * Adds a pattern.
         *
         * @param site number of the pack when it describes a site, else -1
         */
        void add(CompiledPattern pattern, Mode mode, int trigger, int site) {
            List<Key> keys = pattern.keys(mode);
            // Runs of white space make a line longer than what is matched.
            int longest = mode != Mode.WHOLE || pattern.maxLength() > ScannedLine.MAX_LENGTH
                    ? Integer.MAX_VALUE
                    : 2 * pattern.maxLength();
            if (keys.isEmpty()) {
                List<Entry> list =
                        site < 0 ? unindexed : unindexedOfSite.computeIfAbsent(site, pack -> new ArrayList<>());
                int limit = mode == Mode.WHOLE
                        ? Math.min(pattern.maxLength(), PatternCompiler.MAX_UNINDEXED_LENGTH)
                        : Integer.MAX_VALUE;
                list.add(new Entry(trigger, false, 0, limit, pattern.needsDigit()));
            }
            for (Key key : keys) {
                int entry = entries.size();
                entries.add(new Entry(trigger, key.wholeWord(), key.latest(), longest, false));
                switch (key.anchor()) {
                    case WHOLE -> whole.add(key.literal(), entry);
                    case START -> start.add(key.literal(), entry);
                    case END -> end.add(key.literal(), entry);
                    case INSIDE -> inside.add(key.literal(), entry);
                }
            }
        }

        LiteralIndex build() {
            return new LiteralIndex(this);
        }
    }
}
