package dev.winnow.rule.load;

import dev.winnow.rule.PatternCompiler;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSources;
import dev.winnow.rule.Suggestion;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rule packs and lexicons from folders and reports every problem of every file at once.
 *
 * <p>A site pack of a later root replaces those of the same id from earlier roots; common packs add up; lexicons of the same
 * name are merged. Rule ids must be unique within a pack id.
 *
 * <pre>{@code
 * LoadedRules rules = new RuleLoader().load(List.of(RuleRoot.builtIn(), RuleRoot.of(Path.of("my-rules"))));
 * if (!rules.ok()) {
 *     System.err.print(DiagnosticPrinter.print(rules));
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class RuleLoader {

    /** Reads everything below the roots; never fails, but see {@link LoadedRules#diagnostics()}. */
    public LoadedRules load(List<RuleRoot> roots) {
        Problems problems = new Problems();
        RuleFiles files = new RuleFiles(problems);
        List<RuleFile> read = files.read(roots);
        LexiconReader lexiconReader = new LexiconReader(problems);
        List<RuleFile> packFiles = new ArrayList<>();
        for (RuleFile file : read) {
            if (file.content() == null) {
                continue;
            }
            RuleSchema.ofRuleFiles().check(file.content(), new Source(file, problems));
            if (file.content() instanceof Mapping map) {
                if (map.get("lexicon") == null) {
                    packFiles.add(file);
                } else {
                    lexiconReader.add(file, map);
                }
            }
        }
        Lexicons lexicons = lexiconReader.merged();
        PatternCheck check = new PatternCheck(new PatternCompiler(lexicons));
        Map<RuleFile, RulePack> packs = new LinkedHashMap<>();
        for (RuleFile file : packFiles) {
            Source source = new Source(file, problems);
            Mapping map = (Mapping) java.util.Objects.requireNonNull(file.content());
            packs.put(file, new PackReader(source, new PatternReader(source, check)).read(map));
        }
        List<RulePack> inForce = inForce(packs);
        checkIds(inForce, problems);
        checkDisabled(packs, inForce, problems);
        Map<String, List<String>> texts = new HashMap<>();
        read.forEach(file -> texts.put(file.path(), file.lines()));
        return new LoadedRules(new RuleSources(inForce, lexicons), problems.sorted(), texts, files.digest());
    }

    /** All packs but those of a site that a later root describes anew. */
    private static List<RulePack> inForce(Map<RuleFile, RulePack> packs) {
        Map<String, Integer> lastRoot = new HashMap<>();
        packs.forEach((file, pack) -> {
            if (pack.ofSite()) {
                lastRoot.merge(pack.id(), file.root(), Math::max);
            }
        });
        List<RulePack> inForce = new ArrayList<>();
        packs.forEach((file, pack) -> {
            if (!pack.ofSite() || file.root() == lastRoot.getOrDefault(pack.id(), file.root())) {
                inForce.add(pack);
            }
        });
        return inForce;
    }

    private static void checkIds(List<RulePack> packs, Problems problems) {
        Map<String, Place> seen = new HashMap<>();
        for (RulePack pack : packs) {
            for (Rule rule : pack.rules()) {
                if (rule.id().endsWith("/")) {
                    continue;
                }
                Place first = seen.putIfAbsent(rule.id(), rule.place());
                if (first != null) {
                    problems.add(
                            rule.place(),
                            Code.DUPLICATE_RULE,
                            "the rule id '" + rule.id() + "' stands twice; first at " + first);
                }
            }
        }
    }

    private static void checkDisabled(Map<RuleFile, RulePack> packs, List<RulePack> inForce, Problems problems) {
        Set<String> ids = new HashSet<>();
        inForce.forEach(pack -> pack.rules().forEach(rule -> ids.add(rule.id())));
        packs.forEach((file, pack) -> {
            Mapping map = (Mapping) java.util.Objects.requireNonNull(file.content());
            for (Text id : Source.texts(map.get("disable"))) {
                if (id.value().indexOf('/') > 0 && !ids.contains(id.value())) {
                    problems.add(
                            file.place(id.start()),
                            Code.UNKNOWN_RULE,
                            "there is no rule '" + Words.cut(id.value()) + "' to disable"
                                    + Suggestion.of(id.value(), ids));
                }
            }
        });
    }
}
