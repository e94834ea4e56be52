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

/** Compiles patterns. Equal templates are compiled once. Thread-safe. */
public final class PatternCompiler {

    /**
     * Maximum length in UTF-16 units of lines on which a pattern without a literal is tried, so that it is not tried on
     * prose.
     */
    static final int MAX_UNINDEXED_LENGTH = 400;

    private final WordLists words;
    /** Cache of compiled templates: many rules, and parts of a rule, use the same template. */
    private final Map<Template, List<CompiledPattern>> templates = new ConcurrentHashMap<>();

    private record Template(
            String written, boolean exact, @Nullable String language) {}

    private final SlotTypes types;

    private final boolean checked;

    public PatternCompiler(Lexicons lexicons) {
        this(lexicons, false);
    }

    /** @param checked whether an earlier check found that all patterns compile */
    PatternCompiler(Lexicons lexicons, boolean checked) {
        this.checked = checked;
        this.types = SlotTypes.of(lexicons);
        this.words = new WordLists(lexicons, types);
    }

    /**
     * Facts about a pattern that the loader needs.
     *
     * @param captures the fields it captures into
     * @param lookedUp whether the index can look up its lines, or limit them to short ones. A pattern of free slots only
     *     cannot be looked up; it is allowed only beside other parts of a sequence
     */
    public record Facts(Set<Field> captures, boolean lookedUp) {
        public Facts {
            captures = Set.copyOf(captures);
        }
    }

    /**
     * Checks a pattern while the loader reads it.
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

    /** Returns the names of the lexicons that patterns have used so far. */
    public Set<String> lexicons() {
        return words.named();
    }

    static boolean canBeLookedUp(CompiledPattern pattern, Mode mode) {
        return !pattern.keys(mode).isEmpty()
                || mode.fromStart() && pattern.maxLength() <= MAX_UNINDEXED_LENGTH
                || mode == Mode.WHOLE && pattern.needsKnown();
    }

    /** Returns the slot type of this name; null when there is none. */
    @Nullable
    SlotType slot(String name) {
        return types.get(name).orElse(null);
    }

    /**
     * Compiles a pattern into its alternatives, any of which may match. There are several when a lexicon that it names has
     * entries with slots.
     */
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
