package dev.winnow.source;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Libraries that a program may leave out: the POM names them as optional dependencies. The command line has them all. Code that
 * needs one stands behind an interface, and its class is named in {@code META-INF/services}. Thread-safe.
 */
public enum OptionalLibrary {
    /** Reads PDF. */
    PDF("org.apache.pdfbox:pdfbox"),
    /** Reads Word, OpenDocument, RTF and EPUB. */
    OFFICE("org.apache.tika:tika-parser-microsoft-module and org.apache.tika:tika-parser-miscoffice-module"),
    /** Reads mail. */
    MAIL("org.apache.james:apache-mime4j-dom"),
    /** Reads and writes Parquet. */
    PARQUET("blue.strategic.parquet:parquet-floor");

    private final String coordinates;

    OptionalLibrary(String coordinates) {
        this.coordinates = coordinates;
    }

    /** Says that the library is not on the class path, and which coordinates bring it. One clause, without a subject. */
    public String missing() {
        return "needs " + coordinates
                + " on the class path; Winnow's POM names the version among its optional dependencies";
    }

    /**
     * Makes an instance of the class that implements an interface of ours.
     *
     * @throws NoClassDefFoundError if a library is missing that the class cannot do without; it may also come from the
     *     instance's methods
     */
    public static <T> T implementation(Class<T> type) {
        try {
            return ServiceLoader.load(type, type.getClassLoader())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no implementation of " + type.getName()));
        } catch (ServiceConfigurationError broken) {
            if (broken.getCause() instanceof NoClassDefFoundError missing) {
                throw missing;
            }
            throw broken;
        }
    }
}
