package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.StoredFiles.Stamp;
import dev.winnow.rule.slot.Lexicons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedRulesTest {

    private static final List<RuleRoot> BUILT_IN = List.of(RuleRoot.builtIn());

    private static final String OWN = """
            pack: example.com
            hosts: [example.com]
            disable: [common/share-bar]
            rules:
            - id: more
              label: related
              line: "More of this: {any}"
              examples:
              - hit: "⟦More of this: Lighthouse keepers ask for a second boat⟧"
              - miss: "More of this, she said, would do no harm."
            """;

    @Test
    void holdTheRulesOfTheSourcesRuleForRule() {
        CheckedRules checked = checked();

        LoadedRules loaded = RuleLoader.load(BUILT_IN, checked);

        assertThat(loaded.outdated()).isFalse();
        assertThat(loaded.texts()).as("read from no source").isEmpty();
        assertSame(loaded, new RuleLoader().loadSources(BUILT_IN));
    }

    @Test
    void cleanEveryFixtureAsTheSourcesDo() throws IOException {
        Winnow checked = winnow(RuleLoader.load(BUILT_IN, checked()));
        Winnow sources = winnow(new RuleLoader().loadSources(BUILT_IN));
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            for (Path file : files.filter(path -> path.endsWith("source.txt") || path.endsWith("source.html"))
                    .toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                SourceDocument document = file.endsWith("source.html")
                        ? SourceDocument.html(file.toString(), text)
                        : SourceDocument.of(file.toString(), text);
                Article article = checked.clean(document);
                Article expected = sources.clean(document);
                assertThat(article.text()).as(file.toString()).isEqualTo(expected.text());
                assertThat(article.metadata()).as(file.toString()).isEqualTo(expected.metadata());
                assertThat(article.ledger().entries())
                        .as(file.toString())
                        .isEqualTo(expected.ledger().entries());
                assertThat(article.warnings()).as(file.toString()).isEqualTo(expected.warnings());
            }
        }
    }

    @Test
    void goTogetherWithRulesOfOnesOwn() {
        for (String own : List.of(
                OWN,
                OWN.replace("example.com", "trtworld.com"),
                "lexicon: own\nen: [More]\n",
                "lexicon: read-more\nen: [More of this, '-']\n")) {
            List<RuleRoot> roots = List.of(RuleRoot.builtIn(), RuleRoot.text("own.yaml", own));

            assertSame(new RuleLoader().load(roots), new RuleLoader().loadSources(roots));
        }
        List<RuleRoot> alone =
                List.of(RuleRoot.builtInLexicons(), RuleRoot.text("own.yaml", OWN.replace("disable", "#")));
        assertSame(new RuleLoader().load(alone), new RuleLoader().loadSources(alone));
    }

    @Test
    void changeNoMessage() {
        for (String own : List.of(
                OWN.replace("label: related", "label: realted"),
                OWN.replace("common/share-bar", "common/share-barr"),
                OWN.replace("{any}", "{@reed-more}"),
                OWN.replace("pack: example.com\nhosts: [example.com]", "pack: common")
                        .replace("id: more", "id: share-bar"))) {
            List<RuleRoot> roots = List.of(RuleRoot.builtIn(), RuleRoot.text("own.yaml", own));

            LoadedRules loaded = new RuleLoader().load(roots);

            assertThat(loaded.ok()).as(own).isFalse();
            assertThat(DiagnosticPrinter.print(loaded))
                    .isEqualTo(DiagnosticPrinter.print(new RuleLoader().loadSources(roots)));
        }
    }

    @Test
    void giveWayToSourcesThatHaveChanged() {
        CheckedRules checked = checked();
        Map<String, Stamp> stamps = new HashMap<>(checked.stamps());
        stamps.put("common/share.yaml", new Stamp(1, 2, 3));
        LoadedRules sources = new RuleLoader().loadSources(BUILT_IN);

        LoadedRules changed =
                RuleLoader.load(BUILT_IN, new CheckedRules("another", stamps, checked.files(), checked.index()));
        stamps.remove("common/share.yaml");
        LoadedRules added =
                RuleLoader.load(BUILT_IN, new CheckedRules("another", stamps, checked.files(), checked.index()));

        for (LoadedRules loaded : List.of(changed, added)) {
            assertThat(loaded.outdated()).isTrue();
            assertThat(loaded.texts()).isEqualTo(sources.texts());
            assertSame(loaded, sources);
        }
    }

    @Test
    void takeAFileThatWasOnlyTouchedForTheSame(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "pack: common\n");
        Stamp stamp = StoredFiles.below(folder).stamp("a.yaml");

        Files.setLastModifiedTime(file, FileTime.fromMillis(stamp.changed() + 1000));
        assertThat(StoredFiles.below(folder).isStill("a.yaml", stamp)).isTrue();
        Files.writeString(file, "pack: commom\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(stamp.changed() + 1000));
        assertThat(StoredFiles.below(folder).isStill("a.yaml", stamp)).isFalse();
    }

    @Test
    void comeBackAsTheyWereWritten() throws IOException {
        CheckedRules checked = CheckedRules.ofSources();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        checked.write(out);

        assertThat(CheckedRules.read(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(checked);
        assertThat(checked().digest()).as("those of the build").isEqualTo(checked.digest());
        assertThat(checked().files()).isEqualTo(checked.files());
        assertThat(checked().index()).isEqualTo(checked.index());
        assertThat(checked().stamps()).containsOnlyKeys(checked.stamps().keySet());
    }

    private static CheckedRules checked() {
        return Objects.requireNonNull(CheckedRules.builtIn(), "the build has made none");
    }

    private static Winnow winnow(LoadedRules loaded) {
        return Winnow.builder()
                .rules(RuleSet.compile(loaded.sources(), loaded.digest()))
                .build();
    }

    private static void assertSame(LoadedRules loaded, LoadedRules sources) {
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.digest()).isEqualTo(sources.digest());
        assertThat(loaded.sources().packs()).isEqualTo(sources.sources().packs());
        assertThat(words(loaded.sources().lexicons()))
                .isEqualTo(words(sources.sources().lexicons()));
    }

    /** In their order, which may mean something. */
    private static List<String> words(Lexicons lexicons) {
        return lexicons.names().stream()
                .flatMap(name -> lexicons.get(name).orElseThrow().words().entrySet().stream()
                        .map(words -> name + " " + words.getKey() + " " + words.getValue()))
                .collect(Collectors.toList());
    }
}
