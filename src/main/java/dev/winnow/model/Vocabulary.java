package dev.winnow.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What words of lines, or of class names, told about lines of the pages it was learnt from, by the hash of the word. Immutable and
 * thread-safe.
 */
final class Vocabulary {

    /** The weight of a word that was never learnt. */
    static final int UNKNOWN = 0;

    private final SortedMap<Integer, Byte> weights;
    private final int[] keys;
    private final byte[] values;
    private final int mask;

    /** @param weights by hash, never 0; positive speaks for the article, in sixteenths of the natural logarithm of the odds */
    Vocabulary(Map<Integer, Byte> weights) {
        this.weights = new TreeMap<>(weights);
        int capacity = Integer.highestOneBit(Math.max(8, weights.size())) << 2;
        this.keys = new int[capacity];
        this.values = new byte[capacity];
        this.mask = capacity - 1;
        this.weights.forEach((key, weight) -> {
            int slot = slot(key);
            keys[slot] = key;
            values[slot] = weight;
        });
    }

    /** What a word says; {@link #UNKNOWN} when nothing is known of it. */
    int weight(int hash) {
        return values[slot(hash)];
    }

    private int slot(int key) {
        int slot = key * 0x9E3779B1 >>> 7 & mask;
        while (values[slot] != UNKNOWN && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(weights.size());
        for (Map.Entry<Integer, Byte> word : weights.entrySet()) {
            out.writeInt(word.getKey());
            out.writeByte(word.getValue());
        }
    }

    /** Reads what {@link #write} wrote; fails where it is longer than a model may be. */
    static Vocabulary read(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LineModel.LARGEST) {
            throw new IOException("a vocabulary of " + size + " words");
        }
        SortedMap<Integer, Byte> weights = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            int hash = in.readInt();
            byte weight = in.readByte();
            if (weight == UNKNOWN) {
                throw new IOException("a word without weight");
            }
            weights.put(hash, weight);
        }
        return new Vocabulary(weights);
    }
}
