package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.output.ArticleWriter;
import dev.winnow.output.BlockedException;
import dev.winnow.output.Checkpoint;
import dev.winnow.output.RejectedWriter;
import dev.winnow.output.RunFiles;
import dev.winnow.render.Rendered;
import dev.winnow.report.RunStatistics;
import dev.winnow.run.Cleaning;
import dev.winnow.run.OrderedWork;
import dev.winnow.run.Outcome;
import dev.winnow.source.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cleans all documents of a run on several threads and writes the articles in input order. Writes checkpoints, from which an
 * unfinished run can be resumed.
 */
final class CleanRun {

    /** Minimum time between two checkpoints, in nanoseconds. */
    private static final long CHECKPOINT_EVERY = 250_000_000L;

    /** Minimum time to the next checkpoint, as a multiple of the time that the last one took: it waits for the disk. */
    private static final long CHECKPOINT_SHARE = 20;

    private final Cleaning<Rendered> cleaning;
    private final RunOptions options;
    private final ArticleWriter writer;
    private final @Nullable RunFiles files;
    private final @Nullable RejectedWriter rejected;
    private final @Nullable RunStatistics statistics;
    private final Report report;
    private final Map<String, String> settings;

    private long inputs;
    private long digest;
    private long articles;
    private long failures;
    private final long began = System.nanoTime();
    private long millisBefore;
    private boolean failedFast;
    private boolean resumable = true;
    private long nextCheckpoint = System.nanoTime() + CHECKPOINT_EVERY;

    /**
     * Prepares a run; {@link #run} starts it.
     *
     * @param files null when the run cannot be resumed
     * @param rejected null when failed documents are not written to a file
     * @param statistics null when there is no report
     * @param settings all that determines the output, except the content of the inputs
     */
    CleanRun(
            BaseCommand command,
            Winnow winnow,
            RunOptions options,
            ArticleWriter writer,
            @Nullable RunFiles files,
            @Nullable RejectedWriter rejected,
            @Nullable RunStatistics statistics,
            Report report,
            Map<String, String> settings) {
        this.cleaning = new Cleaning<>(
                winnow,
                writer::render,
                statistics != null,
                options.maxTime(),
                "use fewer --threads, or more memory: WINNOW_JAVA_OPTS=-Xmx8g",
                command::trace);
        this.options = options;
        this.writer = writer;
        this.files = files;
        this.rejected = rejected;
        this.statistics = statistics;
        this.report = report;
        this.settings = settings;
    }

    /** Continues after the checkpoint of an earlier run: reads and skips the documents that it finished. */
    void resume(Checkpoint earlier, Iterator<Input> documents) throws IOException {
        writer.resume(earlier.articles(), earlier.bytes());
        if (rejected != null) {
            rejected.resume(earlier.rejectedBytes());
        }
        while (inputs < earlier.inputs() && documents.hasNext()) {
            Input passed = documents.next();
            if (passed instanceof Input.Document document) {
                writer.pass(document.document().id());
            }
            count(mark(passed));
        }
        if (inputs != earlier.inputs() || digest != earlier.digest()) {
            throw UserError.usage("cannot resume: the inputs differ from those of the earlier run (in its first "
                    + Standard.count(earlier.inputs(), "document") + "); start a new run with --restart");
        }
        articles = earlier.articles();
        failures = earlier.rejected();
        millisBefore = earlier.millis();
        report.resumed(articles, failures);
    }

    /** Cleans the remaining documents until the end or an interruption. Returns the exit code. */
    int run(Iterator<Input> documents, Interruption interruption) throws IOException {
        OrderedWork<Input, Result> work = new OrderedWork<>(
                options.threads(), Cleaning::weight, Cleaning.mostWeight(1), options.maxTime(), this::late);
        work.run(documents, this::clean, this::take, () -> failedFast || interruption.wanted());
        if (failedFast || interruption.wanted()) {
            report.stopped(inputs, inputs > 0 && checkpoint(Checkpoint.MORE_TO_COME));
            return ExitCode.FINDINGS;
        }
        finish();
        return report.end();
    }

    private void finish() throws IOException {
        // For example after a mistyped path: an earlier result is worth more than an empty one.
        boolean keeps = articles == 0 && files != null && files.hasResult();
        if (!keeps && files != null && files.unfinished()) {
            // If the process ends between here and the last line, the next run sees that all documents are done.
            checkpoint(writer.end());
        }
        if (rejected != null) {
            rejected.commit();
        }
        if (keeps) {
            report.kept();
        } else {
            writer.commit();
        }
        if (files != null && files.unfinished()) {
            files.clear();
        }
    }

    private Result clean(Input item) {
        return new Result(cleaning.clean(item), mark(item));
    }

    private Result late(Input item) {
        return new Result(cleaning.late(item), mark(item));
    }

    private void take(Result cleaned) throws IOException {
        Outcome<Rendered> outcome = written(cleaned.outcome());
        if (outcome.article() == null && options.failFast()) {
            report.failed(outcome.origin().origin() + ": " + outcome.reason());
            // Not counted as done, so a resumed run tries it again.
            failedFast = true;
            return;
        }
        if (statistics != null) {
            outcome.count(statistics);
        }
        if (outcome.article() != null) {
            articles++;
            report.written(outcome.article().id(), outcome.warnings());
        } else {
            failures++;
            report.failed(outcome.origin().origin() + ": " + outcome.reason());
            if (rejected != null) {
                rejected.write(outcome.origin().origin(), outcome.id(), outcome.cause(), outcome.reason());
            }
        }
        count(cleaned.mark());
        if (System.nanoTime() > nextCheckpoint) {
            checkpoint(Checkpoint.MORE_TO_COME);
        }
    }

    /** Writes the article, if there is one. Returns a failure if the writer refuses it. */
    private Outcome<Rendered> written(Outcome<Rendered> cleaned) throws IOException {
        if (cleaned.article() != null) {
            try {
                writer.write(cleaned.article());
            } catch (BlockedException one) {
                return Outcome.failed(cleaned.origin(), "blocked", String.valueOf(one.getMessage()));
            }
        } else {
            String id = cleaned.id();
            if (id != null) {
                writer.pass(id);
            }
        }
        return cleaned;
    }

    /**
     * Saves all output to the disk and writes a checkpoint. Skips it while the writer cannot be saved.
     *
     * @param whole see {@link Checkpoint#whole()}
     * @return false if there is no checkpoint to resume from
     */
    private boolean checkpoint(long whole) throws IOException {
        if (files == null || !resumable) {
            return false;
        }
        if (!writer.isSavable()) {
            return files.unfinished();
        }
        long before = System.nanoTime();
        long bytes = writer.save();
        if (bytes == ArticleWriter.NOT_RESUMABLE) {
            resumable = false;
            return false;
        }
        long rejectedBytes = rejected == null ? 0 : rejected.save();
        new Checkpoint(
                        settings,
                        inputs,
                        digest,
                        articles,
                        bytes,
                        whole,
                        failures,
                        rejectedBytes,
                        millisBefore + (before - began) / 1_000_000,
                        statistics == null ? "" : statistics.save())
                .write(files.checkpoint());
        long now = System.nanoTime();
        nextCheckpoint = now + Math.max(CHECKPOINT_EVERY, CHECKPOINT_SHARE * (now - before));
        return true;
    }

    private void count(long mark) {
        inputs++;
        // A hash of all marks that depends on their order. The multiplier is that of Knuth's MMIX generator.
        digest = (digest + mark) * 6364136223846793005L + 1;
    }

    private static long mark(Input input) {
        return input instanceof Input.Document document
                ? InputMark.of(document.document())
                : InputMark.of((Input.Failure) input);
    }

    /** Whether an earlier run wrote its whole output and only failed to delete its checkpoint. */
    static boolean wasThrough(RunFiles files, Checkpoint earlier) throws IOException {
        return files.part() != null
                && !Files.exists(files.part())
                && Files.exists(files.output())
                && Files.size(files.output()) == earlier.whole();
    }

    /**
     * The outcome of one input.
     *
     * @param mark hash that identifies the input, see {@link InputMark}
     */
    private record Result(Outcome<Rendered> outcome, long mark) {}
}
