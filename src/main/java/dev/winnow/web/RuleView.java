package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Explanation;
import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.BuiltInFiles;
import dev.winnow.rule.load.Code;
import dev.winnow.rule.load.Lint;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.rule.load.WordFiles;
import dev.winnow.trial.ProseTrial;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Serves the rule files, checks a draft, and inserts rules into a draft. */
final class RuleView {

    private final Bench bench;

    RuleView(Bench bench, Server server) {
        this.bench = bench;
        server.on("GET api/pack", this::pack)
                .on(
                        "GET api/schema",
                        request -> new Answer(
                                Answer.OK,
                                "application/json",
                                Answer.OWN,
                                String.valueOf(BuiltInFiles.text("schema.json")).getBytes(UTF_8)))
                .on("POST api/check", this::check)
                .on("POST api/insert", this::insert)
                .on("POST api/settle", this::settle);
    }

    /** Returns the rule files with data of their packs. The data are empty while rules are broken or not yet loaded. */
    static List<Map<String, Object>> packs(Bench bench) throws IOException {
        Map<String, RulePack> byFile = new HashMap<>();
        Winnow winnow = bench.cleaners().made();
        if (winnow != null) {
            winnow.rules().packs().forEach(pack -> byFile.put(pack.place().path(), pack));
        }
        return bench.rules().texts().files().keySet().stream()
                .map(file -> {
                    RulePack pack = byFile.get(file);
                    return Map.<String, Object>of(
                            "file",
                            file,
                            "pack",
                            pack == null ? "" : pack.id(),
                            "site",
                            pack != null && pack.ofSite(),
                            "rules",
                            pack == null ? 0 : pack.rules().size());
                })
                .toList();
    }

    private Answer pack(Request request) throws IOException {
        String file = request.needed("file");
        String yaml = bench.rules().text(file);
        if (yaml == null) {
            throw new Refusal(Answer.NOT_FOUND, "there is no file " + file);
        }
        return Answer.json(Map.of("file", file, "yaml", yaml, "digest", String.valueOf(RuleFolder.digest(yaml))));
    }

    // ---- checks ----

    private Answer check(Request request) throws IOException {
        Draft draft = request.neededDraft();
        Winnow winnow;
        try {
            winnow = bench.cleaners().of(draft);
        } catch (Refusal e) {
            if (!e.more().containsKey(Cleaners.DIAGNOSTICS)) {
                throw e;
            }
            return checked(false, e.more(), List.of());
        }
        List<Map<String, Object>> doubts = doubts(draft).stream()
                .filter(one -> one.place().path().equals(draft.file()))
                .map(one -> Cleaners.plain(one, "doubt"))
                .toList();
        List<ExampleResult> examples =
                new ExampleRunner(winnow).run(rule -> rule.place().path().equals(draft.file()));
        return checked(true, Map.of(Cleaners.DIAGNOSTICS, doubts, Cleaners.ELSEWHERE, List.of()), examples);
    }

    private static Answer checked(boolean ok, Map<String, ?> found, List<ExampleResult> examples) {
        Map<String, Object> told = new LinkedHashMap<>(found);
        told.put("ok", ok);
        told.put("examples", examples.stream().map(RuleView::plain).toList());
        return Answer.json(told);
    }

    /**
     * Returns the findings of lint for a draft together with the user's other rules. Winnow's rules are left out, since they
     * are many. So a draft may disable rules that are unknown here.
     */
    private List<Diagnostic> doubts(Draft draft) throws IOException {
        LoadedRules own = new RuleLoader()
                .loadSources(RuleRoot.all(false, List.of(bench.cleaners().texts(draft))));
        if (!own.diagnostics().stream().allMatch(one -> one.code().equals(Code.UNKNOWN_RULE.id()))) {
            return List.of();
        }
        RuleSet rules = RuleSet.compile(own.sources(), own.digest());
        List<Diagnostic> doubts = new ArrayList<>(
                Lint.on(own, rules, LocalDate.now(ZoneOffset.UTC)).all());
        doubts.addAll(ProseTrial.on(rules, WordFiles.prose()));
        return doubts;
    }

    private static Map<String, Object> plain(ExampleResult result) {
        return Map.of(
                "rule", result.rule().id(),
                "line", result.example().place().line(),
                "name", result.name(),
                "ok", result.ok(),
                "problems", result.problems());
    }

    // ---- changes of a draft ----

    private Answer insert(Request request) throws IOException {
        Draft draft = packFor(request);
        PackText.Changed changed = new PackText(draft.yaml()).add(request.neededText("rule"));
        return changed(draft.file(), changed);
    }

    private Answer settle(Request request) throws IOException {
        Draft draft = packFor(request);
        return changed(draft.file(), new PackText(draft.yaml()).setOrder(request.neededText("order")));
    }

    private static Answer changed(String file, PackText.Changed changed) {
        return Answer.json(Map.of("file", file, "yaml", changed.yaml(), "line", changed.line()));
    }

    /** Returns the draft if it is for the site of the page; else the site's pack: the user's, Winnow's, or a new one. */
    private Draft packFor(Request request) throws IOException {
        SourceDocument page = bench.pages().document(request.neededNumber("page"));
        Draft draft = request.draft();
        Winnow winnow = bench.cleaners().of(draft);
        Explanation explanation = winnow.explain(page);
        String site = PageView.siteOf(page, explanation.site());
        if (site == null) {
            String stated = explanation.article().metadata().site();
            throw new Refusal(
                    Answer.UNFIT,
                    (stated == null ? "the site of this page is unknown" : "the page names " + stated + " itself")
                            + "; set the site first, so that its rules apply to the page",
                    stated == null ? Map.of("needs_site", true) : Map.of("needs_site", true, "site", stated));
        }
        if (draft != null && isOf(draft, site, winnow)) {
            return draft;
        }
        for (RulePack pack : winnow.rules().packs()) {
            String file = pack.place().path();
            if (pack.ofSite() && pack.id().equals(site)) {
                String own = bench.rules().texts().files().get(file);
                String known = own == null ? BuiltInFiles.text(fileOf(site)) : own;
                if (known != null) {
                    return new Draft(own == null ? fileOf(site) : file, known);
                }
            }
        }
        return new Draft(
                fileOf(site),
                PackText.skeleton(site, explanation.article().metadata().language()));
    }

    private static boolean isOf(Draft draft, String site, Winnow winnow) {
        return winnow.rules().packs().stream()
                .anyMatch(pack -> pack.place().path().equals(draft.file())
                        && (pack.id().equals(site) || site.endsWith("." + pack.id())));
    }

    static String fileOf(String site) {
        return "sites/" + site + ".yaml";
    }
}
