package dev.winnow.cli;

import dev.winnow.document.SourceDocument;
import dev.winnow.run.Cleaning;
import dev.winnow.run.OrderedWork;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies a function to every page of some inputs, on several threads, and reports the pages that fail. */
final class EachPage {

    private final BaseCommand command;
    private final int threads;
    private long failed;

    EachPage(BaseCommand command, int threads) {
        this.command = command;
        this.threads = threads;
    }

    /**
     * The outcome of one input.
     *
     * @param result null if the page failed
     * @param failure the reason; null if the page did not fail
     */
    private record Done<T>(
            String page, @Nullable T result, @Nullable String failure) {}

    /**
     * Processes all pages.
     *
     * @param taker gets the name of each page and its result, in input order, on the calling thread
     */
    <T> void run(Inputs inputs, Function<SourceDocument, T> work, BiConsumer<String, T> taker) throws IOException {
        new OrderedWork<Input, Done<T>>(
                        threads, Cleaning::weight, Cleaning.LITTLE_WEIGHT, Limits.DEFAULT_PARSING, EachPage::late)
                .run(inputs, input -> done(input, work), done -> take(done, taker), () -> false);
    }

    /** Returns the number of pages that failed. */
    long failed() {
        return failed;
    }

    private <T> Done<T> done(Input input, Function<SourceDocument, T> work) {
        if (input instanceof Input.Failure failure) {
            return new Done<>(failure.origin(), null, failure.message());
        }
        try {
            return new Done<>(input.origin(), work.apply(((Input.Document) input).document()), null);
        } catch (CancellationException e) {
            return late(input);
        } catch (RuntimeException | StackOverflowError e) {
            command.trace(e);
            return new Done<>(input.origin(), null, Cleaning.bug(e));
        }
    }

    private static <T> Done<T> late(Input input) {
        return new Done<>(
                input.origin(), null, "took longer than " + Limits.DEFAULT_PARSING.toSeconds() + " s; left out");
    }

    private <T> void take(Done<T> done, BiConsumer<String, T> taker) {
        if (done.result() == null) {
            failed++;
            command.console.say(done.page() + ": " + done.failure());
        } else {
            taker.accept(done.page(), done.result());
        }
    }
}
