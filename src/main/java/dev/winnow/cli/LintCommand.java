package dev.winnow.cli;

import dev.winnow.output.WholeFile;
import dev.winnow.render.PlainJson;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.DiagnosticPrinter;
import dev.winnow.rule.load.Lint;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.Mending;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.rule.load.WordFiles;
import dev.winnow.trial.ProseTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow lint}: checks rule files. */
@Command(
        name = "lint",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Check rule files. Show every problem with its place and a suggestion.",
            "Rules that load are checked for doubts, too: wording that two rules share, and wording that has no effect, never"
                    + " matches, or is the only evidence.",
            "It also finds texts that YAML cuts short, and packs and word lists that nothing uses."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow lint",
            "  winnow lint my-rules/",
            "  winnow lint my-rules/ --fix",
            "  winnow lint my-rules/ --since origin/main --format json"
        })
final class LintCommand extends BaseCommand {

    /** Number of folders searched for word lists: that of the file, its parent and its grandparent. */
    private static final int LEVELS_UP = 3;

    private static final String WORD_LISTS = "lexicon";

    /** Format of standard output. */
    enum Shown {
        TEXT,
        GITHUB,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description =
                    "Folders or files of your own rules, checked together with Winnow's rules. For a file, the word lists"
                            + " in a folder '" + WORD_LISTS + "' beside or above it are read, too.")
    private final List<String> folders = new ArrayList<>();

    @Option(names = "--no-builtin", description = "Do not use the rules that come with Winnow.")
    private boolean noBuiltin;

    @Option(
            names = "--since",
            paramLabel = "REV",
            description =
                    "Also report rule ids that existed at this git revision and are gone. Other people may switch these"
                            + " rules off by id.")
    private @Nullable String since;

    @Option(
            names = "--fix",
            description = {
                "Correct your files where the correction is certain. Texts that YAML cuts short get quotes (R063)."
                        + " Typographic quotes around a text become YAML quotes (R064). Wording that stands twice in a"
                        + " rule, or has no effect beside other wording, is deleted (R061, R067). Comments and layout"
                        + " stay. The other findings are shown."
            })
    private boolean fix;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "Format of standard output: ${COMPLETION-CANDIDATES}. github is text with annotations. Default:"
                            + " text; in GitHub Actions, github.")
    private @Nullable Shown format;

    LintCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (folders.isEmpty() && (noBuiltin || since != null || fix)) {
            throw UserError.usage((noBuiltin
                            ? "--no-builtin leaves nothing to check"
                            : since != null ? "--since compares rules of your own" : "--fix changes rules of your own")
                    + "; name a folder of rules");
        }
        List<Path> paths = folders.stream().map(Standard::path).toList();
        LoadedRules loaded = load(paths);
        while (fix && loaded.ok() && mend(loaded, paths)) {
            // A corrected text may be a duplicate now, so check again.
            loaded = load(paths);
        }
        List<Diagnostic> problems = loaded.diagnostics();
        if (problems.isEmpty()) {
            try {
                RuleSet rules = RuleSet.compile(loaded.sources(), loaded.digest());
                List<Diagnostic> doubts = new ArrayList<>(lint(loaded, rules).all());
                doubts.addAll(ProseTrial.on(rules, WordFiles.prose()));
                doubts.addAll(gone(paths, rules.packs()));
                show(doubts, loaded);
                console.say(
                        doubts.isEmpty() ? sound(rules) : Standard.count(doubts.size(), "doubt") + "; all rules work");
                return doubts.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
            } catch (RuleException e) {
                problems = e.diagnostics();
            }
        }
        show(problems, loaded);
        console.say(Standard.count(problems.size(), "problem"));
        return ExitCode.FINDINGS;
    }

    private static Lint.Findings lint(LoadedRules loaded, RuleSet rules) {
        return Lint.on(loaded, rules, LocalDate.now(ZoneOffset.UTC));
    }

    /** Corrects files of the user. Returns whether anything changed. */
    private boolean mend(LoadedRules loaded, List<Path> paths) throws IOException {
        Map<String, List<Mending.Edit>> byFile =
                lint(loaded, RuleSet.compile(loaded.sources(), loaded.digest())).edits().stream()
                        .collect(Collectors.groupingBy(edit -> edit.place().path(), TreeMap::new, Collectors.toList()));
        boolean changed = false;
        for (Map.Entry<String, List<Mending.Edit>> edits : byFile.entrySet()) {
            if (!RuleOptions.isBelow(edits.getValue().get(0).place(), paths)) {
                continue;
            }
            Path file = Path.of(edits.getKey());
            String text = Files.readString(file);
            Mending.Mended mended = Mending.apply(text, edits.getValue());
            if (!mended.text().equals(text)) {
                WholeFile.write(file, mended.text().getBytes(StandardCharsets.UTF_8));
                mended.done().forEach(console::say);
                changed = true;
            }
        }
        return changed;
    }

    private static String sound(RuleSet rules) {
        int count = rules.packs().stream().mapToInt(pack -> pack.rules().size()).sum();
        long sites = rules.packs().stream().filter(RulePack::ofSite).count();
        return Standard.count(count, "rule") + " of " + Standard.count(sites, "site")
                + " and of pages in general: no problems";
    }

    private LoadedRules load(List<Path> paths) {
        List<RuleRoot> roots = new ArrayList<>();
        paths.stream().map(RuleRoot::of).forEach(roots::add);
        wordLists(paths).stream().map(RuleRoot::of).forEach(roots::add);
        return new RuleLoader().loadSources(RuleRoot.all(!noBuiltin, roots));
    }

    /** Finds the folders of word lists that belong to single files, without those that the user named. */
    private static Set<Path> wordLists(List<Path> paths) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path path : paths) {
            Path folder = Files.isRegularFile(path) ? Standard.absolute(path).getParent() : null;
            for (int up = 0; folder != null && up < LEVELS_UP; up++) {
                Path lists = folder.resolve(WORD_LISTS);
                if (Files.isDirectory(lists)) {
                    found.add(lists);
                    break;
                }
                folder = folder.getParent();
            }
        }
        found.removeIf(lists -> paths.stream()
                .map(path -> Standard.absolute(path))
                .anyMatch(path -> path.startsWith(lists) || lists.startsWith(path)));
        return found;
    }

    private List<Diagnostic> gone(List<Path> paths, List<RulePack> now) throws IOException {
        if (since == null) {
            return List.of();
        }
        Map<String, Place> before = new LinkedHashMap<>();
        try (PastFiles past = PastFiles.of(since, paths)) {
            for (Path root : past.roots()) {
                LoadedRules loaded =
                        new RuleLoader().loadSources(List.of(RuleRoot.builtInLexicons(), RuleRoot.of(root)));
                for (RulePack pack : loaded.sources().packs()) {
                    Path file = root.relativize(Path.of(pack.place().path()));
                    pack.rules()
                            .forEach(rule -> before.putIfAbsent(
                                    rule.id(),
                                    new Place(
                                            since + ":" + file,
                                            rule.place().line(),
                                            rule.place().column())));
                }
            }
        }
        return Lint.gone(before, now);
    }

    private void show(List<Diagnostic> found, LoadedRules loaded) throws IOException {
        Shown shown = format != null ? format : Annotations.areWanted(console) ? Shown.GITHUB : Shown.TEXT;
        StringBuilder out = new StringBuilder();
        if (shown == Shown.JSON) {
            out.append(PlainJson.of(Map.of(
                            "findings", found.stream().map(LintCommand::plain).toList())))
                    .append('\n');
        } else {
            out.append(DiagnosticPrinter.print(found, loaded.texts()));
        }
        if (shown == Shown.GITHUB) {
            out.append(Annotations.of(console).errors(found));
        }
        console.out().write(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> plain(Diagnostic diagnostic) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("file", diagnostic.place().path());
        plain.put("line", diagnostic.place().line());
        plain.put("column", diagnostic.place().column());
        plain.put("code", diagnostic.code());
        plain.put("message", diagnostic.message());
        return plain;
    }
}
