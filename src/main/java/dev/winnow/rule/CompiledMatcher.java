package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Matcher} with its patterns compiled. */
sealed interface CompiledMatcher {

    record OfLine(List<CompiledPattern> patterns) implements CompiledMatcher {}

    record OfLines(List<Part> parts) implements CompiledMatcher {}

    /**
     * See {@link Matcher.Part}.
     *
     * @param free whether it is a free slot only, which takes no line that another part names
     */
    record Part(
            List<CompiledPattern> patterns,
            @Nullable Label label,
            int shapes,
            boolean optional,
            int repeat,
            boolean free) {}

    record OfRange(
            List<CompiledPattern> from,
            List<CompiledPattern> to,
            boolean toEnd,
            @Nullable Shape whileShape,
            boolean glued,
            List<CompiledPattern> before,
            int atLeast,
            int atMost)
            implements CompiledMatcher {

        boolean fromStart() {
            return from.isEmpty();
        }
    }

    record Inside(Mode mode, List<CompiledPattern> patterns) implements CompiledMatcher {}
}
