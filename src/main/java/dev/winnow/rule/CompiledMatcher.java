package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A {@link Matcher} with its patterns compiled. */
sealed interface CompiledMatcher {

    /** @param evidence for each pattern what a person is told where it matches */
    record OfLine(List<CompiledPattern> patterns, List<String> evidence) implements CompiledMatcher {}

    /**
     * See {@link Matcher.OfLines}.
     *
     * @param kinds for each way in which parts take a line the first such part: its number
     * @param sharesFields whether what one part captures decides how another may match
     * @param shortest how many lines it takes at least
     * @param longest how many lines it can take
     */
    record OfLines(List<Part> parts, List<Integer> kinds, boolean sharesFields, int shortest, int longest)
            implements CompiledMatcher {

        /** More lines than any page has; half of what an int holds, so that sums stay positive. */
        private static final int MANY = 1 << 30;

        OfLines(List<Part> parts) {
            this(
                    parts,
                    kinds(parts),
                    sharesFields(parts),
                    (int) parts.stream().filter(part -> !part.optional()).count(),
                    (int) Math.min(MANY, parts.stream().mapToLong(Part::repeat).sum()));
        }

        private static List<Integer> kinds(List<Part> parts) {
            return IntStream.range(0, parts.size())
                    .filter(i -> parts.subList(0, i).stream().noneMatch(parts.get(i)::takesAlike))
                    .boxed()
                    .toList();
        }

        private static boolean sharesFields(List<Part> parts) {
            for (Field field : Field.values()) {
                long count = parts.stream()
                        .filter(part -> part.patterns().stream().anyMatch(pattern -> pattern.captures(field)))
                        .count();
                if (count > 1) {
                    return true;
                }
            }
            return parts.stream().flatMap(part -> part.patterns().stream()).anyMatch(CompiledPattern::needsKnown);
        }
    }

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
            boolean glued,
            boolean free) {

        /** Whether both take the same lines by themselves. */
        private boolean takesAlike(Part other) {
            return patterns.equals(other.patterns) && shapes == other.shapes && free == other.free;
        }
    }

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

    /** See {@link Matcher.OfElements}. */
    record OfElements(String selector, @Nullable Field field) implements CompiledMatcher {}

    /** @param evidence for each pattern what a person is told where it matches */
    record Inside(Mode mode, List<CompiledPattern> patterns, List<String> evidence) implements CompiledMatcher {}
}
