package dev.winnow.web;

import dev.winnow.Explanation;
import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import dev.winnow.learn.Suggestion;
import dev.winnow.learn.Suggestions;
import dev.winnow.rule.load.WordFiles;
import dev.winnow.trial.RuleTrial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proposes rules for chosen lines, from exact to general, with the lines that each takes on this page, on other pages and in
 * prose.
 */
final class ProposalView {

    private static final int MOST_EXAMPLES = 12;

    private final Bench bench;

    ProposalView(Bench bench, Server server) {
        this.bench = bench;
        server.on("POST api/propose", this::propose);
    }

    private Answer propose(Request request) throws IOException {
        Label label = Labels.of(request.neededText("label"));
        SourceDocument page = bench.pages().document(request.neededNumber("page"));
        Winnow winnow = bench.cleaners().of(request.draft());
        Explanation today = winnow.explain(page);
        TreeSet<Integer> lines = new TreeSet<>(request.numbers("lines"));
        if (lines.isEmpty()
                || lines.first() < 0
                || lines.last() >= today.lines().size()) {
            throw new Refusal(Answer.BAD_REQUEST, "choose some lines of the page");
        }
        List<Suggestion> suggestions = Suggestions.of(winnow, page, lines, label);
        if (suggestions.isEmpty()) {
            return Answer.json(Map.of("job", "", "proposals", List.of()));
        }
        RuleTrial trial = RuleTrial.ofSite(
                winnow, suggestions.stream().map(Suggestion::yaml).toList());
        Map<String, RuleTrial.Took> here = new HashMap<>();
        trial.of(page).forEach(took -> here.put(took.rule(), took));
        Map<String, List<String>> prose = trial.prose(WordFiles.prose());
        List<Map<String, Object>> proposals = suggestions.stream()
                .map(one -> plain(one, here.get(one.id()), prose.getOrDefault(one.id(), List.of()), today))
                .toList();
        String job = bench.jobs().start(progress -> everywhere(trial, winnow, progress));
        return Answer.json(Map.of("job", job, "proposals", proposals));
    }

    private static Map<String, Object> plain(
            Suggestion one, RuleTrial.@Nullable Took took, List<String> prose, Explanation today) {
        List<Integer> takes = took == null ? List.of() : took.lines();
        Set<String> overlaps = takes.stream()
                .map(line -> today.lines().get(line).line().rule())
                .filter(rule -> rule.indexOf('/') > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", one.id());
        plain.put("kind", one.kind().key());
        plain.put("title", one.title());
        plain.put("rule", one.yaml());
        plain.put("takes", takes);
        plain.put(
                "captures",
                took == null
                        ? List.of()
                        : took.captures().stream()
                                .map(capture -> Map.of("field", capture.field(), "value", capture.text()))
                                .distinct()
                                .toList());
        plain.put("prose", prose);
        plain.put("overlaps", List.copyOf(overlaps));
        return plain;
    }

    /** Counts the lines that a proposal takes on the loaded pages. */
    private static final class Everywhere {
        private int pages;
        private int lines;
        private final List<Map<String, Object>> examples = new ArrayList<>();
    }

    private Object everywhere(RuleTrial trial, Winnow winnow, Jobs.Progress progress) throws IOException {
        Map<String, Everywhere> found = new LinkedHashMap<>();
        bench.each(
                bench.pages().numbers(null),
                trial::of,
                (page, all) -> all.forEach(took -> {
                    Everywhere of = found.computeIfAbsent(took.rule(), rule -> new Everywhere());
                    of.pages++;
                    of.lines += took.lines().size();
                    if (of.examples.size() < MOST_EXAMPLES) {
                        of.examples.add(example(page, took.lines().get(0), winnow));
                    }
                }),
                progress);
        Map<String, Object> proposals = new LinkedHashMap<>();
        found.forEach(
                (id, of) -> proposals.put(id, Map.of("pages", of.pages, "lines", of.lines, "examples", of.examples)));
        return Map.of("proposals", proposals);
    }

    private Map<String, Object> example(int page, int line, Winnow winnow) {
        Page seen = winnow.page(bench.pages().document(page));
        return Map.of(
                "page",
                page,
                "i",
                line,
                "line",
                seen.sourceLine(line),
                "text",
                seen.lines().get(line).text());
    }
}
