package dev.winnow.language;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The function words of all languages in one hash table with open addressing. The key is a hash, so no word has to be copied
 * from the text. Immutable. The table is small, because it competes for the cache with everything else. Of each word only 32
 * bits of its hash are stored; one word in a million matches by accident. Equal sets of languages are stored once.
 */
final class StopWords {

    /** Initial value and factor of {@link #hash}: the 64-bit constants of Fowler, Noll and Vo (FNV). */
    static final long SEED = 0xcbf29ce484222325L;

    private static final long FACTOR = 0x100000001b3L;
    private static final int[] NO_LANGUAGE = {};

    private final String[] languages;
    /** For each script the languages written in it. */
    private final int[][] byScript = new int[Scripts.COUNT][];

    /** 32 bits of the hash of each word; 0 for a free slot, never 0 for a word. */
    private final int[] prints;
    /** For each word the index of its set of languages. */
    private final short[] sets;

    private final int[][] languageSets;

    private final int mask;

    /** Languages are numbered in the order of their codes, so the order of the map has no effect. */
    StopWords(Map<String, List<String>> words) {
        Map<String, List<String>> sorted = new TreeMap<>(words);
        languages = sorted.keySet().toArray(String[]::new);
        int count = sorted.values().stream().mapToInt(List::size).sum();
        int size = Integer.highestOneBit(Math.max(8, count * 2)) * 2;
        prints = new int[size];
        sets = new short[size];
        mask = size - 1;
        Arrays.fill(byScript, NO_LANGUAGE);
        List<int[]> distinct = new ArrayList<>();
        Map<IntBuffer, Integer> numbers = new HashMap<>();
        distinct.add(NO_LANGUAGE);
        List<List<String>> lists = new ArrayList<>(sorted.values());
        for (int language = 0; language < languages.length; language++) {
            for (String word : lists.get(language)) {
                add(word, language, distinct, numbers);
            }
        }
        languageSets = distinct.toArray(int[][]::new);
    }

    private void add(String word, int language, List<int[]> distinct, Map<IntBuffer, Integer> numbers) {
        long hash = SEED;
        int script = Scripts.NONE;
        for (int i = 0; i < word.length(); i++) {
            int look = Scripts.look(word.charAt(i));
            hash = hash(hash, Scripts.lowerIn(look));
            script = script == Scripts.NONE ? Scripts.scriptIn(look) : script;
        }
        byScript[script] = with(byScript[script], language);
        int slot = slot(hash);
        prints[slot] = print(hash);
        int[] set = with(distinct.get(sets[slot]), language);
        sets[slot] = numbers.computeIfAbsent(IntBuffer.wrap(set), first -> {
                    distinct.add(set);
                    return distinct.size() - 1;
                })
                .shortValue();
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

    /** Returns the hash of a word extended by one character; begin with {@link #SEED}. */
    static long hash(long soFar, char lowerCase) {
        return (soFar ^ lowerCase) * FACTOR;
    }

    /** Returns the languages that have a word with this hash. */
    int[] languagesOf(long hash) {
        return languageSets[sets[slot(hash)]];
    }

    /** Returns the languages written in a script. */
    int[] languagesIn(int script) {
        return byScript[script];
    }

    int size() {
        return languages.length;
    }

    String code(int language) {
        return languages[language];
    }

    private static int print(long hash) {
        int print = (int) (hash >>> 32);
        return print == 0 ? 1 : print;
    }

    /** Index of the word, or of the free slot for it; a free slot has the empty set 0. The table is never full. */
    private int slot(long hash) {
        int print = print(hash);
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (prints[slot] != 0 && prints[slot] != print) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
