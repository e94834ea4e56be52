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
 * Cleans inputs so that none ends a run: what cannot be read, takes too long or too much memory, or meets a bug, becomes a failure
 * with its cause. Thread-safe, as its parts have to be.
 *
 * @param <R> what an article is rendered to
 * @param render called on the thread that cleans
 * @param counted whether facts for statistics are wanted
 * @param longest time for one document; whoever watches the threads interrupts them
 * @param moreMemory says how to give more of it, as a clause: {@code use fewer --threads}
 * @param bugs told of errors that nobody foresaw
 */
public record Cleaning<R>(
        Winnow winnow,
        Function<Article, R> render,
        boolean counted,
        Duration longest,
        String moreMemory,
        Consumer<Throwable> bugs) {

    /** Weight under way at most where documents are only looked at, and little is held of each. */
    public static final long LITTLE_WEIGHT = 20_000_000;

    /**
     * Characters of documents under way at most, for each byte of heap. A character under way is held as source, as normal text,
     * in lines and in the output, some ten bytes altogether; half the heap is for the rest.
     */
    private static final double CHARACTERS_A_BYTE = 0.05;

    /** More under way makes nothing faster. */
    private static final long MOST_CHARACTERS = 1L << 27;

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    /**
     * Reads a time as people write it: {@code 90s}, {@code 5m}, {@code 250ms}; a number alone are seconds.
     *
     * @throws IllegalArgumentException if it is none, or nothing
     */
    public static Duration parseTime(String time) {
        Matcher matcher = TIME.matcher(time.strip());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("'" + time + "' is no time; write for example 90s or 5m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** Cleans an input, on this thread. */
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

    /** What became of an input that took too long. */
    public Outcome<R> late(Input input) {
        return Outcome.failed(
                input,
                "time",
                "took longer than " + longest.toMillis() / 1000.0 + " s; give more time with --max-time");
    }

    /** How much memory an input needs while it is worked on: its characters. */
    public static long weight(Input input) {
        return input instanceof Input.Document document
                ? document.document().text().length()
                : 0;
    }

    /**
     * Weight under way at most.
     *
     * @param sharing how many runs of this process clean at the same time, from 1
     */
    public static long mostWeight(int sharing) {
        return Math.min(MOST_CHARACTERS, (long) (Runtime.getRuntime().maxMemory() * CHARACTERS_A_BYTE / sharing));
    }

    /** Tells of an error that nobody foresaw. */
    public static String bug(Throwable e) {
        return "this is a bug: " + e + "; run again with --debug, and report it";
    }
}
