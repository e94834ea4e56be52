package dev.winnow.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Counts what was skipped in folders, archives and WARC files because it is not a document. None of it is an error. Not
 * thread-safe.
 */
public final class Skipped {

    static final String HIDDEN = "hidden entries";
    static final String NO_FILE = "links and other special entries";
    static final String EMPTY = "without records";
    static final String NO_RECORDS = ".json without text";
    static final String OTHER_RECORD = "WARC records of other kinds";
    static final String OTHER_MEDIA = "WARC records that are neither HTML nor text";
    static final String ERROR_STATUS = "HTTP responses without success";

    private static final String NO_EXTENSION = "without an extension";
    private static final String OTHERS = "of other kinds";

    /** Maximum number of extensions counted separately, because names in a folder may be arbitrary. */
    private static final int MOST_EXTENSIONS = 30;

    /** Maximum length of an extension, with its dot. Longer ones are parts of names. */
    private static final int LONGEST_EXTENSION = 12;

    private final Map<String, Long> extensions = new TreeMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();

    Skipped() {}

    /**
     * @param what one of the constants above
     */
    void add(String what) {
        others.merge(what, 1L, Long::sum);
    }

    /** Counts a file whose name is not that of a document. */
    void addNamed(String name) {
        String base = name.substring(name.lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        String extension = dot < 0 || base.length() - dot > LONGEST_EXTENSION
                ? NO_EXTENSION
                : base.substring(dot).toLowerCase(Locale.ROOT);
        if (extension.equals(NO_EXTENSION)) {
            add(extension);
        } else if (extensions.containsKey(extension) || extensions.size() < MOST_EXTENSIONS) {
            extensions.merge(extension, 1L, Long::sum);
        } else {
            add(OTHERS);
        }
    }

    public boolean isEmpty() {
        return extensions.isEmpty() && others.isEmpty();
    }

    /** Returns the number of skipped things per kind, such as {@code .csv}; extensions come first. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new LinkedHashMap<>(extensions);
        all.putAll(others);
        return Collections.unmodifiableMap(all);
    }

    /** Returns one line for the user, for example {@code 3 .csv, 12 hidden entries}; empty if nothing was skipped. */
    @Override
    public String toString() {
        StringJoiner line = new StringJoiner(", ");
        counts().forEach((what, count) -> line.add(count + " " + what));
        return line.toString();
    }
}
