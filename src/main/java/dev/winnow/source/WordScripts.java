package dev.winnow.source;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;

/**
 * Checks whether words look like words in a single-byte charset. In the wrong charset words mix scripts, or consist mostly of
 * accented Latin letters, which no language does. Statistics exist for a few languages only; this check works for the others,
 * too.
 */
final class WordScripts {

    /**
     * Minimum length of a checked word, in letters. In shorter ones, such as French {@code été}, most letters may have accents.
     */
    private static final int SHORTEST = 4;

    /** Scripts whose words never hold a Latin letter. Chinese, Japanese and Korean text does mix scripts. */
    private static final Set<UnicodeScript> APART = EnumSet.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.THAI);

    private WordScripts() {}

    /** Whether most of the words with letters beyond ASCII are not words in this charset. */
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
