package dev.winnow.trial;

import dev.winnow.Winnow;
import dev.winnow.document.HeadValue;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.label.Capture;
import dev.winnow.label.Decision;
import dev.winnow.label.Known;
import dev.winnow.label.Labeller;
import dev.winnow.label.Labelling;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.DiagnosticPrinter;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tests rules that are not in use yet, each alone: which lines of pages and of prose it takes, and whether its examples pass.
 * Rules are compiled once, and named by the last part of their id. Immutable and thread-safe.
 */
public final class RuleTrial {

    /** Name of a site without pages. Rules of a site have fewer restrictions than common rules. */
    private static final String PACK = "tried.invalid";

    private final Winnow winnow;
    private final RulePack pack;
    private final Labeller labeller;

    /**
     * The lines of a page that one rule takes.
     *
     * @param rule its id in the pack
     * @param lines line numbers, ascending, including lines of which it takes only a stretch
     * @param captures in the order of the page
     */
    public record Took(String rule, List<Integer> lines, List<Captured> captures) {
        public Took {
            lines = List.copyOf(lines);
            captures = List.copyOf(captures);
        }
    }

    /**
     * A value that a rule found.
     *
     * @param field key of the field
     * @param text as it stands in the line
     * @param line number of the line
     */
    public record Captured(String field, String text, int line) {}

    /**
     * Compiles the rules of a pack.
     *
     * @param base reads the pages, and has the word lists that the rules may name
     * @param name name of the pack in messages
     * @param yaml content of a rule file; if it describes a site, every page is treated as a page of that site
     * @throws RuleException with every problem of the rules
     * @throws IllegalArgumentException if the file holds no pack
     */
    public RuleTrial(Winnow base, String name, String yaml) {
        LoadedRules loaded = new RuleLoader().loadWith(base.rules().lexicons(), List.of(RuleRoot.text(name, yaml)));
        if (!loaded.ok()) {
            throw new RuleException(loaded.diagnostics(), DiagnosticPrinter.print(loaded));
        }
        this.winnow = base.withRules(RuleSet.compile(loaded.sources(), loaded.digest()));
        this.pack = winnow.rules().packs().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " holds no pack"));
        this.labeller = pack.ofSite() ? winnow.labeller().ofSite(pack) : winnow.labeller();
    }

    /**
     * Compiles rules as those of a site.
     *
     * @param rules YAML items of {@code rules:}; at least one, with different ids
     * @throws RuleException with every problem of the rules
     */
    public static RuleTrial ofSite(Winnow base, List<String> rules) {
        String yaml = "pack: " + PACK + "\nhosts: [" + PACK + "]\nrules:\n" + String.join("\n", rules);
        return new RuleTrial(base, PACK + ".yaml", yaml);
    }

    /** Returns the lines that each rule takes on a page; rules that take none are left out. */
    public List<Took> of(SourceDocument source) {
        return of(source, rule -> true);
    }

    /** Returns the lines that some of the rules take on a page. */
    public List<Took> of(SourceDocument source, Predicate<String> wanted) {
        Page page = winnow.page(source);
        List<HeadValue> head = page.markup() == null ? List.of() : page.markup().head();
        Known known = Known.of(source, null, head);
        List<Took> all = new ArrayList<>();
        for (Rule rule : pack.rules()) {
            if (wanted.test(id(rule))) {
                Labelling labelling = labeller.labelOnly(rule.id(), page, known, false);
                // Detect the language once for all rules.
                known = new Known(known.host(), known.day(), labelling.language(), known.title());
                Took took = took(rule, labelling);
                if (!took.lines().isEmpty()) {
                    all.add(took);
                }
            }
        }
        return all;
    }

    private Took took(Rule rule, Labelling labelling) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < labelling.decisions().size(); i++) {
            Decision decision = labelling.decisions().get(i);
            if (decision.reason().rule().equals(rule.id())
                    || decision.stretches().stream()
                            .anyMatch(stretch -> stretch.reason().rule().equals(rule.id()))) {
                lines.add(i);
            }
        }
        return new Took(
                id(rule),
                lines,
                labelling.captures().stream()
                        .filter(capture -> capture.rule().equals(rule.id()))
                        .map(RuleTrial::captured)
                        .toList());
    }

    private static Captured captured(Capture capture) {
        return new Captured(
                capture.field().key(),
                capture.text(),
                capture.provenance().line().orElseThrow());
    }

    /** Returns the problems of the examples, for each rule with an example that fails. */
    public Map<String, List<String>> problems() {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        for (ExampleResult result : new ExampleRunner(winnow).run()) {
            if (!result.ok()) {
                problems.computeIfAbsent(id(result.rule()), id -> new ArrayList<>())
                        .addAll(result.problems());
            }
        }
        return problems;
    }

    /**
     * Returns the sentences of articles that noise rules take.
     *
     * @param prose sentences by language
     * @return sentences by rule, in the order of languages; rules that take none are left out
     */
    public Map<String, List<String>> prose(Map<String, List<String>> prose) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        ProseTrial.alone(winnow.rules(), pack, prose)
                .forEach((rule, sentences) -> taken.put(id(rule), List.copyOf(sentences)));
        return taken;
    }

    private String id(Rule rule) {
        return id(rule.id());
    }

    private String id(String full) {
        return full.substring(pack.id().length() + 1);
    }
}
