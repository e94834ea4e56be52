package dev.winnow.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a lexicon by their first two characters, so that few words are compared with a text. Immutable and
 * thread-safe.
 */
final class WordIndex {

    private static final Segment.Word[] NO_WORDS = {};
    private static final char NONE = '\0';

    private final Map<Integer, Segment.Word[]> byOpening = new HashMap<>();

    WordIndex(List<Segment.Word> all) {
        Map<Integer, List<Segment.Word>> lists = new HashMap<>();
        List<Segment.Word> sorted = all.stream()
                .sorted(Comparator.comparingInt(
                                (Segment.Word word) -> word.text().length())
                        .reversed()
                        .thenComparing(Segment.Word::text))
                .toList();
        sorted.forEach(word -> lists.computeIfAbsent(opening(word.text(), 0), o -> new ArrayList<>())
                .add(word));
        // A word of one character may be followed by any character; longer words go first.
        lists.forEach((opening, list) -> {
            List<Segment.Word> single = lists.get(opening & ~Character.MAX_VALUE);
            if (single != null && single != list) {
                list.addAll(single);
            }
        });
        lists.forEach((opening, list) -> byOpening.put(opening, list.toArray(Segment.Word[]::new)));
    }

    /** Returns the words that could stand at an offset, longer ones first. The caller must not change the array. */
    Segment.Word[] at(String text, int offset) {
        int opening = opening(text, offset);
        Segment.Word[] found = of(opening);
        return found.length == 0 && (opening & Character.MAX_VALUE) != NONE
                ? of(opening & ~Character.MAX_VALUE)
                : found;
    }

    /** Whether a word could begin with these characters; NUL stands for the end of the text. */
    boolean mayBegin(char first, char second) {
        return of(opening(first, second)).length > 0 || second != NONE && of(opening(first, NONE)).length > 0;
    }

    private Segment.Word[] of(int opening) {
        return byOpening.getOrDefault(opening, NO_WORDS);
    }

    private static int opening(String text, int at) {
        return opening(text.charAt(at), at + 1 < text.length() ? text.charAt(at + 1) : NONE);
    }

    private static int opening(char first, char second) {
        return first << Character.SIZE | second;
    }
}
