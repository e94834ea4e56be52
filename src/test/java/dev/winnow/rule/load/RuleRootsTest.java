package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleRootsTest {

    @TempDir
    private Path folder;

    @Test
    void addsUpCommonPacks() throws IOException {
        write("one/common/a.yaml", pack("common", "", "more"));
        write("two/common/a.yaml", pack("common", "", "less"));

        assertThat(ruleIds(load("one", "two"))).containsExactly("common/more", "common/less");
    }

    @Test
    void ofAFolderOnlyRulesAndListsOfWordsCount() throws IOException {
        write("one/a.yaml", pack("common", "", "more"));
        write("one/notes.md", "Read more");
        write("one/words/de.txt", "Brücke");
        write("one/words.txt", "Bridge");
        Files.createDirectories(folder.resolve("one/folder.yaml"));
        try (StoredFiles stored = StoredFiles.below(folder.resolve("one"))) {
            assertThat(stored.names()).containsExactly("a.yaml", "words/de.txt");
        }
    }

    @Test
    void findsInManyFilesWhatIsFoundInEach() throws IOException {
        for (int i = 0; i < 40; i++) {
            String own =
                    i % 3 == 0 ? "" : i % 3 == 1 ? "  colour: red\n  inside: '{nothing}'\n" : "  when: {last: 0}\n";
            write("many/p" + i + ".yaml", pack("p" + i, "", "rule") + own);
        }
        write("many/tab.yaml", "pack: tab\n\trules: []\n");
        write("many/q.yaml", "pack: q\nrules:\n" + "- colour: red\n".repeat(150));
        List<Diagnostic> ofEach = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("many"))) {
            for (Path file : files.toList()) {
                ofEach.addAll(
                        new RuleLoader().loadSources(List.of(RuleRoot.of(file))).diagnostics());
            }
        }

        LoadedRules many = load("many");

        assertThat(many.diagnostics())
                .hasSizeGreaterThan(150)
                .isEqualTo(ofEach.stream().sorted().toList());
        assertThat(codes(many)).containsOnlyOnce("R012");
        assertThat(many.digest()).isEqualTo(load("many").digest());
    }

    @Test
    void replacesASiteByThatOfALaterRoot() throws IOException {
        write("one/a.yaml", pack("example.com", "hosts: [example.com]", "old"));
        write("one/b.yaml", pack("example.com", "fingerprint: [Example News]", "older"));
        write("one/c.yaml", pack("example.org", "hosts: [example.org]", "other"));
        write("two/a.yaml", pack("example.com", "hosts: [example.com]", "new"));

        assertThat(ruleIds(load("one", "two"))).containsExactly("example.org/other", "example.com/new");
    }

    @Test
    void saysWhenARuleThatIsReplacedIsStillDisabled() throws IOException {
        write("one/a.yaml", pack("example.com", "hosts: [example.com]", "old"));
        write("one/b.yaml", pack("common", "disable: [example.com/old]", "more"));
        write("two/a.yaml", pack("example.com", "hosts: [example.com]", "new"));

        assertThat(codes(load("one"))).isEmpty();
        assertThat(codes(load("one", "two"))).containsExactly("R032");
    }

    @Test
    void refusesARuleIdOfAnotherRoot() throws IOException {
        write("one/a.yaml", pack("common", "", "more"));
        write("two/b.yaml", pack("common", "", "more"));

        LoadedRules rules = load("one", "two");

        assertThat(codes(rules)).containsExactly("R030");
        assertThat(rules.diagnostics().get(0).message()).contains("one/a.yaml:");
    }

    @Test
    void mergesLexicons() throws IOException {
        write("one/a.yaml", "lexicon: read_more\nen: [Read more, Read on]\n");
        write("two/b.yaml", "lexicon: read_more\nen: [Read on, Read all]\nfr: [À lire]\n");

        LoadedRules rules = load("one", "two");

        assertThat(codes(rules)).isEmpty();
        assertThat(rules.sources().lexicons().get("read_more").orElseThrow().words())
                .isEqualTo(Map.of("en", List.of("Read more", "Read on", "Read all"), "fr", List.of("À lire")));
    }

    @Test
    void namesTheFilesByAStableDigest() throws IOException {
        write("one/a.yaml", pack("common", "", "more"));
        write("two/a.yaml", pack("common", "", "more"));
        write("three/b.yaml", pack("common", "", "more"));

        assertThat(load("one").digest()).hasSize(64).isEqualTo(load("two").digest());
        assertThat(load("one").digest()).isNotEqualTo(load("three").digest());
    }

    @Test
    void aFolderAsTextsIsTheFolder() throws IOException {
        write("one/a.yaml", pack("example.com", "hosts: [example.com]", "more"));
        write("one/sites/b.yaml", pack("example.com", "hosts: [example.com]", "less"));
        RuleRoot.Texts texts = RuleRoot.texts(folder.resolve("one"));

        LoadedRules rules = new RuleLoader().load(List.of(texts));

        assertThat(ruleIds(rules)).containsExactly("example.com/more", "example.com/less");
        assertThat(rules.digest()).isEqualTo(load("one").digest());
        assertThat(ruleIds(new RuleLoader()
                        .load(List.of(texts.with("a.yaml", pack("example.com", "hosts: [example.com]", "most"))))))
                .containsExactly("example.com/most", "example.com/less");
    }

    @Test
    void readsASingleFile() throws IOException {
        write("one/a.yaml", pack("common", "", "more"));

        assertThat(ruleIds(load("one/a.yaml"))).containsExactly("common/more");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(codes(load("nowhere"))).containsExactly("R001");
        assertThat(codes(load("empty"))).containsExactly("R002");
    }

    @Test
    void readsTheBuiltInRules() {
        LoadedRules rules = new RuleLoader().load(List.of(RuleRoot.builtIn()));
        LoadedRules lexicons = new RuleLoader().load(List.of(RuleRoot.builtInLexicons()));

        assertThat(DiagnosticPrinter.print(rules)).isEmpty();
        assertThat(lexicons.sources().packs()).isEmpty();
        assertThat(lexicons.sources().lexicons().names())
                .contains("months")
                .isEqualTo(rules.sources().lexicons().names());
    }

    @Test
    void readsTheBuiltInRulesFromAJar() throws IOException {
        Path jar = folder.resolve("a jar.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            put(entries, "rules/schema.json", "{}");
            put(entries, "rules/lexicon/a.yaml", "lexicon: read_more\nen: [Read more]\n");
            put(entries, "rules/common/b.yaml", "");
        }
        Problems problems = new Problems();
        RuleFiles files = new RuleFiles(problems);

        readBuiltIn(
                files, URI.create("jar:" + jar.toUri() + "!/rules/schema.json").toURL());

        assertThat(files.read(List.of()))
                .extracting(RuleFile::path)
                .containsExactly("a jar.jar!/rules/common/b.yaml", "a jar.jar!/rules/lexicon/a.yaml");
        assertThat(problems.sorted())
                .extracting(Diagnostic::toString)
                .singleElement()
                .asString()
                .startsWith("a jar.jar!/rules/common/b.yaml:1:1: R007");
    }

    @Test
    void tellsListsOfWordsApartByTheDigestWhereverTheyAre() throws IOException {
        write("rules/schema.json", "{}");
        write("rules/common/a.yaml", pack("common", "", "more"));
        write("rules/words/en.txt", "harbour\n");
        Path jar = folder.resolve("rules.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            put(entries, "rules/schema.json", "{}");
            put(entries, "rules/words/en.txt", "harbour\n");
            put(entries, "rules/common/a.yaml", pack("common", "", "more"));
        }
        String before = digest(folder.resolve("rules/schema.json").toUri().toURL());

        assertThat(digest(
                        URI.create("jar:" + jar.toUri() + "!/rules/schema.json").toURL()))
                .isEqualTo(before);
        write("rules/words/en.txt", "harbours\n");
        assertThat(digest(folder.resolve("rules/schema.json").toUri().toURL())).isNotEqualTo(before);
    }

    private static String digest(URL schema) throws IOException {
        RuleFiles files = new RuleFiles(new Problems());
        readBuiltIn(files, schema);
        return files.digest();
    }

    private static void readBuiltIn(RuleFiles files, URL schema) throws IOException {
        try (StoredFiles stored = StoredFiles.at(schema, "rules/")) {
            files.readBuiltIn(stored, 0, "");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void put(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }

    private LoadedRules load(String... roots) {
        return new RuleLoader()
                .load(List.of(roots).stream()
                        .map(root -> RuleRoot.of(folder.resolve(root)))
                        .toList());
    }

    private static List<String> ruleIds(LoadedRules rules) {
        assertThat(DiagnosticPrinter.print(rules)).isEmpty();
        return rules.sources().packs().stream()
                .map(RulePack::rules)
                .flatMap(List::stream)
                .map(Rule::id)
                .toList();
    }

    private static List<String> codes(LoadedRules rules) {
        return rules.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String pack(String id, String keys, String rule) {
        return String.format(Locale.ROOT, """
                pack: %s
                %s
                rules:
                - id: %s
                  label: related
                  line: Read more
                  examples:
                  - hit: "⟦Read more⟧"
                  - miss: "Readers want more."
                """, id, keys, rule);
    }
}
