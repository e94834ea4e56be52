package dev.winnow.document;

import java.util.Optional;

/** Cheap facts about one line that do not depend on its language. A line may have several shapes, or none. */
public enum Shape {
    /** Reads as prose: protected from removal unless a rule names it. */
    SENTENCE_LIKE("sentence-like"),
    /** Few words and no final sentence mark: a heading, a label, a title. */
    HEADING_LIKE("heading-like"),
    /** No final full stop and not long: could be the text of a link to another page. */
    LINK_LIKE("link-like"),
    /** A handful of words at the most, whatever the punctuation. */
    SHORT("short");

    private final String key;

    Shape(String key) {
        this.key = key;
    }

    /** The name used in rule packs, for example {@code link-like}. */
    public String key() {
        return key;
    }

    /** This shape as one bit, for sets of shapes in an {@code int}. */
    public int bit() {
        return 1 << ordinal();
    }

    public static Optional<Shape> ofKey(String key) {
        for (Shape shape : values()) {
            if (shape.key.equals(key)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return key;
    }
}
