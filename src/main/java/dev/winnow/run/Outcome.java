package dev.winnow.run;

import dev.winnow.report.DocumentFacts;
import dev.winnow.report.RunStatistics;
import dev.winnow.source.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one input of a run: an article, or a failure with its cause.
 *
 * @param <R> type of a rendered article
 * @param article the rendered article; null if the input failed
 * @param warnings warnings of the article; empty if the input failed
 * @param facts facts for statistics; null if they are not collected, or if the input failed
 * @param cause cause of the failure, a word for programs: {@code unreadable}, {@code time}, {@code memory}, {@code bug},
 *     {@code blocked}; empty if there is an article
 * @param reason reason of the failure, a sentence for people; empty if there is an article
 */
public record Outcome<R>(
        Input origin,
        @Nullable R article,
        List<String> warnings,
        @Nullable DocumentFacts facts,
        String cause,
        String reason) {

    public Outcome {
        warnings = List.copyOf(warnings);
    }

    /** Returns the outcome of an input that gave no article. */
    public static <R> Outcome<R> failed(Input origin, String cause, String reason) {
        return new Outcome<>(origin, null, List.of(), null, cause, reason);
    }

    /** Returns the id of the document; null if the input could not be read as a document. */
    public @Nullable String id() {
        return origin instanceof Input.Document document ? document.document().id() : null;
    }

    /** Adds this outcome to the statistics of the run. */
    public void count(RunStatistics statistics) {
        if (facts != null) {
            statistics.add(facts);
        } else if (article == null) {
            String id = id();
            statistics.reject(origin.origin(), id == null ? "" : id, cause, reason);
        }
    }
}
