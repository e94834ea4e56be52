package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotTypes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns written patterns into compiled ones; what is written twice becomes one. Thread-safe. */
public final class PatternCompiler {

    /** A pattern without a literal is tried on every line up to this length; longer ones would be tried on prose. */
    static final int MAX_UNINDEXED_LENGTH = 400;

    private final WordLists words;
    /** Templates compiled already: many rules, and parts of one, say the same. */
    private final Map<String, CompiledPattern> foldedTemplates = new ConcurrentHashMap<>();

    private final Map<String, CompiledPattern> exactTemplates = new ConcurrentHashMap<>();
    private final SlotTypes types;

    private final boolean checked;

    public PatternCompiler(Lexicons lexicons) {
        this(lexicons, false);
    }

    /** @param checked whether all patterns to come are known to compile */
    PatternCompiler(Lexicons lexicons, boolean checked) {
        this.checked = checked;
        this.words = new WordLists(lexicons);
        this.types = SlotTypes.of(lexicons);
    }

    /**
     * What the loader asks about a pattern.
     *
     * @param captures fields it fills
     * @param lookedUp whether lines for it can be looked up, or at least be narrowed down to short ones; a pattern of free
     *     slots only cannot, and may stand only beside others in a sequence
     */
    public record Facts(Set<Field> captures, boolean lookedUp) {
        public Facts {
            captures = Set.copyOf(captures);
        }
    }

    /**
     * Checks a pattern as the loader reads it.
     *
     * @throws TemplateException with all problems, if it cannot be compiled
     */
    public Facts check(Pattern pattern, boolean exact, Mode mode) throws TemplateException {
        CompiledPattern compiled = compile(pattern, exact);
        Set<Field> captures = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (compiled.captures(field)) {
                captures.add(field);
            }
        }
        return new Facts(captures, canBeLookedUp(compiled, mode));
    }

    static boolean canBeLookedUp(CompiledPattern pattern, Mode mode) {
        return !pattern.keys(mode).isEmpty()
                || mode.fromStart() && pattern.maxLength() <= MAX_UNINDEXED_LENGTH
                || mode == Mode.WHOLE && pattern.needsKnown();
    }

    CompiledPattern compile(Pattern pattern, boolean exact) throws TemplateException {
        if (pattern instanceof Pattern.Regex regex) {
            return CompiledRegex.compile(regex, exact, checked);
        }
        Map<String, CompiledPattern> templates = exact ? exactTemplates : foldedTemplates;
        CompiledPattern template = templates.get(pattern.written());
        if (template == null) {
            template = new CompiledTemplate(TemplateParser.parse(pattern.written(), exact, types, words), exact);
            templates.put(pattern.written(), template);
        }
        return template;
    }

    List<CompiledPattern> compile(List<Pattern> patterns, boolean exact) throws TemplateException {
        List<CompiledPattern> compiled = new ArrayList<>();
        for (Pattern pattern : patterns) {
            compiled.add(compile(pattern, exact));
        }
        return compiled;
    }
}
