package dev.winnow.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /** Triggers without a literal: tried on short lines. */
    private final List<Unindexed> unindexed;

    private final int longestUnindexed;

    /** A trigger without a literal. */
    private record Unindexed(int trigger, int maxLength, boolean needsDigit) {}

    private LiteralIndex(Builder builder) {
        this.whole = builder.whole.build();
        this.start = builder.start.build();
        this.end = builder.end.build();
        this.inside = builder.inside.build();
        this.unindexed = List.copyOf(builder.unindexed);
        this.longestUnindexed =
                unindexed.stream().mapToInt(Unindexed::maxLength).max().orElse(0);
    }

    /** Ids of the triggers that could matter to the line, ascending, each once. */
    int[] scan(String line) {
        Hits hits = new Hits();
        whole.at(line, hits::add);
        start.atEdge(line, hits::add);
        end.atEdge(line, hits::add);
        if (line.length() <= ScannedLine.MAX_LENGTH) {
            inside.inside(line, 0, line.length(), hits::add);
        } else {
            inside.inside(line, 0, ScannedLine.WINDOW, hits::add);
            inside.inside(line, line.length() - ScannedLine.WINDOW, line.length(), hits::add);
        }
        if (line.length() <= longestUnindexed) {
            addUnindexed(line, hits);
        }
        return hits.sorted();
    }

    private void addUnindexed(String line, Hits hits) {
        boolean digit = false;
        for (int i = 0; i < line.length() && !digit; i++) {
            digit = Character.isDigit(line.charAt(i));
        }
        for (Unindexed candidate : unindexed) {
            if (line.length() <= candidate.maxLength && (digit || !candidate.needsDigit)) {
                hits.add(candidate.trigger);
            }
        }
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
        private final List<Unindexed> unindexed = new ArrayList<>();

        void add(CompiledPattern pattern, Mode mode, int trigger) {
            List<Key> keys = pattern.keys(mode);
            if (keys.isEmpty()) {
                unindexed.add(new Unindexed(
                        trigger,
                        Math.min(pattern.maxLength(), PatternCompiler.MAX_UNINDEXED_LENGTH),
                        pattern.needsDigit()));
            }
            for (Key key : keys) {
                switch (key.anchor()) {
                    case WHOLE -> whole.add(key.literal(), trigger);
                    case START -> start.add(key.literal(), trigger);
                    case END -> end.add(key.literal(), trigger);
                    case INSIDE -> inside.add(key.literal(), trigger);
                }
            }
        }

        LiteralIndex build() {
            return new LiteralIndex(this);
        }
    }
}
