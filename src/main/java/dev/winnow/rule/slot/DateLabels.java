package dev.winnow.rule.slot;

import dev.winnow.text.Characters;

/**
 * Finds the meaning of a date by the label before it, from the lexicons {@code published-labels}, {@code updated-labels} and
 * {@code other-date-labels}. Immutable and thread-safe.
 */
public final class DateLabels {

    /** The meaning of a date. */
    public enum Meaning {
        PUBLICATION,
        /** Date of the last change, or not a date of the article. */
        OTHER,
        UNKNOWN
    }

    private final WordTrie published;
    private final WordTrie others;

    public DateLabels(Lexicons lexicons) {
        published = labels(lexicons, "published-labels");
        others = labels(lexicons, "updated-labels", "other-date-labels");
    }

    /** Returns the labels of lexicons, without their colons, since pages that mark labels by style omit the colon. */
    private static WordTrie labels(Lexicons lexicons, String... names) {
        return WordTrie.of(add -> {
            for (String name : names) {
                LexiconEntry.of(lexicons, name)
                        .forEach(entry -> entry.spellings().forEach(label -> {
                            String bare = label.endsWith(":")
                                    ? label.substring(0, label.length() - 1).strip()
                                    : label;
                            add.accept(bare, 0);
                        }));
            }
        });
    }

    /** Returns the meaning of a date by the last label in the words before it. */
    public Meaning of(String words) {
        Meaning meaning = Meaning.UNKNOWN;
        for (int at = 0; at < words.length(); at++) {
            if (begins(words, at)) {
                int publication = end(published, words, at);
                int other = end(others, words, at);
                // Of two labels with the same start the longer one counts.
                if (publication > at || other > at) {
                    meaning = publication >= other ? Meaning.PUBLICATION : Meaning.OTHER;
                    at = Math.max(publication, other) - 1;
                }
            }
        }
        return meaning;
    }

    /** Returns all labels, for quick checks. */
    WordTrie words() {
        return WordTrie.union(published, others);
    }

    /** Returns the end of the longest label at an offset; -1 for none. */
    int endAt(String words, int at) {
        return Math.max(end(published, words, at), end(others, words, at));
    }

    private static int end(WordTrie labels, String words, int at) {
        long found = labels.longest(words, at, words.length());
        return found == WordTrie.NONE ? -1 : WordTrie.end(found);
    }

    /** Whether a word begins at the offset, also a capitalised word without a space before it. */
    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        if (!Characters.isWord(c)) {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Characters.isWord(before) || Characters.isUpper(c) && !Characters.isUpper(before);
    }
}
