package dev.winnow.spark;

import dev.winnow.output.RejectedWriter;
import dev.winnow.run.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rejected documents of a task to a file. The file is named by the number of the partition and appears when the task
 * has succeeded. So a task that runs again replaces its earlier file. Not thread-safe.
 */
final class RejectedPart implements Closeable {

    private final FileSystem files;
    private final Path part;
    private final Path whole;
    private @Nullable OutputStream out;

    /** @param folder folder of the files */
    RejectedPart(String folder, Configuration configuration, TaskContext task) throws IOException {
        Path parent = new Path(folder);
        files = parent.getFileSystem(configuration);
        String name = String.format(Locale.ROOT, "part-%05d.jsonl", task.partitionId());
        whole = new Path(parent, name);
        part = new Path(parent, "." + name + "." + task.taskAttemptId());
    }

    void write(Outcome<?> outcome) throws IOException {
        if (out == null) {
            out = files.create(part, true);
        }
        out.write(RejectedWriter.line(outcome.origin().origin(), outcome.id(), outcome.cause(), outcome.reason()));
    }

    /** Gives the file its final name. Call it when the task has succeeded. */
    void commit() throws IOException {
        boolean some = out != null;
        close();
        files.delete(whole, false);
        if (some && !files.rename(part, whole)) {
            throw new IOException("cannot rename " + part + " to " + whole);
        }
    }

    /** Removes the file. Call it when the task has failed. */
    void forget() throws IOException {
        close();
        files.delete(part, false);
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
