package dev.winnow.source;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How much was passed over in archives and WARC files because it is no document. None of it is an error. Not thread-safe.
 */
public final class Skipped {

    /** Why something is no document. */
    public enum Reason {
        HIDDEN("hidden entries"),
        NO_FILE("links and other special entries"),
        FOREIGN("entries that are no documents by their names"),
        OTHER_RECORD("WARC records of other kinds"),
        OTHER_MEDIA("WARC records that are neither HTML nor text"),
        ERROR_STATUS("answers of web servers other than success");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

    Skipped() {}

    void add(Reason reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Those reasons that occurred, with how often. */
    public Map<Reason, Long> counts() {
        return Map.copyOf(counts);
    }

    /** One line for a person, for example {@code 12 hidden entries, 3 WARC records of other kinds}; empty if nothing was skipped. */
    @Override
    public String toString() {
        StringJoiner line = new StringJoiner(", ");
        counts.forEach((reason, count) -> line.add(count + " " + reason.words));
        return line.toString();
    }
}
