package dev.winnow.bench;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.evaluate.EvaluateException;
import dev.winnow.evaluate.Gold;
import dev.winnow.evaluate.GoldReader;
import dev.winnow.learn.Learner;
import dev.winnow.learn.Learnt;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges rules that were learnt: for each site with ten pages or more they are learnt from one half of its pages, as flat text, and
 * judged on the other half, line by line against what a person marked. Reads gold JSON Lines with {@code domain}, {@code flat_text} and
 * {@code flat_labels}. Writes a row for each site, and with {@code --packs FOLDER} the packs.
 */
public final class LearnTable {

    private static final int FEWEST_PAGES = 10;
    private static final double PRECISION = 0.7;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private LearnTable() {}

    /** What rules did on pages. */
    private static final class Row {
        private int pages;
        private int rules;
        private long removed;
        private long removedNoise;
        private long repeated;
        private long repeatedByRules;
        private long repeatedByAll;
        private final Score own = new Score();
        private final Score bare = new Score();

        private void add(Row other) {
            pages += other.pages;
            rules += other.rules;
            removed += other.removed;
            removedNoise += other.removedNoise;
            repeated += other.repeated;
            repeatedByRules += other.repeatedByRules;
            repeatedByAll += other.repeatedByAll;
            own.add(other.own);
            bare.add(other.bare);
        }

        private String cells(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %,d | %.2f %% | %,d | %.1f %% | %.1f %% | %.3f | %.3f |",
                    name,
                    pages,
                    rules,
                    removed,
                    percent(removedNoise, removed),
                    repeated,
                    percent(repeatedByRules, repeated),
                    percent(repeatedByAll, repeated),
                    own.f1(),
                    bare.f1());
        }

        private static double percent(long part, long whole) {
            return whole == 0 ? 100 : 100.0 * part / whole;
        }
    }

    /** Characters of lines that are kept, and that should be. */
    private static final class Score {
        private long right;
        private long kept;
        private long wanted;

        private void add(boolean isKept, boolean isText, int length) {
            right += isKept && isText ? length : 0;
            kept += isKept ? length : 0;
            wanted += isText ? length : 0;
        }

        private void add(Score other) {
            right += other.right;
            kept += other.kept;
            wanted += other.wanted;
        }

        private double f1() {
            return kept + wanted == 0 ? 0 : 2.0 * right / (kept + wanted);
        }
    }

    /** Reads the arguments: a gold file, and perhaps a folder for packs. */
    public static void main(String[] args) throws IOException, EvaluateException {
        if (args.length != 1 && !(args.length == 3 && args[1].equals("--packs"))) {
            throw new IllegalArgumentException("arguments: GOLD.jsonl [--packs FOLDER]");
        }
        Map<String, List<Gold>> sites = read(Path.of(args[0]));
        OUT.println(
                "| site | pages judged | rules | lines removed | of these noise | noise lines on two pages or more | removed by rules |"
                        + " removed by all | F1 of characters | without the pack |");
        OUT.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Row all = new Row();
        for (Map.Entry<String, List<Gold>> site : sites.entrySet()) {
            if (site.getValue().size() >= FEWEST_PAGES) {
                Row row = judge(site.getKey(), site.getValue(), args.length > 1 ? Path.of(args[2]) : null);
                OUT.println(row.cells(site.getKey()));
                all.add(row);
            }
        }
        OUT.println(all.cells("all"));
    }

    private static Map<String, List<Gold>> read(Path file) throws IOException, EvaluateException {
        Map<String, List<Gold>> sites = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                GoldReader reader = new GoldReader(in, file.toString(), file.toString())) {
            for (Gold gold = reader.next(); gold != null; gold = reader.next()) {
                if (gold.site() != null && gold.flatText() != null && gold.flatLabels() != null) {
                    sites.computeIfAbsent(gold.site(), any -> new ArrayList<>()).add(gold);
                }
            }
        }
        return sites;
    }

    private static Row judge(String site, List<Gold> pages, Path packs) throws IOException {
        // By the digits of a hash: pages of one day stand beside each other in a file.
        List<Gold> ordered = pages.stream()
                .sorted(Comparator.comparing(
                                (Gold gold) -> Integer.toHexString(gold.id().hashCode()))
                        .thenComparing(Gold::id))
                .toList();
        List<SourceDocument> learning = new ArrayList<>();
        List<Gold> judged = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (i % 2 == 0) {
                learning.add(page(ordered.get(i)));
            } else {
                judged.add(ordered.get(i));
            }
        }
        Learnt learnt = new Learner(Winnow::builder, site, PRECISION).learn(learning);
        if (packs != null) {
            Files.createDirectories(packs);
            Files.writeString(packs.resolve(site + ".yaml"), learnt.yaml());
        }
        Row row = new Row();
        row.pages = judged.size();
        row.rules = learnt.rules().size();
        WinnowBuilder builder = Winnow.builder();
        Winnow own = learnt.isAny()
                ? builder.rules("learnt.yaml", learnt.yaml()).site(site).build()
                : builder.build();
        Winnow bare = Winnow.builder().build();
        Map<String, Set<String>> repeated = new HashMap<>();
        for (Gold gold : judged) {
            lines(gold)
                    .forEach(line -> repeated.computeIfAbsent(key(line), any -> new HashSet<>())
                            .add(gold.id()));
        }
        for (Gold gold : judged) {
            judge(gold, own.clean(page(gold)), bare.clean(page(gold)), site + '/', repeated, row);
        }
        return row;
    }

    private static void judge(
            Gold gold, Article own, Article bare, String pack, Map<String, Set<String>> repeated, Row row) {
        Map<String, Deque<Boolean>> marked = new HashMap<>();
        List<String> lines = lines(gold);
        boolean[] labels = gold.flatLabels();
        for (int i = 0; i < Math.min(lines.size(), labels.length); i++) {
            marked.computeIfAbsent(key(lines.get(i)), any -> new ArrayDeque<>()).add(labels[i]);
        }
        for (int i = 0; i < own.lines().size(); i++) {
            Article.LabelledLine line = own.lines().get(i);
            Deque<Boolean> known = marked.get(key(line.text()));
            if (known == null || known.isEmpty()) {
                continue;
            }
            boolean text = known.poll();
            boolean byRules = !line.kept() && line.rule().startsWith(pack);
            row.removed += byRules ? 1 : 0;
            row.removedNoise += byRules && !text ? 1 : 0;
            if (!text && repeated.getOrDefault(key(line.text()), Set.of()).size() > 1) {
                row.repeated++;
                row.repeatedByRules += byRules ? 1 : 0;
                row.repeatedByAll += line.kept() ? 0 : 1;
            }
            row.own.add(line.kept(), text, line.text().length());
            row.bare.add(bare.lines().get(i).kept(), text, line.text().length());
        }
    }

    private static SourceDocument page(Gold gold) {
        return SourceDocument.of(gold.id(), String.valueOf(gold.flatText()));
    }

    private static List<String> lines(Gold gold) {
        return String.valueOf(gold.flatText())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The words alone: normalising changes signs. */
    private static String key(String line) {
        return line.replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
