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

/** One search for mojibake through one text; undoes one layer of it. Not shared between threads. */
final class MojibakeScan {

    private final String text;
    private final Step step;
    private final boolean inner;
    private final MojibakeChain.Reader reader;
    private final Utf8Unit unit;

    /** How far from a damaged word the right one shows that both are meant to be seen. */
    private static final int NEAR = 80;

    private static final String OPENING = "\"'`“‘«„";
    private static final String CLOSING = "\"'`”’»“";

    /** So many doubtful chains are one that is sure. */
    private static final int ENOUGH = 3;

    /** So many stray characters settle it. */
    private static final int STRAY_LIMIT = 24;

    /** Per charset, the end of the last chain read, so that no unit is read twice. */
    private final int[] readTo = new int[LegacyCharset.count()];

    private int damagedTo;

    private final List<MojibakeChain> sure = new ArrayList<>();
    private final List<MojibakeChain> doubtful = new ArrayList<>();

    /** @param inner whether a layer of mojibake was undone before: what it left beside right words is no example */
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

    /** The next unit that could begin a chain, whole or with a loss; the end of the text if there is none. */
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

    /** Looks at a unit with which a chain may begin, and tells where to go on. */
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
     * Whether a chain lies in a run of other Latin characters beyond ASCII that make no sense as UTF-8: text of another
     * encoding altogether, such as GBK, in which valid pairs turn up by chance.
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

    /** Takes in controls right behind a chain, which would otherwise stand alone and pass for line ends. */
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

    /** A lead whose continuation was lost, or whose no-break space became a plain one. */
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
     * Three doubtful chains of one charset are as good as a sure one. How far apart they stand must not count: where lines
     * between them are dropped, they would be closer the next time.
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

    /** The sure chains and those doubtful ones that one of them vouches for, in order, without overlap. */
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
     * The chains without those that a text about damaged letters shows: the word as it should be stands in the same line, or the
     * chain alone in quotes. Where a third of all are shown, the text is about them, and none is repaired.
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

    /** Whether a stretch is a word, or a sign that touches none. */
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

    /** Whether another charset reads the chain the same way, as Windows-1252 and Windows-1254 mostly do. */
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
                // The no-break space and the space after the word have fallen together.
                out.append(' ');
            }
            at = unit.end;
        }
        return out.toString();
    }

    /** Whether a word ends by itself: before a space, a mark that stands right behind words, or a hyphen between words. */
    private boolean endsWord(int at) {
        char behind = at < text.length() ? text.charAt(at) : '\n';
        boolean hyphened = behind == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return hyphened || " \n,.)]…".indexOf(behind) >= 0;
    }

    /** The Portuguese contraction "às", whose last letter now stands alone. */
    private boolean isPluralOfA(int at) {
        return at + 1 < text.length() && text.charAt(at) == 's' && text.charAt(at + 1) == ' ';
    }
}
