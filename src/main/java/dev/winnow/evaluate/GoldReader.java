package dev.winnow.evaluate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads gold, one page in memory at a time. Not thread-safe. */
public final class GoldReader implements Closeable {

    private final Records records;
    private final String collection;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param in JSON Lines, closed by {@link #close()}
     * @param origin the file's name, for messages
     * @param collection name of the collection of pages whose records give none
     */
    public GoldReader(InputStream in, String origin, String collection) {
        this.records = new Records(in, origin);
        this.collection = collection;
    }

    /**
     * Returns the next page.
     *
     * @return null after the last
     * @throws EvaluateException if the record cannot be used
     */
    public @Nullable Gold next() throws IOException, EvaluateException {
        Fields fields = records.next();
        if (fields == null) {
            return null;
        }
        Gold gold = Gold.of(fields, collection);
        if (!ids.add(gold.id())) {
            throw fields.error("the id '" + gold.id() + "' stands twice");
        }
        return gold;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
