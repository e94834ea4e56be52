package dev.winnow.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * What words of lines, or of class names, told about lines of the pages it was learnt from, by the hash of the word. Immutable and
 * thread-safe.
 */
final class Vocabulary {

    /** The weight of a word that was never learnt. */
    static final int UNKNOWN = 0;

    private final IntMap weights;

    /** @param learnt weights by hash, never 0; positive speaks for the article, in sixteenths of the natural logarithm of the odds */
    Vocabulary(Map<Integer, Byte> learnt) {
        this.weights = new IntMap(learnt.size());
        learnt.forEach(weights::put);
    }

    private Vocabulary(IntMap weights) {
        this.weights = weights;
    }

    /** What a word says; {@link #UNKNOWN} when nothing is known of it. */
    int weight(int hash) {
        return weights.get(hash);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(weights.size());
        for (int hash : weights.sortedKeys()) {
            out.writeInt(hash);
            out.writeByte(weights.get(hash));
        }
    }

    /** Reads what {@link #write} wrote; fails where it is longer than a model may be. */
    static Vocabulary read(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LineModel.LARGEST) {
            throw new IOException("a vocabulary of " + size + " words");
        }
        IntMap weights = new IntMap(size);
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
