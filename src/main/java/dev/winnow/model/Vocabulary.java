package dev.winnow.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Learnt weights of words in lines, or in class names, by the hash of the word. Immutable and thread-safe. */
final class Vocabulary {

    /** The weight of a word that was never learnt. */
    static final int UNKNOWN = 0;

    private final IntMap weights;

    /**
     * @param learnt weights by hash, never 0. Positive weights speak for the article. The unit is a sixteenth of the natural
     *     logarithm of the odds.
     */
    Vocabulary(Map<Integer, Byte> learnt) {
        this.weights = new IntMap(learnt.size());
        learnt.forEach(weights::put);
    }

    private Vocabulary(IntMap weights) {
        this.weights = weights;
    }

    /** Returns the weight of a word; {@link #UNKNOWN} when it was never learnt. */
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

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is larger than a model may be, or a weight is 0
     */
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
