package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.text.Characters;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts the text to Unicode normalisation form C. Only short ranges that may need it are examined. A character with more
 * than {@value #LONGEST_CLUSTER} combining marks belongs to no writing system and stays, so that time is bounded.
 *
 * <p>The compatibility ideographs and the angle brackets of technical text stay, too. Form C replaces them by characters that
 * look different, and readers distinguish spellings of names by them.
 */
final class Nfc implements TriggeredStep {

    private static final int LONGEST_CLUSTER = 64;

    private static final int LAST_SUPPLEMENTARY_COMPATIBILITY = 0x2FA1F;

    /**
     * Basic-plane characters that compose with the character before (NFC_Quick_Check=Maybe in DerivedNormalizationProps.txt).
     * Conjoining jamo are not listed.
     */
    private static final String COMPOSING = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C"
            + "\u030F\u0311\u0313\u0314\u031B\u0323\u0324\u0325\u0326\u0327\u0328\u032D\u032E\u0330\u0331\u0338\u0342\u0345"
            + "\u0653\u0654\u0655\u093C\u09BE\u09D7\u0B3E\u0B56\u0B57\u0BBE\u0BD7\u0C56\u0CC2\u0CD5\u0CD6\u0D3E\u0D57\u0DCA"
            + "\u0DCF\u0DDF\u102E\u1B35\u3099\u309A";

    @Override
    public String name() {
        return "nfc";
    }

    @Override
    public int triggers() {
        return Census.COMPOSITION;
    }

    /** Whether a unit may be part of text that is not in form C. May be true without need, never false in error. */
    static boolean isSuspect(char c) {
        if (c < '\u0300') {
            return false;
        }
        if (c < '\u0370') {
            return true;
        }
        if (c <= '\u0482') {
            return c == '\u0374' || c == '\u037E' || c == '\u0387';
        }
        if (isCommonStarter(c)) {
            return false;
        }
        return true;
    }

    /** Large ranges that hold only starters which never change. Most text consists of them. */
    private static boolean isCommonStarter(char c) {
        return c >= '\u048A' && c <= '\u0590'
                || c >= '\u05D0' && c <= '\u060F'
                || c >= '\u0620' && c <= '\u064A'
                || c >= '\u0660' && c <= '\u066F'
                || c >= '\u0671' && c <= '\u06D5'
                || c >= '\u10A0' && c <= '\u10FF'
                || c >= '\u1E00' && c <= '\u1EFF'
                || c >= '\u2002' && c <= '\u20CF'
                || c >= '\u2100' && c <= '\u2125'
                || c >= '\u212C' && c <= '\u2ADB'
                || c >= '\u2E80' && c <= '\u3029'
                || c >= '\u3030' && c <= '\u3098'
                || c >= '\u309B' && c < '\uA66F'
                || c >= '\uAC00' && c <= '\uD7A3'
                || c >= '\uE000' && c <= '\uFAFF'
                || c >= '\uFB00' && c <= '\uFB1C'
                || c >= '\uFB50' && c <= '\uFE1F'
                || c >= '\uFE30';
    }

    @Override
    public boolean countsInCode(Edit edit) {
        return false;
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        // Cache of composed forms. The few marked letters of a script recur all over a text.
        Map<String, String> forms = new HashMap<>();
        char[] units = text.toCharArray();
        int length = units.length;
        int i = Census.next(units, 0, Census.COMPOSITION);
        while (i < length) {
            int start = i == 0 ? 0 : startOfCharacter(text, i);
            int end = i;
            int marks = 0;
            boolean needed = false;
            while (end < length) {
                int codePoint = text.codePointAt(end);
                if (!isSuspectCodePoint(codePoint)) {
                    break;
                }
                needed |= marks > 0 || changesAlone(codePoint);
                marks++;
                end += Character.charCount(codePoint);
            }
            if (needed) {
                compose(text, start, i, end, forms, edits);
            }
            // The range is empty where a surrogate pair turned out to be harmless.
            i = Census.next(units, end > i ? end : i + Character.charCount(text.codePointAt(i)), Census.COMPOSITION);
        }
        return edits.done();
    }

    private static boolean isSuspectCodePoint(int codePoint) {
        return codePoint < 0x10000
                ? !Character.isSurrogate((char) codePoint) && isSuspect((char) codePoint)
                : codePoint < 0x1F000 || codePoint > LAST_SUPPLEMENTARY_COMPATIBILITY;
    }

    private static boolean changesAlone(int codePoint) {
        if (codePoint >= 0x10000) {
            return true;
        }
        char c = (char) codePoint;
        boolean jamo = c >= '\u1100' && c <= '\u11FF';
        return COMPOSING.indexOf(c) >= 0
                || jamo
                || !Characters.isMark(c) && !isIndicLetter(c)
                || c >= '\u0340' && c <= '\u0344';
    }

    /** Letters of the blocks from Devanagari to Khmer that are already in form C. */
    private static boolean isIndicLetter(char c) {
        return c >= IndicLetters.FIRST && c <= IndicLetters.LAST && IndicLetters.STABLE.get(c);
    }

    /** Loaded at the first letter of those blocks. */
    private static final class IndicLetters {

        static final char FIRST = '\u0904';
        static final char LAST = '\u17FF';
        static final BitSet STABLE = stable();

        private static BitSet stable() {
            BitSet stable = new BitSet(LAST + 1);
            for (char c = FIRST; c <= LAST; c++) {
                stable.set(c, Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFC));
            }
            return stable;
        }
    }

    private static int startOfCharacter(String text, int at) {
        return at >= 2 && Character.isSurrogatePair(text.charAt(at - 2), text.charAt(at - 1)) ? at - 2 : at - 1;
    }

    private static void compose(
            String text, int start, int firstMark, int end, Map<String, String> forms, EditList edits) {
        // A long range is either a run of letters, cut at safe places, or a hostile pile of marks.
        int from = start;
        int marks = 0;
        int i = firstMark;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (isMark(codePoint)) {
                marks++;
            } else {
                composeCluster(text, from, i, marks, forms, edits);
                from = i;
                marks = 0;
            }
            i += Character.charCount(codePoint);
        }
        composeCluster(text, from, end, marks, forms, edits);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || codePoint >= 0x1160 && codePoint <= 0x11FF;
    }

    private static boolean isCompatibility(int codePoint) {
        return codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0x2F800 && codePoint <= LAST_SUPPLEMENTARY_COMPATIBILITY
                || codePoint == 0x2329
                || codePoint == 0x232A;
    }

    private static void composeCluster(
            String text, int start, int end, int marks, Map<String, String> forms, EditList edits) {
        if (start == end || marks > LONGEST_CLUSTER || isCompatibility(text.codePointAt(start))) {
            return;
        }
        String cluster = text.substring(start, end);
        String composed = forms.computeIfAbsent(cluster, of -> Normalizer.normalize(of, Normalizer.Form.NFC));
        if (composed.equals(cluster)) {
            return;
        }
        int prefix = 0;
        while (prefix < composed.length() && cluster.charAt(prefix) == composed.charAt(prefix)) {
            prefix++;
        }
        edits.replace(start + prefix, end, composed.substring(prefix), "composed form");
    }
}
