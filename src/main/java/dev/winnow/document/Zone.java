package dev.winnow.document;

import java.util.Optional;

/** Where a line stands: before, within or after the sentence-like lines of the article. */
public enum Zone {
    /** Before the first sentence-like line of the article. */
    HEAD,
    /** From the first sentence-like line to the last. */
    BODY,
    /** After the last sentence-like line. */
    TAIL;

    /** The name used in rule packs, for example {@code head}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Zone> ofKey(String key) {
        for (Zone zone : values()) {
            if (zone.key().equals(key)) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }
}
