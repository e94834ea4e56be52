package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.evaluate.By;
import dev.winnow.evaluate.EvaluateException;
import dev.winnow.evaluate.Evaluation;
import dev.winnow.evaluate.EvaluationJson;
import dev.winnow.evaluate.Gold;
import dev.winnow.evaluate.GoldReader;
import dev.winnow.evaluate.OwnRun;
import dev.winnow.evaluate.Prediction;
import dev.winnow.evaluate.Scorer;
import dev.winnow.evaluate.Tally;
import dev.winnow.evaluate.WorstPages;
import dev.winnow.run.Cleaning;
import dev.winnow.run.OrderedWork;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow evaluate}: scores results against gold, pages on which a person marked the article. */
@Command(
        name = "evaluate",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Score Winnow, or the output of any program, against gold pages.",
            "A gold page is a page on which a person marked the article and its metadata. Gold files are JSON Lines, also"
                    + " compressed, with these fields:",
            "  id; the page as html or flat_text;",
            "  as far as known: gold_text, the article; gold_prefix, its first words;",
            "  flat_labels, 1 or 0 for each line of flat_text;",
            "  with and without, fragments that must and must not be in the text;",
            "  gold_meta, with title, date, authors, site_name, lang;",
            "  for groups: dataset, domain, lang, page_type.",
            "The 95 %% confidence intervals come from a bootstrap over sites."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow evaluate gold.jsonl.zst --report worst.html",
            "  winnow evaluate gold.jsonl --flat --by collection,language --json scores.json",
            "  winnow evaluate gold.jsonl --predictions new.jsonl --against old.jsonl",
            "  winnow evaluate gold.jsonl --clean"
        })
final class EvaluateCommand extends BaseCommand {

    /** Maximum number of ids in a message. */
    private static final int MOST_NAMED = 5;

    @Parameters(paramLabel = "GOLD", arity = "1..*", description = "Gold files, or folders of such files.")
    private final List<String> gold = new ArrayList<>();

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description =
                    "Score this file instead of Winnow: the output of clean, or JSON Lines with id, text and meta."
                            + " Repeatable. A gold page without a prediction counts as empty.")
    private final List<String> predictions = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Predictions of another run, to compare page by page. Repeatable.")
    private final List<String> against = new ArrayList<>();

    @Option(names = "--flat", description = "Clean flat_text (the page without markup), not html.")
    private boolean flat;

    @Option(
            names = "--clean",
            description =
                    "Clean gold_text, and show the share of its words that are removed; it should be 0. Words that"
                            + " become title or standfirst do not count.")
    private boolean clean;

    @Option(
            names = "--by",
            paramLabel = "GROUP",
            split = ",",
            converter = Groups.class,
            completionCandidates = Groups.class,
            description =
                    "Group the pages by: ${COMPLETION-CANDIDATES}. Default: collection; with --clean also language.")
    private final List<By> by = new ArrayList<>();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the figures as JSON; - writes JSON to standard output, without the table.")
    private @Nullable String json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write the worst pages to one HTML file: gold beside result, each line with its label and reason.")
    private @Nullable String report;

    @Option(
            names = "--worst",
            paramLabel = "N",
            description = "Number of pages in the report. Default: ${DEFAULT-VALUE}.")
    private int worst = 20;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of pages cleaned in parallel; it does not change the figures. Default: the number of"
                    + " processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final CleaningOptions cleaning = new CleaningOptions();

    private final EarlyRules early;

    private final Map<String, Prediction> found = new HashMap<>();
    private final Map<String, Prediction> others = new HashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> missingOthers = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int failed;

    EvaluateCommand(Console console, EarlyRules early) {
        super(console);
        this.early = early;
    }

    @Override
    public Integer call() throws IOException {
        check();
        read(predictions, found);
        read(against, others);
        OwnRun run = new OwnRun(
                cleaning.winnow(early, console),
                clean ? OwnRun.Source.ARTICLE : flat ? OwnRun.Source.FLAT : OwnRun.Source.HTML);
        Evaluation evaluation = new Evaluation(groups());
        WorstPages shown = new WorstPages(report == null ? 0 : worst);
        OrderedWork<Gold, Scored> work = new OrderedWork<>(
                threads, EvaluateCommand::weight, Cleaning.LITTLE_WEIGHT, Limits.DEFAULT_PARSING, this::late);
        try (GoldPages pages = new GoldPages()) {
            work.run(pages, page -> score(page, run), scored -> take(scored, evaluation, shown), () -> false);
        }
        if (evaluation.pages() == 0) {
            throw UserError.usage(
                    String.join(", ", gold) + ": there is no gold page" + (clean ? " with gold_text" : ""));
        }
        tell(evaluation);
        if (report != null) {
            String page = shown.html(predictions.isEmpty() ? run : null);
            write(Standard.path(report), page.getBytes(UTF_8));
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void check() {
        if (threads < 1 || worst < 1) {
            throw UserError.usage((threads < 1 ? "--threads" : "--worst") + " must be at least 1");
        }
        if (flat && clean) {
            throw UserError.usage("--flat cleans the page and --clean the article; choose one");
        }
        if (!predictions.isEmpty() && (flat || clean)) {
            throw UserError.usage("with --predictions nothing is cleaned; leave out " + (flat ? "--flat" : "--clean"));
        }
        if (clean && !against.isEmpty()) {
            throw UserError.usage("--clean cannot be compared with predictions; leave out --against");
        }
    }

    private List<By> groups() {
        if (by.isEmpty()) {
            return clean ? List.of(By.COLLECTION, By.LANGUAGE) : List.of(By.COLLECTION);
        }
        return List.copyOf(new LinkedHashSet<>(by));
    }

    // ---- reading ----

    private static void read(List<String> files, Map<String, Prediction> into) throws IOException {
        for (String file : files) {
            try (InputStream in = open(Standard.path(file))) {
                Prediction.read(in, file, into);
            } catch (EvaluateException e) {
                throw UserError.usage(String.valueOf(e.getMessage()));
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return CleanedFiles.open(file);
        } catch (NoSuchFileException e) {
            throw UserError.usage(file + ": no such file; check the path");
        } catch (AccessDeniedException e) {
            throw UserError.usage(file + ": no permission to read it");
        }
    }

    /** Iterates over the pages of all gold files. */
    private final class GoldPages implements Iterator<Gold>, AutoCloseable {

        private final Iterator<Path> files;
        private @Nullable GoldReader reader;
        private @Nullable Gold next;

        GoldPages() throws IOException {
            List<Path> all = new ArrayList<>();
            for (String named : gold) {
                Path path = Standard.path(named);
                List<Path> inside = CleanedFiles.in(path);
                if (inside.isEmpty()) {
                    throw UserError.usage(named + ": there is no .jsonl file in this folder");
                }
                all.addAll(inside);
            }
            files = all.iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null && (reader != null || files.hasNext())) {
                    GoldReader open = reader == null ? open(files.next()) : reader;
                    reader = open;
                    next = open.next();
                    if (next == null) {
                        close();
                    }
                }
                return next != null;
            } catch (EvaluateException e) {
                throw UserError.usage(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private GoldReader open(Path file) throws IOException {
            String name = String.valueOf(file.getFileName());
            return new GoldReader(
                    EvaluateCommand.open(file), file.toString(), name.replaceFirst("\\.jsonl(\\.[a-z0-9]+)?$", ""));
        }

        @Override
        public Gold next() {
            Gold page = next;
            if (page == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return page;
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
                reader = null;
            }
        }
    }

    // ---- scoring ----

    /**
     * A gold page with its scores.
     *
     * @param found the prediction for the page
     * @param own score of the prediction; null if there is nothing to score
     * @param other score of the run to compare with; null without {@code --against}
     * @param failure why the page could not be cleaned; null if it was cleaned
     */
    private record Scored(
            Gold page,
            Prediction found,
            @Nullable Tally own,
            @Nullable Tally other,
            @Nullable String failure) {}

    private static long weight(Gold page) {
        return (page.html() == null ? 0 : page.html().length())
                + (page.flatText() == null ? 0 : page.flatText().length());
    }

    private Scored score(Gold page, OwnRun run) {
        if (!predictions.isEmpty()) {
            return scored(page, found.getOrDefault(page.id(), Prediction.NONE), run.winnow(), null);
        }
        SourceDocument document = run.document(page);
        if (document == null && clean) {
            return new Scored(page, Prediction.NONE, null, null, null);
        }
        if (document == null) {
            throw UserError.usage(
                    page.place() + ": the page has neither html nor flat_text to clean; score what another"
                            + " program found with --predictions");
        }
        try {
            return scored(page, run.predict(document, page), run.winnow(), null);
        } catch (CancellationException e) {
            return late(page);
        } catch (RuntimeException | StackOverflowError e) {
            trace(e);
            return scored(page, Prediction.NONE, null, Cleaning.bug(e));
        }
    }

    private Scored late(Gold page) {
        return scored(page, Prediction.NONE, null, "took longer than " + Limits.DEFAULT_PARSING.toSeconds() + " s");
    }

    private Scored scored(Gold page, Prediction prediction, @Nullable Winnow winnow, @Nullable String failure) {
        Scorer scorer = new Scorer(page, winnow);
        Tally other = against.isEmpty() ? null : scorer.score(others.getOrDefault(page.id(), Prediction.NONE));
        return new Scored(page, prediction, scorer.score(prediction), other, failure);
    }

    private void take(Scored scored, Evaluation evaluation, WorstPages shown) {
        String id = scored.page().id();
        ids.add(id);
        if (!predictions.isEmpty() && !found.containsKey(id)) {
            missing.add(id);
        }
        if (!against.isEmpty() && !others.containsKey(id)) {
            missingOthers.add(id);
        }
        if (scored.failure() != null) {
            failed++;
            console.say(scored.page().place() + ": " + id + ": " + scored.failure() + "; the page counts as empty");
        }
        if (scored.own() != null) {
            evaluation.add(scored.page(), scored.own(), scored.other());
            if (scored.failure() == null) {
                shown.add(scored.page(), scored.found(), scored.own());
            }
        }
    }

    // ---- telling ----

    private void tell(Evaluation evaluation) throws IOException {
        tellMissing(missing, "gold page", "--predictions");
        tellMissing(missingOthers, "gold page", "--against");
        tellUnknown(found, "--predictions");
        tellUnknown(others, "--against");
        byte[] figures = EvaluationJson.of(evaluation, missing);
        if (Standard.STREAM.equals(json)) {
            console.out().write(figures);
            return;
        }
        console.out().write(EvaluationTable.of(evaluation).getBytes(UTF_8));
        if (json != null) {
            write(Standard.path(json), figures);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw UserError.broken("cannot write " + file + ": " + e.getMessage());
        }
    }

    private void tellMissing(List<String> missed, String what, String option) {
        if (!missed.isEmpty()) {
            console.say(Standard.count(missed.size(), what) + " without a prediction in " + option
                    + ", counted as empty: " + some(missed));
        }
    }

    private void tellUnknown(Map<String, Prediction> read, String option) {
        List<String> unknown =
                read.keySet().stream().filter(id -> !ids.contains(id)).sorted().toList();
        if (!unknown.isEmpty()) {
            console.say(Standard.count(unknown.size(), "prediction") + " in " + option
                    + " without a gold page, left out: " + some(unknown));
        }
    }

    private static String some(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())))
                + (all.size() > MOST_NAMED ? " …" : "");
    }

    static final class Groups extends Choice<By> {
        Groups() {
            super("group", By.keys(), By::ofKey);
        }
    }
}
