package dev.winnow.model;

import dev.winnow.Winnow;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import dev.winnow.label.Known;
import dev.winnow.label.Labeller;
import dev.winnow.label.LineLabeller;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.render.PlainJson;
import dev.winnow.rule.slot.Lexicon;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Trains the line model on pages of which people marked the article: {@code GOLD.jsonl… FILE} writes the model; the same pages give
 * the same bytes. With {@code --judge FOLDS} it writes no model but, to the folder FILE, what models keep of the pages of sites that they
 * never saw, as text ({@code flat.jsonl}), as HTML ({@code html.jsonl}), and of the text of articles alone ({@code clean.jsonl});
 * {@code winnow evaluate --predictions} scores them.
 */
public final class Train {

    private static final String USAGE = "arguments: GOLD.jsonl,GOLD.jsonl,… FILE [--judge FOLDS]";

    private static final Boosting.Plan FIRST = new Boosting.Plan(60, 0.15);
    private static final Boosting.Plan SECOND = new Boosting.Plan(200, 0.07);

    /** The first look at a page in training comes from forests that never saw its site. */
    private static final int INNER_FOLDS = 4;

    /** What the model says of a page with its markup teaches plain text when it is so sure, in thousandths. */
    private static final int SURE = 850;

    private final Winnow winnow;
    private final LanguageIdentifier languages;

    /** All lessons of one sight. */
    private final List<Lesson> flat = new ArrayList<>();

    private final List<Lesson> markup = new ArrayList<>();

    /** The lessons with markup by the page's id. */
    private final Map<String, Lesson> markupById = new HashMap<>();

    private Train() {
        winnow = Winnow.builder().model(Strictness.OFF).build();
        languages = new LanguageIdentifier(
                winnow.rules().lexicons().get("stopwords").map(Lexicon::words).orElse(Map.of()));
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2 && !(args.length == 4 && args[2].equals("--judge"))) {
            throw new IllegalArgumentException(USAGE);
        }
        Train train = new Train();
        for (String file : args[0].split(",")) {
            train.read(Path.of(file));
        }
        Path out = Path.of(args[1]);
        if (args.length == 2) {
            byte[] model = train.learn(page -> true).written();
            Files.write(out, model);
            System.out.println(out + ": " + model.length + " bytes");
        } else {
            train.judge(Integer.parseInt(args[3]), out);
        }
    }

    private void read(Path file) throws IOException {
        List<GoldPage> pages = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                pages.add(GoldPage.of(line));
            }
        }
        int before = flat.size() + markup.size();
        pages.forEach(this::read);
        markup.forEach(lesson -> markupById.put(lesson.page().id(), lesson));
        System.out.println(file.getFileName() + ": " + pages.size() + " pages, "
                + (flat.size() + markup.size() - before) + " lessons");
    }

    private void read(GoldPage page) {
        Scene flatScene = page.flat().isBlank() ? null : scene(page, page.flat(), false);
        Scene htmlScene = page.html().isBlank() ? null : scene(page, page.html(), true);
        if (page.gold().isBlank()) {
            add(flat, flatScene == null ? null : Lesson.ofFragments(page, flatScene));
            add(markup, htmlScene == null ? null : Lesson.ofFragments(page, htmlScene));
            return;
        }
        add(flat, flatScene == null ? null : Lesson.ofGold(page, flatScene));
        add(markup, htmlScene == null ? null : Lesson.ofGold(page, htmlScene));
        add(flat, Lesson.ofClean(page, scene(page, page.gold(), false)));
    }

    private static void add(List<Lesson> to, Lesson lesson) {
        if (lesson != null && lesson.scene().size() > 0) {
            to.add(lesson);
        }
    }

    /** What the model would see of a page, after the rules have spoken. */
    private Scene scene(GoldPage page, String text, boolean html) {
        SourceDocument source = SourceDocument.builder(
                        page.id(), html ? SourceDocument.Form.HTML : SourceDocument.Form.TEXT, text)
                .url(page.url().isEmpty() ? null : page.url())
                .build();
        Page read = winnow.page(source);
        Scene[] seen = new Scene[1];
        List<LineLabeller> labellers =
                new ArrayList<>(Labeller.standard(winnow.rules(), LineModel::standard, Strictness.OFF));
        labellers.add(round -> {
            if (seen[0] == null) {
                seen[0] = round.scene(0, round.lines().size());
            }
            return List.of();
        });
        new Labeller(winnow.rules(), null, languages, labellers)
                .label(
                        read,
                        Known.of(
                                source,
                                null,
                                read.markup() == null
                                        ? List.of()
                                        : read.markup().head()),
                        false);
        return seen[0];
    }

    private static int fold(Lesson lesson, int folds, int salt) {
        CRC32 crc = new CRC32();
        crc.update((salt + lesson.page().site()).getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % folds);
    }

    private LineModel learn(Predicate<Lesson> taken) {
        List<Lesson> pages = markup.stream().filter(taken).toList();
        Sight withMarkup = sight(pages, true);
        List<Lesson> texts = flat.stream()
                .filter(taken)
                .map(lesson -> taught(lesson, withMarkup))
                .toList();
        return new LineModel(sight(texts, false), withMarkup);
    }

    private Lesson taught(Lesson lesson, Sight teacher) {
        Lesson same =
                lesson.page().gold().isBlank() ? markupById.get(lesson.page().id()) : null;
        if (same == null) {
            return lesson;
        }
        Opinion opinion = teacher.judge(same.scene());
        return lesson.taughtBy(
                same.scene(),
                IntStream.range(0, same.scene().size()).map(opinion::likely).toArray(),
                SURE);
    }

    private Sight sight(List<Lesson> lessons, boolean html) {
        Layout layout = html ? Layout.MARKUP : Layout.FLAT;
        Vocabulary[] words = new Vocabulary[INNER_FOLDS + 1];
        Vocabulary[] classes = new Vocabulary[INNER_FOLDS + 1];
        for (int k = 0; k <= INNER_FOLDS; k++) {
            int left = k;
            List<Lesson> others = lessons.stream()
                    .filter(lesson -> fold(lesson, INNER_FOLDS, 1) != left)
                    .toList();
            words[k] = LearntWords.ofLines(others);
            classes[k] = html ? LearntWords.ofClasses(others) : null;
        }
        // What words say on a page comes from other sites, as it will on pages that nobody has seen.
        List<Seen> seen = new ArrayList<>();
        for (Lesson lesson : lessons) {
            int own = fold(lesson, INNER_FOLDS, 1);
            seen.add(new Seen(lesson.scene(), words[own], classes[own]));
        }
        Forest[] firsts = new Forest[INNER_FOLDS + 1];
        IntStream.rangeClosed(0, INNER_FOLDS).parallel().forEach(k -> {
            firsts[k] = Boosting.grow(
                    matrix(lessons, seen, layout.known(), i -> fold(lessons.get(i), INNER_FOLDS, 1) != k), FIRST);
        });
        for (int i = 0; i < lessons.size(); i++) {
            Forest first = firsts[fold(lessons.get(i), INNER_FOLDS, 1)];
            Scene scene = lessons.get(i).scene();
            int[] likely = new int[scene.size()];
            Sight.vote(
                    first.place(layout.features(), layout.width()), seen.get(i).table(), scene.left(), likely);
            seen.get(i).lookedAt(likely);
        }
        Forest second = Boosting.grow(matrix(lessons, seen, layout.features().size(), i -> true), SECOND);
        return new Sight(words[INNER_FOLDS], classes[INNER_FOLDS], firsts[INNER_FOLDS], second);
    }

    private static Boosting.Matrix matrix(List<Lesson> lessons, List<Seen> seen, int width, IntPredicate taken) {
        Boosting.Matrix matrix = new Boosting.Matrix(width);
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            for (int line = 0; taken.test(i) && line < lesson.scene().size(); line++) {
                if (lesson.teaches(line)) {
                    int length = lesson.scene().lines().get(line).length();
                    // A long page counts for more than a short one, but not by its number of lines.
                    double weight =
                            Math.sqrt(Math.log1p(length) / lesson.scene().size());
                    matrix.add(seen.get(i), line, lesson.targets()[line] == Lesson.TEXT, weight);
                }
            }
        }
        return matrix;
    }

    /** Judges each page by a model that never saw its site. */
    private void judge(int folds, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter texts = Files.newBufferedWriter(folder.resolve("flat.jsonl"));
                BufferedWriter pages = Files.newBufferedWriter(folder.resolve("html.jsonl"));
                BufferedWriter articles = Files.newBufferedWriter(folder.resolve("clean.jsonl"))) {
            for (int k = 0; k < folds; k++) {
                int left = k;
                LineModel model = learn(lesson -> fold(lesson, folds, 0) != left);
                write(flat, left, folds, Lesson::measured, model, texts);
                write(flat, left, folds, lesson -> !lesson.measured(), model, articles);
                write(markup, left, folds, Lesson::measured, model, pages);
                System.out.println("fold " + (k + 1) + " of " + folds);
            }
        }
    }

    private static void write(
            List<Lesson> lessons, int fold, int folds, Predicate<Lesson> taken, LineModel model, BufferedWriter out)
            throws IOException {
        for (Lesson lesson : lessons) {
            if (fold(lesson, folds, 0) == fold && !lesson.page().gold().isBlank() && taken.test(lesson)) {
                Map<String, Object> record = new LinkedHashMap<>();
                record.put("id", lesson.page().id());
                record.put("text", kept(lesson.scene(), model.judge(lesson.scene())));
                out.write(PlainJson.of(record));
                out.newLine();
            }
        }
    }

    private static String kept(Scene scene, Opinion opinion) {
        return IntStream.range(0, scene.size())
                .filter(line -> !scene.isTaken(line) && !opinion.drops(line, Strictness.BALANCED))
                .mapToObj(line -> scene.lines().get(line).text())
                .collect(Collectors.joining("\n\n"));
    }
}
