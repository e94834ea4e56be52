package dev.winnow.language;

/** What one sample of text holds: letters per script, words, stop words per language. For one document and one thread. */
final class Tally {

    /** One sign of Han, kana or Hangul reads like two or three letters of an alphabet. */
    private static final int LETTERS_PER_SIGN = 2;
    /** Japanese prose is half kana; Chinese has at most some in names. */
    private static final int KANA_SHARE = 10;

    private final StopWords stopWords;
    private final int[] letters = new int[Scripts.COUNT];
    private final int[] hits;
    private char[] units = new char[256];
    private int words;

    Tally(StopWords stopWords) {
        this.stopWords = stopWords;
        this.hits = new int[stopWords.size()];
    }

    /** Reads the first units of a text; a word that the end cuts counts as it stands. */
    void read(String text, int end) {
        if (end > units.length) {
            units = new char[end];
        }
        text.getChars(0, end, units, 0);
        int at = 0;
        while (at < end) {
            int look = Scripts.look(units[at]);
            at = Scripts.scriptIn(look) == Scripts.NONE ? at + 1 : readRun(at, end, look);
        }
    }

    /** Reads letters of one script, which is a word in all scripts that part words; tells where they end. */
    private int readRun(int start, int end, int first) {
        char[] text = units;
        int script = Scripts.scriptIn(first);
        long hash = StopWords.SEED;
        int at = start;
        int look = first;
        while (Scripts.scriptIn(look) == script || Scripts.scriptIn(look) == Scripts.SHARED) {
            hash = StopWords.hash(hash, Scripts.lowerIn(look));
            at++;
            look = at < end ? Scripts.look(text[at]) : Scripts.NONE;
        }
        letters[script] += at - start;
        words++;
        for (int language : stopWords.languagesOf(hash)) {
            hits[language]++;
        }
        return at;
    }

    int words() {
        return words;
    }

    int hits(int language) {
        return hits[language];
    }

    /** Letters of a script, signs of syllabic scripts counted by what they weigh. */
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
