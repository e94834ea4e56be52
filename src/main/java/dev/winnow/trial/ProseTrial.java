package dev.winnow.trial;

import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.TrackedText;
import dev.winnow.label.Decision;
import dev.winnow.label.Known;
import dev.winnow.label.Labeller;
import dev.winnow.label.Labelling;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tests rules on texts that consist only of sentences of articles. If a noise rule takes one of them, it also takes sentences of
 * real articles. Each sentence stands once at the top, once at the bottom, and otherwise between the others.
 */
public final class ProseTrial {

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Labeller labeller;
    private final Map<String, List<Page>> pages = new TreeMap<>();

    private ProseTrial(RuleSet set, Map<String, List<String>> prose) {
        set.packs().forEach(pack -> pack.rules().forEach(rule -> rules.put(rule.id(), rule)));
        labeller = new Labeller(
                set,
                null,
                null,
                Labeller.standard(
                        set,
                        () -> {
                            throw new IllegalStateException("rules are tried without the model");
                        },
                        Strictness.OFF));
        prose.forEach((language, sentences) -> pages.put(language, pages(sentences)));
    }

    /** Returns one page for each sentence, with that sentence first. */
    private static List<Page> pages(List<String> sentences) {
        List<Page> pages = new ArrayList<>();
        List<String> turned = new ArrayList<>(sentences);
        for (int i = sentences.size(); i > 0; i--) {
            pages.add(Page.of(TrackedText.of(String.join("\n", turned))));
            Collections.rotate(turned, 1);
        }
        return pages;
    }

    /** A sentence that a rule took. */
    private record Taken(Rule rule, String language, String sentence) {}

    /**
     * Reports the noise rules that take sentences, each with the first such sentence.
     *
     * @param prose sentences by language
     * @return sorted by file and place
     */
    public static List<Diagnostic> on(RuleSet rules, Map<String, List<String>> prose) {
        ProseTrial trial = new ProseTrial(rules, prose);
        Map<String, Taken> found = new LinkedHashMap<>();
        Stream<Taken> common = trial.pages.keySet().parallelStream().flatMap(language -> trial.take(null, language));
        Stream<Taken> ofSites = rules.packs().parallelStream()
                .filter(RulePack::ofSite)
                .flatMap(pack -> trial.languages(pack).stream().flatMap(language -> trial.take(pack, language)));
        // Collect all before use, so that the first one is always the same.
        for (List<Taken> taken : List.of(common.toList(), ofSites.toList())) {
            taken.forEach(one -> found.putIfAbsent(one.rule().id(), one));
        }
        return found.values().stream().map(ProseTrial::diagnostic).sorted().toList();
    }

    /**
     * Returns the sentences that the noise rules of one pack take, by the rule's id. Each rule is tried alone; rules that take
     * none are left out.
     */
    static Map<String, Set<String>> alone(RuleSet rules, RulePack pack, Map<String, List<String>> prose) {
        ProseTrial trial = new ProseTrial(rules, prose);
        Map<String, Set<String>> found = new TreeMap<>();
        trial.languages(pack).parallelStream()
                .flatMap(language -> pack.rules().stream().flatMap(rule -> trial.take(pack, language, rule)))
                .toList()
                .forEach(one -> found.computeIfAbsent(one.rule().id(), id -> new LinkedHashSet<>())
                        .add(one.sentence()));
        return found;
    }

    private List<String> languages(RulePack pack) {
        return pack.languages().isEmpty() ? List.copyOf(pages.keySet()) : pack.languages();
    }

    private Stream<Taken> take(@Nullable RulePack site, String language) {
        Labeller own = site == null ? labeller : labeller.ofSite(site);
        return take(language, (page, known) -> own.label(page, known, false));
    }

    private Stream<Taken> take(RulePack pack, String language, Rule rule) {
        Labeller own = pack.ofSite() ? labeller.ofSite(pack) : labeller;
        return take(language, (page, known) -> own.labelOnly(rule.id(), page, known, false));
    }

    private Stream<Taken> take(String language, BiFunction<Page, Known, Labelling> label) {
        Known known = new Known(null, null, language, null);
        List<Taken> taken = new ArrayList<>();
        for (Page page : pages.getOrDefault(language, List.of())) {
            Labelling labelling = label.apply(page, known);
            for (int i = 0; i < labelling.decisions().size(); i++) {
                Decision decision = labelling.decisions().get(i);
                String sentence = page.lines().get(i).text();
                add(decision.label(), decision.reason().rule(), language, sentence, taken);
                decision.stretches()
                        .forEach(
                                stretch -> add(stretch.label(), stretch.reason().rule(), language, sentence, taken));
            }
        }
        return taken.stream();
    }

    private void add(Label label, String id, String language, String sentence, List<Taken> taken) {
        Rule rule = rules.get(id);
        if (label.group() != Label.Group.TEXT && rule != null) {
            taken.add(new Taken(rule, language, sentence));
        }
    }

    private static Diagnostic diagnostic(Taken taken) {
        Rule rule = taken.rule();
        return new Diagnostic(
                rule.place(),
                Code.TAKES_PROSE.id(),
                "'" + rule.id() + "' takes a sentence of an article (" + taken.language() + "): “" + taken.sentence()
                        + "”; require more words or a neighbour ('beside', 'after', 'before'), or do not allow sentences in 'shape'");
    }
}
