package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads rule packs and lexicons from their roots and reports every problem of every file at once.
 *
 * <p>A site pack of a later root replaces the site packs of the same id from earlier roots. Common packs are all used. Lexicons
 * of the same name are merged. Rule ids must be unique within a pack id.
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

    /**
     * Loads everything below the roots. Problems of the files are in {@link LoadedRules#diagnostics()}, not exceptions.
     * Built-in rules that were checked when the program was built are not read again, and {@link LoadedRules#texts()} lacks
     * their lines.
     */
    public LoadedRules load(List<RuleRoot> roots) {
        LoadedRules loaded = load(roots, CheckedRules.builtIn());
        // Messages need the lines of all files, since a problem may be about a built-in rule.
        return loaded.ok() ? loaded : loadSources(roots);
    }

    /** Loads everything below the roots, and reads and checks all built-in rules again; for callers that need their lines. */
    public LoadedRules loadSources(List<RuleRoot> roots) {
        return load(roots, null);
    }

    /** Loads packs with given lexicons, such as those of the rules in use. Lexicons among the roots are ignored. */
    public LoadedRules loadWith(Lexicons lexicons, List<RuleRoot> roots) {
        return load(roots, null, lexicons);
    }

    static LoadedRules load(List<RuleRoot> roots, @Nullable CheckedRules checked) {
        return load(roots, checked, null);
    }

    private static LoadedRules load(List<RuleRoot> roots, @Nullable CheckedRules checked, @Nullable Lexicons known) {
        Problems problems = new Problems();
        RuleFiles files = new RuleFiles(problems, checked);
        List<RuleFile> read = files.read(roots);
        long toCheck = read.stream().filter(file -> !file.checked()).count();
        SideBySide.map(read, toCheck, problems, RuleLoader::checkSchema);
        LexiconReader lexiconReader = new LexiconReader(problems);
        List<RuleFile> packFiles = new ArrayList<>();
        for (RuleFile file : read) {
            if (file.content() instanceof Mapping map) {
                if (map.get("lexicon") == null) {
                    packFiles.add(file);
                } else {
                    lexiconReader.add(file, map);
                }
            }
        }
        if (lexiconReader.addsToChecked()) {
            // One more word can make a pattern fit nearly every line, so all patterns must be checked again.
            return load(roots, null);
        }
        Lexicons lexicons = known == null ? lexiconReader.merged() : known;
        PatternCheck check = new PatternCheck(lexicons);
        List<ReadPack> packs = SideBySide.map(packFiles, toCheck, problems, (file, found) -> read(file, check, found));
        lexiconReader.checkTemplates(check, check.lexicons());
        List<RulePack> inForce = inForce(packs);
        if (toCheck > 0) {
            checkIds(inForce, problems);
            checkDisabled(packs, inForce, problems);
        }
        Map<String, List<String>> texts = new HashMap<>();
        read.stream().filter(file -> !file.checked()).forEach(file -> texts.put(file.path(), file.lines()));
        List<Diagnostic> found = problems.sorted();
        return new LoadedRules(
                new RuleSources(inForce, lexicons, found.isEmpty(), files.index()),
                found,
                texts,
                lexicons(read, roots),
                files.digest(),
                files.outdated());
    }

    private static RuleFile checkSchema(RuleFile file, Problems problems) {
        if (file.content() != null && !file.checked()) {
            RuleSchema.ofRuleFiles().check(file.content(), new Source(file, problems));
        }
        return file;
    }

    private static ReadPack read(RuleFile file, PatternCheck check, Problems problems) {
        Source source = new Source(file, problems);
        Mapping map = (Mapping) Objects.requireNonNull(file.content());
        return new ReadPack(file, map, new PackReader(source, new PatternReader(source, check)).read(map));
    }

    /** Returns the places of the lexicons that are not built in, from roots that also have rules. */
    private static Map<String, Place> lexicons(List<RuleFile> files, List<RuleRoot> roots) {
        Map<String, Place> places = new HashMap<>();
        Set<String> known = new HashSet<>();
        Set<Integer> withRules = new HashSet<>();
        for (RuleFile file : files) {
            if (file.content() instanceof Mapping map && map.get("lexicon") == null) {
                withRules.add(file.root());
            }
        }
        for (RuleFile file : files) {
            if (file.content() instanceof Mapping map && map.get("lexicon") instanceof Text name) {
                if (roots.get(file.root()) instanceof RuleRoot.BuiltIn) {
                    known.add(name.value());
                } else if (withRules.contains(file.root())) {
                    places.putIfAbsent(name.value(), file.place(name.start()));
                }
            }
        }
        places.keySet().removeAll(known);
        return places;
    }

    /** A pack with its file. */
    private record ReadPack(RuleFile file, Mapping map, RulePack pack) {}

    /** Returns all packs except site packs that a later root replaces. */
    private static List<RulePack> inForce(List<ReadPack> packs) {
        Map<String, Integer> lastRoot = new HashMap<>();
        for (ReadPack read : packs) {
            if (read.pack().ofSite()) {
                lastRoot.merge(read.pack().id(), read.file().root(), Math::max);
            }
        }
        return packs.stream()
                .filter(read -> !read.pack().ofSite()
                        || read.file().root()
                                == lastRoot.getOrDefault(read.pack().id(), 0))
                .map(ReadPack::pack)
                .toList();
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

    private static void checkDisabled(List<ReadPack> packs, List<RulePack> inForce, Problems problems) {
        Set<String> ids = new HashSet<>();
        inForce.forEach(pack -> pack.rules().forEach(rule -> ids.add(rule.id())));
        for (ReadPack read : packs) {
            for (Text id : Source.texts(read.map().get("disable"))) {
                if (id.value().indexOf('/') > 0 && !ids.contains(id.value())) {
                    problems.add(
                            read.file().place(id.start()),
                            Code.UNKNOWN_RULE,
                            "there is no rule '" + Words.cut(id.value()) + "' to disable"
                                    + Suggestion.of(id.value(), ids));
                }
            }
        }
    }
}
