package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.function.IntConsumer;

/** Slot types that need no word lists. */
final class SimpleSlots {

    private SimpleSlots() {}

    /** Finds the ends of a type; see {@link SlotType#ends}. */
    private interface Ends {
        void find(String text, int start, int limit, IntConsumer end);
    }

    private record Simple(String name, int maxLength, boolean needsDigit, Ends ends) implements SlotType {
        @Override
        public SlotType unlimited() {
            return new Simple(name, Integer.MAX_VALUE, needsDigit, ends);
        }

        @Override
        public void ends(String text, int start, int limit, IntConsumer end) {
            int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength);
            if (start < bound) {
                ends.find(text, start, bound, end);
            }
        }
    }

    /** Any text without space at its ends. It may end inside a word, since the literal after it decides. */
    static final SlotType ANY = new Simple("any", Integer.MAX_VALUE, false, SimpleSlots::any);

    /**
     * Digits. A unit may follow directly: {@code 3min}. The limit of 40 leaves room for ids of articles and pictures, which
     * have up to twenty digits.
     */
    static final SlotType INT = new Simple("int", 40, true, SimpleSlots::digits);

    /** One year of four digits from 1900 to 2099, or several: {@code 2021}, {@code 1998-2021}, {@code 2019, 2021}. */
    static final SlotType YEAR = new Simple("year", 40, true, SimpleSlots::years);

    /** A number with sign, digit groups and decimals, possibly with a percent sign: {@code 1,234.5}, {@code 10 000}. */
    static final SlotType NUMBER = new Simple("number", 40, true, SimpleSlots::number);

    /** One word, which may have inner hyphens, apostrophes and dots. */
    static final SlotType WORD = new Simple("word", 80, false, SimpleSlots::word);

    /** Words in capitals: {@code WORLD}, {@code US & CANADA}, {@code G20 / BUSINESS}. */
    static final SlotType UPPER = new Simple("upper", 80, false, SimpleSlots::upper);

    /** A URL, with or without its scheme: {@code https://example.org/a}, {@code www.example.org}, {@code example.org}. */
    static final SlotType URL = new Simple("url", 2048, false, SimpleSlots::url);

    static final SlotType EMAIL = new Simple("email", 254, false, SimpleSlots::email);

    private static void any(String text, int start, int limit, IntConsumer end) {
        if (Characters.isSpace(text.charAt(start))) {
            return;
        }
        for (int at = start + 1; at <= limit; at++) {
            char last = text.charAt(at - 1);
            if (!Characters.isSpace(last) && !(Character.isHighSurrogate(last) && at < text.length())) {
                end.accept(at);
            }
        }
    }

    private static void digits(String text, int start, int limit, IntConsumer end) {
        int at = start;
        while (at < limit && Characters.digit(text.charAt(at)) >= 0) {
            at++;
        }
        boolean goesOn = at < text.length() && Characters.digit(text.charAt(at)) >= 0;
        if (at > start && !goesOn) {
            end.accept(at);
        }
    }

    private static void years(String text, int start, int limit, IntConsumer end) {
        int at = start;
        while (isYear(text, at) && at + 4 <= limit) {
            at += 4;
            end.accept(at);
            int joint = at;
            while (joint < limit
                    && (Characters.isSpace(text.charAt(joint))
                            || Characters.isDash(text.charAt(joint))
                            || text.charAt(joint) == ',')) {
                joint++;
            }
            if (joint == at) {
                return;
            }
            at = joint;
        }
    }

    private static boolean isYear(String text, int at) {
        int year = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < text.length() ? Characters.digit(text.charAt(i)) : -1;
            year = digit < 0 ? -1 : 10 * year + digit;
            if (digit < 0) {
                return false;
            }
        }
        return year >= 1900 && year <= 2099 && (at + 4 == text.length() || Characters.digit(text.charAt(at + 4)) < 0);
    }

    private static void number(String text, int start, int limit, IntConsumer end) {
        int at = start;
        char sign = Characters.fold(text.charAt(at));
        if (sign == '+' || sign == '-') {
            at++;
        }
        while (true) {
            int from = at;
            while (at < limit && Characters.digit(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == from || at < text.length() && Characters.digit(text.charAt(at)) >= 0) {
                return;
            }
            end.accept(at);
            if (at < limit && text.charAt(at) == '%') {
                end.accept(at + 1);
            }
            char joint = at < limit ? text.charAt(at) : '\0';
            boolean grouped = Characters.isSpace(joint) || Characters.isApostrophe(joint);
            if (joint == '%' || !grouped && joint != '.' && joint != ',' || grouped && !threeDigits(text, at + 1)) {
                return;
            }
            at++;
        }
    }

    private static boolean threeDigits(String text, int at) {
        int end = at;
        while (end < text.length() && end < at + 4 && Characters.digit(text.charAt(end)) >= 0) {
            end++;
        }
        return end - at == 3;
    }

    private static void word(String text, int start, int limit, IntConsumer end) {
        if (!Characters.isWord(text.charAt(start))) {
            return;
        }
        for (int at = start + 1; at <= limit; at++) {
            char last = text.charAt(at - 1);
            if (Characters.isWord(last)) {
                if (Characters.isValueBoundary(text, at)) {
                    end.accept(at);
                }
            } else if (!Characters.isDash(last) && !Characters.isApostrophe(last) && last != '.' && last != '_') {
                return;
            }
        }
    }

    private static void upper(String text, int start, int limit, IntConsumer end) {
        if (!Characters.isUpper(text.charAt(start))) {
            return;
        }
        for (int at = start + 1; at <= limit; at++) {
            char last = text.charAt(at - 1);
            if (Characters.isWord(last)) {
                if (Character.isLowerCase(last) || Characters.isUncased(last)) {
                    return;
                }
                if (Characters.isValueBoundary(text, at) && !runsIntoLower(text, at)) {
                    end.accept(at);
                }
            } else if (!Characters.isSpace(last)
                    && !Characters.isDash(last)
                    && !Characters.isApostrophe(last)
                    && "&/.,".indexOf(last) < 0) {
                return;
            }
        }
    }

    /** Whether a lower-case letter follows after a hyphen or apostrophe: {@code X-ray}. */
    private static boolean runsIntoLower(String text, int at) {
        return at + 1 < text.length()
                && (Characters.isDash(text.charAt(at)) || Characters.isApostrophe(text.charAt(at)))
                && Character.isLowerCase(text.charAt(at + 1));
    }

    private static void url(String text, int start, int limit, IntConsumer end) {
        int stop = start;
        int dot = -1;
        int slash = -1;
        while (stop < text.length() && stop < limit && urlChar(text.charAt(stop))) {
            char c = text.charAt(stop);
            if (c == '.' && slash < 0 && dot < 0 && stop > start) {
                dot = stop;
            }
            if (c == '/' && slash < 0) {
                slash = stop;
            }
            stop++;
        }
        if (stop < text.length() && stop == limit && urlChar(text.charAt(stop))) {
            return;
        }
        boolean schemed = text.startsWith("://", slash - 1) && slash > start;
        int host = schemed ? slash + 2 : start;
        int from = schemed ? host + 1 : domainEnd(text, host, stop);
        if (from < 0 || host >= stop || !Characters.isWord(text.charAt(host))) {
            return;
        }
        int tidy = stop;
        while (tidy > from && ".,;:!?)]}'\"\u00BB\u201D\u2019".indexOf(text.charAt(tidy - 1)) >= 0) {
            tidy--;
        }
        end.accept(tidy);
        if (tidy < stop) {
            end.accept(stop);
        }
    }

    private static boolean urlChar(char c) {
        return c > ' ' && !Characters.isSpace(c) && c != '<' && c != '>' && c != '"' && c != '|';
    }

    /**
     * Returns the end of a domain such as {@code example.org} at {@code start}; -1 for none. It has at least two labels, the
     * last of at least two characters.
     */
    private static int domainEnd(String text, int start, int limit) {
        int at = start;
        int lastDot = -1;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '.' && at + 1 < limit && Characters.isWord(text.charAt(at + 1)) && at > start) {
                lastDot = at;
            } else if (!Characters.isWord(c) && c != '-') {
                break;
            }
            at++;
        }
        if (lastDot < 0 || at - lastDot < 3 || !Characters.isLetter(text.charAt(lastDot + 1))) {
            return -1;
        }
        return at;
    }

    private static void email(String text, int start, int limit, IntConsumer end) {
        int at = start;
        while (at < limit && (Characters.isWord(text.charAt(at)) || "._%+-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start || at >= limit || text.charAt(at) != '@' || at - start > 64) {
            return;
        }
        int domain = domainEnd(text, at + 1, limit);
        if (domain > 0 && Characters.isValueBoundary(text, domain)) {
            end.accept(domain);
        }
    }
}
