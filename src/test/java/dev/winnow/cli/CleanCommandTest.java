package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {

    @TempDir
    Path folder;

    private String rules;

    @BeforeEach
    void writeRules() {
        rules = Pages.rules(folder);
    }

    private Cli.Ran clean(String... args) {
        return clean(new Cli(), args);
    }

    private Cli.Ran clean(Cli cli, String... args) {
        List<String> all = new ArrayList<>(List.of("clean", "--no-builtin", "--rules", rules));
        all.addAll(List.of(args));
        return cli.run(all.toArray(String[]::new));
    }

    private String page(String name) {
        return Pages.file(folder.resolve("pages").resolve(name), Pages.PAGE).toString();
    }

    @Test
    void warnsOnceOfEachKindAndTellsItsNumber() {
        String blocked = "The ferry left the harbour on Sunday morning, the company said.\nMore stories\n"
                + "Cat found in the old harbour\n".repeat(9);
        Pages.file(folder.resolve("blocked/a.txt"), blocked);
        Pages.file(folder.resolve("blocked/b.txt"), blocked + "Dog found in the old harbour\n");
        Cli.Ran ran = Cli.winnow(
                "clean",
                "--no-builtin",
                "--rules",
                Pages.rules(folder),
                folder.resolve("blocked").toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("warning: a.txt: line 2: common/tail is over budget")
                                .endsWith("(the first of 2 documents)"),
                        where -> assertThat(where).endsWith("warning: all are in the articles, under winnow.warnings"));

        Cli.Ran one = Cli.winnow(
                "clean",
                "--no-builtin",
                "--rules",
                Pages.rules(folder),
                folder.resolve("blocked/a.txt").toString());
        assertThat(one.err().lines())
                .singleElement()
                .asString()
                .contains("warning: a.txt: line 2: common/tail is over budget")
                .doesNotContain("the first of");
    }

    @Test
    void writesOneObjectADocumentToStandardOutput() {
        Cli.Ran ran = clean(page("a.txt"), page("b.txt"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(ran.out().lines().toList().get(0)).startsWith("{\"id\":\"a.txt\",\"text\":\"Ferry service");
    }

    @Test
    void readsStandardInputWhenNothingIsNamed() {
        assertThat(clean(new Cli().in(Pages.PAGE), "--format", "text").out()).isEqualTo(Pages.TEXT);
        assertThat(clean(new Cli().in(Pages.PAGE), "--format", "text", "-").out())
                .isEqualTo(Pages.TEXT);
    }

    @Test
    void asksForInputWhenStandardInputIsATerminal() {
        Cli.Ran ran = clean(new Cli().terminals("012"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no input; name files, folders or globs");
    }

    @Test
    void takesFoldersAndGlobs() {
        page("x/a.txt");
        page("y/b.txt");
        String root = folder.resolve("pages").toString();
        assertThat(clean(root).out().lines()).hasSize(2);
        assertThat(clean(root + "/**/a.*").out().lines()).hasSize(1);
    }

    @Test
    void writesTheOthersWhenOneFails() {
        Cli.Ran ran = clean(page("a.txt"), folder.resolve("missing.txt").toString(), page("c.txt"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.err().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("missing.txt: no such file or folder");
        assertThat(ran.err()).contains("1 document failed, 2 articles written");
    }

    /** A mistyped path must not cost the result of last week. */
    @Test
    void doesNotReplaceAResultByAnEmptyOne() throws IOException {
        for (String target : List.of("out.jsonl", "out.parquet", "parts/")) {
            String out = folder.resolve(target) + (target.endsWith("/") ? "/" : "");
            String format = target.equals("out.jsonl") ? "jsonl" : "parquet";
            Path file = target.endsWith("/") ? folder.resolve("parts/part-00000.parquet") : folder.resolve(target);
            assertThat(clean(page("a.txt"), "-o", out, "--format", format).exit())
                    .isZero();
            byte[] before = Files.readAllBytes(file);
            for (String typo : List.of("missing.txt", "*.pdf")) {
                Cli.Ran ran = clean(folder.resolve(typo).toString(), "-o", out, "--format", format);
                assertThat(ran.exit()).isEqualTo(1);
                assertThat(ran.err()).contains("the earlier result in " + out + " is unchanged");
                assertThat(file).hasBinaryContent(before);
            }
            assertThat(folder.resolve(".winnow")).doesNotExist();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".checkpoint"));
        }
    }

    @Test
    void namesARecordThatIsNoJsonAndGoesOn() {
        Cli.Ran ran =
                clean(new Cli().in("{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\n{\"id\":\"3\",\"text\":\"Three.\"}\n"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.err()).contains("-:2:");
    }

    @Test
    void saysThatAFolderHoldsNoDocuments() throws IOException {
        Cli.Ran ran = clean(Files.createDirectory(folder.resolve("empty")).toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("empty: the folder holds no documents");
    }

    @Test
    void writesNothingWhenRulesAreBroken() {
        Path out = folder.resolve("out.jsonl");
        Pages.file(folder.resolve("rules/common/broken.yaml"), "pack: common\nrules:\n- id: x\n  lable: share\n");
        Cli.Ran ran = clean(page("a.txt"), "-o", out.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("broken.yaml:4:3: ")
                .contains("did you mean 'label'")
                .contains("nothing was done");
    }

    @Test
    void writesOneFileOrOneFileADocument() throws IOException {
        Path out = folder.resolve("out.jsonl");
        assertThat(clean(page("x/a.txt"), page("x/b.txt"), "-o", out.toString()).exit())
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(2);
        Path many = folder.resolve("many");
        assertThat(clean(folder.resolve("pages").toString(), "--format", "text", "-o", many + "/")
                        .exit())
                .isZero();
        assertThat(many.resolve("x/a.txt")).hasContent(Pages.TEXT);
    }

    @Test
    void doesNotOverwriteItsInput() {
        String page = page("a.txt");
        assertThat(clean(page, "-o", page).err()).contains("could overwrite the input");
        Cli.Ran ran = clean(page, "--format", "text", "-o", folder.resolve("pages") + "/");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(Path.of(page)).hasContent(Pages.PAGE);
    }

    @Test
    void doesNotReadWhatItWroteIntoTheFolderTheLastTime() throws IOException {
        page("a.txt");
        Path out = folder.resolve("pages/out.jsonl");
        for (int i = 0; i < 2; i++) {
            assertThat(clean(folder.resolve("pages").toString(), "-o", out.toString())
                            .exit())
                    .isZero();
            assertThat(Files.readAllLines(out)).hasSize(1);
        }
    }

    @Test
    void saysWhereNothingCanBeWritten() {
        String page = page("a.txt");
        Cli.Ran ran = clean(page, "-o", page + "/out.jsonl");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("out.jsonl").contains("cannot write");
        assertThat(ran.err().lines()).hasSize(1);
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() {
        assertThat(broken("Broken pipe").exit()).isZero();
        assertThat(broken("Broken pipe").err()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFull() {
        Cli.Ran ran = broken("No space left on device");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("cannot write standard output: the disk is full");
        assertThat(ran.err().lines()).hasSize(1);
    }

    private Cli.Ran broken(String reason) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"clean", "--no-builtin", "--rules", rules, page("a.txt")};
        int exit = Main.run(args, new Console(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), ""));
        return new Cli.Ran(exit, new byte[0], err.toString(UTF_8));
    }

    @Test
    void writesTheSameWhateverTheNumberOfThreads() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            String text = (Pages.PAGE.repeat(i % 7) + "Page " + i).replace("\n", "\\n");
            records.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"")
                    .append(text)
                    .append("\"}\n");
        }
        byte[] one = clean(new Cli().in(records.toString()), "--ledger", "--threads", "1")
                .bytes();
        for (String threads : List.of("2", "3", "16")) {
            assertThat(clean(new Cli().in(records.toString()), "--ledger", "--threads", threads)
                            .bytes())
                    .isEqualTo(one);
        }
    }

    @Test
    void keepsAndDropsLabels() {
        assertThat(clean("--format", "text", "--keep", "share", page("a.txt")).out())
                .contains("Share this page");
        assertThat(clean("--format", "text", "--policy", "all", page("a.txt")).out())
                .contains("Cat found");
        assertThat(clean("--keep", "share", "--drop", "share", page("a.txt")).err())
                .contains("both kept and dropped");
    }

    @Test
    void switchesStepsOfTheNormaliser() {
        String page = "The \u201Cferry\u201D left caf&eacute; and quay on Sunday, they said.\n";
        assertThat(clean(new Cli().in(page), "--format", "text").out()).contains("\u201Cferry\u201D left café");
        assertThat(clean(new Cli().in(page), "--format", "text", "--with", "quotes", "--without", "entities")
                        .out())
                .contains("\"ferry\" left caf&eacute;");
        assertThat(clean("--without", "mojibacke").err()).contains("no step 'mojibacke'; did you mean 'mojibake'?");
    }

    @Test
    void takesAUrlForOneDocumentOnly() {
        assertThat(clean("--url", "https://news.example/a", page("a.txt")).out())
                .contains("\"url\":\"https://news.example/a\"");
        Cli.Ran ran = clean("--url", "https://news.example/a", page("a.txt"), page("b.txt"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--url is for a single document");
    }

    @Test
    void tellsWhatWasMeant() {
        assertThat(clean("--polcy", "all").err()).contains("unknown option '--polcy'; did you mean '--policy'?");
        assertThat(clean("--policy", "articel").err()).contains("no policy 'articel'; did you mean 'article'?");
        assertThat(clean("--keep", "captoin").err())
                .contains("--keep: there is no label 'captoin'; did you mean 'caption'?");
        assertThat(clean("--format", "jsnl").err()).contains("no format 'jsnl'; did you mean 'jsonl'?");
        assertThat(clean("--threads", "many").exit()).isEqualTo(2);
        assertThat(clean("--threads", "0").err()).contains("--threads must be at least 1");
        assertThat(clean("--site", "nowhere.example", page("a.txt")).err()).contains("nowhere.example");
    }

    @Test
    void refusesLargeDocuments() {
        Cli.Ran ran = clean("--max-size", "20", page("a.txt"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("a.txt").contains("--max-size");
    }

    @Test
    void refusesALedgerWithoutAPlaceForIt() {
        assertThat(clean("--ledger", "--format", "text", page("a.txt")).exit()).isEqualTo(2);
    }

    @Test
    void writesTeiWithTheLedger() throws IOException {
        Path out = folder.resolve("tei");
        assertThat(clean("--ledger", "--format", "tei", "-o", out + "/", page("a.txt"))
                        .exit())
                .isZero();
        assertThat(out.resolve("a.tei.xml")).content().contains("<div type=\"ledger\">");
        assertThat(clean("--format", "tei", page("a.txt"), page("b.txt")).out())
                .contains("<teiCorpus")
                .endsWith("</TEI>\n</teiCorpus>\n");
    }
}
