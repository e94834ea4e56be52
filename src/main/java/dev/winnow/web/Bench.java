package dev.winnow.web;

import dev.winnow.document.SourceDocument;
import dev.winnow.run.Cleaning;
import dev.winnow.run.OrderedWork;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The common state of all views.
 *
 * @param fixtures folder of fixtures, which may not exist yet; null if there is no folder for rules
 * @param bugs gets unexpected errors
 */
record Bench(
        Pages pages,
        RuleFolder rules,
        @Nullable Path fixtures,
        Cleaners cleaners,
        Jobs jobs,
        Limits limits,
        Consumer<Throwable> bugs) {

    /**
     * The result of one page.
     *
     * @param result null if the page failed
     */
    private record Done<T>(int page, @Nullable T result) {}

    /**
     * Applies a function to pages in parallel. Leaves one processor free, so that the workbench stays responsive.
     *
     * @param taker gets the results in the order of the pages, on the calling thread
     * @return number of pages that failed
     */
    <T> int each(
            List<Integer> numbers,
            Function<SourceDocument, T> work,
            BiConsumer<Integer, T> taker,
            Jobs.Progress progress)
            throws IOException {
        progress.total(numbers.size());
        int[] failed = new int[1];
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
        new OrderedWork<Integer, Done<T>>(
                        threads,
                        page -> pages.characters(page),
                        Cleaning.LITTLE_WEIGHT,
                        Limits.DEFAULT_PARSING,
                        this::late)
                .run(
                        numbers.iterator(),
                        page -> done(page, work),
                        done -> {
                            progress.step();
                            T result = done.result();
                            if (result == null) {
                                failed[0]++;
                            } else {
                                taker.accept(done.page(), result);
                            }
                        },
                        progress::isCancelled);
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
        return failed[0];
    }

    private <T> Done<T> done(int page, Function<SourceDocument, T> work) {
        try {
            return new Done<>(page, work.apply(pages.document(page)));
        } catch (CancellationException e) {
            return late(page);
        } catch (RuntimeException | StackOverflowError e) {
            bugs.accept(e);
            return late(page);
        }
    }

    private <T> Done<T> late(int page) {
        return new Done<>(page, null);
    }
}
