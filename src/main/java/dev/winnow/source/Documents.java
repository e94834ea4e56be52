package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What one input gives, one after the other; only the one under way is in memory. An error of reading becomes a failure and is the
 * end. Not thread-safe.
 */
abstract class Documents implements Iterator<Input>, Closeable {

    /** Java's heap was full: of the document itself, or of those under way beside it. */
    static final String NO_MEMORY =
            "not enough memory for it; lower --max-size, use fewer --threads, or more memory: WINNOW_JAVA_OPTS=-Xmx8g";

    private @Nullable Input upcoming;
    private boolean ended;

    /** A single document, or the reason why there is none. */
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

    /** The next; null after the last. */
    abstract @Nullable Input advance() throws IOException;

    /** Where reading stands, for messages. */
    abstract String place();

    @Override
    public boolean hasNext() {
        if (upcoming == null && !ended) {
            try {
                upcoming = advance();
                ended = upcoming == null;
            } catch (IOException broken) {
                ended = true;
                upcoming = new Input.Failure(place(), "reading broke off: " + Inputs.reason(broken));
            } catch (OutOfMemoryError tooLarge) {
                ended = true;
                upcoming = new Input.Failure(place(), "reading broke off: " + NO_MEMORY);
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
