package dev.winnow.web;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.winnow.Account;
import dev.winnow.Winnow;
import dev.winnow.document.Presence;
import dev.winnow.document.SourceDocument;
import dev.winnow.learn.Learner;
import dev.winnow.learn.Learnt;
import dev.winnow.render.Version;
import dev.winnow.report.DocumentFacts;
import dev.winnow.report.RunFacts;
import dev.winnow.report.RunReport;
import dev.winnow.report.RunStatistics;
import dev.winnow.trial.Comparison;
import dev.winnow.trial.Effect;
import dev.winnow.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs over all loaded pages: the effect of a draft, learning rules for a site, and statistics of the pages. */
final class EffectView {

    private static final int MOST_ROWS = 200;
    private static final int MOST_LEARNT_PAGES = 1000;
    private static final double PRECISION = 0.7;

    /** Maximum number of lines for which an example page is stored. */
    private static final int MOST_REMEMBERED = 300_000;

    private final Bench bench;

    EffectView(Bench bench, Server server) {
        this.bench = bench;
        server.on("POST api/try", this::effect)
                .on("POST api/learn", this::learn)
                .on("POST api/corpus", this::corpus)
                .on("GET api/job", request -> Answer.json(bench.jobs().told(request.needed("id"))))
                .on("DELETE api/job", request -> {
                    bench.jobs().cancel(request.needed("id"));
                    return Answer.json(Map.of());
                });
    }

    private Answer started(Jobs.Work work) {
        return Answer.json(Map.of("job", bench.jobs().start(work)));
    }

    // ---- the effect of a draft ----

    private Answer effect(Request request) throws IOException {
        Winnow after = bench.cleaners().of(request.draft());
        Winnow before = bench.cleaners().of(null);
        return started(progress -> effect(before, after, progress));
    }

    private Object effect(Winnow before, Winnow after, Jobs.Progress progress) throws IOException {
        Comparison comparison = new Comparison(before, after);
        Trial trial = new Trial();
        int failed = bench.each(
                bench.pages().numbers(null),
                comparison::of,
                (page, effects) -> trial.add(Integer.toString(page), effects),
                progress);
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (Effect.Kind kind : Effect.Kind.values()) {
            kinds.add(Map.of(
                    "kind", kind.title(),
                    "times", trial.times(kind),
                    "share", trial.share(kind),
                    "distinct", trial.distinct(kind),
                    "rows",
                            trial.top(kind, MOST_ROWS).stream()
                                    .map(EffectView::plain)
                                    .toList()));
        }
        return Map.of(
                "pages", trial.pages(),
                "changed_pages", trial.changedPages(),
                "change", trial.change(),
                "failed", failed,
                "sites", List.copyOf(trial.sites()),
                "kinds", kinds);
    }

    private static Map<String, Object> plain(Trial.Frequent frequent) {
        return Map.of(
                "text", frequent.effect().text(),
                "subject", frequent.effect().subject(),
                "rule", frequent.effect().rule(),
                "times", frequent.times(),
                "pages", frequent.pages(),
                "page", Integer.valueOf(frequent.example()));
    }

    // ---- learning ----

    private Answer learn(Request request) throws IOException {
        String host = PageView.host(request.neededText("site"));
        // A page without a URL may belong to the site, too.
        List<Integer> pages = Stream.concat(
                        bench.pages().numbers(host).stream(), bench.pages().numbersWithoutSite().stream())
                .limit(MOST_LEARNT_PAGES)
                .toList();
        if (pages.size() < Learner.FEWEST_PAGES) {
            throw new Refusal(
                    Answer.UNFIT,
                    "nothing recurs on fewer than " + Learner.FEWEST_PAGES + " pages; there are " + pages.size()
                            + " of " + host);
        }
        bench.cleaners().of(null);
        return started(progress -> learn(host, pages, progress));
    }

    private Object learn(String host, List<Integer> pages, Jobs.Progress progress) {
        progress.total(pages.size());
        List<SourceDocument> documents = new ArrayList<>();
        for (int page : pages) {
            documents.add(bench.pages().document(page));
        }
        Learnt learnt = new Learner(
                        () -> {
                            try {
                                return bench.cleaners().builder(null);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        host,
                        PRECISION)
                .learn(documents);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("site", host);
        plain.put("file", RuleView.fileOf(host));
        plain.put("header", learnt.header());
        plain.put("any", learnt.isAny());
        plain.put("pages", learnt.pages());
        plain.put("held_back", learnt.heldBack());
        plain.put("left", learnt.left());
        plain.put("rules", learnt.rules().stream().map(EffectView::plain).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(Learnt.Proposed rule) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", rule.id());
        plain.put("label", rule.label().key());
        plain.put("description", rule.description());
        plain.put("yaml", rule.yaml());
        Learnt.Support support = rule.support();
        if (support != null) {
            plain.put("pages", support.pages());
            plain.put("lines", support.lines());
            plain.put("right", support.right());
            plain.put("bound", support.bound());
        }
        return plain;
    }

    // ---- statistics of the pages ----

    private Answer corpus(Request request) throws IOException {
        Winnow winnow = bench.cleaners().of(request.draft());
        return started(progress -> corpus(winnow, progress));
    }

    private Object corpus(Winnow winnow, Jobs.Progress progress) throws IOException {
        RunStatistics statistics = new RunStatistics();
        Map<String, Integer> byId = new HashMap<>();
        Map<Integer, Integer> byText = new HashMap<>();
        List<Map<String, Object>> empty = new ArrayList<>();
        bench.each(
                bench.pages().numbers(null),
                winnow::account,
                (page, account) -> {
                    DocumentFacts facts = DocumentFacts.of(account);
                    statistics.add(facts);
                    byId.putIfAbsent(facts.id(), page);
                    remember(facts, page, byText);
                    Presence presence = account.article().presence();
                    if (presence.verdict() != Presence.Verdict.YES && empty.size() < MOST_ROWS) {
                        empty.add(Map.of(
                                "page",
                                page,
                                "id",
                                facts.id(),
                                "presence",
                                presence.verdict().key()));
                    }
                },
                progress);
        RunFacts facts = new RunFacts(
                Version.current(),
                winnow.rules().digest(),
                Map.of(),
                Instant.EPOCH,
                Duration.ZERO,
                1,
                0,
                0,
                RunFacts.packs(winnow.rules()));
        RunReport report = RunReport.of(facts, statistics);
        Map<String, Object> told = JSON.std.mapFrom(report.json());
        example(told, "unusual", "id", byId);
        exampleOfText(told, "removed_lines", byText);
        exampleOfText(told, "kept_lines", byText);
        told.put("empty", empty);
        return told;
    }

    /** Stores the first page of each line, by the hash of its text. A collision only gives a wrong example page. */
    private static void remember(DocumentFacts facts, int page, Map<Integer, Integer> byText) {
        if (byText.size() < MOST_REMEMBERED) {
            for (Account.Stretch stretch : facts.stretches()) {
                byText.putIfAbsent(stretch.text().strip().hashCode(), page);
            }
            for (Account.KeptLine line : facts.keptLines()) {
                byText.putIfAbsent(line.text().strip().hashCode(), page);
            }
        }
    }

    private static void exampleOfText(Map<String, Object> told, String list, Map<Integer, Integer> byText) {
        rows(told, list)
                .forEach(row -> row.put(
                        "page", byText.get(String.valueOf(row.get("text")).hashCode())));
    }

    private static void example(Map<String, Object> told, String list, String key, Map<String, Integer> pages) {
        rows(told, list).forEach(row -> row.put("page", pages.get(String.valueOf(row.get(key)))));
    }

    @SuppressWarnings("unchecked") // the report has lists of objects
    private static List<Map<String, Object>> rows(Map<String, Object> told, String list) {
        return (List<Map<String, Object>>) told.getOrDefault(list, List.of());
    }
}
