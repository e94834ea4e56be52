package dev.winnow.source;

import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Libraries that a program may leave out; the POM lists them as optional dependencies. The command line has all of them. Code
 * that needs one implements an interface, and {@code META-INF/services} names its class. Thread-safe.
 */
public enum OptionalLibrary {
    /** Reads PDF. */
    PDF("org.apache.pdfbox:pdfbox", "org.apache.pdfbox.Loader"),
    /** Reads Word, OpenDocument, RTF and EPUB. */
    OFFICE(
            "org.apache.tika:tika-parser-microsoft-module and org.apache.tika:tika-parser-miscoffice-module",
            "org.apache.tika.parser.microsoft.OfficeParser org.apache.tika.parser.odf.OpenDocumentParser"),
    /** Reads mail. */
    MAIL("org.apache.james:apache-mime4j-dom", "org.apache.james.mime4j.dom.Message"),
    /** Reads and writes Parquet. */
    PARQUET("blue.strategic.parquet:parquet-floor", "org.apache.parquet.schema.MessageType");

    private final String coordinates;
    /** One class of each part of the library, separated by spaces. */
    private final String probes;

    OptionalLibrary(String coordinates, String probes) {
        this.coordinates = coordinates;
        this.probes = probes;
    }

    /** Whether the library is on the class path. */
    public boolean isThere() {
        ClassLoader loader = OptionalLibrary.class.getClassLoader();
        return Stream.of(probes.split(" "))
                .allMatch(probe -> loader.getResource(probe.replace('.', '/') + ".class") != null);
    }

    /** Returns a message that the library is missing, with the coordinates to add. One clause, without a subject. */
    public String missing() {
        return "needs " + coordinates
                + " on the class path; Winnow's POM names the version among its optional dependencies";
    }

    /**
     * Creates an instance of the class that implements a Winnow interface. Only its methods need the library; creating it does
     * not.
     */
    public static <T> T implementation(Class<T> type) {
        return ServiceLoader.load(type, type.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no implementation of " + type.getName()));
    }
}
