package dev.winnow.run;

import dev.winnow.report.DocumentFacts;
import dev.winnow.report.RunStatistics;
import dev.winnow.source.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input.
 *
 * @param <R> what an article is rendered to
 * @param article null when it failed
 * @param warnings those of the article
 * @param facts null where nobody counts, or when it failed
 * @param cause of a failure, a word for programs: {@code unreadable}, {@code time}, {@code memory}, {@code bug}, {@code blocked}; else
 *     empty
 * @param reason of a failure, a sentence for people; else empty
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

    /** An input that gave no article. */
    public static <R> Outcome<R> failed(Input origin, String cause, String reason) {
        return new Outcome<>(origin, null, List.of(), null, cause, reason);
    }

    /** The document's id; null where the input is not even a document. */
    public @Nullable String id() {
        return origin instanceof Input.Document document ? document.document().id() : null;
    }

    /** Counts it. */
    public void count(RunStatistics statistics) {
        if (facts != null) {
            statistics.add(facts);
        } else if (article == null) {
            String id = id();
            statistics.reject(origin.origin(), id == null ? "" : id, cause, reason);
        }
    }
}
