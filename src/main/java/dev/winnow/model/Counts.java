package dev.winnow.model;

/** How often numbers occur: open addressing with linear probing. For one thread. */
final class Counts {

    private final int[] keys;
    private final int[] counts;
    private final int mask;
    private int size;

    /** @param most how many different numbers there may be */
    Counts(int most) {
        int capacity = Integer.highestOneBit(Math.max(8, most)) << 2;
        this.keys = new int[capacity];
        this.counts = new int[capacity];
        this.mask = capacity - 1;
    }

    /** Counts a number, and says how often it occurred with this time. */
    int add(int key) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        return ++counts[slot];
    }

    /** How many different numbers there are. */
    int size() {
        return size;
    }

    int get(int key) {
        return counts[slot(key)];
    }

    private int slot(int key) {
        int slot = key * 0x9E3779B1 >>> 7 & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
