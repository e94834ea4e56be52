package dev.winnow.bench;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.evaluate.By;
import dev.winnow.evaluate.EvaluateException;
import dev.winnow.evaluate.Evaluation;
import dev.winnow.evaluate.Figure;
import dev.winnow.evaluate.Gold;
import dev.winnow.evaluate.GoldReader;
import dev.winnow.evaluate.Measure;
import dev.winnow.evaluate.OwnRun;
import dev.winnow.evaluate.Scorer;
import dev.winnow.model.Strictness;
import dev.winnow.stats.PageReader;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells what site statistics are worth: of each site with ten pages or more one half of the pages is counted, the other half is cleaned
 * with these statistics and without, and the other way round. Reads gold as {@code winnow evaluate} does.
 */
public final class StatisticsTable {

    private static final int FEWEST_PAGES = 10;

    private static final List<Measure> SHOWN = List.of(
            Measure.F1,
            Measure.F1_CHAR,
            Measure.LINE_PRECISION,
            Measure.LINE_RECALL,
            Measure.NOISE,
            Measure.TITLE_NEAR);

    private StatisticsTable() {}

    /** Two halves of the pages of all sites. */
    private record Halves(List<Gold> one, List<Gold> other) {}

    public static void main(String[] args) throws IOException, EvaluateException {
        Halves halves = halves(Path.of(args[0]));
        System.out.printf(
                Locale.ROOT,
                "%d pages of sites with %d or more%n",
                halves.one.size() + halves.other.size(),
                FEWEST_PAGES);
        boolean wrong = args.length > 1 && args[1].equals("--wrong");
        for (OwnRun.Source source : List.of(OwnRun.Source.HTML, OwnRun.Source.FLAT)) {
            for (Strictness strictness : List.of(Strictness.BALANCED, Strictness.OFF)) {
                new Table(source, strictness, wrong).print(halves);
            }
        }
    }

    private static Halves halves(Path file) throws IOException, EvaluateException {
        Map<String, List<Gold>> sites = new TreeMap<>();
        try (GoldReader reader = new GoldReader(
                Files.newInputStream(file), file.toString(), file.getFileName().toString())) {
            for (Gold gold = reader.next(); gold != null; gold = reader.next()) {
                if (gold.site() != null) {
                    sites.computeIfAbsent(gold.site(), site -> new ArrayList<>())
                            .add(gold);
                }
            }
        }
        Halves halves = new Halves(new ArrayList<>(), new ArrayList<>());
        sites.values().removeIf(pages -> pages.size() < FEWEST_PAGES);
        for (List<Gold> pages : sites.values()) {
            pages.sort(Comparator.comparing(Gold::id));
            for (int i = 0; i < pages.size(); i++) {
                (i % 2 == 0 ? halves.one : halves.other).add(pages.get(i));
            }
        }
        return halves;
    }

    private static final class Table {
        private final OwnRun.Source source;
        private final Strictness strictness;
        private final boolean wrong;
        private final Evaluation evaluation = new Evaluation(List.of(By.COLLECTION, By.SITE));
        private final Evaluation harm = new Evaluation(List.of(By.COLLECTION));
        private int taken;
        private int takenText;

        Table(OwnRun.Source source, Strictness strictness, boolean wrong) {
            this.source = source;
            this.strictness = strictness;
            this.wrong = wrong;
        }

        void print(Halves halves) {
            judge(halves.one, halves.other);
            judge(halves.other, halves.one);
            System.out.println(
                    "\n" + source + ", model " + strictness + "\nmeasure\twith\twithout\tdifference\tbetter\tworse");
            evaluation.groups().get(By.COLLECTION).forEach((name, group) -> {
                Map<Measure, Figure.Paired> differences = group.differences();
                SHOWN.stream()
                        .filter(differences::containsKey)
                        .forEach(measure -> row(measure, differences.get(measure)));
            });
            harm.groups().get(By.COLLECTION).forEach((name, group) -> {
                Map<Measure, Figure.Paired> differences = group.differences();
                row(Measure.HARM, differences.get(Measure.HARM));
                row(Measure.CHANGED_AGAIN, differences.get(Measure.CHANGED_AGAIN));
            });
            System.out.println("F1, letter by letter for Chinese, by site:");
            evaluation.groups().get(By.SITE).forEach((site, group) -> {
                Figure.Paired f1 = group.differences().get(Measure.F1_CHAR);
                if (f1 != null) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %s\t%d\t%.3f\t%.3f%n",
                            site,
                            group.pages(),
                            f1.other() + f1.difference().value(),
                            f1.other());
                }
            });
            if (source == OwnRun.Source.FLAT) {
                System.out.printf(
                        Locale.ROOT,
                        "lines that statistics take: %,d, of these text of the article: %,d%n",
                        taken,
                        takenText);
            }
        }

        private static void row(Measure measure, Figure.Paired paired) {
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%.4f\t%.4f\t%+.4f\t%d\t%d%n",
                    measure.key(),
                    paired.other() + paired.difference().value(),
                    paired.other(),
                    paired.difference().value(),
                    paired.better(),
                    paired.worse());
        }

        private void judge(List<Gold> counted, List<Gold> judged) {
            OwnRun without = new OwnRun(Winnow.builder().model(strictness).build(), source);
            OwnRun with = new OwnRun(
                    Winnow.builder()
                            .rules(without.winnow().rules())
                            .model(strictness)
                            .statistics(statistics(counted, without))
                            .build(),
                    source);
            for (Gold gold : judged) {
                SourceDocument page = with.document(gold);
                if (page == null) {
                    continue;
                }
                Scorer scorer = new Scorer(gold, null);
                evaluation.add(gold, scorer.score(with.predict(page, gold)), scorer.score(without.predict(page, gold)));
                if (source == OwnRun.Source.FLAT) {
                    lines(gold, with.winnow().clean(page));
                }
                OwnRun text = new OwnRun(with.winnow(), OwnRun.Source.ARTICLE);
                OwnRun plain = new OwnRun(without.winnow(), OwnRun.Source.ARTICLE);
                SourceDocument article = text.document(gold);
                if (article != null) {
                    with.winnow().clean(article).lines().stream()
                            .filter(line -> wrong && line.rule().equals("statistics"))
                            .forEach(line ->
                                    System.out.println("  " + gold.id() + "\t" + line.why() + "\t" + line.text()));
                    harm.add(
                            gold,
                            scorer.score(text.predict(article, gold)),
                            scorer.score(plain.predict(article, gold)));
                }
            }
        }

        private static Statistics statistics(List<Gold> pages, OwnRun run) {
            PageReader reader = new PageReader(run.winnow().rules().lexicons());
            StatisticsCollector collector = new StatisticsCollector();
            for (Gold gold : pages) {
                SourceDocument page = run.document(gold);
                if (page != null) {
                    collector.add(reader.read(page, run.winnow().page(page)));
                }
            }
            return collector.statistics();
        }

        private void lines(Gold gold, Article article) {
            boolean[] labels = gold.flatLabels();
            if (labels == null || gold.flatText() == null) {
                return;
            }
            for (Article.LabelledLine line : article.lines()) {
                if (line.rule().equals("statistics")) {
                    String before = gold.flatText().substring(0, line.source().start());
                    int number =
                            (int) before.lines().filter(text -> !text.isBlank()).count();
                    boolean text = number < labels.length && labels[number];
                    taken++;
                    takenText += text ? 1 : 0;
                    if (wrong && text) {
                        System.out.println("  " + gold.id() + "\t" + line.why() + "\t" + line.text());
                    }
                }
            }
        }
    }
}
