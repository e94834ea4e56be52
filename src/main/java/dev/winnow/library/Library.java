package dev.winnow.library;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A library that is loaded on first use. Programs that have its jars on their class path (README, "Library") get it from
 * there; the command line keeps them in {@code target/library/KEY} and has the launcher fetch them when they are missing.
 * Thread-safe.
 *
 * <pre>{@code
 * OfficeParser parser = Library.DOCUMENTS.load(OfficeParser.class, "dev.winnow.source.office.Parsers");
 * }</pre>
 */
public enum Library {
    /** Parsers of PDF, Word, OpenDocument, RTF, EPUB and mail. */
    DOCUMENTS(
            "documents",
            "PDF, Word, OpenDocument, RTF, EPUB, mail",
            "dev.winnow.source.office.",
            "org.apache.pdfbox.pdmodel.PDDocument"),
    /** Reads and writes Parquet. */
    PARQUET("parquet", "Parquet in and out", "dev.winnow.parquet.", "org.apache.parquet.hadoop.ParquetFileReader");

    private static final Map<Library, Answer> ANSWERS = new ConcurrentHashMap<>();

    private final String key;
    private final String reads;
    private final String callers;
    private final String witness;

    /**
     * @param key the name of its profile in {@code pom.xml}
     * @param reads what needs it, for help texts
     * @param callers what the names of our classes that call it begin with
     * @param witness a class that is there if the library is
     */
    Library(String key, String reads, String callers, String witness) {
        this.key = key;
        this.reads = reads;
        this.callers = callers;
        this.witness = witness;
    }

    /** The name used by the build, the launcher and {@code winnow fetch}. */
    public String key() {
        return key;
    }

    /** What needs it, as a phrase for help texts. */
    public String reads() {
        return reads;
    }

    /** Whether a class calls this library, and so must see its classes and not their namesakes in the program's jar. */
    boolean isCaller(String className) {
        return className.startsWith(callers);
    }

    /**
     * Loads a class of ours that calls the library, the library with it. The first call may take seconds, or as long as the
     * download of the jars.
     *
     * @param type what the class implements
     * @param implementation its full name; it has a public constructor without parameters
     * @throws LibraryException if the library is not there and cannot be fetched; the answer stays the same for this process
     */
    public <T> T load(Class<T> type, String implementation) throws LibraryException {
        try {
            return type.cast(Class.forName(implementation, true, loader())
                    .getConstructor()
                    .newInstance());
        } catch (InvocationTargetException broken) {
            throw new IllegalStateException(implementation + " does not start", broken.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(implementation + " cannot be loaded; rebuild the program", broken);
        }
    }

    /**
     * Sees to it that the jars are there.
     *
     * @throws LibraryException if they are not and cannot be fetched
     */
    public void fetch() throws LibraryException {
        loader();
    }

    private ClassLoader loader() throws LibraryException {
        Answer answer = ANSWERS.computeIfAbsent(this, Library::find);
        if (answer.missing() != null) {
            throw answer.missing();
        }
        return Objects.requireNonNull(answer.loader());
    }

    private Answer find() {
        ClassLoader own = Library.class.getClassLoader();
        if (own.getResource(witness.replace('.', '/') + ".class") != null) {
            return new Answer(own, null);
        }
        try {
            Path folder = new LibraryFolder(key, System.getProperty(LibraryFolder.HOME)).fetched();
            return new Answer(new LibraryLoader(this, folder, own), null);
        } catch (LibraryException notThere) {
            return new Answer(null, notThere);
        }
    }

    @Override
    public String toString() {
        return key;
    }

    /** What came of looking for a library: one of the two. */
    private record Answer(
            @Nullable ClassLoader loader, @Nullable LibraryException missing) {}
}
