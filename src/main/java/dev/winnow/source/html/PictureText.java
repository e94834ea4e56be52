package dev.winnow.source.html;

import java.util.regex.Pattern;

/** Tells by their alternative text whether pictures stand for characters, such as emoji or initials, or show something. */
final class PictureText {

    /** Maximum length of an emoji of several characters, in units. */
    private static final int LONGEST = 40;

    /** Emoticons, and names of emoji between colons. */
    private static final Pattern FACE =
            Pattern.compile("[>}]?[:;=8][-^o']?[)(\\]\\[DPpOo|/\\\\*3$]{1,2}|<3|:[a-z0-9_+-]{2,30}:");

    private PictureText() {}

    /** Whether a picture stands for the characters of its alternative text. */
    static boolean isCharacter(String alternative) {
        return !alternative.isEmpty()
                && alternative.length() <= LONGEST
                && (isEmoji(alternative) || FACE.matcher(alternative).matches());
    }

    /** Whether a picture is the first letter of the word after it. */
    static boolean isInitial(String alternative, int behind) {
        return alternative.length() == 1
                && Character.isUpperCase(alternative.charAt(0))
                && Character.isLowerCase(behind);
    }

    private static boolean isEmoji(String text) {
        boolean any = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean keycap = "0123456789#*".indexOf(c) >= 0 && text.indexOf('\u20E3', i) > i;
            if (isPictograph(c) || keycap) {
                any = true;
            } else if (!joins(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return any;
    }

    private static boolean isPictograph(int c) {
        return c >= 0x1F000 && c <= 0x1FAFF
                || c >= 0x2600 && c <= 0x27BF
                || c >= 0x2B00 && c <= 0x2BFF
                || c >= 0x2300 && c <= 0x23FF
                || c == 0x203C
                || c == 0x2049
                || c == 0x3030
                || c == 0x303D
                || c == 0x3297
                || c == 0x3299;
    }

    /** Joiners, variation selectors, the keycap, and the tag letters of flags. */
    private static boolean joins(int c) {
        return c == 0x200D || c == 0xFE0F || c == 0xFE0E || c == 0x20E3 || c >= 0xE0020 && c <= 0xE007F;
    }
}
