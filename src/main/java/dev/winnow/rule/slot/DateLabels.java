package dev.winnow.rule.slot;

import dev.winnow.text.Characters;

/**
 * What the words before a date say of it, from the lexicons {@code published-labels}, {@code updated-labels} and
 * {@code other-date-labels}. Immutable and thread-safe.
 */
public final class DateLabels {

    /** What a date is said to be. */
    public enum Meaning {
        PUBLICATION,
        /** That of the last change, or of something else than the article. */
        OTHER,
        UNKNOWN
    }

    private final WordTrie published;
    private final WordTrie others;

    public DateLabels(Lexicons lexicons) {
        published = labels(lexicons, "published-labels");
        others = labels(lexicons, "updated-labels", "other-date-labels");
    }

    /** Pages that set labels apart by their look leave the colon out. */
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

    /** What the last label among words says of the date behind them. */
    public Meaning of(String words) {
        Meaning meaning = Meaning.UNKNOWN;
        for (int at = 0; at < words.length(); at++) {
            if (begins(words, at)) {
                int publication = end(published, words, at);
                int other = end(others, words, at);
                // Of two labels that begin together the longer one is meant.
                if (publication > at || other > at) {
                    meaning = publication >= other ? Meaning.PUBLICATION : Meaning.OTHER;
                    at = Math.max(publication, other) - 1;
                }
            }
        }
        return meaning;
    }

    /** All labels, for a first look. */
    WordTrie words() {
        return WordTrie.union(published, others);
    }

    /** End of the longest label that stands at an offset; -1 for none. */
    int endAt(String words, int at) {
        return Math.max(end(published, words, at), end(others, words, at));
    }

    private static int end(WordTrie labels, String words, int at) {
        long found = labels.longest(words, at, words.length());
        return found == WordTrie.NONE ? -1 : WordTrie.end(found);
    }

    /** At the beginning of a word, also of one that lost the space before it. */
    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        if (!Characters.isWord(c)) {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Characters.isWord(before) || Characters.isUpper(c) && !Characters.isUpper(before);
    }
}
