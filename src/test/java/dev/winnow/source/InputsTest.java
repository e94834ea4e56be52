package dev.winnow.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.SourceDocument;
import dev.winnow.document.SourceDocument.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path folder;

    @Test
    void readsFolderRecursivelyInOrderOfNames() throws IOException {
        write("b.txt", "B");
        write("a/z.text", "Z");
        write("a/c/x.md", "X");
        write("a/picture.dat", "no document");
        write(".hidden/y.txt", "hidden");
        assertThat(ids(folder.toString())).containsExactly("a/c/x.md", "a/z.text", "b.txt");
    }

    @Test
    void expandsGlobsItself() throws IOException {
        write("sites/one/case/source.txt", "1");
        write("sites/source.txt", "0");
        write("sites/two/source.md", "2");
        write("sites/two/expected.txt", "no");
        assertThat(ids(folder + "/sites/**/source.*"))
                .containsExactly("one/case/source.txt", "source.txt", "two/source.md");
        assertThat(ids(folder + "/sites/*/source.{md,txt}")).containsExactly("two/source.md");
        assertThat(ids(folder + "/sit?s/[a-t]wo/*.md")).containsExactly("sites/two/source.md");
        assertThat(ids(folder + "/sites/t*")).containsExactly("two/expected.txt", "two/source.md");
        assertThat(ids(folder + "/**")).hasSize(4);
    }

    @Test
    void aFileWhoseNameLooksLikeAGlobIsAFile() throws IOException {
        Path file = write("what[1]?.txt", "Yes.");
        assertThat(ids(file.toString())).containsExactly("what[1]?.txt");
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders() throws IOException {
        String one = write("one/source.txt", "1").toString();
        String two = write("two/source.txt", "2").toString();
        String other = write("two/other.txt", "3").toString();
        assertThat(ids(one, two, other)).containsExactly("one/source.txt", "two/source.txt", "other.txt");
        assertThat(ids(one)).containsExactly("source.txt");
        assertThat(ids(folder + "/one", folder + "/two"))
                .containsExactly("one/source.txt", "two/other.txt", "two/source.txt");
    }

    @Test
    void readsRecords() throws IOException {
        Path file = write("r.jsonl", """
                \uFEFF{"id": 12, "url": "https://example.org/a", "text": "One.", "crawled": "2017-04-13T23:10:00Z", \
                "lang": "en", "n": [1, 1.50, 123456789012345678901234567890, null, true, {"x": "y"}]}

                {"text": "Two \\ud800 alone"}\r
                {"id": null, "text": "", "crawled": "yesterday"}""");
        List<Input> read = load(file.toString());
        SourceDocument one = document(read.get(0));
        assertThat(one.id()).isEqualTo("12");
        assertThat(one.url()).isEqualTo("https://example.org/a");
        assertThat(one.crawled()).isEqualTo(LocalDate.of(2017, 4, 13));
        assertThat(one.charset()).isNull();
        assertThat(one.extra()).containsOnlyKeys("lang", "n");
        assertThat(one.extra().get("n").toString())
                .isEqualTo("[1, 1.50, 123456789012345678901234567890, null, true, {x=y}]");
        assertThat(((List<?>) one.extra().get("n")).get(2)).isInstanceOf(BigInteger.class);
        assertThat(document(read.get(1)).id()).isEqualTo("r.jsonl:3");
        assertThat(document(read.get(1)).text()).isEqualTo("Two \ud800 alone");
        assertThat(document(read.get(2)).text()).isEmpty();
        assertThat(document(read.get(2)).extra()).isEqualTo(Map.of("crawled", "yesterday"));
        assertThat(document(read.get(2)).warnings()).hasSize(1);
    }

    @Test
    void aNumberBeyondAllNumbersIsAFailure() throws IOException {
        Path file = write("r.jsonl", """
                {"n": 1e99999999999, "text": "One."}
                {"n": 1e999, "text": "Two."}
                """);
        List<Input> read = load(file.toString());
        assertThat(read.get(0).toString())
                .endsWith("r.jsonl:1:7: the number 1e99999999999 is out of range; write it as a string");
        assertThat(document(read.get(1)).extra().get("n")).hasToString("1E+999");
    }

    @Test
    void aRecordThatIsCutOffIsAFailureInPlainWords() throws IOException {
        Path file = write("r.jsonl", "{\"text\": \"One.\", \"n\": [1, 2");
        assertThat(load(file.toString()).get(0).toString())
                .endsWith("not a JSON record: Unexpected end-of-input: expected close marker for Array");
    }

    @Test
    void aBadLineIsAFailureAndTheRestGoesOn() throws IOException {
        Path file = write("r.jsonl", """
                {"text": "One."}
                {"té": tru}
                {"text": 5}
                {"url": "u"}
                {"html": ["<p>x</p>"]}
                ["text"]
                {"text": "x"} {"text": "y"}
                {"text": "cut
                {"text": "Nine."}
                """);
        List<Input> read = load(file.toString());
        assertThat(document(read.get(0)).text()).isEqualTo("One.");
        assertThat(document(read.get(8)).text()).isEqualTo("Nine.");
        List<String> failures =
                read.subList(1, 8).stream().map(Object::toString).toList();
        assertThat(failures.get(0)).startsWith(file + ":2:").contains("tru");
        assertThat(failures.get(1)).isEqualTo(file + ":3:10: the field \"text\" must be a string");
        assertThat(failures.get(2))
                .isEqualTo(file + ":4:12: the record has no text; give it a field \"text\" or \"html\"");
        assertThat(failures.get(3)).contains("html").contains(":5:");
        assertThat(failures.get(4)).contains(":6:1: a record is a JSON object");
        assertThat(failures.get(5)).contains(":7:15: only one record per line");
        assertThat(failures.get(6)).contains(":8:").doesNotContain("\n");
        assertThat(failures).allMatch(line -> line.startsWith(file.toString()));
    }

    @Test
    void contentTellsJsonLinesFromText() {
        assertThat(document(stdin("{\"text\": \"From a record.\"}\n")).text()).isEqualTo("From a record.");
        assertThat(document(stdin("{\"text\": \"From a record.\"}\n")).id()).isEqualTo("stdin:1");
        for (String text : List.of(
                "{curly} braces open this text.\n", "{\"a\": 1}\nno record", "{}", "{", "[1]", "", "{\"text\": \n")) {
            SourceDocument document = document(stdin(text));
            assertThat(document.text()).isEqualTo(text);
            assertThat(document.id()).isEqualTo("stdin");
            assertThat(document.charset()).isEqualTo("UTF-8");
        }
    }

    @Test
    void aRecordLongerThanTheHeadIsARecord() {
        String text = "The ferry left. ".repeat(20_000);
        assertThat(document(stdin("{\"title\": {\"text\": 1}, \"text\": \"" + text + "\"}\n"))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void knowsHtmlByItsContent() throws IOException {
        for (String page : List.of(
                "<!doctype html><p>x",
                "\n <HTML lang=en><p>x",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html xmlns=\"y\"><p>x",
                "<!-- saved --><html><p>x",
                "\uFEFF<!DOCTYPE html><p>x")) {
            assertThat(document(load(write("page.txt", page).toString()).get(0)).form())
                    .as(page)
                    .isEqualTo(Form.HTML);
        }
        byte[] wide = "<!doctype html><p>Паром вышел.</p>".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(document(load(bytes("wide.txt", wide).toString()).get(0)).form())
                .isEqualTo(Form.HTML);
    }

    @Test
    void takesAFragmentForHtmlByItsNameOnly() throws IOException {
        String fragment = "The ferry <b>left</b>.";
        assertThat(document(load(write("a.html", fragment).toString()).get(0)).form())
                .isEqualTo(Form.HTML);
        assertThat(document(load(write("a.txt", fragment).toString()).get(0)).form())
                .isEqualTo(Form.TEXT);
        assertThat(document(load(write("b.txt", "<sigh> said the harbour master.")
                                        .toString())
                                .get(0))
                        .form())
                .isEqualTo(Form.TEXT);
    }

    @Test
    void readsThePagesOwnCharset() throws IOException {
        String page = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">"
                + "<title>Паром</title></head><p>Паром вышел.</p></html>";
        byte[] legacy = page.getBytes(java.nio.charset.Charset.forName("windows-1251"));
        assertThat(document(load(bytes("a.html", legacy).toString()).get(0)).text())
                .isEqualTo(page);
        String wrong = page.replace("windows-1251", "iso-8859-1");
        SourceDocument utf8 =
                document(load(bytes("b.html", wrong.getBytes(UTF_8)).toString()).get(0));
        assertThat(utf8.text()).isEqualTo(wrong);
        assertThat(utf8.warnings()).singleElement().asString().contains("declared as iso-8859-1");
    }

    @Test
    void htmlOfARecordGoesBeforeItsText() throws IOException {
        Path file = write("r.jsonl", """
                {"html": "<p>x</p>", "url": "https://harbour-news.example/a"}
                {"html": "<p>x</p>", "text": "x"}
                {"html": null, "text": "x"}
                """);
        List<Input> read = load(file.toString());
        assertThat(document(read.get(0)).form()).isEqualTo(Form.HTML);
        assertThat(document(read.get(0)).url()).isEqualTo("https://harbour-news.example/a");
        assertThat(document(read.get(1)).text()).isEqualTo("<p>x</p>");
        assertThat(document(read.get(1)).warnings())
                .containsExactly("the record has both html and text; text was not read");
        assertThat(document(read.get(2)).form()).isEqualTo(Form.TEXT);
        assertThat(document(read.get(2)).warnings()).isEmpty();
    }

    @Test
    void whatIsNoTextIsNamed() throws IOException {
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        assertThat(messages(bytes("noise.txt", noise).toString()).get(0)).contains("noise.txt: is a binary file");
        assertThat(messages(bytes("a.pdf", "%PDF-1.7 …".getBytes(UTF_8)).toString())
                        .get(0))
                .contains("is a damaged PDF file: ");
        byte[] wide = "Паром вышел из гавани. ".repeat(50).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(document(load(bytes("wide.txt", wide).toString()).get(0)).charset())
                .isEqualTo("UTF-16LE");
        assertThat(document(load(bytes("old.txt", "caf\u00e9".getBytes(ISO_8859_1))
                                        .toString())
                                .get(0))
                        .text())
                .isEqualTo("caf\u00e9");
    }

    @Test
    void jsonLinesThatAreNoneAreRefusedAsAWhole() throws IOException {
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        assertThat(messages(bytes("noise.jsonl", noise).toString()))
                .singleElement()
                .asString()
                .contains("binary");
        byte[] wide = "{\"text\": \"a\"}\n".repeat(9).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(messages(bytes("wide.jsonl", wide).toString()))
                .singleElement()
                .asString()
                .contains("JSON Lines in UTF-16LE instead of UTF-8");
    }

    @Test
    void oddTextsAreTexts() throws IOException {
        String many = "x\n".repeat(1_000_000);
        assertThat(document(stdin(many)).text().equals(many)).isTrue();
        for (String odd : List.of("", "\0", "\n\n\n", "\uFEFF", "\uFFFD", "a\0b\u0001c")) {
            assertThat(document(load(write("odd.txt", odd).toString()).get(0)).text())
                    .isEqualTo(odd);
        }
        String line = "x".repeat(100 << 20);
        assertThat(stdin(line).toString())
                .isEqualTo("-: the text is larger than 64 MiB; raise the limit with --max-size");
    }

    @Test
    void whatIsMissingIsNamedAndTheRestGoesOn() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        String file = write("a.txt", "A").toString();
        List<Input> read = load(
                folder + "/gone.txt",
                folder + "/empty",
                folder + "/*.xyz",
                folder + "/no/*.txt",
                folder + "/[",
                file,
                "\0");
        List<String> lines = read.stream().map(Object::toString).toList();
        assertThat(lines.get(0)).isEqualTo(folder + "/gone.txt: no such file or folder; check the path");
        assertThat(lines.get(1)).startsWith(folder + "/empty: the folder holds no documents");
        assertThat(lines.get(2)).isEqualTo(folder + "/*.xyz: the pattern matches no file");
        assertThat(lines.get(3)).startsWith(folder + "/no/*.txt: the pattern matches nothing");
        assertThat(lines.get(4)).contains("bracket");
        assertThat(document(read.get(5)).text()).isEqualTo("A");
        assertThat(lines.get(6)).contains("no path");
        assertThat(read).hasSize(7);
    }

    @Test
    void linkedFoldersEndTheWalk() throws IOException {
        write("a/x.txt", "X");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        assertThat(ids(folder.toString())).containsExactly("a/x.txt");
    }

    @Test
    void tooMuchIsRefusedBeforeItIsRead() throws IOException {
        Limits limits = Limits.DEFAULT.withMaxDocumentBytes(1000);
        Path file = write("long.txt", "x".repeat(1001));
        assertThat(load(limits, file.toString()).get(0).toString())
                .isEqualTo(file + ": the text is larger than 1000 bytes (1001 bytes); raise the limit with --max-size");
        assertThat(load(limits, write("fits.txt", "x".repeat(1000)).toString()).get(0))
                .isInstanceOf(Input.Document.class);
        Path records = write(
                "r.jsonl",
                "{\"text\": \"" + "x".repeat(2_000_000) + "\"}\n{\"text\": \"" + "y".repeat(900) + "\"}\n"
                        + "{\"text\": \"" + "z".repeat(300_000) + "\"}");
        List<Input> read = load(limits, records.toString());
        assertThat(read.get(0).toString())
                .isEqualTo(records + ":1: the record is longer than 1000 bytes; raise the limit with --max-size");
        assertThat(document(read.get(1)).text()).hasSize(900);
        assertThat(read.get(2)).isInstanceOf(Input.Failure.class);
        assertThat(read).hasSize(3);

        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        try (Inputs inputs = Inputs.of(List.of("-"), endless, limits)) {
            assertThat(inputs.next()).isInstanceOf(Input.Failure.class);
        }
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"id\": 1, \"x\": " + "[".repeat(300_000) + "]".repeat(300_000)
                + ", \"text\": \"x\"}\n{\"text\": \"ok\"}";
        try (Inputs inputs = Inputs.of(List.of("-"), in(deep), Limits.DEFAULT)) {
            assertThat(inputs.next().toString()).contains("nested deeper than 256 levels");
            assertThat(document(inputs.next()).text()).isEqualTo("ok");
        }
    }

    @Test
    void linesAreTheSameHoweverTheBytesArrive() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append("x".repeat(random.nextInt(3) == 0 ? random.nextInt(120_000) : random.nextInt(20)))
                        .append(i == 0 && random.nextBoolean() ? "" : random.nextBoolean() ? "\n" : "\r\n");
            }
            int longest = 100_000;
            List<String> expected = new ArrayList<>();
            text.toString().lines().forEach(line -> expected.add(line.length() > longest ? "too long" : line));
            List<String> lines = new ArrayList<>();
            try (ByteLines read = new ByteLines(dribble(text.toString(), random), longest)) {
                while (read.next()) {
                    lines.add(
                            read.isTooLong()
                                    ? "too long"
                                    : new String(read.buffer(), read.start(), read.end() - read.start(), UTF_8));
                }
            }
            assertThat(lines.equals(expected)).as("round %d", round).isTrue();
        }
    }

    @Test
    void sizesAreReadAsPeopleWriteThem() {
        assertThat(Limits.parseSize("64M")).isEqualTo(64 << 20);
        assertThat(Limits.parseSize("1 gib")).isEqualTo(1 << 30);
        assertThat(Limits.parseSize("1000")).isEqualTo(1000);
        for (String bad : List.of("", "M", "-1", "3T", "2G", "0")) {
            assertThatThrownBy(() -> Limits.parseSize(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static InputStream dribble(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(70_000)));
            }
        };
    }

    private Path write(String name, String text) throws IOException {
        return bytes(name, text.getBytes(UTF_8));
    }

    private Path bytes(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static List<String> ids(String... arguments) {
        return load(arguments).stream().map(input -> document(input).id()).toList();
    }

    private static List<String> messages(String... arguments) {
        return load(arguments).stream().map(Object::toString).toList();
    }

    private static SourceDocument document(Input input) {
        assertThat(input).isInstanceOf(Input.Document.class);
        return ((Input.Document) input).document();
    }

    private static Input stdin(String text) {
        try (Inputs inputs = Inputs.of(List.of("-"), in(text), Limits.DEFAULT)) {
            return inputs.next();
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static List<Input> load(String... arguments) {
        return load(Limits.DEFAULT, arguments);
    }

    private static List<Input> load(Limits limits, String... arguments) {
        List<Input> read = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of(arguments), in(""), limits)) {
            inputs.forEachRemaining(read::add);
        }
        return read;
    }
}
