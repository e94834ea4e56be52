package dev.winnow.rule.load;

import dev.winnow.rule.Conditions;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Example;
import dev.winnow.rule.Field;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.PatternTrial;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.Shadows;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Characters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds doubtful points in valid rules: two rules for the same lines, texts that YAML cuts short, expired packs, and wording as
 * the only evidence ({@link Advice}). Not thread-safe.
 */
public final class Lint {

    private static final String OPENING_QUOTES = "“”„«‘‚‹";
    private static final String CLOSING_QUOTES = "”“»’‘›";

    /** Signs that occur only in regular expressions. */
    private static final java.util.regex.Pattern EXPRESSION =
            java.util.regex.Pattern.compile("\\.[*+]|\\\\[dDwWsSbB]|\\(\\?[:iP]|\\[[^\\]]*-[^\\]]*][*+]|^\\^.+\\$$");

    private static final java.util.regex.Pattern DOUBLED = java.util.regex.Pattern.compile("\\{\\{ ?([a-z_]+) ?}}");

    private static final java.util.regex.Pattern BARE_SLOT = java.util.regex.Pattern.compile("(?<!\\{)\\{([a-z_]+)}");

    private final LoadedRules rules;
    private final Set<String> types;
    private final LocalDate today;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Mending.Edit> edits = new ArrayList<>();

    private Lint(LoadedRules rules, LocalDate today) {
        this.rules = rules;
        this.types = SlotTypes.of(rules.sources().lexicons()).names();
        this.today = today;
    }

    /**
     * Returns all findings, sorted by file and place.
     *
     * @param rules loaded rules without problems
     * @param compiled the same rules, compiled
     * @param today packs whose last day is before this day have expired
     */
    public static Findings on(LoadedRules rules, RuleSet compiled, LocalDate today) {
        Lint lint = new Lint(rules, today);
        lint.found.addAll(Advice.on(rules.sources()));
        Unused.find(rules, lint.found);
        // At most one finding for each wording.
        Set<Place> hidden = new HashSet<>();
        compiled.shadows().stream()
                .filter(shadow -> hidden.add(shadow.pattern().place()))
                .forEach(lint::shadow);
        List<RulePack> packs = rules.sources().packs();
        Map<String, Said> said = new HashMap<>();
        PatternTrial trial = new PatternTrial(rules.sources().lexicons());
        for (RulePack pack : packs) {
            pack.rules().forEach(rule -> lint.twice(pack, rule, said));
            pack.rules().forEach(lint::texts);
            pack.rules().forEach(lint::fields);
            pack.rules().forEach(rule -> Contradictions.find(pack, rule, trial, lint.found));
            lint.validity(pack, packs);
        }
        return new Findings(lint.found.stream().sorted().distinct().toList(), lint.edits);
    }

    /**
     * The findings of {@code lint}.
     *
     * @param all all findings, sorted by file and place
     * @param edits edits for those findings that a program can correct
     */
    public record Findings(List<Diagnostic> all, List<Mending.Edit> edits) {
        public Findings {
            all = List.copyOf(all);
            edits = List.copyOf(edits);
        }
    }

    /**
     * Returns a finding for each rule that existed before and does not exist now.
     *
     * @param before full ids of the earlier rules, with their places at that time
     * @param now all rules
     */
    public static List<Diagnostic> gone(Map<String, Place> before, List<RulePack> now) {
        Set<String> ids = new HashSet<>();
        now.forEach(pack -> pack.rules().forEach(rule -> ids.add(rule.id())));
        return before.entrySet().stream()
                .filter(Predicate.not(entry -> ids.contains(entry.getKey())))
                .map(entry -> new Diagnostic(
                        entry.getValue(),
                        Code.GONE.id(),
                        "'" + entry.getKey() + "' is gone: people switch rules off by their id; restore the id, or tell"
                                + " the people who use it"))
                .sorted()
                .toList();
    }

    // ---- two rules for the same lines ----

    /**
     * The first rule with a given wording and given conditions.
     *
     * @param rule full id
     * @param label label that the rule gives, or {@code "keep"}; null if the parts of a sequence have labels of their own
     */
    private record Said(String rule, @Nullable Object label, Place place) {}

    private void twice(RulePack pack, Rule rule, Map<String, Said> said) {
        String where = (pack.ofSite() ? pack.id() : "")
                + '\n'
                + (rule.exact() ? "exact" : "")
                + '\n'
                + conditions(rule.conditions());
        for (Named named : named(rule)) {
            String key = where + '\n' + named.key();
            Object label = rule.keep() ? "keep" : rule.label();
            Said first = said.putIfAbsent(key, new Said(rule.id(), label, named.place()));
            if (first == null) {
                continue;
            }
            if (first.rule().equals(rule.id())) {
                add(named.place(), Code.SAME_LINES, "this stands twice in the rule, first at " + first.place());
                edits.add(new Mending.Edit(named.place(), Mending.Kind.REMOVE));
            } else if (Objects.equals(first.label(), label)) {
                add(
                        named.place(),
                        Code.SAME_LINES,
                        "'" + rule.id() + "' treats the same lines the same way as '" + first.rule() + "' at "
                                + first.place() + "; leave one of them out");
            } else {
                add(
                        named.place(),
                        Code.CONTRARY,
                        "'" + rule.id() + "' gives '" + label + "' to lines to which '" + first.rule() + "' at "
                                + first.place() + " gives '" + first.label()
                                + "'; no order decides between them: give one of them a condition");
            }
        }
    }

    private void shadow(Shadows.Shadow shadow) {
        Rule rule = shadow.rule();
        Rule by = shadow.by();
        if (rule.id().equals(by.id())) {
            edits.add(new Mending.Edit(shadow.pattern().place(), Mending.Kind.REMOVE));
        }
        String other = "'" + shadow.byPattern().written() + "' at "
                + shadow.byPattern().place();
        add(
                shadow.pattern().place(),
                Code.SHADOWED,
                rule.id().equals(by.id())
                        ? other + " takes each line that this fits: leave this out"
                        : "'" + by.id() + "' takes each line that this fits, by " + other
                                + (rule.label() == by.label()
                                        ? ", and gives it the same label: leave this out"
                                        : ", and has priority over '" + rule.id() + "': no line gets the label '"
                                                + (rule.keep() ? "keep" : rule.label()) + "' by this; "
                                                + "give '" + by.id() + "' an exception ('unless'), or a condition"));
    }

    /** One wording by which a rule finds lines, as a key for comparison. */
    private record Named(String key, Place place) {}

    private static List<Named> named(Rule rule) {
        dev.winnow.rule.Matcher matcher = rule.matcher();
        if (matcher instanceof dev.winnow.rule.Matcher.OfLine line) {
            return named("line", line.patterns(), rule.exact());
        }
        if (matcher instanceof dev.winnow.rule.Matcher.Inside inside) {
            return named("inside " + inside.where(), inside.patterns(), rule.exact());
        }
        if (matcher instanceof dev.winnow.rule.Matcher.OfElements elements) {
            return List.of(new Named("css " + elements.selector() + " " + elements.field(), rule.place()));
        }
        // Sequences and ranges are not compared: two may begin alike and continue differently.
        return List.of();
    }

    private static List<Named> named(String kind, List<Pattern> patterns, boolean exact) {
        return patterns.stream()
                .map(pattern ->
                        new Named(kind + " " + pattern.language() + " " + text(pattern, exact), pattern.place()))
                .toList();
    }

    /**
     * Returns the text as it is compared with lines: case, runs of white space, and the style of quotes and dashes do not
     * matter.
     */
    private static String text(Pattern pattern, boolean exact) {
        return exact || pattern instanceof Pattern.Regex
                ? pattern.written()
                : Characters.fold(pattern.written()).replaceAll(" +", " ");
    }

    /** Returns the conditions as a text for comparison, without the places of their patterns. */
    private static String conditions(@Nullable Conditions of) {
        return of == null
                ? ""
                : Stream.of(
                                sorted(of.zones()),
                                of.first(),
                                of.last(),
                                of.shapes(),
                                sorted(of.languages()),
                                sorted(of.after()),
                                sorted(of.before()),
                                sorted(of.beside()),
                                of.amongProse(),
                                sorted(of.following().entrySet()),
                                sorted(of.preceding().entrySet()),
                                of.repeated(),
                                of.line().stream().map(Pattern::written).toList(),
                                conditions(of.unless()))
                        .map(String::valueOf)
                        .collect(Collectors.joining(";"));
    }

    private static List<String> sorted(Set<?> values) {
        return values.stream().map(String::valueOf).sorted().toList();
    }

    // ---- texts that YAML or the template reads differently from what the author sees ----

    private void texts(Rule rule) {
        Unused.patterns(rule).forEach(pattern -> {
            comment(pattern.written(), pattern.place());
            quotes(rule, pattern);
            signs(rule, pattern);
        });
        for (Example example : rule.examples()) {
            comment(example.text(), example.place());
        }
    }

    /** Reports a text that YAML cuts short: an unquoted text ends before a space and a number sign. */
    private void comment(String text, Place place) {
        String line = line(place);
        int at = line.indexOf(text, Math.max(0, Math.min(line.length(), place.column() - 1)));
        if (text.isEmpty() || at < 0) {
            return;
        }
        String rest = line.substring(at + text.length());
        String lost = rest.stripLeading();
        boolean comment = lost.length() < rest.length() && lost.startsWith("#");
        // An intended comment has a space after its number sign.
        if (comment && lost.length() > 1 && lost.charAt(1) != ' ' && lost.charAt(1) != '#') {
            add(
                    place,
                    Code.CUT_SHORT,
                    "YAML takes '" + lost.strip() + "' for a comment, and the text ends before it; put the text in"
                            + " quotes: \"" + text + rest.stripTrailing() + "\"");
            edits.add(new Mending.Edit(place, Mending.Kind.QUOTE));
        }
    }

    private String line(Place place) {
        List<String> lines = rules.texts().getOrDefault(place.path(), List.of());
        return place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    }

    /** Reports typographic quotes around a template. They are intended if YAML quotes surround them or a hit contains them. */
    private void quotes(Rule rule, Pattern pattern) {
        String text = pattern.written();
        if (pattern instanceof Pattern.Template
                && text.length() > 1
                && OPENING_QUOTES.indexOf(text.charAt(0)) >= 0
                && CLOSING_QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0
                && line(pattern.place()).startsWith(text, pattern.place().column() - 1)
                && rule.examples().stream().noneMatch(example -> hasQuotes(example, text))) {
            add(
                    pattern.place(),
                    Code.QUOTES,
                    "these quotes are part of the text, since YAML knows only \" and '; write \""
                            + text.substring(1, text.length() - 1)
                            + "\", or '" + text + "' if the page has them");
            edits.add(new Mending.Edit(pattern.place(), Mending.Kind.STRAIGHTEN));
        }
    }

    /** Reports signs that are literal text in a template but syntax in other languages, unless an example contains them. */
    private void signs(Rule rule, Pattern pattern) {
        if (!(pattern instanceof Pattern.Template)) {
            return;
        }
        String text = pattern.written();
        Matcher expression = EXPRESSION.matcher(text);
        Matcher doubled = DOUBLED.matcher(text);
        if (expression.find()
                && rule.examples().stream().noneMatch(example -> example.text().contains(expression.group()))) {
            add(
                    pattern.place(),
                    Code.SIGNS,
                    "'" + expression.group().strip()
                            + "' is literal text in a template; write {any} for any text, or {regex: …} in place of the template");
        } else if (doubled.find() && isName(doubled.group(1))) {
            add(
                    pattern.place(),
                    Code.SIGNS,
                    "'" + doubled.group() + "' is '{" + doubled.group(1) + "}' as literal text; write {"
                            + doubled.group(1) + "} for a slot");
        } else if (text.strip().indexOf('\n') >= 0) {
            add(
                    pattern.place(),
                    Code.SIGNS,
                    "this is one line, and its line break counts as a space; write two lines as two parts of 'lines', and alternatives as a list");
        }
    }

    private boolean isName(String name) {
        return Field.ofKey(name).isPresent() || types.contains(name);
    }

    private static boolean hasQuotes(Example example, String text) {
        String marked = example.text();
        return example.wanted() == Example.Wanted.HIT
                && marked.indexOf(text.charAt(0)) >= 0
                && marked.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    // ---- fields of noise ----

    /**
     * Reports slots that fill a field from noise, perhaps by accident: their name is that of a type, too. A slot that names field
     * and type, or a field that is no type, is meant.
     */
    private void fields(Rule rule) {
        ofNoise(rule).filter(Pattern.Template.class::isInstance).forEach(pattern -> {
            Matcher slot = BARE_SLOT.matcher(pattern.written());
            while (slot.find()) {
                String name = slot.group(1);
                if (Field.ofKey(name).isPresent() && types.contains(name)) {
                    add(
                            pattern.place(),
                            Code.NOISE_FILLS_FIELD,
                            "'" + rule.id() + "' is for noise, but {" + name + "} fills the metadata field '" + name
                                    + "'; write {:" + name + "} to fill no field, or {" + name + ":" + name
                                    + "} if this is meant");
                }
            }
        });
    }

    /** Returns the patterns of a rule whose lines get a label of noise. */
    private static Stream<Pattern> ofNoise(Rule rule) {
        dev.winnow.rule.Matcher matcher = rule.matcher();
        if (matcher instanceof dev.winnow.rule.Matcher.OfLines sequence) {
            return sequence.parts().stream()
                    .filter(part -> Advice.isNoise(part.label() == null ? rule.label() : part.label()))
                    .flatMap(part -> part.patterns().stream());
        }
        if (matcher instanceof dev.winnow.rule.Matcher.OfRange range) {
            Stream<Pattern> lines = range.lines().stream()
                    .filter(line -> Advice.isNoise(line.label()))
                    .flatMap(line -> line.patterns().stream());
            return Advice.isNoise(rule.label())
                    ? Stream.concat(Stream.concat(range.from().stream(), range.to().stream()), lines)
                    : lines;
        }
        return Advice.isNoise(rule.label()) ? matcher.patterns().stream() : Stream.of();
    }

    // ---- expired packs ----

    private void validity(RulePack pack, List<RulePack> all) {
        LocalDate until = pack.valid().until();
        if (until == null || !until.isBefore(today)) {
            return;
        }
        boolean followed = all.stream()
                .anyMatch(other -> !other.equals(pack)
                        && other.hosts().stream().anyMatch(pack.hosts()::contains)
                        && (other.valid().until() == null
                                || other.valid().until().isAfter(until)));
        if (!followed) {
            add(
                    pack.place(),
                    Code.RUN_OUT,
                    "'" + pack.id() + "' ended on " + until
                            + ", and no other pack is for pages of its hosts after that day");
        }
    }

    private void add(Place place, Code code, String message) {
        found.add(new Diagnostic(place, code.id(), message));
    }
}
