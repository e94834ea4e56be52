package dev.winnow.cli;

import dev.winnow.Account;
import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.output.ArticleWriter;
import dev.winnow.output.BlockedException;
import dev.winnow.output.Checkpoint;
import dev.winnow.output.RejectedWriter;
import dev.winnow.output.RunFiles;
import dev.winnow.render.Rendered;
import dev.winnow.report.DocumentFacts;
import dev.winnow.report.RunStatistics;
import dev.winnow.source.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The way of all documents through a command: cleaned on several threads, written in their order, with checkpoints from which a
 * run that broke off is taken up again.
 */
final class CleanRun {

    /**
     * Characters of documents under way at most, for each byte of heap. A character under way is held as source, as normal text,
     * in lines and in the output, some ten bytes altogether; half the heap is for the rest.
     */
    private static final double CHARACTERS_A_BYTE = 0.05;

    /** More under way makes nothing faster. */
    private static final long MOST_CHARACTERS = 1L << 27;

    /** Nanoseconds between two checkpoints at least. */
    private static final long CHECKPOINT_EVERY = 250_000_000L;

    /** A checkpoint waits for the disk; this many times as long the run goes on before the next. */
    private static final long CHECKPOINT_SHARE = 20;

    private final Winnow winnow;
    private final RunOptions options;
    private final ArticleWriter writer;
    private final @Nullable RunFiles files;
    private final @Nullable RejectedWriter rejected;
    private final @Nullable RunStatistics statistics;
    private final Report report;
    private final BaseCommand command;
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
        this.command = command;
        this.winnow = winnow;
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
        long budget = Math.min(MOST_CHARACTERS, (long) (Runtime.getRuntime().maxMemory() * CHARACTERS_A_BYTE));
        OrderedWork<Input, Result> work =
                new OrderedWork<>(options.threads(), Standard::weight, budget, options.maxTime(), this::late);
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
        if (item instanceof Input.Failure failure) {
            return Result.failed(item, "unreadable", failure.message());
        }
        Input.Document document = (Input.Document) item;
        try {
            return clean(item, document.document());
        } catch (CancellationException e) {
            return late(item);
        } catch (OutOfMemoryError e) {
            return Result.failed(
                    item,
                    "memory",
                    "not enough memory for it; use fewer --threads, or more memory: WINNOW_JAVA_OPTS=-Xmx8g");
        } catch (RuntimeException | StackOverflowError e) {
            command.trace(e);
            return Result.failed(item, "bug", Standard.bug(e));
        }
    }

    private Result clean(Input item, SourceDocument document) {
        if (statistics == null) {
            return Result.of(item, winnow.clean(document), writer, null);
        }
        Account account = winnow.account(document);
        return Result.of(item, account.article(), writer, DocumentFacts.of(account));
    }

    private Result late(Input item) {
        return Result.failed(
                item,
                "time",
                "took longer than " + options.maxTime().toMillis() / 1000.0 + " s; give more time with --max-time");
    }

    private void take(Result cleaned) throws IOException {
        Result result = written(cleaned);
        if (result.article() != null) {
            articles++;
            report.written(result.article().id(), result.warnings());
            if (statistics != null && result.facts() != null) {
                statistics.add(result.facts());
            }
        } else {
            report.failed(result.origin().origin() + ": " + result.reason());
            if (options.failFast()) {
                // Not counted as done, so that it is tried again when the run goes on.
                failedFast = true;
                return;
            }
            setAside(result);
        }
        count(result.mark());
        if (System.nanoTime() > nextCheckpoint) {
            checkpoint(Checkpoint.MORE_TO_COME);
        }
    }

    /** Writes it, if there is something to write; what comes of that. */
    private Result written(Result cleaned) throws IOException {
        if (cleaned.article() != null) {
            try {
                writer.write(cleaned.article());
            } catch (BlockedException one) {
                return Result.failed(cleaned.origin(), "blocked", String.valueOf(one.getMessage()));
            }
        } else if (cleaned.origin() instanceof Input.Document document) {
            writer.pass(document.document().id());
        }
        return cleaned;
    }

    private void setAside(Result result) throws IOException {
        failures++;
        String id = result.origin() instanceof Input.Document document
                ? document.document().id()
                : null;
        if (statistics != null) {
            statistics.reject(result.origin().origin(), id == null ? "" : id, result.cause(), result.reason());
        }
        if (rejected != null) {
            rejected.write(result.origin().origin(), id, result.cause(), result.reason());
        }
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
     * What came of one input.
     *
     * @param mark tells the input from others
     * @param article null when it failed
     * @param facts null where nobody counts
     * @param cause of a failure, a word for programs
     * @param reason of a failure, a sentence for people
     */
    private record Result(
            Input origin,
            long mark,
            @Nullable Rendered article,
            List<String> warnings,
            @Nullable DocumentFacts facts,
            String cause,
            String reason) {

        static Result of(Input origin, Article article, ArticleWriter writer, @Nullable DocumentFacts facts) {
            return new Result(origin, CleanRun.mark(origin), writer.render(article), article.warnings(), facts, "", "");
        }

        static Result failed(Input origin, String cause, String reason) {
            return new Result(origin, CleanRun.mark(origin), null, List.of(), null, cause, reason);
        }
    }
}
