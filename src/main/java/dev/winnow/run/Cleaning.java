package dev.winnow.run;

import dev.winnow.Account;
import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.report.DocumentFacts;
import dev.winnow.source.Input;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cleans the inputs of a run so that no single input stops the run. An input that is unreadable, takes too much time or memory,
 * or meets a bug becomes a failure with its cause. Thread-safe if the given functions are.
 *
 * @param <R> type of a rendered article
 * @param render renders an article; called on the thread that cleans it
 * @param counted true to collect facts for statistics
 * @param longest maximum time for one document; only for messages: the caller must interrupt the thread
 * @param moreMemory advice how to get more memory, as a clause: {@code use fewer --threads}
 * @param bugs receives unexpected errors
 */
public record Cleaning<R>(
        Winnow winnow,
        Function<Article, R> render,
        boolean counted,
        Duration longest,
        String moreMemory,
        Consumer<Throwable> bugs) {

    /** Maximum total weight of unfinished documents for work that keeps little of each document, in characters. */
    public static final long LITTLE_WEIGHT = 20_000_000;

    /**
     * Maximum number of characters of unfinished documents, per byte of heap. A character is kept as source, as normal text, in
     * lines and in the output: about ten bytes together. Half of the heap is for everything else.
     */
    private static final double CHARACTERS_A_BYTE = 0.05;

    /** Maximum number of characters of unfinished documents. More would not be faster. */
    private static final long MOST_CHARACTERS = 1L << 27;

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    /**
     * Parses a time such as {@code 90s}, {@code 5m}, {@code 2h} or {@code 250ms}. A number without unit means seconds.
     *
     * @throws IllegalArgumentException if it is not a time, or is 0
     */
    public static Duration parseTime(String time) {
        Matcher matcher = TIME.matcher(time.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("'" + time + "' is not a time; write for example 90s or 5m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** Cleans one input on the calling thread. Errors become outcomes, not exceptions. */
    public Outcome<R> clean(Input input) {
        if (input instanceof Input.Failure failure) {
            return Outcome.failed(input, "unreadable", failure.message());
        }
        try {
            return clean(input, ((Input.Document) input).document());
        } catch (CancellationException e) {
            return late(input);
        } catch (OutOfMemoryError e) {
            return Outcome.failed(input, "memory", "not enough memory for it; " + moreMemory);
        } catch (RuntimeException | StackOverflowError e) {
            bugs.accept(e);
            return Outcome.failed(input, "bug", bug(e));
        }
    }

    private Outcome<R> clean(Input input, SourceDocument document) {
        if (!counted) {
            Article article = winnow.clean(document);
            return new Outcome<>(input, render.apply(article), article.warnings(), null, "", "");
        }
        Account account = winnow.account(document);
        Article article = account.article();
        return new Outcome<>(input, render.apply(article), article.warnings(), DocumentFacts.of(account), "", "");
    }

    /** Returns the outcome of an input that took too long. */
    public Outcome<R> late(Input input) {
        return Outcome.failed(
                input,
                "time",
                "took longer than " + longest.toMillis() / 1000.0 + " s; give more time with --max-time");
    }

    /** Returns the weight of an input, a measure of the memory for its cleaning: its number of characters. */
    public static long weight(Input input) {
        return input instanceof Input.Document document
                ? document.document().text().length()
                : 0;
    }

    /**
     * Returns the maximum total weight of unfinished inputs.
     *
     * @param sharing number of runs in this process at the same time, at least 1
     */
    public static long mostWeight(int sharing) {
        return Math.min(MOST_CHARACTERS, (long) (Runtime.getRuntime().maxMemory() * CHARACTERS_A_BYTE / sharing));
    }

    /** Returns the message for an unexpected error. */
    public static String bug(Throwable e) {
        return "this is a bug: " + e + "; run again with --debug, and report it";
    }
}
