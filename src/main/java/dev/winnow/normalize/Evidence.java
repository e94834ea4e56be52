package dev.winnow.normalize;

/**
 * Measures how odd characters are if they are read as correct text, such as a capital inside a word, a symbol between letters
 * or a control character. Mojibake looks odd in this way.
 */
final class Evidence {

    /** Oddness from which a character counts as damaged without further evidence. */
    static final int ENOUGH = 2;

    /** Characters that may follow any letter in correct text: closing quotes, ellipsis, dashes, no-break space. */
    private static final String CLOSERS = "…”’»›—–\u00A0·“‘";

    /** Further characters that are usual beside a letter in correct text. */
    private static final String USUAL = CLOSERS + "«‹„‚™®©°§¡¿£€$•¹²³ªº";

    /** Symbols that may stand directly before a word. */
    private static final String OPENERS = "“‘«‹„‚¡¿£€§–—…·•¢¥¤#";

    private final String text;

    Evidence(String text) {
        this.text = text;
    }

    private char charAt(int at) {
        return at < 0 || at >= text.length() ? '\n' : text.charAt(at);
    }

    /** Whether all units of a range may follow a letter in correct text. */
    boolean onlyClosers(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CLOSERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least one unit of a range is not a letter. */
    boolean holdsSymbol(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the unit is a letter of words. Superscript letters, micro sign and florin sign count as symbols. */
    static boolean isLetter(char c) {
        return Character.isLetter(c)
                && c != 'ª'
                && c != 'º'
                && c != 'µ'
                && c != 'ƒ'
                && !(c >= '\u02B0' && c <= '\u02FF');
    }

    /** Returns the oddness of two characters that would become one. */
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

    /** Whether the decoded letter has the case of its neighbours: AÑO, Rīga. */
    private static boolean isWithinWord(char before, int codePoint, char after) {
        return Character.isUpperCase(codePoint)
                ? Character.isUpperCase(before) && Character.isUpperCase(after)
                : Character.isLowerCase(codePoint) && isLetter(before) && Character.isLowerCase(after);
    }

    /** Whether no language uses both letters. */
    private static boolean isForeignPair(char lead, char second) {
        return switch (lead) {
            case 'Ã', 'Å' -> "œŒšŠžŽŸ".indexOf(second) >= 0;
            case 'Ä' -> "œŒŸ".indexOf(second) >= 0;
            default -> false;
        };
    }

    /**
     * Whether an à whose no-break space became a plain space is odd enough by itself. Either a capital ends a lower-case word,
     * or it stands alone before two spaces.
     *
     * @param end offset of the first unit after the space
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

    /**
     * Oddness of a Cyrillic or Greek lead character that would become a Latin letter or a symbol. It is odd only amid Latin
     * text.
     */
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
     * Returns a penalty for an unlikely result: a small letter amid capitals, or a capital after a small letter. Exceptions are
     * ß, and a small letter after the capital that begins a word: STRAßE, Où.
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
