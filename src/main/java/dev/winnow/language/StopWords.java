package dev.winnow.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The function words of all languages in one hash table with open addressing, asked by hash so that no word of a text has to
 * be cut out. Immutable. Two words share a 64-bit hash so seldom that the words themselves are not kept.
 */
final class StopWords {

    /** Start of {@link #hash}, and its factor: the 64-bit constants of Fowler, Noll and Vo. */
    static final long SEED = 0xcbf29ce484222325L;

    private static final long FACTOR = 0x100000001b3L;
    private static final int[] NO_LANGUAGE = {};

    private final String[] languages;
    /** For each script the languages written in it. */
    private final int[][] byScript = new int[Scripts.COUNT][];

    private final long[] hashes;
    private final int[][] owners;
    private final int mask;

    /** Languages are numbered in the order of their codes, so the order of the map does not matter. */
    StopWords(Map<String, List<String>> words) {
        Map<String, List<String>> sorted = new TreeMap<>(words);
        languages = sorted.keySet().toArray(String[]::new);
        int count = sorted.values().stream().mapToInt(List::size).sum();
        int size = Integer.highestOneBit(Math.max(8, count * 2)) * 2;
        hashes = new long[size];
        owners = new int[size][];
        mask = size - 1;
        Arrays.fill(byScript, NO_LANGUAGE);
        List<List<String>> lists = new ArrayList<>(sorted.values());
        for (int language = 0; language < languages.length; language++) {
            for (String word : lists.get(language)) {
                add(word, language);
            }
        }
    }

    private void add(String word, int language) {
        long hash = SEED;
        int script = Scripts.NONE;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            hash = hash(hash, Scripts.lower(c));
            script = script == Scripts.NONE ? Scripts.of(c) : script;
        }
        byScript[script] = with(byScript[script], language);
        int slot = slot(hash);
        hashes[slot] = hash;
        owners[slot] = with(owners[slot] == null ? NO_LANGUAGE : owners[slot], language);
    }

    private static int[] with(int[] set, int member) {
        for (int present : set) {
            if (present == member) {
                return set;
            }
        }
        int[] larger = Arrays.copyOf(set, set.length + 1);
        larger[set.length] = member;
        return larger;
    }

    /** The hash of a word one character longer; the first begins with {@link #SEED}. */
    static long hash(long soFar, char lowerCase) {
        return (soFar ^ lowerCase) * FACTOR;
    }

    /** The languages that have a word with this hash. */
    int[] languagesOf(long hash) {
        int[] found = owners[slot(hash)];
        return found == null ? NO_LANGUAGE : found;
    }

    /** The languages written in a script. */
    int[] languagesIn(int script) {
        return byScript[script];
    }

    int size() {
        return languages.length;
    }

    String code(int language) {
        return languages[language];
    }

    /** Where the hash stands, or the free slot where it would. The table is never full. */
    private int slot(long hash) {
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (owners[slot] != null && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
