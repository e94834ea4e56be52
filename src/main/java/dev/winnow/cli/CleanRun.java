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
 * The way of all documents through a command: cleaned on several threads, written in their order, with checkpoints from which a
 * run that broke off is taken up again.
 */
final class CleanRun {

    /** Nanoseconds between two checkpoints at least. */
    private static final long CHECKPOINT_EVERY = 250_000_000L;

    /** A checkpoint waits for the disk; this many times as long the run goes on before the next. */
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
     * A run that has not begun.
     *
     * @param files null where the run cannot be taken up again
     * @param rejected null where nobody wants to be told
     * @param statistics null where nobody wants to read them
     * @param settings all that the output depends on but for the inputs' content
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

    /** Goes on behind a checkpoint of an earlier run, reading past what that run did. */
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
            throw UserError.usage("cannot resume: the inputs are not those of the run that broke off (its first "
                    + Standard.count(earlier.inputs(), "document") + " differ); start over with --restart");
        }
        articles = earlier.articles();
        failures = earlier.rejected();
        millisBefore = earlier.millis();
        report.resumed(articles, failures);
    }

    /** Cleans what is left, unless it is interrupted; returns the exit code. */
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
        if (files != null && files.unfinished()) {
            // Should the process end between here and the last line, the next one finds that all is done.
            checkpoint(writer.end());
        }
        if (rejected != null) {
            rejected.commit();
        }
        writer.commit();
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
            // Not counted as done, so that it is tried again when the run goes on.
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

    /** Writes it, if there is something to write; what comes of that. */
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
     * Puts all on the disk and says so, unless the writer is in the middle of something.
     *
     * @param whole see {@link Checkpoint#whole()}
     * @return false where there is no checkpoint from which the run can be taken up again
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
        // The multiplier of Knuth's linear congruential generator MMIX; the order counts.
        digest = (digest + mark) * 6364136223846793005L + 1;
    }

    private static long mark(Input input) {
        return input instanceof Input.Document document
                ? InputMark.of(document.document())
                : InputMark.of((Input.Failure) input);
    }

    /** Whether an earlier run was through but for forgetting its checkpoint. */
    static boolean wasThrough(RunFiles files, Checkpoint earlier) throws IOException {
        return files.part() != null
                && !Files.exists(files.part())
                && Files.exists(files.output())
                && Files.size(files.output()) == earlier.whole();
    }

    /**
     * What became of one input.
     *
     * @param mark tells the input from others
     */
    private record Result(Outcome<Rendered> outcome, long mark) {}
}
