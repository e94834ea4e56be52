package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import java.util.List;
import java.util.Map;

/** Tests single patterns on lines, without their rules. Thread-safe. */
public final class PatternTrial {

    private static final MatchContext NOTHING_KNOWN = new MatchContext(null, Map.of());

    private final PatternCompiler compiler;

    public PatternTrial(Lexicons lexicons) {
        this.compiler = new PatternCompiler(lexicons);
    }

    /**
     * Whether a pattern fits a whole text, on a page of any language. A pattern that compares with a known value, such as the
     * title, fits every text; a broken pattern fits none.
     *
     * @param exact whether case, white space and the style of quotes and dashes count
     */
    public boolean fits(Pattern pattern, boolean exact, String text) {
        List<CompiledPattern> ways;
        try {
            ways = compiler.compile(pattern, exact);
        } catch (TemplateException brokenRulesAreNotTried) {
            return false;
        }
        MatchText line = MatchText.of(text);
        return ways.stream()
                .anyMatch(
                        way -> way.needsKnown() || way.match(line, Mode.WHOLE, NOTHING_KNOWN, null, 0, match -> true));
    }

    /** Whether a pattern is one slot for free text. */
    public boolean isFree(Pattern pattern) {
        try {
            return compiler.compile(pattern, false).stream().anyMatch(CompiledPattern::isFree);
        } catch (TemplateException brokenRulesAreNotTried) {
            return false;
        }
    }
}
