package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a byline says: the parts between signs, words such as "and", and labels. Names behind the label of another work
 * ({@code Photo:}, {@code Translated by}) are not the author's. {@link PersonSlot} takes the same signs and words between names.
 * Immutable and thread-safe.
 */
public final class People {

    /** What stands before a part. */
    public enum Before {
        NOTHING,
        COMMA,
        SIGN,
        WORD
    }

    /**
     * One part.
     *
     * @param words none of them empty, at least one
     * @param ofAuthor whether no label calls it something else
     */
    public record Part(List<String> words, Before before, boolean ofAuthor) {

        public String text() {
            return String.join(" ", words);
        }
    }

    private static final String COMMAS = ",，،";
    /** In Chinese they join the parts of one foreign name: {@code 约翰·史密斯}; in Korean and between words they part names. */
    private static final String DOTS = "·•‧";

    private static final String SIGNS = ";&|+/\n、；｜／" + DOTS;
    private static final String DASHES = "-–—";

    /** They join a label to a name in scripts that have no spaces. */
    private static final String GLUE = "・＝=" + DOTS;

    /** Between letters for foreign words it joins the parts of one name: {@code ジョン・スミス}; elsewhere two names. */
    private static final char MIDDLE_DOT = '・';

    /** Letters of a name that another is joined to. */
    private static final int SHORTEST_UNSPACED = 2;

    private static final int LONGEST_UNSPACED = 4;

    /** The longest label, in words. */
    private static final int LABEL_WORDS = 4;

    private final Set<String> ofAuthors;
    private final Set<String> ofOthers;
    private final Set<String> joins;
    private final Set<String> particles;
    private final Set<String> ends;

    People(Lexicons lexicons) {
        ofAuthors = LexiconEntry.folded(lexicons, "byline-words");
        ofOthers = LexiconEntry.folded(lexicons, "other-roles");
        joins = LexiconEntry.folded(lexicons, "person-joins");
        particles = LexiconEntry.folded(lexicons, "name-particles");
        ends = LexiconEntry.folded(lexicons, "byline-ends");
        for (LexiconEntry entry : LexiconEntry.of(lexicons, "credit-marks")) {
            if (entry.value().equals("label") || entry.value().equals("by")) {
                entry.spellings().forEach(word -> ofOthers.add(Folding.fold(word)));
            }
        }
    }

    /** The parts of a byline, in its order. */
    public List<Part> of(String byline) {
        return new Cutting(tokens(byline)).parts();
    }

    /** Whether it is a label and no more. */
    public boolean isLabel(String text) {
        String folded = Folding.fold(text);
        return ofAuthors.contains(folded) || ofOthers.contains(folded);
    }

    /** Whether it is a label of authors and no more: {@code written by}. */
    public boolean isAuthorLabel(String text) {
        return ofAuthors.contains(Folding.fold(text));
    }

    /** Words, and signs as tokens of their own. */
    private List<String> tokens(String byline) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= byline.length(); at++) {
            char c = at == byline.length() ? ' ' : byline.charAt(at);
            boolean sign = isSign(byline, at, c);
            boolean glue = GLUE.indexOf(c) >= 0 && at > from && isLabel(byline.substring(from, at));
            if (sign || glue || Characters.isSpace(c)) {
                if (at > from) {
                    addWord(byline.substring(from, at), tokens);
                }
                if (sign || glue || c == '\n') {
                    tokens.add(glue ? ":" : String.valueOf(c));
                }
                from = at + 1;
            }
        }
        return tokens;
    }

    /** In scripts without spaces what joins two names stands between their letters. */
    private void addWord(String word, List<String> tokens) {
        if (isUnspaced(word) && word.length() <= 2 * LONGEST_UNSPACED + 1) {
            for (int at = SHORTEST_UNSPACED; at < word.length() - SHORTEST_UNSPACED; at++) {
                if (joins.contains(word.substring(at, at + 1))) {
                    tokens.add(word.substring(0, at));
                    tokens.add("、");
                    tokens.add(word.substring(at + 1));
                    return;
                }
            }
        }
        tokens.add(word);
    }

    /** Whether the character at a place stands between two names, whatever is around it. */
    static boolean isBetween(String text, int at) {
        return isBetween(text, at, text.charAt(at));
    }

    private static boolean isBetween(String text, int at, char c) {
        return COMMAS.indexOf(c) >= 0 || (SIGNS.indexOf(c) >= 0 || c == MIDDLE_DOT) && !isInsideForeignName(text, at);
    }

    /** Whether a sign joins the parts of one foreign name in a script without spaces. */
    static boolean isInsideForeignName(String text, int at) {
        char c = text.charAt(at);
        if (GLUE.indexOf(c) < 0 || at == 0 || at + 1 == text.length()) {
            return false;
        }
        return isKatakana(text.charAt(at - 1)) && isKatakana(text.charAt(at + 1))
                || isDot(c)
                        && Character.isIdeographic(text.codePointBefore(at))
                        && Character.isIdeographic(text.codePointAt(at + 1));
    }

    private static boolean isDot(int c) {
        return DOTS.indexOf(c) >= 0;
    }

    private static boolean isKatakana(char c) {
        return c != MIDDLE_DOT && (c == '\u30FC' || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private static boolean isSign(String byline, int at, char c) {
        if (isBetween(byline, at, c) || Characters.isColon(c)) {
            return true;
        }
        return DASHES.indexOf(c) >= 0
                && at > 0
                && at + 1 < byline.length()
                && Characters.isSpace(byline.charAt(at - 1))
                && Characters.isSpace(byline.charAt(at + 1));
    }

    private static boolean isWord(String token) {
        char first = token.charAt(0);
        return token.length() > 1
                || COMMAS.indexOf(first) < 0
                        && SIGNS.indexOf(first) < 0
                        && first != MIDDLE_DOT
                        && !Characters.isColon(first)
                        && DASHES.indexOf(first) < 0;
    }

    /** Whether it is written in letters that stand side by side without spaces. */
    public static boolean isUnspaced(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .allMatch(c -> Character.isIdeographic(c)
                                || c == ' '
                                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                                || c == '\u30FC'
                                || c == '\u30FB'
                                || isDot(c));
    }

    /** For one byline. */
    private final class Cutting {
        private final List<String> tokens;
        private final List<Part> parts = new ArrayList<>();
        private List<String> current = new ArrayList<>();
        private Before before = Before.NOTHING;
        private boolean ofAuthor = true;

        Cutting(List<String> tokens) {
            this.tokens = tokens;
        }

        List<Part> parts() {
            int at = 0;
            while (at < tokens.size()) {
                at = isWord(tokens.get(at)) ? word(at) : sign(at);
            }
            flush(Before.NOTHING);
            return parts;
        }

        private int sign(int at) {
            char sign = tokens.get(at).charAt(0);
            if (Characters.isColon(sign)) {
                // A label that nobody knows: what it is for is not known either.
                ofAuthor &= current.isEmpty();
                current.clear();
            } else {
                flush(COMMAS.indexOf(sign) >= 0 ? Before.COMMA : Before.SIGN);
            }
            return at + 1;
        }

        private int word(int at) {
            int words = 1;
            while (at + words < tokens.size() && isWord(tokens.get(at + words))) {
                words++;
            }
            for (int count = Math.min(LABEL_WORDS, words); count > 0; count--) {
                String phrase = Folding.fold(String.join(" ", tokens.subList(at, at + count)));
                boolean author = ofAuthors.contains(phrase);
                if ((author || ofOthers.contains(phrase)) && isLabel(at, count, words)) {
                    flush(Before.SIGN);
                    ofAuthor = author;
                    boolean colon = at + count < tokens.size()
                            && Characters.isColon(tokens.get(at + count).charAt(0));
                    return at + count + (colon ? 1 : 0);
                }
            }
            String word = tokens.get(at);
            if (joins.contains(Folding.fold(word)) && !isPartOfName(word, words)) {
                // In another language the same word stands before a place.
                flush(ends.contains(Folding.fold(word)) ? Before.SIGN : Before.WORD);
            } else {
                current.add(word);
            }
            return at + 1;
        }

        /** A single word without a colon goes only before a whole name: Von Arx may be one. */
        private boolean isLabel(int at, int count, int words) {
            String next = at + count < tokens.size() ? tokens.get(at + count) : " ";
            if (count > 1 || Characters.isColon(next.charAt(0)) || "/".equals(next) && isUnspaced(tokens.get(at))) {
                return true;
            }
            return current.isEmpty() && words != 2;
        }

        /** In {@code José Ortega y Gasset} the short word joins two names of one person: one word is left behind it. */
        private boolean isPartOfName(String word, int words) {
            return current.size() >= 2 && words == 2 && particles.contains(Folding.fold(word));
        }

        private void flush(Before next) {
            if (!current.isEmpty()) {
                parts.add(new Part(List.copyOf(current), before, ofAuthor));
                current = new ArrayList<>();
            }
            before = next;
        }
    }
}
