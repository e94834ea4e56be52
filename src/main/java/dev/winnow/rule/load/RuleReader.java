package dev.winnow.rule.load;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.rule.Budget;
import dev.winnow.rule.Example;
import dev.winnow.rule.Field;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.Mode;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.Rule;
import dev.winnow.rule.load.PatternReader.Written;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the YAML of one rule into a value, and reports problems that a schema cannot find. */
final class RuleReader {

    /** Maximum number of lines of a part with {@code to} or {@code before}, and of a whole sequence. */
    static final int MOST_LINES = 250;

    private final Source source;
    private final PatternReader patterns;
    private final String pack;
    private final ConditionsReader conditions;

    RuleReader(Source source, PatternReader patterns, String pack) {
        this.source = source;
        this.patterns = patterns;
        this.pack = pack;
        this.conditions = new ConditionsReader(patterns);
    }

    Rule read(Mapping rule) {
        return new OneRule(rule).read();
    }

    /** The state while one rule is read. */
    private final class OneRule {
        private final Mapping rule;
        private final boolean exact;
        private final Set<String> captures = new HashSet<>();

        OneRule(Mapping rule) {
            this.rule = rule;
            this.exact = Source.isTrue(rule, "exact");
        }

        Rule read() {
            Text id = Source.text(rule, "id").orElse(null);
            Matcher matcher = matcher();
            boolean keep = Source.isTrue(rule, "keep");
            Label label = label(rule);
            checkLabel(matcher, keep);
            checkField(matcher);
            List<Example> examples =
                    new ExampleReader(source, matcher instanceof Matcher.OfElements).read(rule, captures);
            return new Rule(
                    pack + "/" + (id == null ? "" : id.value()),
                    Source.string(rule, "description"),
                    matcher,
                    label,
                    keep,
                    exact,
                    conditions.read(rule, exact),
                    budget(matcher),
                    examples,
                    source.place(id == null ? rule.start() : id.start()));
        }

        private Matcher matcher() {
            if (rule.get("lines") != null) {
                return lines();
            }
            Text css = Source.text(rule, "css").orElse(null);
            if (css != null) {
                return elements(css);
            }
            if (rule.get("range") instanceof Mapping range) {
                return range(range);
            }
            if (rule.get("inside") instanceof Mapping inside) {
                for (Matcher.Inside.Where where : Matcher.Inside.Where.values()) {
                    YamlNode node = inside.get(where.name().toLowerCase(java.util.Locale.ROOT));
                    if (node != null) {
                        Mode mode = Mode.valueOf(where.name());
                        return new Matcher.Inside(where, values(findable(patterns.read(node, exact, mode))));
                    }
                }
            }
            return new Matcher.OfLine(values(findable(lineOrRegex(rule))));
        }

        private Matcher elements(Text css) {
            SelectorCheck.check(css, source);
            Field field = Source.text(rule, "field")
                    .flatMap(text -> Field.ofKey(text.value()))
                    .orElse(null);
            if (field != null) {
                captures.add(field.key());
            }
            return new Matcher.OfElements(css.value(), field);
        }

        private Matcher lines() {
            List<Matcher.Part> parts = new ArrayList<>();
            boolean findable = false;
            for (Mapping part : Source.maps(rule.get("lines"))) {
                List<Written> written = lineOrRegex(part);
                findable |= written.stream().allMatch(Written::lookedUp);
                parts.add(new Matcher.Part(
                        values(written),
                        label(part),
                        ConditionsReader.shapes(part),
                        Source.isTrue(part, "optional"),
                        Source.count(
                                part, "repeat", part.get("to") == null && part.get("before") == null ? 1 : MOST_LINES),
                        Source.isTrue(part, "glued"),
                        isWord(part.get("to"), "blank"),
                        values(written(part.get("before")))));
            }
            if (!parts.isEmpty() && !findable) {
                source.problem(
                        keyPosition("lines"),
                        Code.NO_LITERAL,
                        "no part of 'lines' holds a fixed word, a lexicon or a date to find it by; add one");
            }
            if (!parts.isEmpty() && parts.stream().allMatch(Matcher.Part::optional)) {
                source.problem(
                        keyPosition("lines"),
                        Code.CONTRADICTION,
                        "every part of 'lines' is optional; at least one must not be");
            }
            return new Matcher.OfLines(parts);
        }

        private Matcher range(Mapping range) {
            boolean fromStart = isWord(range.get("from"), "start");
            boolean toEnd = isWord(range.get("to"), "end");
            boolean toBlank = isWord(range.get("to"), "blank");
            int atLeast = Source.count(range, "at_least", 0);
            int atMost = Source.count(range, "at_most", Integer.MAX_VALUE);
            if (atLeast > atMost) {
                Source.text(range, "at_most")
                        .ifPresent(text -> source.problem(
                                text.start(),
                                Code.CONTRADICTION,
                                "'at_most' is less than 'at_least', so the range never fits"));
            }
            List<Written> from = fromStart ? List.of() : written(range.get("from"));
            List<Written> to = toEnd || toBlank ? List.of() : written(range.get("to"));
            List<Written> before = written(range.get("before"));
            findable(fromStart ? (to.isEmpty() ? before : to) : from);
            if (fromStart && toBlank) {
                source.problem(
                        keyPosition("range"),
                        Code.CONTRADICTION,
                        "from start to a blank line names no line to find it by; name the first line");
            }
            if (fromStart && toEnd) {
                source.problem(
                        keyPosition("range"),
                        Code.CONTRADICTION,
                        "from start to end is the whole document; name a line of it");
            }
            return new Matcher.OfRange(
                    values(from),
                    values(to),
                    toEnd,
                    toBlank,
                    Source.text(range, "while")
                            .flatMap(text -> Shape.ofKey(text.value()))
                            .orElse(null),
                    Source.isTrue(range, "glued"),
                    values(before),
                    Source.maps(range.get("lines")).stream()
                            .map(line -> new Matcher.Labelled(
                                    values(lineOrRegex(line)), Objects.requireNonNullElse(label(line), Label.BODY)))
                            .toList(),
                    atLeast,
                    atMost);
        }

        private List<Written> lineOrRegex(Mapping map) {
            List<Written> lines = written(map.get("line"));
            return lines.isEmpty()
                    ? Source.text(map, "regex")
                            .map(regex -> patterns.regex(regex, exact, Mode.WHOLE))
                            .orElse(List.of())
                    : lines;
        }

        private List<Written> written(@Nullable YamlNode node) {
            return patterns.read(node, exact, Mode.WHOLE);
        }

        /** Reports patterns that fit nearly every line: the index cannot find lines by them. */
        private List<Written> findable(List<Written> written) {
            for (Written pattern : written) {
                if (!pattern.lookedUp()) {
                    source.problem(
                            pattern.position(),
                            Code.NO_LITERAL,
                            "this fits nearly every line; add a fixed word or a lexicon to find it by");
                }
            }
            return written;
        }

        private List<Pattern> values(List<Written> written) {
            written.forEach(pattern -> captures.addAll(pattern.captures()));
            return written.stream().map(Written::pattern).toList();
        }

        private void checkLabel(Matcher matcher, boolean keep) {
            if (keep) {
                if (rule.entry("label") != null) {
                    source.problem(
                            keyPosition("label"),
                            Code.CONTRADICTION,
                            "a rule that keeps its lines gives them no label; remove 'label' or 'keep'");
                }
                return;
            }
            if (rule.get("label") != null) {
                return;
            }
            if (matcher instanceof Matcher.OfLines) {
                for (Mapping part : Source.maps(rule.get("lines"))) {
                    if (part.get("label") == null) {
                        source.problem(
                                part.start(),
                                Code.NO_LABEL,
                                "this line gets no label; add 'label' to the part or to the rule");
                    }
                }
                return;
            }
            source.problem(
                    rule.start(), Code.NO_LABEL, "the rule says neither 'label' nor 'keep'; say what its lines are");
        }

        private void checkField(Matcher matcher) {
            if (rule.entry("field") != null && !(matcher instanceof Matcher.OfElements)) {
                source.problem(
                        keyPosition("field"),
                        Code.CONTRADICTION,
                        "'field' goes with 'css'; in a template write {field}");
            }
        }

        private Budget budget(Matcher matcher) {
            Budget otherwise = matcher instanceof Matcher.OfRange
                    ? Budget.OF_RANGE
                    : matcher instanceof Matcher.OfElements ? Budget.OF_ELEMENTS : Budget.NONE;
            return Source.map(rule, "budget")
                    .map(budget -> new Budget(
                            Source.number(budget, "share", otherwise.share()),
                            Source.count(budget, "lines", otherwise.lines()),
                            Source.number(budget, "prose", otherwise.prose())))
                    .orElse(otherwise);
        }

        private YamlNode.Position keyPosition(String key) {
            YamlNode.Entry entry = rule.entry(key);
            return entry == null ? rule.start() : entry.key().start();
        }
    }

    private static boolean isWord(@Nullable YamlNode node, String word) {
        return node instanceof Text text && text.value().equals(word);
    }

    private static @Nullable Label label(Mapping map) {
        return Source.text(map, "label")
                .flatMap(text -> Label.ofKey(text.value()))
                .orElse(null);
    }
}
