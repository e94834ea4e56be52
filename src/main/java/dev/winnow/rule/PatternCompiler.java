package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotTypes;
import java.util.ArrayList;
import java.util.List;

/** Turns written patterns into compiled ones. Immutable and thread-safe. */
public final class PatternCompiler {

    /** A pattern without a literal is tried on every line up to this length; longer ones would be tried on prose. */
    static final int MAX_UNINDEXED_LENGTH = 160;

    private final Lexicons lexicons;
    private final SlotTypes types;

    public PatternCompiler(Lexicons lexicons) {
        this.lexicons = lexicons;
        this.types = SlotTypes.of(lexicons);
    }

    /**
     * Checks a pattern as the loader reads it.
     *
     * @throws TemplateException with the offset and the problem, if it cannot be compiled
     */
    public void check(Pattern pattern, boolean exact) throws TemplateException {
        compile(pattern, exact);
    }

    /**
     * Whether lines for the pattern can be looked up, or at least be narrowed down to short ones; a pattern of free slots
     * only cannot and may stand only beside others in a sequence.
     *
     * @throws TemplateException if it cannot be compiled
     */
    public boolean canBeLookedUp(Pattern pattern, Mode mode) throws TemplateException {
        return canBeLookedUp(compile(pattern, false), mode);
    }

    static boolean canBeLookedUp(CompiledPattern pattern, Mode mode) {
        return !pattern.keys(mode).isEmpty()
                || mode == Mode.WHOLE && (pattern.maxLength() <= MAX_UNINDEXED_LENGTH || pattern.needsKnown());
    }

    CompiledPattern compile(Pattern pattern, boolean exact) throws TemplateException {
        if (pattern instanceof Pattern.Regex regex) {
            return CompiledRegex.compile(regex, exact);
        }
        return new CompiledTemplate(TemplateParser.parse(pattern.written(), exact, types, lexicons), exact);
    }

    List<CompiledPattern> compile(List<Pattern> patterns, boolean exact) throws TemplateException {
        List<CompiledPattern> compiled = new ArrayList<>();
        for (Pattern pattern : patterns) {
            compiled.add(compile(pattern, exact));
        }
        return compiled;
    }
}
