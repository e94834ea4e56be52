package dev.winnow.source;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether words look like words in a charset of one byte a character. In the wrong one they mix scripts, or are Latin letters with
 * marks for the most part, which no language writes; statistics of a few languages know less about all the others.
 */
final class WordScripts {

    /** Letters of the shortest word that tells: shorter ones, such as French {@code été}, may be marked all over. */
    private static final int SHORTEST = 4;

    /** Scripts beside which, within a word, no Latin letter stands. Chinese, Japanese and Korean text does mix. */
    private static final Set<UnicodeScript> APART = EnumSet.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.THAI);

    private WordScripts() {}

    /** Whether most of the words with letters beyond ASCII are no words when read with this charset. */
    static boolean areWrong(byte[] bytes, Charset charset) {
        return charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() == 1
                && areWrong(new String(bytes, charset));
    }

    private static boolean areWrong(String text) {
        int words = 0;
        int wrong = 0;
        int at = 0;
        while (at < text.length()) {
            int latin = 0;
            int marked = 0;
            int apart = 0;
            for (; at < text.length() && Character.isLetter(text.charAt(at)); at++) {
                char c = text.charAt(at);
                UnicodeScript script = UnicodeScript.of(c);
                latin += script == UnicodeScript.LATIN ? 1 : 0;
                marked += script == UnicodeScript.LATIN && c >= 0x80 ? 1 : 0;
                apart += APART.contains(script) ? 1 : 0;
            }
            at++;
            if (latin + apart >= SHORTEST && marked + apart > 0) {
                words++;
                wrong += latin > 0 && apart > 0 || 2 * marked > latin ? 1 : 0;
            }
        }
        return 2 * wrong > words;
    }
}
