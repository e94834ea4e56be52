package dev.winnow.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.winnow.rule.TemplateException.Fault;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A regular expression ready to match. Only this class calls RE2/J, whose time is linear in the length of the line. */
final class CompiledRegex implements CompiledPattern {

    /**
     * Maximum length in characters. The longest built-in expression has about 400. The time to compile grows faster than the
     * length.
     */
    private static final int MOST_LENGTH = 10_000;

    /** Maximum depth of nested groups. RE2/J recurses for each, so deeper ones could overflow the stack. */
    private static final int MOST_NESTED = 100;

    private static final java.util.regex.Pattern NAMED_GROUP = java.util.regex.Pattern.compile("\\(\\?P<(\\w+)>");

    private final String written;
    private final int flags;
    /** The expression, compiled on first use, since most are on no page. Two threads may both compile it. */
    private volatile @Nullable Expression whole;
    /** The expression anchored at the end of the line. */
    private volatile @Nullable Expression atEnd;

    private final @Nullable String language;
    private final List<String> literals;
    /** What every match needs; checked before the expression is tried. */
    private final RegexNeeds needs;
    /**
     * Whether the literals are whole words: true for those named in the rule; a literal found in the expression may be part
     * of a word.
     */
    private final boolean wholeWords;

    private final Set<Field> fields = EnumSet.noneOf(Field.class);

    /** A group that captures into a field. */
    private record Group(Field field, int number) {}

    private record Expression(Pattern pattern, List<Group> groups) {
        static Expression of(String written, int flags) {
            Pattern pattern = Pattern.compile(written, flags);
            return new Expression(
                    pattern,
                    pattern.namedGroups().entrySet().stream()
                            .map(group -> new Group(Field.ofKey(group.getKey()).orElseThrow(), group.getValue()))
                            .toList());
        }
    }

    private CompiledRegex(
            String regex, int flags, @Nullable String language, List<String> literals, boolean wholeWords) {
        this.written = regex;
        this.flags = flags;
        this.language = language;
        this.literals = literals;
        this.needs = RegexNeeds.of(regex);
        this.wholeWords = wholeWords;
        java.util.regex.Matcher named = NAMED_GROUP.matcher(regex);
        while (named.find()) {
            Field.ofKey(named.group(1)).ifPresent(fields::add);
        }
    }

    /** @param checked whether an earlier check found that the expression compiles, has literals and captures into fields */
    static CompiledRegex compile(dev.winnow.rule.Pattern.Regex regex, boolean exact, boolean checked)
            throws TemplateException {
        String written = regex.written();
        List<String> literals = checked ? literals(regex) : check(regex);
        return new CompiledRegex(
                written,
                exact ? 0 : Pattern.CASE_INSENSITIVE,
                regex.language(),
                literals,
                !regex.literals().isEmpty());
    }

    private static List<String> literals(dev.winnow.rule.Pattern.Regex regex) {
        return regex.literals().isEmpty() ? RegexLiteral.of(regex.written()) : regex.literals();
    }

    /** Reports all problems of an expression; returns its literals. */
    private static List<String> check(dev.winnow.rule.Pattern.Regex regex) throws TemplateException {
        String written = regex.written();
        checkForm(written);
        List<TemplateException.Problem> problems = new ArrayList<>();
        for (String group : checkSyntax(written)) {
            if (Field.ofKey(group).isEmpty()) {
                problems.add(new TemplateException.Problem(
                        Math.max(0, written.indexOf("<" + group + ">") + 1),
                        Fault.FIELD,
                        "group '" + group + "' is no metadata field to capture into"
                                + Suggestion.orAll(group, Field.keys())));
            }
        }
        List<String> literals = literals(regex);
        if (literals.isEmpty()
                || keys(literals, false).stream().anyMatch(key -> key.literal().isEmpty())) {
            problems.add(new TemplateException.Problem(
                    0,
                    Fault.LITERAL,
                    "no literal text found that every match of this expression holds; name one with 'literal:', "
                            + "so that the expression is only tried where that text stands"));
        }
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
        return literals;
    }

    private static void checkForm(String written) throws TemplateException {
        if (written.length() > MOST_LENGTH) {
            throw new TemplateException(
                    0,
                    Fault.REGEX,
                    "the expression is longer than " + MOST_LENGTH + " characters; write several rules, or a lexicon");
        }
        int unfoldable = UnfoldableLetters.in(written);
        if (unfoldable >= 0) {
            throw new TemplateException(
                    unfoldable,
                    Fault.REGEX,
                    "the letters U+1C80 to U+1C88 cannot be matched without regard to case; leave them out, also of ranges");
        }
        int outgrown = RegexSize.outgrownAt(written);
        if (outgrown >= 0) {
            throw new TemplateException(
                    outgrown,
                    Fault.REGEX,
                    "repetitions are too large: at most " + RegexSize.MOST_REPEATED
                            + " times (nested ones multiply), and " + RegexSize.MOST_PIECES
                            + " characters when expanded");
        }
        // Brackets in character classes open no group, but no real expression has so many there.
        int depth = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\') {
                i++;
                if (written.startsWith("Q", i)) {
                    throw new TemplateException(
                            i - 1, Fault.REGEX, "\\Q is not supported; escape each character with a \\ of its own");
                }
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > MOST_NESTED) {
                throw new TemplateException(
                        i, Fault.REGEX, "groups are nested more than " + MOST_NESTED + " deep; write it simpler");
            }
        }
    }

    /** Compiles the expression alone, since RE2/J reports the place of a problem only as a quotation. */
    private static Set<String> checkSyntax(String written) throws TemplateException {
        try {
            return new TreeSet<>(Pattern.compile(written).namedGroups().keySet());
        } catch (PatternSyntaxException e) {
            String quoted = e.getPattern() == null ? "" : e.getPattern();
            boolean unsupported = e.getDescription().contains("Perl")
                    || Stream.of("(?<=", "(?<!", "\\").anyMatch(quoted::startsWith);
            String hint = unsupported ? "; RE2 has no look-around and no back-references" : "";
            throw new TemplateException(
                    Math.max(0, written.indexOf(quoted)),
                    Fault.REGEX,
                    "not a regular expression in RE2 syntax: " + e.getDescription()
                            + (quoted.equals(written) ? "" : " " + quoted) + hint);
        }
    }

    @Override
    public String written() {
        return written;
    }

    @Override
    public List<Key> keys(Mode mode) {
        return keys(literals, wholeWords);
    }

    private static List<Key> keys(List<String> literals, boolean wholeWords) {
        return literals.stream()
                .map(literal -> LiteralKeys.key(
                        literal,
                        Key.Anchor.INSIDE,
                        false,
                        wholeWords && Characters.isWord(literal.charAt(literal.length() - 1)),
                        Integer.MAX_VALUE))
                .toList();
    }

    @Override
    public int minLength() {
        return literalLength();
    }

    @Override
    public int maxLength() {
        return needs.maxLength();
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public int literalLength() {
        return literals.stream().mapToInt(String::length).min().orElse(0);
    }

    @Override
    public boolean needsKnown() {
        return false;
    }

    @Override
    public boolean isFree() {
        return false;
    }

    @Override
    public boolean mayBegin(String line) {
        return true;
    }

    @Override
    public boolean captures(Field field) {
        return fields.contains(field);
    }

    @Override
    public boolean isOnly(Field field) {
        return false;
    }

    @Override
    public boolean match(
            MatchText text,
            Mode mode,
            MatchContext context,
            @Nullable Bindings bound,
            int part,
            Predicate<PatternMatch> accept) {
        if (!context.speaks(language) || !needs.mayBeIn(text.folded(), mode.fromStart(), mode.toEnd())) {
            return false;
        }
        Expression expression = mode == Mode.END ? atEnd() : whole();
        List<Group> groups = expression.groups();
        com.google.re2j.Matcher matcher = expression.pattern().matcher(text.text());
        if (mode.fromStart()) {
            boolean fits = mode == Mode.WHOLE ? matcher.matches() : matcher.lookingAt();
            return fits && matcher.end() > 0 && offer(matcher, groups, bound, part, accept);
        }
        while (matcher.find()) {
            if (matcher.end() > matcher.start() && offer(matcher, groups, bound, part, accept)) {
                return true;
            }
        }
        return false;
    }

    private Expression whole() {
        Expression compiled = whole;
        if (compiled == null) {
            compiled = Expression.of(written, flags);
            whole = compiled;
        }
        return compiled;
    }

    private Expression atEnd() {
        Expression compiled = atEnd;
        if (compiled == null) {
            compiled = Expression.of("(?:" + written + ")$", flags);
            atEnd = compiled;
        }
        return compiled;
    }

    private boolean offer(
            com.google.re2j.Matcher matcher,
            List<Group> groups,
            @Nullable Bindings bound,
            int part,
            Predicate<PatternMatch> accept) {
        List<PatternMatch.Value> values = new ArrayList<>(groups.size());
        for (Group group : groups) {
            String found = matcher.group(group.number());
            if (found == null || found.isBlank()) {
                continue;
            }
            String value = found.strip();
            String same = Bindings.boundElsewhere(bound, group.field(), part);
            if (same != null && !same.equals(Characters.fold(value))) {
                return false;
            }
            int start = matcher.start(group.number())
                    + found.length()
                    - found.stripLeading().length();
            values.add(new PatternMatch.Value(group.field(), start, start + value.length(), value));
        }
        values.sort(Comparator.comparingInt(PatternMatch.Value::start));
        return accept.test(new PatternMatch(matcher.start(), matcher.end(), values));
    }
}
