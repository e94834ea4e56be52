package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.normalize.MojibakeChain.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches one text for mojibake and undoes one layer of it. Not thread-safe. */
final class MojibakeScan {

    private final String text;
    private final Step step;
    private final boolean inner;
    private final MojibakeChain.Reader reader;
    private final Utf8Unit unit;

    /** Maximum distance between a damaged word and the right one, in units, if the text shows both on purpose. */
    private static final int NEAR = 80;

    private static final String OPENING = "\"'`“‘«„";
    private static final String CLOSING = "\"'`”’»“";

    /** Number of doubtful chains that together count as a sure one. */
    private static final int ENOUGH = 3;

    /** Maximum number of stray characters that are counted. */
    private static final int STRAY_LIMIT = 24;

    /** Per charset the end of the last chain read, so that no unit is read twice. */
    private final int[] readTo = new int[LegacyCharset.count()];

    private int damagedTo;

    private final List<MojibakeChain> sure = new ArrayList<>();
    private final List<MojibakeChain> doubtful = new ArrayList<>();

    /**
     * @param inner whether an outer layer was undone already. Then a damaged word beside the right one is not shown on purpose
     */
    MojibakeScan(String text, Step step, boolean inner) {
        this.text = text;
        this.step = step;
        this.inner = inner;
        this.reader = new MojibakeChain.Reader(text);
        this.unit = new Utf8Unit(text);
    }

    List<Edit> edits() {
        find();
        vouchForEachOther();
        if (sure.isEmpty()) {
            return List.of();
        }
        EditList edits = new EditList(text, step);
        for (MojibakeChain chain : withoutShown(withSupported())) {
            edits.replace(
                    chain.start(),
                    chain.end(),
                    repaired(chain),
                    "UTF-8 read as " + chain.charset().label());
        }
        return edits.done();
    }

    private void find() {
        char[] units = text.toCharArray();
        int at = next(units, 0);
        while (at < units.length) {
            at = next(units, look(at));
        }
    }

    /** Index of the next unit that may begin a chain, complete or damaged; the end of the text if there is none. */
    private static int next(char[] units, int from) {
        int bits = from < units.length ? LegacyPairs.bits(units[from]) : 0;
        for (int i = from; i + 1 < units.length; i++) {
            int following = LegacyPairs.bits(units[i + 1]);
            boolean pair = (LegacyPairs.awaited(bits) & following) != 0;
            if (pair || LegacyPairs.isLead(bits, LegacyCharset.LATIN)) {
                return i;
            }
            bits = following;
        }
        return units.length;
    }

    /** Examines a unit that may begin a chain. Returns the offset at which the search goes on. */
    private int look(int at) {
        int charsets = LegacyPairs.at(text, at);
        MojibakeChain best = charsets == 0 ? lost(at) : best(at, charsets);
        if (best == null || best.certainty() == Certainty.NONE || liesInGarbage(best)) {
            return at + 1;
        }
        if (best.certainty() == Certainty.SURE) {
            best = withTrailingControls(best);
            sure.add(best);
            return best.end();
        }
        doubtful.add(best);
        return at + 1;
    }

    /**
     * Whether a chain lies among other non-ASCII Latin characters that are not valid UTF-8. Such text is in another charset,
     * such as GBK, in which valid pairs occur by chance.
     */
    private boolean liesInGarbage(MojibakeChain chain) {
        int stray = 0;
        int floor = sure.isEmpty() ? 0 : sure.get(sure.size() - 1).end();
        for (int i = chain.start() - 1; i >= floor && stray < STRAY_LIMIT && isLatinBeyondAscii(text.charAt(i)); i--) {
            stray++;
        }
        int limit = Math.min(text.length(), chain.end() + 4 * STRAY_LIMIT);
        int i = chain.end();
        while (i < limit && stray < STRAY_LIMIT && isLatinBeyondAscii(text.charAt(i))) {
            if (unit.read(i, chain.charset(), false)) {
                i = unit.end;
            } else {
                stray++;
                i++;
            }
        }
        return stray >= 4 && 2 * stray > chain.end() - chain.start();
    }

    private static boolean isLatinBeyondAscii(char c) {
        return c >= 0xA0 && c < 0x250;
    }

    /** Extends a chain by the control characters directly after it. Alone they would be taken for line ends. */
    private MojibakeChain withTrailingControls(MojibakeChain chain) {
        int end = chain.end();
        if (!isControl(text.charAt(end - 1))) {
            return chain;
        }
        while (end < text.length() && isControl(text.charAt(end))) {
            end++;
        }
        return end == chain.end()
                ? chain
                : new MojibakeChain(
                        chain.start(), end, chain.charset(), chain.certainty(), chain.weight(), chain.oddness());
    }

    private static boolean isControl(char c) {
        return c >= 0x80 && c < 0xA0;
    }

    private @Nullable MojibakeChain best(int at, int charsets) {
        MojibakeChain best = null;
        for (int left = charsets; left != 0; left &= left - 1) {
            int ordinal = Integer.numberOfTrailingZeros(left);
            if (readTo[ordinal] > at) {
                continue;
            }
            MojibakeChain chain = reader.read(at, LegacyCharset.at(ordinal), false);
            readTo[ordinal] = chain.end();
            if (best != null
                    && chain.certainty() == best.certainty()
                    && chain.end() == best.end()
                    && sameInBoth(best, chain.charset())) {
                continue;
            }
            if (best == null
                    || chain.certainty().compareTo(best.certainty()) > 0
                    || chain.certainty() == best.certainty() && chain.weight() > best.weight()) {
                best = chain;
            }
        }
        return best;
    }

    /**
     * Returns a chain whose lead has lost its continuation, or whose no-break space became a plain space; null if there is
     * none.
     */
    private @Nullable MojibakeChain lost(int at) {
        if (at < damagedTo || !LegacyPairs.isLead(LegacyPairs.bits(text.charAt(at)), LegacyCharset.LATIN)) {
            return null;
        }
        char next = text.charAt(at + 1);
        boolean spaceLater = next > 0x7F && at + 2 < text.length() && text.charAt(at + 2) == ' ';
        boolean quote = next == '€';
        if (next != ' ' && next != Utf8Unit.LOST && !spaceLater && !quote) {
            return null;
        }
        MojibakeChain chain = reader.read(at, LegacyCharset.LATIN, true);
        damagedTo = chain.end();
        return chain;
    }

    /**
     * Makes a chain sure if three doubtful chains of one charset exist. Their distance must not count: lines between them may
     * be dropped, and then they would be closer in the next run.
     */
    private void vouchForEachOther() {
        if (!sure.isEmpty()) {
            return;
        }
        int[] odd = new int[LegacyCharset.count()];
        for (MojibakeChain chain : doubtful) {
            if (chain.oddness() >= 1 && ++odd[chain.charset().ordinal()] == ENOUGH) {
                sure.add(chain);
                return;
            }
        }
    }

    /** Returns the sure chains and the doubtful ones that a sure one supports, in order, without overlap. */
    private List<MojibakeChain> withSupported() {
        sure.sort(Comparator.comparingInt(MojibakeChain::start));
        Set<LegacyCharset> vouched = EnumSet.noneOf(LegacyCharset.class);
        Set<LegacyCharset> readAlike = EnumSet.noneOf(LegacyCharset.class);
        for (MojibakeChain chain : sure) {
            vouched.add(chain.charset());
            charsets()
                    .filter(other -> !readAlike.contains(other) && sameInBoth(chain, other))
                    .forEach(readAlike::add);
        }
        List<MojibakeChain> all = new ArrayList<>(sure.size() + doubtful.size());
        int s = 0;
        for (MojibakeChain chain : doubtful) {
            while (s < sure.size() && sure.get(s).end() <= chain.start()) {
                all.add(sure.get(s++));
            }
            boolean overlaps = s < sure.size() && sure.get(s).start() < chain.end()
                    || !all.isEmpty() && all.get(all.size() - 1).end() > chain.start();
            boolean supported = readAlike.contains(chain.charset())
                    || vouched.stream().anyMatch(charset -> sameInBoth(chain, charset));
            if (!overlaps && supported) {
                all.add(chain);
            }
        }
        while (s < sure.size()) {
            all.add(sure.get(s++));
        }
        return all;
    }

    /**
     * Removes chains that the text shows on purpose: the right word stands in the same line, or the chain stands alone in
     * quotes. No chain of such a line is repaired. If a third of all chains are shown, the text is about damaged letters, and
     * none is repaired.
     */
    private List<MojibakeChain> withoutShown(List<MojibakeChain> chains) {
        List<MojibakeChain> shown =
                inner ? List.of() : chains.stream().filter(this::isShown).toList();
        if (shown.isEmpty()) {
            return chains;
        }
        if (shown.size() * 3 >= chains.size()) {
            return List.of();
        }
        Set<Integer> lines = new HashSet<>();
        shown.forEach(chain -> lines.add(lineStart(chain.start())));
        return chains.stream()
                .filter(chain -> !lines.contains(lineStart(chain.start())))
                .toList();
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private boolean isShown(MojibakeChain chain) {
        int start = chain.start();
        int end = chain.end();
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String meant = repaired(chain);
        if (meant.chars().allMatch(c -> Character.isSpaceChar(c) || c == Utf8Unit.LOST)) {
            return false;
        }
        boolean alone = start == chain.start() && end == chain.end();
        if (alone && isQuoted(start, end)) {
            return meant.codePointCount(0, meant.length()) == 1;
        }
        String word = text.substring(start, chain.start()) + meant + text.substring(chain.end(), end);
        int lineEnd = text.indexOf('\n', end);
        int from = Math.max(lineStart(start), start - NEAR);
        int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, end + NEAR);
        for (int at = text.indexOf(word, from); at >= 0 && at + word.length() <= to; at = text.indexOf(word, at + 1)) {
            boolean own = at < end && at + word.length() > start;
            if (!own && standsAlone(at, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a range touches no word. */
    private boolean standsAlone(int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private boolean isQuoted(int start, int end) {
        if (start == 0 || end == text.length()) {
            return false;
        }
        int pair = OPENING.indexOf(text.charAt(start - 1));
        return pair >= 0 && CLOSING.charAt(pair) == text.charAt(end);
    }

    private static Stream<LegacyCharset> charsets() {
        return IntStream.range(0, LegacyCharset.count()).mapToObj(LegacyCharset::at);
    }

    /** Whether another charset maps the characters of a chain to the same bytes, as Windows-1252 and Windows-1254 mostly do. */
    private boolean sameInBoth(MojibakeChain chain, LegacyCharset other) {
        for (int i = chain.start(); i < chain.end(); i++) {
            if (chain.charset().byteOf(text.charAt(i)) != other.byteOf(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String repaired(MojibakeChain chain) {
        StringBuilder out = new StringBuilder(chain.end() - chain.start());
        int at = chain.start();
        while (at < chain.end()) {
            if (!unit.read(at, chain.charset(), true)) {
                out.append((char) LegacyCharset.windows1252(text.charAt(at++)));
                continue;
            }
            boolean pair = unit.end - at == 2;
            out.appendCodePoint(unit.codePoint);
            if (pair && unit.spaced && unit.codePoint == 'à' && !endsWord(unit.end) && !isPluralOfA(unit.end)) {
                // The no-break space and the space after the word became one space.
                out.append(' ');
            }
            at = unit.end;
        }
        return out.toString();
    }

    /** Whether a word ends here: before a space, before a mark that follows words directly, or before a hyphen between words. */
    private boolean endsWord(int at) {
        char behind = at < text.length() ? text.charAt(at) : '\n';
        boolean hyphened = behind == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return hyphened || " \n,.)]…".indexOf(behind) >= 0;
    }

    /** The Portuguese contraction "às": its last letter now stands alone. */
    private boolean isPluralOfA(int at) {
        return at + 1 < text.length() && text.charAt(at) == 's' && text.charAt(at + 1) == ' ';
    }
}
