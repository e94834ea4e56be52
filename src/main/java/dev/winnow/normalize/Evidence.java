package dev.winnow.normalize;

/**
 * Weighs how odd characters are as they stand, when read as correct text: a capital inside a word, a symbol between letters, a
 * control character.
 */
final class Evidence {

    /** From here on a reading stands by itself. */
    static final int ENOUGH = 2;

    /** Follow any letter in correct text: closing quotes, ellipsis, dashes, no-break space. */
    private static final String CLOSERS = "…”’»›—–\u00A0·“‘";

    /** Also usual in correct text beside a letter. */
    private static final String USUAL = CLOSERS + "«‹„‚™®©°§¡¿£€$•¹²³ªº";

    /** Symbols that may open a word. */
    private static final String OPENERS = "“‘«‹„‚¡¿£€§–—…·•¢¥¤#";

    private final String text;

    Evidence(String text) {
        this.text = text;
    }

    private char charAt(int at) {
        return at < 0 || at >= text.length() ? '\n' : text.charAt(at);
    }

    /** Whether two following bytes are characters that correct text has after a letter anyway. */
    boolean onlyClosers(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CLOSERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least one of the continuation characters is no letter. */
    boolean holdsSymbol(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Letters that words are made of; superscript letters, micro and florin signs count as symbols. */
    static boolean isLetter(char c) {
        return Character.isLetter(c)
                && c != 'ª'
                && c != 'º'
                && c != 'µ'
                && c != 'ƒ'
                && !(c >= '\u02B0' && c <= '\u02FF');
    }

    /** Oddness of a pair that would become one character. */
    int ofPair(int start, int codePoint, LegacyCharset charset) {
        char before = charAt(start - 1);
        char lead = text.charAt(start);
        char second = text.charAt(start + 1);
        char after = charAt(start + 2);
        boolean ownScript = charset == LegacyCharset.CYRILLIC || charset == LegacyCharset.GREEK;
        if (ownScript && Plausibility.script(codePoint) == 0) {
            return ofForeignLead(before, after, charset);
        }
        int oddness = isLetter(lead)
                ? ofLetterLead(before, lead, second, after, codePoint)
                : ofSymbolLead(before, lead, second, after);
        if (second >= '\u0080' && second < '\u00A0') {
            oddness += 2;
        }
        if (codePoint == 'à' && second == '\u00A0' && isLetter(before) && Character.isLowerCase(after)) {
            oddness += Character.isUpperCase(charAt(start - 2)) ? 0 : 2;
        }
        return oddness + ofCase(start, after, codePoint);
    }

    private static int ofLetterLead(char before, char lead, char second, char after, int codePoint) {
        int oddness = 0;
        boolean symbol = !isLetter(second);
        if (Character.isLowerCase(before) && Character.isUpperCase(lead)) {
            oddness += 2;
        }
        if (symbol && isLetter(after) && second != '\u00A0') {
            oddness += OPENERS.indexOf(second) >= 0 ? 1 : 2;
        }
        if (symbol && OPENERS.indexOf(second) >= 0 && isWithinWord(before, codePoint, after)) {
            oddness++;
        }
        boolean amidCapitals =
                Character.isLowerCase(second) && Character.isUpperCase(before) && Character.isUpperCase(after);
        if (!symbol && (isForeignPair(lead, second) || amidCapitals)) {
            oddness += 2;
        }
        if (symbol && USUAL.indexOf(second) < 0) {
            oddness++;
        }
        if (symbol && codePoint < 0xC0 && !isLetter(before) && second != '\u00A0') {
            oddness += 2;
        }
        if (symbol && !isLetter(before) && (lead == 'Ã' || lead == 'Â') && second != '\u00A0') {
            oddness++;
        }
        if (lead == 'Ã' && second == '\u00A0' && !isLetter(before)) {
            oddness += 2;
        }
        return oddness;
    }

    /** Whether a letter would fit in the case of its neighbours: AÑO, Rīga. */
    private static boolean isWithinWord(char before, int codePoint, char after) {
        return Character.isUpperCase(codePoint)
                ? Character.isUpperCase(before) && Character.isUpperCase(after)
                : Character.isLowerCase(codePoint) && isLetter(before) && Character.isLowerCase(after);
    }

    /** Letters of two alphabets that no language has both. */
    private static boolean isForeignPair(char lead, char second) {
        return switch (lead) {
            case 'Ã', 'Å' -> "œŒšŠžŽŸ".indexOf(second) >= 0;
            case 'Ä' -> "œŒŸ".indexOf(second) >= 0;
            default -> false;
        };
    }

    /**
     * Whether an à whose no-break space became a plain one is odd enough as it stands: a capital that ends a word in small
     * letters, or stands alone before two spaces.
     *
     * @param end behind the space
     */
    boolean isCutWord(int start, int end) {
        char before = charAt(start - 1);
        boolean doubled = charAt(end) == ' ';
        if (!Character.isLowerCase(charAt(doubled ? end + 1 : end))) {
            return false;
        }
        return doubled ? !isLetter(before) || Character.isLowerCase(before) : endsSmallWord(start);
    }

    private boolean endsSmallWord(int at) {
        return Character.isLowerCase(charAt(at - 1)) && Character.isLowerCase(charAt(at - 2));
    }

    /** A Cyrillic or Greek lead that would become a Latin letter or a symbol: odd only where the rest is Latin. */
    private static int ofForeignLead(char before, char after, LegacyCharset charset) {
        boolean next = isLetter(after) && after >= '\u0370' && !LegacyCharset.isLead(charset.byteOf(after));
        if (isLetter(before) && before >= '\u0370' || next) {
            return -3;
        }
        if (isAsciiLetter(before) || isAsciiLetter(after)) {
            return 2;
        }
        return after >= '0' && after <= '9' ? 1 : 0;
    }

    private static int ofSymbolLead(char before, char lead, char second, char after) {
        if (lead == '√' && "πΩ∑∏∫∂µ∞".indexOf(second) >= 0) {
            return 0;
        }
        boolean drawn = isBox(before) || isBox(second);
        if (isBox(lead) && drawn && !(isLetter(before) && (isLetter(after) || isBox(after)))) {
            return isBox(before) || isBox(after) ? -1 : 0;
        }
        int oddness = 0;
        if (isLetter(before)) {
            oddness += lead == '√' || lead == '├' ? 2 : 1;
        }
        if (isLetter(after)) {
            oddness++;
        }
        return oddness;
    }

    /**
     * A small letter amid capitals, or a capital after a small letter, is no likely outcome; but for ß, and behind the capital that
     * begins a word: STRAßE, Où.
     */
    private int ofCase(int start, char after, int codePoint) {
        char before = charAt(start - 1);
        if (Character.isLowerCase(codePoint) && Character.isUpperCase(before) && codePoint != 'ß') {
            boolean beginsWord = !isLetter(charAt(start - 2));
            return Character.isUpperCase(after) ? -4 : isLetter(after) || beginsWord ? 0 : -1;
        }
        return Character.isUpperCase(codePoint) && Character.isLowerCase(before) ? -2 : 0;
    }

    static boolean isBox(char c) {
        return c >= '\u2500' && c <= '\u259F';
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
