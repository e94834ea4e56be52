package dev.winnow.language;

import dev.winnow.document.Line;

/** Counts of one sample of text: letters per script, words, stop words per language. For one document; not thread-safe. */
final class Tally {

    /** Weight of a Han or kana character, in letters of an alphabet. It reads like two or three letters. */
    private static final int LETTERS_PER_SIGN = 2;
    /**
     * A text is Japanese if more than one in this number of its characters is kana. Japanese prose is half kana; Chinese has at
     * most some in names.
     */
    private static final int KANA_SHARE = 10;

    /** End marker after the text that is read; not part of a word. */
    private static final char AFTER = '\n';

    private final StopWords stopWords;
    private final int[] letters = new int[Scripts.COUNT];
    private final int[] hits;
    private char[] units = new char[256];
    private int words;
    private int lastLine = -1;

    Tally(StopWords stopWords) {
        this.stopWords = stopWords;
        this.hits = new int[stopWords.size()];
    }

    /** Reads the first units of a line. A word that is cut at the end counts in its cut form. */
    void read(Line line, int end) {
        lastLine = line.index();
        if (end >= units.length) {
            units = new char[end + 1];
        }
        line.getChars(0, end, units, 0);
        units[end] = AFTER;
        int at = 0;
        while (at < end) {
            int look = Scripts.look(units[at]);
            at = Scripts.scriptIn(look) == Scripts.NONE ? at + 1 : readRun(at, look);
        }
    }

    /** Reads letters of one script, which are a word in all scripts that separate words. Returns the offset of their end. */
    private int readRun(int start, int first) {
        char[] text = units;
        int script = Scripts.scriptIn(first);
        long hash = StopWords.SEED;
        int at = start;
        int look = first;
        int here = script;
        while (here == script || here == Scripts.SHARED) {
            hash = StopWords.hash(hash, Scripts.lowerIn(look));
            look = Scripts.look(text[++at]);
            here = Scripts.scriptIn(look);
        }
        letters[script] += at - start;
        words++;
        for (int language : stopWords.languagesOf(hash)) {
            hits[language]++;
        }
        return at;
    }

    /** Index of the line read last; -1 for none. */
    int lastLine() {
        return lastLine;
    }

    int words() {
        return words;
    }

    int hits(int language) {
        return hits[language];
    }

    /** Number of letters of a script; characters of Han and kana have a weight of {@link #LETTERS_PER_SIGN}. */
    int letters(int script) {
        int han = letters[Scripts.HAN];
        int kana = letters[Scripts.KANA];
        boolean japanese = kana * KANA_SHARE > han + kana;
        if (script == Scripts.HAN) {
            return japanese ? 0 : han * LETTERS_PER_SIGN;
        }
        if (script == Scripts.KANA) {
            return japanese ? (han + kana) * LETTERS_PER_SIGN : 0;
        }
        return letters[script];
    }

    /** The script with most letters; {@link Scripts#NONE} if there are none. */
    int mainScript() {
        int best = Scripts.NONE;
        for (int script = 1; script < Scripts.COUNT; script++) {
            if (script != Scripts.SHARED && letters[script] > 0 && letters(script) > letters(best)) {
                best = script;
            }
        }
        return best;
    }
}
