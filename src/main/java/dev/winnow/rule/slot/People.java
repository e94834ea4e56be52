package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a byline at signs, at words such as "and", and at labels. Names after a label for other work ({@code Photo:},
 * {@code Translated by}) are not authors. {@link PersonSlot} uses the same signs and words. Immutable and thread-safe.
 */
public final class People {

    /** The kind of separator before a part. */
    public enum Before {
        NOTHING,
        COMMA,
        SIGN,
        WORD
    }

    /**
     * One part of a byline.
     *
     * @param words at least one, none empty
     * @param ofAuthor whether no label gives it another role than author
     */
    public record Part(List<String> words, Before before, boolean ofAuthor) {

        public String text() {
            return String.join(" ", words);
        }
    }

    private static final String COMMAS = ",，،";
    /**
     * Dots that join the parts of one foreign name in Chinese: {@code 约翰·史密斯}. In Korean and between words they separate
     * names.
     */
    private static final String DOTS = "·•‧";

    private static final String SIGNS = ";&|+/\n、；｜／" + DOTS;
    private static final String DASHES = "-–—";

    /** Signs that join a label to a name in scripts without spaces. */
    private static final String GLUE = "・＝=" + DOTS;

    /**
     * Katakana middle dot. Between katakana letters it joins the parts of one name ({@code ジョン・スミス}); elsewhere it separates
     * two names.
     */
    private static final char MIDDLE_DOT = '・';

    /** Minimum and maximum number of letters of an unspaced name that is joined to another. */
    private static final int SHORTEST_UNSPACED = 2;

    private static final int LONGEST_UNSPACED = 4;

    /** Maximum number of words of a label. */
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

    /** Returns the parts of a byline, in order. */
    public List<Part> of(String byline) {
        return new Cutting(tokens(byline)).parts();
    }

    /** Whether a text is just a label. */
    public boolean isLabel(String text) {
        String folded = Folding.fold(text);
        return ofAuthors.contains(folded) || ofOthers.contains(folded);
    }

    /** Whether a text is just a label of authors, such as {@code written by}. */
    public boolean isAuthorLabel(String text) {
        return ofAuthors.contains(Folding.fold(text));
    }

    /** Splits a byline into words and signs. */
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

    /** Adds a word. In scripts without spaces, splits two short names at the letter that joins them. */
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

    /** Whether the character at an offset separates two names, whatever is around it. */
    static boolean isBetween(String text, int at) {
        return isBetween(text, at, text.charAt(at));
    }

    private static boolean isBetween(String text, int at, char c) {
        return COMMAS.indexOf(c) >= 0 || (SIGNS.indexOf(c) >= 0 || c == MIDDLE_DOT) && !isInsideForeignName(text, at);
    }

    /** Whether the sign at an offset joins the parts of one foreign name in a script without spaces. */
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

    /** Whether a text is written in a script without spaces between words. */
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

    /** Splits one byline. */
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
                // An unknown label: the role of what follows is unknown too.
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
                // In another language the same word may stand before a place.
                flush(ends.contains(Folding.fold(word)) ? Before.SIGN : Before.WORD);
            } else {
                current.add(word);
            }
            return at + 1;
        }

        /**
         * Whether words that are in the list of labels are a label here. A single word without a colon is one only before a
         * whole name, since Von Arx may be a name.
         */
        private boolean isLabel(int at, int count, int words) {
            String next = at + count < tokens.size() ? tokens.get(at + count) : " ";
            if (count > 1 || Characters.isColon(next.charAt(0)) || "/".equals(next) && isUnspaced(tokens.get(at))) {
                return true;
            }
            return current.isEmpty() && words != 2;
        }

        /**
         * Whether a joining word belongs to one name, as in {@code José Ortega y Gasset}: two words stand before it and one
         * after it.
         */
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
