package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.SourceDocument.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JSON that does not have one record a line, and how it is told from text. */
class JsonDocumentsTest {

    private static final String TWO = """
            [
              {
                "id": "one",
                "text": "The bridge was opened on Monday.",
                "images": [
                  {
                    "caption": "A crane."
                  }
                ]
              },
              {"text": "The lock keeper has retired.", "tags": []}
            ]
            """;

    @TempDir
    Path folder;

    @Test
    void readsAnArrayOfRecordsWhateverItIsCalledAndHoweverItIsPacked() throws IOException {
        for (byte[] form : List.of(
                bytes(TWO),
                bytes("\uFEFF" + TWO),
                Packing.gzip(bytes(TWO)),
                Packing.zstd(bytes(TWO)),
                bytes(TWO.replaceAll("\\s*\n\\s*", "")))) {
            Read read = Read.of(form);
            assertThat(read.failures()).isEmpty();
            assertThat(read.ids()).containsExactly("one", "stdin:2");
            assertThat(read.texts())
                    .containsExactly("The bridge was opened on Monday.", "The lock keeper has retired.");
        }
        Read packed = Read.of(Packing.zip(Map.of("all.json", bytes(TWO), "package.json", bytes("{\"name\": \"x\"}"))));
        assertThat(packed.ids()).containsExactlyInAnyOrder("one", "stdin/all.json:2");
        assertThat(packed.skipped()).isEqualTo("1 .json without text");
    }

    @Test
    void readsASingleRecordUnderTheNameOfItsFile() throws IOException {
        for (String record : List.of(
                "{\n  \"title\": \"Bridge\",\n  \"html\": \"<p>It was opened.</p>\"\n}\n",
                "{\"html\": \"<p>It was opened.</p>\"}")) {
            Input.Document one = (Input.Document) only(write("page.json", record));
            assertThat(one.document().id()).isEqualTo("page.json");
            assertThat(one.document().form()).isEqualTo(Form.HTML);
        }
    }

    @Test
    void readsRecordsInsideAnObject() throws IOException {
        Path file = write("export.json", """
                {"status": "ok", "sources": [{"name": "x"}], "articles": [
                  {"title": "One", "text": "The first."},
                  {"title": "No text"},
                  {"text": "The third."}
                ], "next": null}
                """);
        List<Input> input = load(Limits.DEFAULT, file);
        assertThat(text(input.get(0))).isEqualTo("The first.");
        assertThat(input.get(1).toString()).contains("export.json:3:").contains("has no text");
        assertThat(text(input.get(2))).isEqualTo("The third.");
        assertThat(((Input.Document) input.get(2)).document().id()).isEqualTo("export.json:3");
        assertThat(input).hasSize(3);
    }

    @Test
    void readsTheEntriesOfAnArrayWithoutItsBrackets() throws IOException {
        String entries = "{\"id\": \"a\", \"text\": \"One.\"},\n{\"id\": \"b\", \"text\": \"Two.\"},\n";
        for (String form : List.of(entries, entries.replace(": \"", ":\n\""), entries.stripTrailing())) {
            assertThat(Read.of(bytes(form)).texts()).as(form).containsExactly("One.", "Two.");
        }
        assertThat(load(Limits.DEFAULT, write("a.jsonl", entries)))
                .hasSize(2)
                .allMatch(Input.Document.class::isInstance);
        assertThat(Read.of(bytes("{a}, {b} and {c}\n")).texts()).containsExactly("{a}, {b} and {c}\n");
    }

    @Test
    void passesWhatStandsBetweenTheRecordsOfAnArray() throws IOException {
        Path file =
                write("a.json", "[{\"text\": \"One.\"}, \"x\", null, [1, {\"text\": \"no\"}], {\"text\": \"Two.\"}]");
        List<Input> input = load(Limits.DEFAULT, file);
        assertThat(input).hasSize(5);
        assertThat(text(input.get(0))).isEqualTo("One.");
        assertThat(input.get(1).toString()).contains("a string stands between the records");
        assertThat(text(input.get(4))).isEqualTo("Two.");
    }

    @Test
    void commentsOfARecordAreNoDocuments() throws IOException {
        Path file = write("page.json", "{\"comments\": [{\"text\": \"Fine!\"}],\n \"text\": \"The bridge.\"}");
        assertThat(load(Limits.DEFAULT, file))
                .singleElement()
                .matches(one -> text(one).equals("The bridge."));
        Path none = write("none.json", "{\"id\": 1, \"comments\": [{\"text\": \"Fine!\"}]}");
        assertThat(only(none).toString()).contains("has no text");
    }

    @Test
    void readsObjectsOneAfterTheOther() {
        String one = "{\n \"id\": \"a\",\n \"text\": \"One.\"\n}";
        for (String stream : List.of(
                one + "{\"id\": \"b\", \"text\": \"Two.\"}",
                one + "\n" + one.replace("a", "b").replace("One", "Two"),
                "\u001E{\"id\": \"a\", \"text\": \"One.\"}\n\u001E{\"id\": \"b\", \"text\": \"Two.\"}\n",
                "{\"id\": \"a\", \"text\": \"One.\"} {\"id\": \"b\", \"text\": \"Two.\"}")) {
            Read read = Read.of(bytes(stream));
            assertThat(read.failures()).as(stream).isEmpty();
            assertThat(read.texts()).as(stream).containsExactly("One.", "Two.");
        }
    }

    @Test
    void readsJsonLinesThatAreNotOnLines() throws IOException {
        Path file = write("r.jsonl", "{\n  \"text\": \"One.\"\n}\n{\n  \"text\": \"Two.\"\n}\n");
        List<Input> input = load(Limits.DEFAULT, file);
        assertThat(input).extracting(JsonDocumentsTest::text).containsExactly("One.", "Two.");
    }

    @Test
    void namesTheDamageInAnArrayAndGoesOn() {
        Read lines = Read.of(bytes("""
                [
                  {"id": "a", "text": "One."},
                  {"id": "b", "text": "cut},
                  {"id": "c", "text": "Three.", "n": [1, },
                  {"id": "d", "text": "Four."},
                  {"id": "e", "text": "Fi
                """));
        assertThat(lines.texts()).containsExactly("One.", "Four.");
        assertThat(lines.failures()).hasSize(3).allMatch(line -> line.contains("not a JSON record"));
        assertThat(lines.failures().get(0)).startsWith("-:3:3: ");
        Read one = Read.of(bytes(
                "[{\"id\":\"a\",\"text\":\"One.\"},{\"id\":\"b\",\"text\":\"cut},{\"id\":\"c\",\"text\":\"Three.\"}]"));
        assertThat(one.texts()).containsExactly("One.", "Three.");
        assertThat(one.failures()).hasSize(1);
        Read cut = Read.of(bytes("{\"articles\": [{\"text\": \"One.\"}, {\"text\": \"Two.\"}, {\"te"));
        assertThat(cut.texts()).containsExactly("One.", "Two.");
        assertThat(cut.failures()).singleElement().asString().contains("it is cut off");
        Read open = Read.of(bytes("[{\"text\": \"One.\"},"));
        assertThat(open.texts()).containsExactly("One.");
        assertThat(open.failures()).singleElement().asString().contains("its last bracket is missing");
    }

    @Test
    void refusesJsonWithoutRecordsByName() throws IOException {
        for (String json : List.of(
                "[\"The bridge was opened.\", \"It rained.\"]",
                "[[1, 2], [3]]",
                "[1, 2, 3]",
                "{\"maintext\": \"The bridge was opened.\"}",
                "{\n \"hits\": {\"hits\": [{\"_source\": {\"text\": \"x\"}}]}\n}",
                "[{\"_id\": \"1\", \"_source\": {\"text\": \"x\"}}]")) {
            assertThat(Read.of(bytes(json)).documents()).as(json).isEmpty();
            assertThat(Read.of(bytes(json)).failures()).as(json).hasSize(1);
        }
        for (String json : List.of("\"The bridge was opened.\"", "17", "The bridge was opened.", "null")) {
            assertThat(only(write("x.json", json)).toString()).as(json).contains("x.json:1:1: it is neither");
        }
        Path wide = Files.write(folder.resolve("wide.json"), TWO.getBytes(StandardCharsets.UTF_16LE));
        assertThat(only(wide).toString()).contains("JSON in UTF-16LE instead of UTF-8");
    }

    @Test
    void proseThatBeginsWithABracketIsText() {
        for (String text : List.of(
                "[Music] The band began to play.\n",
                "[1] See the report of 1998.\n[2] Ibid.\n",
                "{{Infobox bridge | name = Old Bridge}}\nThe Old Bridge is a bridge.\n",
                "{| class=\"wikitable\"\n| a\n|}\n",
                "{\"Yes\"} said the harbour master.\n",
                "[{\"quoted\"}] and more.\n",
                "[\"A quotation,\" he said]\n",
                "{}\n",
                "[]\n",
                "{\"a\": 1} is an object, and so is\n{\"text\": \"x\"}\nas we have seen.\n")) {
            assertThat(Read.of(bytes(text)).texts()).as(text).containsExactly(text);
        }
    }

    @Test
    void aBrokenFirstRecordIsNamedLikeAnyOther() throws IOException {
        String rest = "{\"id\": \"b\", \"text\": \"Two.\"}\n{\"id\": \"c\", \"text\": \"Three.\"}\n";
        for (String first : List.of(
                "{\"id\": \"a\", \"text\": \"On\n",
                "{\"id\": \"a\", \"text\": \"One.\", \"n\": [1, 2\n",
                "{\"id\": \"a\" \"text\": \"One.\"}\n",
                "\n{broken\n",
                "\uFEFF{\"id\": tru}\n",
                "xt\": \"One.\"}\n",
                "{\"id\": \"a\", \"text\": \"One.\"\n")) {
            byte[] dump = bytes(first + rest);
            assertThat(Read.of(dump).texts()).as(first).containsExactly("Two.", "Three.");
            assertThat(Read.of(dump).failures()).as(first).hasSize(1);
            assertThat(Read.of(Packing.gzip(dump)).texts()).as(first).hasSize(2);
            Path file = Files.write(folder.resolve("dump.json"), dump);
            assertThat(load(Limits.DEFAULT, file)).as(first).hasSize(3);
        }
        Read two = Read.of(bytes("{broken\n{\"id\": 5x}\n" + rest + rest));
        assertThat(two.texts()).hasSize(4);
        assertThat(two.failures()).hasSize(2);
    }

    @Test
    void tellsOfNulsAndReadsWhatIsAroundThem() {
        String a = "{\"id\": \"a\", \"text\": \"One.\"}\n";
        String b = "{\"id\": \"b\", \"text\": \"Two.\"}";
        for (String dump : List.of(
                a + b + "\n" + nuls(5000),
                a + b + nuls(64),
                a + nuls(3) + b,
                nuls(100) + a + b,
                a + nuls(9) + "\n" + b,
                "[" + a.strip() + nuls(6) + "," + b + "]" + nuls(2))) {
            Read read = Read.of(bytes(dump));
            assertThat(read.texts()).as(dump.replace('\0', '0')).containsExactly("One.", "Two.");
            assertThat(read.failures()).isNotEmpty().allMatch(line -> line.contains("NUL byte"));
        }
        Read huge = Read.of(bytes(a + nuls(1_000_000)), Limits.DEFAULT.withMaxDocumentBytes(1000));
        assertThat(huge.texts()).containsExactly("One.");
        assertThat(huge.failures())
                .containsExactly(
                        "-:2: 1000000 NUL bytes instead of a record, as a crash or a full disk leaves them; check whether records are missing there");
    }

    @Test
    void textWithNulsAtItsEndIsTextWithAWarning() {
        Read read = Read.of(bytes("The bridge was opened on Monday.\n" + nuls(4096)));
        assertThat(read.documents()).singleElement().satisfies(one -> {
            assertThat(one.text()).startsWith("The bridge");
            assertThat(one.warnings()).singleElement().asString().contains("4096 NUL");
        });
    }

    @Test
    void oneRecordIsInMemoryAtATime() {
        Limits limits = Limits.DEFAULT.withMaxDocumentBytes(1000);
        String record = "{\"text\": \"" + "x".repeat(900) + "\"}";
        String large = "{\"text\": \"" + "x".repeat(100_000) + "\"}";
        String many = (record + ",\n").repeat(2000);
        for (String dump : List.of(
                "[" + many + large + "," + record + "]",
                "{\"status\": 1, \"articles\": [" + many + large + "," + record + "]}")) {
            Read read = Read.of(bytes(dump), limits);
            assertThat(read.documents()).as(String.join("\n", read.failures())).hasSize(2001);
            assertThat(read.failures()).singleElement().asString().contains("longer than 1000 bytes");
        }
    }

    /** Each line opens brackets that nobody closes. */
    @Test
    @Timeout(60)
    void damageDoesNotTakeLongerThanItIsLong() {
        Read read = Read.of(bytes("[\n" + "{\"a\": [\n".repeat(200_000)));
        assertThat(read.documents()).isEmpty();
        assertThat(read.failures()).isNotEmpty();
    }

    @Test
    void isTheSameHoweverTheBytesArrive() {
        Random random = new Random(5);
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; i < 300; i++) {
            array.append(i == 0 ? "" : ",\n")
                    .append("{\"n\": {\"x\": [1, \"}\\\"\"]}, \"text\": \"")
                    .append("é".repeat(random.nextInt(3000)))
                    .append(i)
                    .append("\"}");
        }
        InputStream dribble = new ByteArrayInputStream(bytes(array.append(']').toString())) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
        try (Inputs inputs = Inputs.of(List.of("-"), dribble, Limits.DEFAULT)) {
            int i = 0;
            while (inputs.hasNext()) {
                assertThat(text(inputs.next())).endsWith(String.valueOf(i++));
            }
            assertThat(i).isEqualTo(300);
        }
    }

    private static String nuls(int count) {
        return "\0".repeat(count);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(Input input) {
        return input instanceof Input.Document one ? one.document().text() : input.toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), bytes(text));
    }

    private static Input only(Path file) {
        List<Input> input = load(Limits.DEFAULT, file);
        assertThat(input).hasSize(1);
        return input.get(0);
    }

    private static List<Input> load(Limits limits, Path file) {
        List<Input> input = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of(file.toString()), new ByteArrayInputStream(new byte[0]), limits)) {
            inputs.forEachRemaining(input::add);
        }
        return input;
    }
}
