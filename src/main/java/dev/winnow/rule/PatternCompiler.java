package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.rule.slot.SlotTypes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Turns written patterns into compiled ones; what is written twice becomes one. Thread-safe. */
public final class PatternCompiler {

    /** A pattern without a literal is tried on every line up to this length; longer ones would be tried on prose. */
    static final int MAX_UNINDEXED_LENGTH = 400;

    private final WordLists words;
    /** Templates compiled already: many rules, and parts of one, say the same. */
    private final Map<Template, List<CompiledPattern>> templates = new ConcurrentHashMap<>();

    private record Template(
            String written, boolean exact, @Nullable String language) {}

    private final SlotTypes types;

    private final boolean checked;

    public PatternCompiler(Lexicons lexicons) {
        this(lexicons, false);
    }

    /** @param checked whether all patterns to come are known to compile */
    PatternCompiler(Lexicons lexicons, boolean checked) {
        this.checked = checked;
        this.types = SlotTypes.of(lexicons);
        this.words = new WordLists(lexicons, types);
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
        List<CompiledPattern> compiled = compile(pattern, exact);
        Set<Field> captures = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (compiled.stream().anyMatch(way -> way.captures(field))) {
                captures.add(field);
            }
        }
        return new Facts(captures, compiled.stream().allMatch(way -> canBeLookedUp(way, mode)));
    }

    /**
     * Checks an entry of a lexicon that has slots.
     *
     * @throws TemplateException with all problems, if it cannot be read
     */
    public void checkWord(String written) throws TemplateException {
        TemplateParser.ofWord(written, false, types);
    }

    /** The lexicons that the patterns so far have named. */
    public Set<String> lexicons() {
        return words.named();
    }

    static boolean canBeLookedUp(CompiledPattern pattern, Mode mode) {
        return !pattern.keys(mode).isEmpty()
                || mode.fromStart() && pattern.maxLength() <= MAX_UNINDEXED_LENGTH
                || mode == Mode.WHOLE && pattern.needsKnown();
    }

    /** The type of slot of this name; null where there is none. */
    @Nullable
    SlotType slot(String name) {
        return types.get(name).orElse(null);
    }

    /** The ways to match a pattern, any of which does: more than one where a lexicon that it names has entries with slots. */
    List<CompiledPattern> compile(Pattern pattern, boolean exact) throws TemplateException {
        if (pattern instanceof Pattern.Regex regex) {
            return List.of(CompiledRegex.compile(regex, exact, checked));
        }
        Template key = new Template(pattern.written(), exact, pattern.language());
        List<CompiledPattern> known = templates.get(key);
        if (known == null) {
            known = TemplateParser.parse(key.written(), exact, key.language(), types, words).stream()
                    .map(way -> (CompiledPattern)
                            new CompiledTemplate(key.written(), way.segments(), exact, way.language()))
                    .toList();
            templates.put(key, known);
        }
        return known;
    }

    List<CompiledPattern> compile(List<Pattern> patterns, boolean exact) throws TemplateException {
        List<CompiledPattern> compiled = new ArrayList<>();
        for (Pattern pattern : patterns) {
            compiled.addAll(compile(pattern, exact));
        }
        return compiled;
    }
}
