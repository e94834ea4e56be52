package dev.winnow.spark;

import dev.winnow.source.FoundFile;
import dev.winnow.source.Input;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Finds the input files and distributes them to tasks, so that all tasks get about the same number of bytes. */
final class Pieces {

    /** Size of a task's input, in bytes, if the number of tasks is not given: about one minute of one core. */
    private static final long TASK = 32L << 20;

    /** Minimum size of a part of a file, in bytes. For less, the start of a task takes longer than its work. */
    private static final long SMALLEST = 1 << 20;

    /** Cost of opening a file, as a number of bytes. */
    private static final long OPENING = 1 << 18;

    private final JavaSparkContext spark;
    private final Broadcast<SerializableConfiguration> configuration;

    Pieces(JavaSparkContext spark, Broadcast<SerializableConfiguration> configuration) {
        this.spark = spark;
        this.configuration = configuration;
    }

    /**
     * Returns the pieces of each task.
     *
     * @param arguments files, folders and globs, as for {@code winnow clean}
     * @param tasks number of tasks; 0 to compute it from the size of the input
     * @throws IllegalArgumentException if one of the arguments names no file
     */
    List<List<Piece>> find(List<String> arguments, int tasks) throws IOException {
        Storage storage = new Storage(configuration.value().value());
        List<Input.Failure> failures = new ArrayList<>();
        List<FoundFile> files = FoundFile.of(arguments, storage, failures::add);
        if (!failures.isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    "\n", failures.stream().map(Input.Failure::toString).toList()));
        }
        long bytes = files.stream().mapToLong(FoundFile::size).sum();
        long most = tasks == 0 ? TASK : Math.max(SMALLEST, bytes / tasks);
        List<Piece> whole = new ArrayList<>();
        List<Piece> parts = new ArrayList<>();
        for (FoundFile file : files) {
            String path = new Path(file.origin()).toString();
            // The kind of a smaller file is detected later, when it is read.
            if (file.size() <= 2 * most) {
                whole.add(Piece.whole(path, file, FoundFile.Kind.STREAM));
                continue;
            }
            byte[] head = storage.head(path, FoundFile.Kind.HEAD);
            Piece piece = Piece.whole(path, file, FoundFile.Kind.of(head, head.length >= file.size(), file.id()));
            if (piece.kind() == FoundFile.Kind.LINES) {
                parts.addAll(cut(piece, most));
            } else {
                whole.add(piece);
            }
        }
        whole.addAll(numbered(parts));
        return dealt(whole, tasks == 0 ? (int) (cost(whole) / TASK) + 1 : tasks);
    }

    private static List<Piece> cut(Piece file, long most) {
        List<Piece> parts = new ArrayList<>();
        long count = file.size() / most + 1;
        for (long i = 0; i < count; i++) {
            parts.add(file.part(file.size() * i / count, file.size() * (i + 1) / count));
        }
        return parts;
    }

    /** Returns each part with the number of lines before it. A Spark job counts line feeds, which is fast. */
    private List<Piece> numbered(List<Piece> parts) {
        if (parts.isEmpty()) {
            return parts;
        }
        Broadcast<SerializableConfiguration> files = configuration;
        List<Long> feeds = spark.parallelize(parts, parts.size())
                .map(part -> feeds(new Storage(files.value().value()), part))
                .collect();
        List<Piece> numbered = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < parts.size(); i++) {
            Piece part = parts.get(i);
            before = part.from() == 0 ? 0 : before;
            // The reader of the part skips one more line feed to reach its first line.
            numbered.add(part.behind(part.from() == 0 ? 0 : before + 1));
            before += feeds.get(i);
        }
        return numbered;
    }

    /** Returns the number of line feeds from the byte before the part to its last byte, without that last byte. */
    private static long feeds(Storage storage, Piece part) throws IOException {
        long at = Math.max(0, part.from() - 1);
        byte[] buffer = new byte[1 << 16];
        long feeds = 0;
        try (InputStream in = storage.stream(part.path(), at)) {
            while (at < part.to() - 1) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, part.to() - 1 - at));
                if (read < 0) {
                    break;
                }
                for (int i = 0; i < read; i++) {
                    feeds += buffer[i] == '\n' ? 1 : 0;
                }
                at += read;
            }
        }
        return feeds;
    }

    private static long cost(List<Piece> pieces) {
        return pieces.stream().mapToLong(Pieces::cost).sum();
    }

    private static long cost(Piece piece) {
        return piece.bytes() + OPENING;
    }

    /** Distributes pieces to tasks: the largest piece first, each to the task with the lowest cost so far. */
    static List<List<Piece>> dealt(List<Piece> pieces, int tasks) {
        record Hand(List<Piece> pieces, long[] cost) {}
        PriorityQueue<Hand> hands = new PriorityQueue<>(Comparator.comparingLong(hand -> hand.cost()[0]));
        List<List<Piece>> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            List<Piece> own = new ArrayList<>();
            all.add(own);
            hands.add(new Hand(own, new long[1]));
        }
        pieces.stream()
                .sorted(Comparator.comparingLong((Piece piece) -> -cost(piece)))
                .forEach(piece -> {
                    Hand least = hands.remove();
                    least.pieces().add(piece);
                    least.cost()[0] += cost(piece);
                    hands.add(least);
                });
        return all;
    }
}
