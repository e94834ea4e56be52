package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a rule finds its lines. A closed set of matchers; rules choose among them. */
public sealed interface Matcher {

    /** Returns all patterns of the matcher; empty for a selector. */
    List<Pattern> patterns();

    /** One whole line that fits any of the patterns. */
    record OfLine(List<Pattern> patterns) implements Matcher {
        public OfLine {
            patterns = List.copyOf(patterns);
        }
    }

    /** A sequence of non-blank lines. At least one part has a literal that can be looked up. */
    record OfLines(List<Part> parts) implements Matcher {
        public OfLines {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Pattern> patterns() {
            return parts.stream()
                    .flatMap(part -> Stream.of(part.patterns, part.before))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /**
     * One part of a sequence.
     *
     * @param patterns alternatives, one of which must fit the line
     * @param label label of these lines; null for the rule's own label
     * @param shapes shapes as bits; the line must have one of them. {@link Conditions#NO_SHAPE} for any line that is not
     *     sentence-like, {@link Conditions#ANY_SHAPE} for any line
     * @param optional whether the sequence may go on without it
     * @param repeat maximum number of lines, at least 1
     * @param glued whether the line must stand right below the one before it, with a blank line behind it
     * @param toBlank whether it takes all lines up to the next blank one
     * @param before patterns of the line up to which it takes all lines; empty when not used
     */
    record Part(
            List<Pattern> patterns,
            @Nullable Label label,
            int shapes,
            boolean optional,
            int repeat,
            boolean glued,
            boolean toBlank,
            List<Pattern> before) {
        public Part {
            patterns = List.copyOf(patterns);
            before = List.copyOf(before);
        }

        /** Returns a copy with another label. */
        public Part with(Label other) {
            return new Part(patterns, other, shapes, optional, repeat, glued, toBlank, before);
        }
    }

    /**
     * A run of lines from a matching line to an end. Exactly one of {@code to}, {@code whileShape}, {@code before},
     * {@code toBlank} and {@code toEnd} defines the end.
     *
     * @param from patterns of the first line; empty for the document's first line
     * @param to patterns of the last line, inclusive; empty when not used
     * @param toEnd whether it ends with the document
     * @param toBlank whether it ends before the next blank line
     * @param whileShape the run lasts as long as lines have this shape; null when not used
     * @param glued whether the run ends at the first blank line
     * @param before patterns of the first line after the run; empty when not used
     * @param lines lines of the run with a label of their own
     * @param atLeast minimum number of lines after the first one
     * @param atMost maximum number of lines after the first one
     */
    record OfRange(
            List<Pattern> from,
            List<Pattern> to,
            boolean toEnd,
            boolean toBlank,
            @Nullable Shape whileShape,
            boolean glued,
            List<Pattern> before,
            List<Labelled> lines,
            int atLeast,
            int atMost)
            implements Matcher {
        public OfRange {
            from = List.copyOf(from);
            to = List.copyOf(to);
            before = List.copyOf(before);
            lines = List.copyOf(lines);
        }

        @Override
        public List<Pattern> patterns() {
            return Stream.concat(Stream.of(from, to, before), lines.stream().map(Labelled::patterns))
                    .flatMap(List::stream)
                    .toList();
        }

        /** Returns a copy with other limits of its length. */
        public OfRange within(int least, int most) {
            return new OfRange(from, to, toEnd, toBlank, whileShape, glued, before, lines, least, most);
        }

        /** Returns a copy with other labels of lines. */
        public OfRange with(List<Labelled> others) {
            return new OfRange(from, to, toEnd, toBlank, whileShape, glued, before, others, atLeast, atMost);
        }
    }

    /** Lines in a range that fit any of the patterns, and their label. */
    record Labelled(List<Pattern> patterns, Label label) {
        public Labelled {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * All lines inside the elements that a CSS selector selects; only on pages with markup.
     *
     * @param selector a CSS selector; several are joined by commas
     * @param field field that captures the text of each line; null for none
     */
    record OfElements(String selector, @Nullable Field field) implements Matcher {
        @Override
        public List<Pattern> patterns() {
            return List.of();
        }
    }

    /** A span inside a line. */
    record Inside(Where where, List<Pattern> patterns) implements Matcher {
        public Inside {
            patterns = List.copyOf(patterns);
        }

        /** Where in the line the span stands. */
        public enum Where {
            START,
            END,
            ANYWHERE
        }
    }
}
