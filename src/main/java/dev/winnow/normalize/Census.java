package dev.winnow.normalize;

import dev.winnow.document.LineFeeds;
import dev.winnow.document.TrackedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds in one fast pass which steps may have something to do. A unit of any script costs one table access. A trait may be
 * reported without need, never missed.
 */
final class Census {

    /** The first trait. It lies above the lower bits of {@link LegacyPairs#bits}, so that one table entry has room for both. */
    private static final int FIRST = LegacyPairs.LOWEST_FREE_BIT;

    /** A line end other than a line feed. */
    static final int LINE_END = FIRST;

    /** Control and format characters, lone surrogates, byte-order marks. */
    static final int CONTROL = FIRST << 1;

    /** A special space, a tab, or white space at the end of a line. */
    static final int SPACE = FIRST << 2;

    static final int LIGATURE = FIRST << 3;

    /** Characters that normalisation form C may compose, reorder or replace. */
    static final int COMPOSITION = FIRST << 4;

    /** Traits that a single unit can show. */
    private static final int OWN_TRAITS = LINE_END | CONTROL | SPACE | LIGATURE | COMPOSITION;

    /** In the table: examine the unit wherever it stands. */
    private static final int LOOK = FIRST << 5;

    /** An ampersand followed by a name or number and a semicolon. */
    static final int ENTITY = FIRST << 6;

    /** A lead byte and a continuation byte of UTF-8 side by side in one legacy charset, which may be mojibake. */
    static final int MOJIBAKE = FIRST << 7;

    /**
     * Maximum number of such pairs that are examined here, like a letter before a closing quote. If there are more, the step
     * itself must look.
     */
    private static final int MOST_PAIRS = 32;

    /** Several lines of the length at which programs wrap text. */
    static final int WRAPPED = FIRST << 8;

    /** The first half of a damaged à. The second half, a no-break space, may have become a plain space. */
    private static final char CUT = 'Ã';

    /** Begin and end of the Han ranges. Their units show no traits, so the builder of the table skips them. */
    private static final char FIRST_HAN = '\u3400';

    private static final char AFTER_HAN = '\uA000';

    /**
     * For every unit its traits, {@link LegacyPairs#bits} and {@link #LOOK}. The table covers all units, which saves a bounds
     * check per unit.
     */
    private static final int[] TABLE = table();

    /** Number of units read at a time; few enough for the first-level cache. */
    private static final int CHUNK = 4096;

    /** Number of units that are checked together. */
    private static final int BLOCK = 64;

    private final String text;
    private final LineFeeds feeds;
    private MojibakeChain.@Nullable Reader chains;
    private int pairs;

    private Census(TrackedText tracked) {
        this.text = tracked.text();
        this.feeds = tracked.lineFeeds();
    }

    private static int[] table() {
        int[] table = new int[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c = c + 1 == FIRST_HAN ? AFTER_HAN : c + 1) {
            int traits = Character.isSurrogate((char) c) ? CONTROL | COMPOSITION : traitsOf((char) c);
            table[c] = traits | LegacyPairs.bits((char) c) | (traits != 0 || c == '&' || c == CUT ? LOOK : 0);
        }
        return table;
    }

    private static int traitsOf(char c) {
        int traits = 0;
        if (c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
            traits |= LINE_END;
        }
        if (Controls.isCandidate(c)) {
            traits |= CONTROL;
        }
        // White space may stand before a carriage return. The check of lines below sees only line feeds, so report it
        // here.
        if (c == '\t' || c == '\r' || Spaces.isSpecial(c)) {
            traits |= SPACE;
        }
        if (c >= '\uFB00' && c <= '\uFB06') {
            traits |= LIGATURE;
        }
        if (Nfc.isSuspect(c)) {
            traits |= COMPOSITION;
        }
        return traits;
    }

    /**
     * Index of the next unit that shows one of the given traits, alone or as part of a surrogate pair; the length if there is
     * none. Lets a step skip the other units.
     */
    static int next(char[] units, int from, int traits) {
        for (int i = from; i < units.length; i++) {
            if ((TABLE[units[i]] & traits) != 0) {
                return i;
            }
        }
        return units.length;
    }

    /** Returns the traits of the current text as bits. */
    static int of(TrackedText text) {
        return new Census(text).traits();
    }

    private int traits() {
        int traits = ofLines();
        int length = text.length();
        char[] units = new char[Math.min(length, CHUNK)];
        int from = 0;
        int at = 0;
        while (at < length) {
            int count = Math.min(units.length, length - from);
            text.getChars(from, from + count, units, 0);
            for (int i = nextToLookAt(units, at - from, count); i < count; i = nextToLookAt(units, i + 1, count)) {
                traits |= look(units[i], from + i);
            }
            at = from + count;
            // Read the last unit again, because it may form a pair with the next.
            from = at - 1;
        }
        return traits;
    }

    /** Index of the next unit to examine, alone or with the unit before it; {@code to} if there is none. */
    private static int nextToLookAt(char[] units, int from, int to) {
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            int before = at == 0 ? 0 : TABLE[units[at - 1]];
            int seen = before & ~LOOK | seen(units, at, end);
            // Most blocks hold no such unit.
            if ((seen & (LOOK | LegacyPairs.awaited(seen))) != 0) {
                int found = nextToLookAt(units, at, end, LegacyPairs.awaited(before));
                if (found < end) {
                    return found;
                }
            }
        }
        return to;
    }

    /** Union of the bits of some units, without a branch for each. */
    private static int seen(char[] units, int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= TABLE[units[i]];
        }
        return seen;
    }

    /** The same search, unit by unit. */
    private static int nextToLookAt(char[] units, int from, int to, int awaitedThere) {
        int awaited = awaitedThere;
        int at = from;
        while (at < to && (TABLE[units[at]] & (awaited | LOOK)) == 0) {
            awaited = LegacyPairs.awaited(TABLE[units[at++]]);
        }
        return at;
    }

    private int look(char c, int at) {
        if (c == '&') {
            return Entities.mayBeginAt(text, at) ? ENTITY : 0;
        }
        if (Character.isSurrogate(c)) {
            return ofSurrogate(c, at);
        }
        int traits = TABLE[c] & OWN_TRAITS;
        if (c == CUT && at + 1 < text.length() && text.charAt(at + 1) == ' ') {
            traits |= MOJIBAKE;
        }
        return at > 0 && mayBeMojibake(at - 1) ? traits | MOJIBAKE : traits;
    }

    private boolean mayBeMojibake(int at) {
        int charsets = LegacyPairs.at(text, at);
        if (charsets == 0 || pairs++ >= MOST_PAIRS) {
            return charsets != 0;
        }
        MojibakeChain.Reader reader = chains == null ? new MojibakeChain.Reader(text) : chains;
        chains = reader;
        for (int left = charsets; left != 0; left &= left - 1) {
            LegacyCharset charset = LegacyCharset.at(Integer.numberOfTrailingZeros(left));
            if (reader.read(at, charset, false).certainty() != MojibakeChain.Certainty.NONE) {
                return true;
            }
        }
        return false;
    }

    private int ofSurrogate(char c, int at) {
        if (Character.isHighSurrogate(c)) {
            boolean pair = at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
            return pair ? supplementary(c) : CONTROL;
        }
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? 0 : CONTROL;
    }

    /** Traits that lengths and ends of lines show. */
    private int ofLines() {
        int lines = 0;
        int full = 0;
        int longer = 0;
        int wide = 0;
        boolean blank = false;
        for (int line = 0; line < feeds.lines(); line++) {
            int start = feeds.start(line);
            int end = feeds.end(line);
            if (end > start) {
                lines++;
                boolean blankEnd = isBlank(text.charAt(end - 1));
                blank |= blankEnd;
                int width = end - start;
                full += WrappedLines.isFullLength(width) ? 1 : 0;
                wide += WrappedLines.isFullWide(text, start, end) ? 1 : 0;
                longer += width > WrappedLines.LONGEST && !blankEnd ? 1 : 0;
            }
        }
        return (blank ? SPACE : 0)
                | (wide >= Unwrap.FEWEST_LOWER_CASE || WrappedLines.mayBeWrapped(text, feeds, full, longer, lines)
                        ? WRAPPED
                        : 0);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static int supplementary(char high) {
        // Emoji and pictographs do not compose. Tag characters stand in plane 14.
        return high >= '\uD83C' && high <= '\uD83E' ? 0 : high >= '\uDB40' ? CONTROL : COMPOSITION;
    }
}
