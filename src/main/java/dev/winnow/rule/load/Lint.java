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
 * What is doubtful about rules that can be used: lines that two rules name, texts that YAML cuts short, packs that have run out, and
 * wording without a second reason ({@link Advice}). For one thread.
 */
public final class Lint {

    private static final String OPENING_QUOTES = "“”„«‘‚‹";
    private static final String CLOSING_QUOTES = "”“»’‘›";

    /** What only expressions are made of. */
    private static final java.util.regex.Pattern EXPRESSION =
            java.util.regex.Pattern.compile("\\.[*+]|\\\\[dDwWsSbB]|\\(\\?[:iP]|\\[[^\\]]*-[^\\]]*][*+]|^\\^.+\\$$");

    private static final java.util.regex.Pattern DOUBLED = java.util.regex.Pattern.compile("\\{\\{ ?([a-z_]+) ?}}");

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
     * All findings, in the order of files and places.
     *
     * @param rules without problems
     * @param compiled the same rules, compiled
     * @param today packs that ended before have run out
     */
    public static Findings on(LoadedRules rules, RuleSet compiled, LocalDate today) {
        Lint lint = new Lint(rules, today);
        lint.found.addAll(Advice.on(rules.sources()));
        Unused.find(rules, lint.found);
        // One finding for a wording is enough.
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
            pack.rules().forEach(rule -> Contradictions.find(pack, rule, trial, lint.found));
            lint.validity(pack, packs);
        }
        return new Findings(lint.found.stream().sorted().distinct().toList(), lint.edits);
    }

    /**
     * What was found.
     *
     * @param all in the order of files and places
     * @param edits of those that need no person to mend them
     */
    public record Findings(List<Diagnostic> all, List<Mending.Edit> edits) {
        public Findings {
            all = List.copyOf(all);
            edits = List.copyOf(edits);
        }
    }

    /**
     * Rules that there were and are no more.
     *
     * @param before full ids, with their places as they were
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
                        "'" + entry.getKey() + "' is gone: people switch rules off by their id; give it back, or say so"
                                + " to those who use it"))
                .sorted()
                .toList();
    }

    // ---- two rules for the same lines ----

    /**
     * Who named lines first.
     *
     * @param rule full id
     * @param label what it calls them; null where the parts of a sequence do
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
                        "'" + rule.id() + "' says the same of the same lines as '" + first.rule() + "' at "
                                + first.place() + "; leave one of them out");
            } else {
                add(
                        named.place(),
                        Code.CONTRARY,
                        "'" + rule.id() + "' says '" + label + "' of lines that '" + first.rule() + "' at "
                                + first.place() + " calls '" + first.label()
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
                                        : ", and goes before '" + rule.id() + "': no line gets the label '"
                                                + (rule.keep() ? "keep" : rule.label()) + "' by it; "
                                                + "give '" + by.id() + "' an exception ('unless'), or a condition"));
    }

    /** One wording by which a rule finds lines. */
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
        // A sequence or a range may begin like another one and go on in its own way.
        return List.of();
    }

    private static List<Named> named(String kind, List<Pattern> patterns, boolean exact) {
        return patterns.stream()
                .map(pattern ->
                        new Named(kind + " " + pattern.language() + " " + text(pattern, exact), pattern.place()))
                .toList();
    }

    /** As lines are compared with it: case, runs of white space and the style of quotes and dashes do not count. */
    private static String text(Pattern pattern, boolean exact) {
        return exact || pattern instanceof Pattern.Regex
                ? pattern.written()
                : Characters.fold(pattern.written()).replaceAll(" +", " ");
    }

    /** Conditions as a text, without the places of their patterns. */
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

    // ---- texts that are not what their author sees ----

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

    /** YAML ends a text without quotes before a space and a number sign. */
    private void comment(String text, Place place) {
        String line = line(place);
        int at = line.indexOf(text, Math.max(0, Math.min(line.length(), place.column() - 1)));
        if (text.isEmpty() || at < 0) {
            return;
        }
        String rest = line.substring(at + text.length());
        String lost = rest.stripLeading();
        boolean comment = lost.length() < rest.length() && lost.startsWith("#");
        // A person's comment has a space behind its sign.
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

    /** Who puts the template in YAML's quotes as well, or shows the others in a hit, means them. */
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
                    "these quotes are part of the text, as YAML knows only \" and '; write \""
                            + text.substring(1, text.length() - 1)
                            + "\", or '" + text + "' if the page has them");
            edits.add(new Mending.Edit(pattern.place(), Mending.Kind.STRAIGHTEN));
        }
    }

    /** Unless an example shows them: signs that stand for themselves in a template, and for something else where its author comes from. */
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
                            + "' stands for itself in a template; write {any} for any text, or {regex: …} in place of the template");
        } else if (doubled.find() && isName(doubled.group(1))) {
            add(
                    pattern.place(),
                    Code.SIGNS,
                    "'" + doubled.group() + "' is '{" + doubled.group(1) + "}' in the text, braces and all; write {"
                            + doubled.group(1) + "} for a slot");
        } else if (text.strip().indexOf('\n') >= 0) {
            add(
                    pattern.place(),
                    Code.SIGNS,
                    "this is one line, in which the line break is a space; write two lines as two parts of 'lines', and several texts of which one stands there as a list");
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

    // ---- packs that have run out ----

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
