package dev.winnow.rule.load;

import dev.winnow.rule.Field;
import dev.winnow.rule.Mode;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.PatternCompiler;
import dev.winnow.rule.TemplateException;
import dev.winnow.rule.slot.Lexicons;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks patterns by compiling them, and turns the errors into problems. Thread-safe. */
final class PatternCheck {

    private final Lexicons lexicons;
    private volatile @Nullable PatternCompiler compiler;

    PatternCheck(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /**
     * The result of checking one pattern.
     *
     * @param problems empty if the pattern can be compiled
     * @param captures keys of the metadata fields that the pattern fills
     * @param lookedUp true if the pattern is specific enough for the index to find lines by it
     */
    record Findings(List<Problem> problems, Set<String> captures, boolean lookedUp) {}

    /**
     * One problem of a pattern.
     *
     * @param offset UTF-16 offset in the pattern as written
     */
    record Problem(int offset, Code code, String message) {}

    /**
     * Checks one pattern.
     *
     * @param exact the rule's {@code exact} setting
     * @param mode how much of a line the pattern must match
     */
    Findings check(Pattern pattern, boolean exact, Mode mode) {
        try {
            PatternCompiler.Facts facts = compiler().check(pattern, exact, mode);
            return new Findings(
                    List.of(), facts.captures().stream().map(Field::key).collect(Collectors.toSet()), facts.lookedUp());
        } catch (TemplateException e) {
            List<Problem> problems = problems(e);
            // Assume all fields and a specific pattern: otherwise a broken pattern would lead to further, false
            // problems.
            return new Findings(problems, Set.copyOf(Field.keys()), true);
        }
    }

    /** Checks an entry of a lexicon that has slots. */
    List<Problem> word(String written) {
        try {
            compiler().checkWord(written);
            return List.of();
        } catch (TemplateException e) {
            return problems(e);
        }
    }

    /** Returns the lexicons named by the patterns checked so far. */
    Set<String> lexicons() {
        PatternCompiler made = compiler;
        return made == null ? Set.of() : made.lexicons();
    }

    private static List<Problem> problems(TemplateException found) {
        return found.problems().stream()
                .map(problem -> new Problem(problem.offset(), code(problem.fault()), problem.message()))
                .toList();
    }

    /** Returns the compiler, created for the first pattern. Rules that were checked before need none. */
    private PatternCompiler compiler() {
        PatternCompiler made = compiler;
        return made == null ? make() : made;
    }

    private synchronized PatternCompiler make() {
        PatternCompiler made = compiler;
        if (made == null) {
            made = new PatternCompiler(lexicons);
            compiler = made;
        }
        return made;
    }

    private static Code code(TemplateException.Fault fault) {
        return switch (fault) {
            case SYNTAX -> Code.TEMPLATE;
            case SLOT -> Code.UNKNOWN_SLOT;
            case FIELD -> Code.UNKNOWN_FIELD;
            case LEXICON -> Code.UNKNOWN_LEXICON;
            case REGEX -> Code.REGEX;
            case LITERAL -> Code.NO_LITERAL;
        };
    }
}
