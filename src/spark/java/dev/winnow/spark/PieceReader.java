package dev.winnow.spark;

import dev.winnow.source.FoundFile;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a task's pieces, one after the other. Not thread-safe; must be closed. */
final class PieceReader implements Iterator<Input>, AutoCloseable {

    private final Storage storage;
    private final Iterator<Piece> pieces;
    private final Map<String, String> columns;
    private final Limits limits;
    private @Nullable Inputs current;

    /** @param columns see {@link Inputs#ofRows} */
    PieceReader(Storage storage, Iterator<Piece> pieces, Map<String, String> columns, Limits limits) {
        this.storage = storage;
        this.pieces = pieces;
        this.columns = columns;
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        while (current == null || !current.hasNext()) {
            close();
            if (!pieces.hasNext()) {
                return false;
            }
            try {
                current = open(pieces.next());
            } catch (IOException broken) {
                throw new IOError(broken);
            }
        }
        return true;
    }

    private Inputs open(Piece piece) throws IOException {
        if (!piece.isWhole()) {
            InputStream in = storage.stream(piece.path(), Math.max(0, piece.from() - 1));
            return Inputs.ofLines(new LineRange(in, piece.from(), piece.to()), piece.file(), piece.lines(), limits);
        }
        byte[] head = storage.head(piece.path(), 4);
        return FoundFile.Kind.of(head, piece.size() <= head.length, piece.id()) == FoundFile.Kind.ROWS
                ? Inputs.ofRows(storage.channel(piece.path(), piece.size()), piece.file(), columns, limits)
                : Inputs.of(storage.stream(piece.path(), 0), piece.file(), limits);
    }

    @Override
    public Input next() {
        if (!hasNext() || current == null) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
