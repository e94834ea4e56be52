package dev.winnow;

import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.Policy;
import dev.winnow.document.TrackedText;
import dev.winnow.label.Labeller;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.normalize.HyphenWords;
import dev.winnow.normalize.Normalizer;
import dev.winnow.normalize.WordList;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.Suggestion;
import dev.winnow.rule.load.DiagnosticPrinter;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.rule.load.WordFiles;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.stats.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Winnow}. {@link #build()} reports every error in the settings and rules. Not thread-safe. */
public final class WinnowBuilder {

    private final List<RuleRoot> roots = new ArrayList<>();
    private boolean builtIn = true;
    private @Nullable RuleSet ruleSet;
    private @Nullable String site;
    private final List<String> with = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private Policy policy = Policy.ARTICLE;
    private @Nullable LineModel model;
    private Strictness strictness = Strictness.BALANCED;
    private @Nullable Statistics statistics;
    private Consumer<String> notes = note -> {};

    WinnowBuilder() {}

    /**
     * Adds the rules of a folder, or of one file, to the built-in ones. A site pack there replaces the built-in pack of the
     * same id.
     */
    public WinnowBuilder rules(Path folder) {
        return rules(RuleRoot.of(folder));
    }

    /**
     * Adds rules given as text, with the same effect as a folder.
     *
     * @param name name of the text in messages, such as {@code my-rules.yaml}
     */
    public WinnowBuilder rules(String name, String yaml) {
        return rules(RuleRoot.text(name, yaml));
    }

    /** Adds rules from another root, such as a folder of a class path, with the same effect as a folder. */
    public WinnowBuilder rules(RuleRoot root) {
        roots.add(root);
        return this;
    }

    /** Uses these compiled rules and no others. */
    public WinnowBuilder rules(RuleSet compiled) {
        this.ruleSet = compiled;
        return this;
    }

    /** Sets whether the built-in rules are used (default: true). The built-in lexicons are used in any case. */
    public WinnowBuilder builtinRules(boolean use) {
        this.builtIn = use;
        return this;
    }

    /** Treats every document as a page of this site, whatever its URL or text. With null (the default) the site is detected. */
    public WinnowBuilder site(@Nullable String id) {
        this.site = id;
        return this;
    }

    /** Switches on a step of the {@link Normalizer} that is off by default, such as {@code quotes}. */
    public WinnowBuilder withStep(String name) {
        with.add(name);
        return this;
    }

    /** Switches off a step of the {@link Normalizer}, such as {@code unwrap}. Overrides {@link #withStep}. */
    public WinnowBuilder withoutStep(String name) {
        without.add(name);
        return this;
    }

    /** Sets which labels stay in the text; {@link Policy#ARTICLE} by default. */
    public WinnowBuilder policy(Policy labels) {
        this.policy = labels;
        return this;
    }

    /** Keeps lines with these labels too; call it after {@link #policy}. */
    public WinnowBuilder keep(Label... labels) {
        this.policy = policy.keeping(Set.of(labels));
        return this;
    }

    /** Drops lines with these labels too; call it after {@link #policy}. */
    public WinnowBuilder drop(Label... labels) {
        this.policy = policy.dropping(Set.of(labels));
        return this;
    }

    /** Sets how strict the line model is with lines that no rule labels; {@link Strictness#BALANCED} by default. */
    public WinnowBuilder model(Strictness strictness) {
        this.strictness = strictness;
        return this;
    }

    /** Uses this line model in place of the built-in one; see {@link LineModel#read}. */
    public WinnowBuilder model(LineModel own) {
        this.model = own;
        return this;
    }

    /**
     * Uses site statistics, the lines that recur on the pages of a site, as evidence: below all rules, above the line model.
     * See {@link Statistics#read}.
     */
    public WinnowBuilder statistics(Statistics ofSites) {
        this.statistics = ofSites;
        return this;
    }

    /** Sets a receiver for notes that are not errors, such as: the built-in rules were changed since the program was built. */
    public WinnowBuilder notes(Consumer<String> to) {
        this.notes = to;
        return this;
    }

    /**
     * Loads and compiles the rules. The normaliser uses the words of their lexicons.
     *
     * @throws RuleException with every problem of every rule file
     * @throws IllegalArgumentException if there is no pack for the given site, or no step with a given name
     */
    public Winnow build() {
        RuleSet rules = buildRules();
        LineModel own = model;
        Supplier<LineModel> judge = own == null ? LineModel::standard : () -> own;
        LanguageIdentifier languages = new LanguageIdentifier(words(rules, "stopwords"));
        return new Winnow(
                rules,
                normalizer(rules, languages),
                languages,
                policy,
                site == null ? null : pack(rules, site),
                Labeller.standard(rules, judge, strictness),
                own == null ? null : own.digest(),
                statistics);
    }

    private Normalizer normalizer(RuleSet rules, LanguageIdentifier languages) {
        Normalizer steps = Normalizer.standard(hyphenWords(rules, languages));
        for (String step : with) {
            steps = steps.with(step);
        }
        for (String step : without) {
            steps = steps.without(step);
        }
        return steps;
    }

    private static HyphenWords hyphenWords(RuleSet rules, LanguageIdentifier languages) {
        return HyphenWords.of(
                words(rules, "hyphen-parts"),
                words(rules, "split-parts"),
                text -> languages
                        .identify(Page.of(TrackedText.of(text)).lines())
                        .language(),
                language -> WordList.of(WordFiles.builtIn(language)));
    }

    private static Map<String, List<String>> words(RuleSet rules, String lexicon) {
        return rules.lexicons().get(lexicon).map(Lexicon::words).orElse(Map.of());
    }

    /**
     * Loads and compiles only the rules, so that several Winnows can share them: see {@link #rules(RuleSet)}.
     *
     * @throws RuleException with every problem of every rule file
     */
    public RuleSet buildRules() {
        return ruleSet != null ? ruleSet : load();
    }

    private RuleSet load() {
        LoadedRules loaded = new RuleLoader().load(RuleRoot.all(builtIn, roots));
        if (!loaded.ok()) {
            throw new RuleException(loaded.diagnostics(), DiagnosticPrinter.print(loaded));
        }
        if (loaded.outdated()) {
            notes.accept(
                    "the built-in rules have changed since the program was built; they were checked again, which takes a while");
        }
        return RuleSet.compile(loaded.sources(), loaded.digest());
    }

    private static RulePack pack(RuleSet rules, String id) {
        List<String> known = rules.packs().stream()
                .filter(RulePack::ofSite)
                .map(RulePack::id)
                .sorted()
                .toList();
        return rules.sites()
                .byId(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no rule pack for the site '" + id + "'" + Suggestion.orAll(id, known)));
    }
}
