package dev.winnow.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Ids of the triggers that could matter to the line, ascending, each once. */
    int[] scan(String line) {
        Hits hits = new Hits();
        LiteralTrie.Found found = (entry, from, to) -> {
            if (entries[entry].admits(line, from, to)) {
                hits.add(entries[entry].trigger);
            }
        };
        whole.at(line, entry -> hits.add(entries[entry].trigger));
        start.atEdge(line, found);
        end.atEdge(line, found);
        if (line.length() <= ScannedLine.MAX_LENGTH) {
            inside.inside(line, 0, line.length(), found);
        } else {
            inside.inside(line, 0, ScannedLine.WINDOW, found);
            inside.inside(line, line.length() - ScannedLine.WINDOW, line.length(), found);
        }
        if (line.length() <= longestUnindexed) {
            addUnindexed(unindexed, line, hits);
        }
        return hits.sorted();
    }

    /** Ids of the triggers of a site's rules without a literal that could matter to the line. */
    int[] scanForSite(int pack, String line) {
        Entry[] ofSite = unindexedOfSite.get(pack);
        if (ofSite == null) {
            return NONE;
        }
        Hits hits = new Hits();
        addUnindexed(ofSite, line, hits);
        return hits.sorted();
    }

    private static void addUnindexed(Entry[] candidates, String line, Hits hits) {
        boolean digit = hasDigit(line);
        for (Entry candidate : candidates) {
            if (line.length() <= candidate.longestLine && (digit || !candidate.needsDigit)) {
                hits.add(candidate.trigger);
            }
        }
    }

    private static boolean hasDigit(String line) {
        int end = Math.min(line.length(), PatternCompiler.MAX_UNINDEXED_LENGTH);
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c >= '0' && (c <= '9' || c > 0x0600 && Character.isDigit(c))) {
                return true;
            }
        }
        return false;
    }

    /** Triggers found in one line. */
    private static final class Hits {
        private int @Nullable [] ids;
        private int count;

        void add(int id) {
            if (ids == null) {
                ids = new int[8];
            } else if (count == ids.length) {
                // The same literal may stand in the line many times: make room by dropping doubles first.
                ids = distinct();
                count = ids.length;
                ids = Arrays.copyOf(ids, Math.max(8, count * 2));
            }
            ids[count++] = id;
        }

        int[] sorted() {
            return ids == null ? NONE : distinct();
        }

        private int[] distinct() {
            int[] found = ids == null ? NONE : ids;
            Arrays.sort(found, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[kept++] = found[i];
                }
            }
            return Arrays.copyOf(found, kept);
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
