package dev.winnow.source;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.RichParser.Family;
import dev.winnow.source.RichParser.Parsed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Parses documents with a time limit. The parser runs on a separate thread. If it hangs on a hostile document, the thread is
 * interrupted; if that does not help, it is abandoned and the run goes on. Thread-safe.
 */
final class TimedParser {

    /** Maximum number of abandoned threads. Each of them occupies a processor and keeps a document in memory. */
    static final int MOST_LEFT_BEHIND = 4;

    /**
     * Stack size in bytes. Parsers recurse into nested elements; the default of a megabyte or less overflows after some
     * thousand levels.
     */
    private static final long STACK = 8 << 20;

    private final Set<Thread> leftBehind = ConcurrentHashMap.newKeySet();

    /** Shared by all readers, because abandoned threads slow down all of them. */
    static final TimedParser SHARED = new TimedParser();

    /** Parses one document. Every error becomes an {@link Input.Failure}. */
    Input parse(byte[] bytes, Family family, Provenance provenance, Limits limits) {
        return parse(OptionalLibrary.implementation(RichParser.class), bytes, family, provenance, limits);
    }

    Input parse(RichParser parser, byte[] bytes, Family family, Provenance provenance, Limits limits) {
        leftBehind.removeIf(thread -> !thread.isAlive());
        if (leftBehind.size() >= MOST_LEFT_BEHIND) {
            return failure(provenance, "is not read, because the parser still hangs on several earlier documents");
        }
        FutureTask<Parsed> task = new FutureTask<>(() -> parser.parse(bytes, family, limits.maxDocumentBytes()));
        Thread thread = new Thread(null, task, "winnow-parser", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return document(task.get(limits.maxParsing().toMillis(), TimeUnit.MILLISECONDS), provenance);
        } catch (TimeoutException tooLong) {
            leaveBehind(thread);
            return failure(
                    provenance,
                    "takes longer to read than " + limits.maxParsing().toMillis() / 1000.0
                            + " s; give more time with --max-time");
        } catch (InterruptedException stopped) {
            leaveBehind(thread);
            Thread.currentThread().interrupt();
            return failure(provenance, "reading was interrupted");
        } catch (ExecutionException broken) {
            return failure(provenance, reason(broken.getCause()));
        }
    }

    private void leaveBehind(Thread thread) {
        leftBehind.add(thread);
        thread.interrupt();
    }

    private static Input document(Parsed parsed, Provenance provenance) {
        return new Input.Document(
                provenance.origin(),
                SourceDocument.builder(provenance.id(), parsed.form(), parsed.text())
                        .url(provenance.url())
                        .crawl(provenance.crawl())
                        .warnings(parsed.warnings())
                        .extra(parsed.known())
                        .build());
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof RefusedException refused) {
            return String.valueOf(refused.getMessage());
        }
        if (cause instanceof OutOfMemoryError) {
            return "needs more memory than there is; give more with WINNOW_JAVA_OPTS=-Xmx8g";
        }
        if (cause instanceof StackOverflowError) {
            return "is nested too deep to be read";
        }
        return "is damaged: its parser failed" + (cause == null ? "" : " with " + LibraryMessage.withKind(cause));
    }

    private static Input failure(Provenance provenance, String message) {
        return new Input.Failure(provenance.origin(), message);
    }
}
