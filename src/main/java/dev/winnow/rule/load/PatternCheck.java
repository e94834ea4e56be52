package dev.winnow.rule.load;

import dev.winnow.rule.Pattern;
import dev.winnow.rule.slot.Lexicons;
import java.util.List;
import java.util.Set;

/** Says what is wrong with a template or a regular expression. Implementations are thread-safe. */
@FunctionalInterface
public interface PatternCheck {

    /**
     * Checks one pattern.
     *
     * @param exact whether its rule says so
     * @param lexicons all there are
     */
    Findings check(Pattern pattern, boolean exact, Lexicons lexicons);

    /**
     * What is to be known about a pattern.
     *
     * @param problems empty when it can be compiled
     * @param captures keys of the metadata fields it fills
     * @param literal whether it holds a fixed word, or a lexicon, to find it by
     */
    record Findings(List<Problem> problems, Set<String> captures, boolean literal) {
        public Findings {
            problems = List.copyOf(problems);
            captures = Set.copyOf(captures);
        }
    }

    /**
     * One problem.
     *
     * @param offset UTF-16 offset in the pattern as written
     * @param suggestion what to do, or empty; begins with its punctuation
     */
    record Problem(int offset, Code code, String message, String suggestion) {
        String text() {
            return message + suggestion;
        }
    }
}
