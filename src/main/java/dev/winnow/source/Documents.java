package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the documents of one input; only the current one is in memory. A read error becomes a failure and ends the
 * iteration. Not thread-safe.
 */
abstract class Documents implements Iterator<Input>, Closeable {

    /** The Java heap is full: because of this document, or of others that are processed at the same time. */
    static final String NO_MEMORY =
            "not enough memory for it; lower --max-size, use fewer --threads, or more memory: WINNOW_JAVA_OPTS=-Xmx8g";

    private @Nullable Input upcoming;
    private boolean ended;

    /** Returns an iterator over a single result. */
    static Documents of(Input single) {
        return new Documents() {
            private boolean given;

            @Override
            @Nullable
            Input advance() {
                if (given) {
                    return null;
                }
                given = true;
                return single;
            }

            @Override
            String place() {
                return single.origin();
            }

            @Override
            public void close() {}
        };
    }

    /** Returns the next result; null after the last. */
    abstract @Nullable Input advance() throws IOException;

    /** Returns the current reading position, for messages. */
    abstract String place();

    @Override
    public boolean hasNext() {
        if (upcoming == null && !ended) {
            try {
                upcoming = advance();
                ended = upcoming == null;
            } catch (IOException broken) {
                ended = true;
                upcoming = new Input.Failure(place(), "reading stopped: " + Inputs.reason(broken));
            } catch (OutOfMemoryError tooLarge) {
                ended = true;
                upcoming = new Input.Failure(place(), "reading stopped: " + NO_MEMORY);
            }
        }
        return upcoming != null;
    }

    @Override
    public Input next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        Input input = upcoming;
        upcoming = null;
        return input;
    }
}
