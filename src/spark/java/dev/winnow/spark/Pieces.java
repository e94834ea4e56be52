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

/** Finds what there is to read, and deals it out to tasks so that each gets about as many bytes. */
final class Pieces {

    /** Bytes of a task's input, unless somebody asks for a number of tasks: a minute or so of one core. */
    private static final long TASK = 32L << 20;

    /** A task of less is not worth its start. */
    private static final long SMALLEST = 1 << 20;

    /** A small file costs about as much as so many bytes: it has to be opened. */
    private static final long OPENING = 1 << 18;

    private final JavaSparkContext spark;
    private final Broadcast<SerializableConfiguration> configuration;

    Pieces(JavaSparkContext spark, Broadcast<SerializableConfiguration> configuration) {
        this.spark = spark;
        this.configuration = configuration;
    }

    /**
     * The pieces of each task.
     *
     * @param arguments as for {@code winnow clean}
     * @param tasks how many; 0 to go by size
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
            // Smaller files tell when they are read what they are.
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

    /** Each part with the number of lines before it, as one cheap job counts them. */
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
            // The part passes one more to get to its first line.
            numbered.add(part.behind(part.from() == 0 ? 0 : before + 1));
            before += feeds.get(i);
        }
        return numbered;
    }

    /** Feeds from the byte before the part up to its last byte but one. */
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

    /** The largest first, each to the task that has least. */
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
