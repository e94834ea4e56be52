package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.Diff;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.fixture.NewFixture;
import dev.winnow.output.WholeFile;
import dev.winnow.text.ShownPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Saves a draft and fixtures after the user has seen the changes, and undoes it. One tab at a time. */
final class SaveView {

    private static final int MOST_UNDONE = 50;

    private final Bench bench;
    private final Map<String, List<Change>> saved = new LinkedHashMap<>();
    private int last;

    /**
     * A file to write.
     *
     * @param before old content; null if the file is new
     */
    private record Change(Path file, byte @Nullable [] before, byte[] after) {

        boolean isIn(boolean written) throws IOException {
            byte[] now = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            return Arrays.equals(now, written ? after : before);
        }
    }

    /**
     * All files to write.
     *
     * @param notes messages for the user, such as pages that cannot be a fixture
     */
    private record Changes(List<Change> files, List<String> notes) {}

    SaveView(Bench bench, Server server) {
        this.bench = bench;
        server.on("POST api/preview", this::preview)
                .on("POST api/save", this::save)
                .on("POST api/undo", this::undo);
    }

    private synchronized Answer preview(Request request) throws IOException {
        Changes changes = changes(request);
        return Answer.json(
                Map.of("files", changes.files().stream().map(this::plain).toList(), "notes", changes.notes()));
    }

    private Map<String, Object> plain(Change change) {
        byte[] before = change.before();
        return Map.of(
                "path",
                ShownPath.of(change.file()),
                "is_new",
                before == null,
                "diff",
                diff(before == null ? "" : new String(before, UTF_8), new String(change.after(), UTF_8)));
    }

    /** Returns the differences between two texts, by line. */
    static List<Map<String, Object>> diff(String was, String is) {
        return Diff.of(was.lines().toList(), is.lines().toList()).stream()
                .map(SaveView::plain)
                .toList();
    }

    static Map<String, Object> plain(Diff.Step step) {
        return Map.of("op", step.mark() == ' ' ? "=" : String.valueOf(step.mark()), "text", step.text());
    }

    private synchronized Answer save(Request request) throws IOException {
        Changes changes = changes(request);
        List<Change> written = new ArrayList<>();
        try {
            for (Change change : changes.files()) {
                Files.createDirectories(change.file().resolveSibling(""));
                WholeFile.write(change.file(), change.after());
                written.add(change);
            }
        } catch (IOException e) {
            takeBack(written);
            throw new Refusal(Answer.FAILED, "nothing was saved: " + Refusal.plain(e));
        }
        String undo = "u" + ++last;
        saved.put(undo, written);
        if (saved.size() > MOST_UNDONE) {
            saved.remove(saved.keySet().iterator().next());
        }
        // Compile now, so that lists of rules are current.
        bench.cleaners().of(null);
        return Answer.json(Map.of(
                "saved",
                written.stream().map(change -> ShownPath.of(change.file())).toList(),
                "undo",
                undo,
                "digest",
                String.valueOf(RuleFolder.digest(request.neededDraft().yaml())),
                "notes",
                changes.notes()));
    }

    private synchronized Answer undo(Request request) throws IOException {
        List<Change> changes = saved.get(request.neededText("undo"));
        if (changes == null) {
            throw new Refusal(Answer.NOT_FOUND, "this was already undone, or is too old to undo");
        }
        for (Change change : changes) {
            if (!change.isIn(true)) {
                throw new Refusal(
                        Answer.CONFLICT, ShownPath.of(change.file()) + " was changed since; nothing was undone");
            }
        }
        takeBack(changes);
        saved.remove(request.neededText("undo"));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put(
                "restored",
                changes.stream().map(change -> ShownPath.of(change.file())).toList());
        byte[] before = changes.get(0).before();
        String yaml = before == null ? null : new String(before, UTF_8);
        told.put("yaml", yaml);
        told.put("digest", RuleFolder.digest(yaml));
        return Answer.json(told);
    }

    private static void takeBack(List<Change> changes) throws IOException {
        for (Change change : changes) {
            byte[] before = change.before();
            if (before == null) {
                Files.deleteIfExists(change.file());
                deleteIfEmpty(change.file().getParent());
            } else {
                WholeFile.write(change.file(), before);
            }
        }
    }

    private static void deleteIfEmpty(@Nullable Path folder) throws IOException {
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    /**
     * Collects the pack, then fixtures of the chosen pages. Makes the fixtures in a temporary folder; no final file is written.
     */
    private Changes changes(Request request) throws IOException {
        Draft draft = request.neededDraft();
        Path pack = bench.rules().file(draft.file());
        String now = bench.rules().text(draft.file());
        String digest = RuleFolder.digest(now);
        String base = request.text("base");
        if (base == null ? digest != null : !base.equals(digest)) {
            Map<String, @Nullable Object> theirs = new LinkedHashMap<>();
            theirs.put("yaml", now);
            theirs.put("digest", digest);
            throw new Refusal(
                    Answer.CONFLICT,
                    draft.file() + (now == null ? " is gone" : " was changed elsewhere") + " since you opened it",
                    theirs);
        }
        Winnow winnow = bench.cleaners().rulesAlone(draft);
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>());
        changes.files()
                .add(new Change(
                        pack,
                        now == null ? null : now.getBytes(UTF_8),
                        draft.yaml().getBytes(UTF_8)));
        Path trial = Files.createTempDirectory("winnow");
        try {
            FixtureRunner runner = new FixtureRunner(winnow);
            for (int page : request.numbers("fixtures")) {
                addFixture(page, trial, runner, winnow, changes);
            }
        } finally {
            deleteAll(trial);
        }
        return changes;
    }

    private void addFixture(int page, Path trial, FixtureRunner runner, Winnow winnow, Changes changes)
            throws IOException {
        Path fixtures = bench.fixtures();
        SourceDocument source = bench.pages().document(page);
        String site = PageView.siteOf(source, winnow.explain(source).site());
        if (fixtures == null || site == null) {
            changes.notes().add(source.id() + " does not become a fixture: its site is unknown");
            return;
        }
        int number = 1;
        while (Files.exists(fixtures.resolve(site + "-" + number))
                || Files.exists(trial.resolve(site + "-" + number))) {
            number++;
        }
        Path folder = trial.resolve(site + "-" + number);
        FixtureResult result =
                NewFixture.write(source, source.url() == null ? "https://" + site + "/" : source.url(), folder, runner);
        if (!result.ok()) {
            changes.notes()
                    .add(source.id() + " does not become a fixture: "
                            + result.problems().get(0).text());
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                changes.files()
                        .add(new Change(
                                fixtures.resolve(site + "-" + number)
                                        .resolve(file.getFileName().toString()),
                                null,
                                Files.readAllBytes(file)));
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
