package dev.winnow.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How much was passed over in folders, archives and WARC files because it is no document. None of it is an error. Not thread-safe. */
public final class Skipped {

    static final String HIDDEN = "hidden entries";
    static final String NO_FILE = "links and other special entries";
    static final String EMPTY = "without a single record";
    static final String NO_RECORDS = ".json without text";
    static final String OTHER_RECORD = "WARC records of other kinds";
    static final String OTHER_MEDIA = "WARC records that are neither HTML nor text";
    static final String ERROR_STATUS = "answers of web servers other than success";

    private static final String NO_EXTENSION = "without an extension";
    private static final String OTHERS = "of other kinds";

    /** Extensions told apart: names in a folder may be anything. */
    private static final int MOST_EXTENSIONS = 30;

    /** Longer ones are parts of names. */
    private static final int LONGEST_EXTENSION = 12;

    private final Map<String, Long> extensions = new TreeMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();

    Skipped() {}

    /** @param what one of the words above */
    void add(String what) {
        others.merge(what, 1L, Long::sum);
    }

    /** Counts a file that is no document by its name. */
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

    /** How much of what, such as {@code .csv}: names by their extensions first. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new LinkedHashMap<>(extensions);
        all.putAll(others);
        return Collections.unmodifiableMap(all);
    }

    /** One line for a person, for example {@code 3 .csv, 12 hidden entries}; empty if nothing was skipped. */
    @Override
    public String toString() {
        StringJoiner line = new StringJoiner(", ");
        counts().forEach((what, count) -> line.add(count + " " + what));
        return line.toString();
    }
}
