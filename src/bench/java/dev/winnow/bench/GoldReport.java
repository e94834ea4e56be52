package dev.winnow.bench;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells what the rules do to text that a person marked as the article, and whether cleaning is idempotent and restorable on
 * whole pages. Reads JSON Lines with the fields {@code id}, {@code url}, {@code gold_text} (the article) and {@code flat_text}
 * (the page); each file is a collection of its own. Writes {@code removed.tsv} with every stretch that was removed from gold
 * text, {@code problems.tsv}, {@code lost.tsv} with what was removed from pages although
 * the gold text has it, and {@code NAME.predictions.jsonl} with what was kept of each page, for a scorer.
 */
public final class GoldReport {

    private static final String USAGE =
            "arguments: FOLDER-OR-FILE OUTPUT-FOLDER [--keep LABEL,…] (by default --keep title,standfirst)";

    private final Winnow keeping;
    private final Winnow standard = Winnow.builder().build();
    private final PrintWriter removed;
    private final PrintWriter lost;
    private final PrintWriter problems;
    private final Path output;
    private final List<Row> rows = new ArrayList<>();

    /** What one collection showed. */
    private static final class Row {
        final String collection;
        long pages;
        long words;
        long removedWords;
        long lostWords;
        long flatPages;
        long flatCharacters;
        long keptCharacters;
        int notIdempotent;
        int notRestored;
        final Map<String, Integer> wordsByRule = new TreeMap<>();

        Row(String collection) {
            this.collection = collection;
        }
    }

    private GoldReport(Path output, List<Label> keep) throws IOException {
        WinnowBuilder builder = Winnow.builder().model(Strictness.OFF);
        keeping = builder.keep(keep.toArray(Label[]::new)).build();
        this.output = Files.createDirectories(output);
        removed = writer("removed.tsv");
        lost = writer("lost.tsv");
        problems = writer("problems.tsv");
        removed.println("collection\tid\trule\tlabel\twords\ttext");
        lost.println("collection\tid\trule\tlabel\twords\ttext");
        problems.println("collection\tid\tfield\tproblem");
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        List<Label> keep = List.of(Label.TITLE, Label.STANDFIRST);
        if (args.length == 4 && args[2].equals("--keep")) {
            keep = Stream.of(args[3].split(","))
                    .map(key -> Label.ofKey(key)
                            .orElseThrow(() -> new IllegalArgumentException("unknown label '" + key + "'")))
                    .toList();
        } else if (args.length != 2) {
            throw new IllegalArgumentException(USAGE);
        }
        GoldReport report = new GoldReport(Path.of(args[1]), keep);
        for (Path file : Corpus.files(Path.of(args[0]))) {
            if (Corpus.isJsonLines(file)) {
                report.collection(file);
            }
        }
        report.removed.close();
        report.lost.close();
        report.problems.close();
        report.print(System.out);
    }

    private PrintWriter writer(String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(output.resolve(name), StandardCharsets.UTF_8));
    }

    private void collection(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".jsonl", "");
        Row row = new Row(name);
        try (PrintWriter predictions = writer(name + ".predictions.jsonl")) {
            Corpus.forEachRecord(file, fields -> {
                String id = Corpus.id(fields, (int) (row.pages + row.flatPages));
                gold(row, id, fields);
                flat(row, id, fields, predictions);
            });
        }
        rows.add(row);
    }

    private void gold(Row row, String id, Map<String, String> fields) {
        String text = fields.getOrDefault("gold_text", "");
        if (text.isBlank()) {
            return;
        }
        Article article = keeping.clean(document(id, text, fields));
        row.pages++;
        row.words += words(text);
        for (Ledger.Entry entry : article.ledger().entries()) {
            int words = entry.label() == null ? 0 : words(entry.text()) - words(entry.with());
            if (words > 0) {
                row.removedWords += words;
                row.wordsByRule.merge(entry.rule(), words, Integer::sum);
                line(removed, row, id, entry, words, entry.text());
            }
        }
        check(keeping, row, id, "gold_text", text, article, fields);
    }

    private void flat(Row row, String id, Map<String, String> fields, PrintWriter predictions) {
        String text = fields.getOrDefault("flat_text", "");
        if (text.isBlank()) {
            return;
        }
        Article article = standard.clean(document(id, text, fields));
        row.flatPages++;
        row.flatCharacters += text.length();
        row.keptCharacters += article.text().length();
        lost(
                row,
                id,
                article,
                new HashSet<>(List.of(fields.getOrDefault("gold_text", "").split("\\s*\n\\s*"))));
        check(standard, row, id, "flat_text", text, article, fields);
        predictions.println(Prediction.of(id, article));
    }

    /** Paragraphs of the gold text that the rules took from the page. */
    private void lost(Row row, String id, Article article, Set<String> gold) {
        for (Ledger.Entry entry : article.ledger().entries()) {
            if (entry.label() == null) {
                continue;
            }
            for (String line : entry.text().split("\n")) {
                String paragraph = line.strip();
                if (!paragraph.isEmpty() && gold.contains(paragraph)) {
                    row.lostWords += words(paragraph);
                    line(lost, row, id, entry, words(paragraph), paragraph);
                }
            }
        }
    }

    private static void line(PrintWriter to, Row row, String id, Ledger.Entry entry, int words, String text) {
        to.println(String.join(
                "\t",
                row.collection,
                id,
                entry.rule(),
                String.valueOf(entry.label()),
                Integer.toString(words),
                oneLine(text)));
    }

    private void check(
            Winnow winnow, Row row, String id, String field, String text, Article article, Map<String, String> fields) {
        if (!article.ledger().restore(article.text()).equals(text)) {
            row.notRestored++;
            problem(row, id, field, "the ledger does not restore the input");
        }
        String again = winnow.clean(document(id, article.text(), fields)).text();
        if (!again.equals(article.text())) {
            row.notIdempotent++;
            problem(row, id, field, "cleaning again changes: " + difference(article.text(), again));
        }
    }

    private void problem(Row row, String id, String field, String problem) {
        problems.println(String.join("\t", row.collection, id, field, problem));
    }

    private static String difference(String first, String second) {
        int at = 0;
        while (at < Math.min(first.length(), second.length()) && first.charAt(at) == second.charAt(at)) {
            at++;
        }
        return oneLine(around(first, at) + " -> " + around(second, at));
    }

    private static String around(String text, int at) {
        return "…" + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 80)) + "…";
    }

    private static SourceDocument document(String id, String text, Map<String, String> fields) {
        String url = fields.getOrDefault("url", "");
        return SourceDocument.of(id, text).withUrl(url.isBlank() ? null : url);
    }

    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Where words are not parted by spaces, each character counts as one.
            boolean alone = c >= 0x3040 && c <= 0x9FFF || c >= 0x0E00 && c <= 0x0EFF;
            boolean letter = !Character.isWhitespace(c);
            words += alone || letter && !inWord ? 1 : 0;
            inWord = letter && !alone;
        }
        return words;
    }

    private static String oneLine(String text) {
        return text.replace("\t", " ").replace("\r", "").replace("\n", " ⏎ ");
    }

    private void print(PrintStream to) {
        to.printf(
                "%-14s %6s %9s %8s %9s | %6s %7s %6s %14s %12s%n",
                "collection",
                "gold",
                "words",
                "removed",
                "share",
                "pages",
                "kept",
                "lost",
                "not idempotent",
                "not restored");
        Map<String, Integer> byRule = new HashMap<>();
        for (Row row : rows) {
            to.printf(
                    Locale.ROOT,
                    "%-14s %6d %9d %8d %8.4f%% | %6d %6.1f%% %6d %14d %12d%n",
                    row.collection,
                    row.pages,
                    row.words,
                    row.removedWords,
                    row.words == 0 ? 0.0 : 100.0 * row.removedWords / row.words,
                    row.flatPages,
                    row.flatCharacters == 0 ? 0.0 : 100.0 * row.keptCharacters / row.flatCharacters,
                    row.lostWords,
                    row.notIdempotent,
                    row.notRestored);
            row.wordsByRule.forEach((rule, words) -> byRule.merge(rule, words, Integer::sum));
        }
        to.println("\nwords removed from gold text, by rule:");
        byRule.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> to.printf(Locale.ROOT, "%6d %s%n", entry.getValue(), entry.getKey()));
        to.println("\nevery removed stretch: " + output.resolve("removed.tsv") + "; words lost from pages: "
                + output.resolve("lost.tsv"));
    }
}
