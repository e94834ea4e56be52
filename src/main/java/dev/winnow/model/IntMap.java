package dev.winnow.model;

import java.util.Arrays;

/** A map from int to int, with 0 for all missing keys: open addressing with linear probing. For one thread while it is filled. */
final class IntMap {

    /** Multiplier of the hash, odd and without a pattern: the golden ratio in 32 bits. */
    private static final int SPREAD = 0x9E3779B1;

    private static final int LOW_BITS = 7;

    private final int[] keys;
    private final int[] values;
    private final int mask;
    private int size;

    /** @param most maximum number of different keys */
    IntMap(int most) {
        int capacity = Integer.highestOneBit(Math.max(8, most)) << 2;
        this.keys = new int[capacity];
        this.values = new int[capacity];
        this.mask = capacity - 1;
    }

    /** Adds one to the value of a key. */
    void add(int key) {
        values[claim(key)]++;
    }

    /** @param value not 0 */
    void put(int key, int value) {
        values[claim(key)] = value;
    }

    int get(int key) {
        return values[slot(key)];
    }

    /** Returns the number of keys. */
    int size() {
        return size;
    }

    /** Returns the keys with a value other than 0, in ascending order. */
    int[] sortedKeys() {
        int[] sorted = new int[size];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                sorted[count++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private int claim(int key) {
        int slot = slot(key);
        if (values[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        return slot;
    }

    private int slot(int key) {
        int slot = key * SPREAD >>> LOW_BITS & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
