package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the text of a date, time, datetime or monthday slot with the same grammar that found it. Immutable and thread-safe. */
public final class DateParser {

    /** A year directly followed by a word. */
    private static final Pattern YEAR_JOINED = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?=[\\p{Ll}\\p{Lu}])");

    private static final DateScan.Mode[] MODES = {DateScan.Mode.DATETIME, DateScan.Mode.MONTHDAY, DateScan.Mode.TIME};

    /** Maximum length of a text in UTF-16 units. */
    private static final int LONGEST = 200;

    private final DateWords words;

    /** Makes a parser with the words of the lexicons {@code months}, {@code weekdays}, {@code date-words} and {@code zones}. */
    public DateParser(Lexicons lexicons) {
        this.words = lexicons.dates();
    }

    /**
     * Parses a whole text.
     *
     * @param text a date or time; white space and outer punctuation do not count
     * @return empty when it is neither
     */
    public Optional<WrittenDate> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String tidy = tidy(text);
        WrittenDate written = whole(tidy);
        if (written == null && tidy.endsWith(".")) {
            written = whole(tidy.substring(0, tidy.length() - 1));
        }
        return Optional.ofNullable(written);
    }

    /**
     * Returns the first date with a year in a text, among other words.
     *
     * @return empty when there is none
     */
    public Optional<WrittenDate> find(String text) {
        return find(text, false, words -> true);
    }

    /**
     * Returns the first date with a year for which the words before it are wanted. Parts that only look separate on a page
     * may be joined in its text: {@code Posted on4 May 2021Ada Holm}.
     *
     * @param ago whether relative dates count; in a heading {@code today} is no date
     * @param wanted tests the words between the previous date, or the start of the text, and the date
     * @return empty when there is none
     */
    public Optional<WrittenDate> find(String text, boolean ago, Predicate<String> wanted) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String tidy = YEAR_JOINED.matcher(tidy(text)).replaceAll("$1 ");
        int from = 0;
        for (int at = 0; at < tidy.length(); at++) {
            if (begins(tidy, at)) {
                Longest longest = new Longest(tidy, ago);
                new DateScan(words, DateScan.Mode.DATETIME, tidy, tidy.length(), longest).run(at);
                if (longest.written != null) {
                    if (wanted.test(tidy.substring(from, at))) {
                        return Optional.of(longest.written);
                    }
                    from = longest.end;
                    at = from - 1;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isLetterOrDigit(c)) {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || Character.isLetter(before) && Characters.isRunOn(before)
                || Character.isLetter(before) && Character.isDigit(c)
                || Character.isLowerCase(before) && Character.isUpperCase(c);
    }

    /** Keeps the longest reading that ends with a word. */
    private static final class Longest implements DateScan.Sink {
        private final String text;
        private final boolean ago;
        private int end;
        private @Nullable WrittenDate written;

        Longest(String text, boolean ago) {
            this.text = text;
            this.ago = ago;
        }

        @Override
        public void end(int at, DateScan scan) {
            if (at > end && ends(at)) {
                WrittenDate reading = scan.written();
                boolean dated =
                        (reading.parts() == WrittenDate.Parts.DATE || reading.parts() == WrittenDate.Parts.DATETIME)
                                && (ago || reading.ago() == null);
                end = dated ? at : end;
                written = dated ? reading : written;
            }
        }

        private boolean ends(int at) {
            return at == text.length()
                    || !Character.isLetterOrDigit(text.charAt(at))
                    || Character.isDigit(text.charAt(at - 1)) && Character.isUpperCase(text.charAt(at));
        }
    }

    private @Nullable WrittenDate whole(String text) {
        for (DateScan.Mode mode : MODES) {
            Whole whole = new Whole(text.length());
            new DateScan(words, mode, text, text.length(), whole).run(0);
            if (whole.written != null) {
                return whole.written;
            }
        }
        return null;
    }

    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Characters.isSpace(c)) {
                gap = tidy.length() > 0;
            } else {
                if (gap) {
                    tidy.append(' ');
                }
                tidy.append(c);
                gap = false;
            }
        }
        int from = 0;
        int to = tidy.length();
        while (from < to && ",;|-–—([ ".indexOf(tidy.charAt(from)) >= 0) {
            from++;
        }
        // A closing bracket may belong to a zone.
        String outer = from > 0 && "([".indexOf(tidy.charAt(from - 1)) >= 0 ? ",;|-–—)] " : ",;|-–— ";
        while (to > from && outer.indexOf(tidy.charAt(to - 1)) >= 0) {
            to--;
        }
        return tidy.substring(from, to);
    }

    /** Keeps the first reading of the whole text. */
    private static final class Whole implements DateScan.Sink {
        private final int length;
        private @Nullable WrittenDate written;

        Whole(int length) {
            this.length = length;
        }

        @Override
        public void end(int at, DateScan scan) {
            if (written == null && at == length) {
                written = scan.written();
            }
        }
    }
}
