package dev.winnow.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.SourceDocument;
import dev.winnow.document.TrackedText;
import dev.winnow.render.Articles;
import dev.winnow.render.Format;
import dev.winnow.source.Decoded;
import dev.winnow.source.Decoder;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestoreTest {

    @Test
    void textComesBackExactly() throws Exception {
        Random random = new Random(21);
        StringBuilder out = new StringBuilder();
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String text = Articles.strange(random, 200);
            sources.add(text);
            out.append(Format.JSONL.render(
                    Articles.of(
                            SourceDocument.of("d" + i, text), Articles.edited(text, random), Articles.MUCH_KNOWN, 0.5),
                    Format.Detail.LEDGER));
        }
        try (Restore restore = restore(out.toString())) {
            for (int i = 0; i < sources.size(); i++) {
                Restored restored = restore.next();
                assertThat(restored).isNotNull();
                assertThat(restored.id()).isEqualTo("d" + i);
                assertThat(restored.text().equals(sources.get(i)))
                        .as("document %d", i)
                        .isTrue();
            }
            assertThat(restore.next()).isNull();
        }
    }

    @Test
    void bytesComeBackExactly() throws Exception {
        Random random = new Random(22);
        String text = "“Größe” Паром вышел 港の責任者 ①Ⅷ≒ 항구 🚢 end\r\n";
        for (String charset :
                List.of("UTF-8", "UTF-16LE", "windows-1252", "windows-1251", "Shift_JIS", "GB18030", "UTF-32BE")) {
            for (int round = 0; round < 60; round++) {
                byte[] bytes = text.repeat(2).getBytes(Charset.forName(charset));
                for (int damage = random.nextInt(5); damage > 0; damage--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                Decoded decoded = Decoder.decode(bytes, round % 2 == 0 ? charset : null);
                SourceDocument source = SourceDocument.builder("x", SourceDocument.Form.TEXT, decoded.text())
                        .decoded(decoded.charset(), decoded.undecodable())
                        .warnings(decoded.warnings())
                        .build();
                TrackedText edited = Articles.edited(source.text(), random);
                Restored restored = restoreOne(write(source, edited));
                assertThat(Arrays.equals(restored.bytes(), bytes))
                        .as(charset + " " + decoded)
                        .isTrue();
            }
        }
    }

    @Test
    void loneSurrogatesAreWrittenAsTheyWouldBe() throws Exception {
        Restored restored = restoreOne(write(SourceDocument.of("x", "a\ud800é"), TrackedText.of("a\ud800é")));
        assertThat(restored.bytes())
                .isEqualTo(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xC3, (byte) 0xA9});
    }

    @Test
    void whatCannotBeRestoredIsNamedAndTheRestGoesOn() throws Exception {
        String lines = """
                {"id": "a", "text": "x"}
                {"id": "b", "text": "x", "ledger": [{"op": "drop", "start": 5, "end": 6, "text": "y"}]}
                {"id": "c", "text": "x", "ledger": [{"op": "drop", "start": 0, "end": 6, "text": "y"}]}
                {"id": "d", "text": "x", "ledger": [{"op": "decode", "start": 3, "end": 4, "bytes": "ff"}]}
                {"id": "e", "text": "x", "winnow": {"charset": "klingon"}, "ledger": []}
                {"id": "f", "text":
                {"id": "g"}

                {"id": "h", "text": "fine", "ledger": []}
                """;
        try (Restore restore = restore(lines)) {
            assertRefused(
                    restore,
                    "out.jsonl:1: the record a has no ledger; clean with --ledger",
                    "out.jsonl:2: the record b cannot be restored: the ledger's entry for [5, 6) does not fit",
                    "out.jsonl:3: the record c cannot be restored: the entry for [0, 6) holds a text of 1 units",
                    "out.jsonl:4: the record d cannot be restored: the bytes for [3, 4) lie outside",
                    "out.jsonl:5: the record e cannot be restored: klingon",
                    "out.jsonl:6:",
                    "out.jsonl:7: the record g has no text");
            Restored last = restore.next();
            assertThat(last).isNotNull();
            assertThat(last.text()).isEqualTo("fine");
        }
    }

    @Test
    void whatWasTamperedWithIsNamedAndTheRestGoesOn() throws Exception {
        String lines = """
                {"id": "a", "text": "x", "ledger": [{"op": "drop", "start": 0, "end": 2147483647, "text": "a", "times": 2147483647}]}
                {"id": "b", "text": "x", "winnow": {"charset": "x-JISAutoDetect"}, "ledger": []}
                {"id": "c", "text": "xy", "ledger": [{"op": "decode", "start": 1, "bytes": "ff"}, {"op": "decode", "start": 0, "bytes": "ff"}]}
                {"id": "d", "text": "x", "ledger": [{"op": "decode", "start": 0, "bytes": "f"}]}
                *\u0000\u0000\u0000text text
                {"id": "h", "text": "fine", "ledger": []}
                """;
        try (Restore restore = restore(lines)) {
            assertRefused(
                    restore,
                    "out.jsonl:1: the record a cannot be restored: the entry for [0, 2147483647)",
                    "out.jsonl:2: the record b cannot be restored: Java cannot encode the charset",
                    "out.jsonl:3: the record c cannot be restored: the bytes for [0, 1) lie outside",
                    "out.jsonl:4: the record d cannot be restored: ",
                    "out.jsonl:5: not a JSON record: Invalid UTF-32");
            assertThat(restore.next()).isNotNull();
        }
    }

    /** The next records, one after the other, fail with messages that begin so. */
    private static void assertRefused(Restore restore, String... messages) {
        for (String message : messages) {
            assertThatThrownBy(restore::next)
                    .isInstanceOf(RestoreException.class)
                    .hasMessageStartingWith(message);
        }
    }

    private static Restored restoreOne(String json) throws Exception {
        try (Restore restore = restore(json)) {
            Restored restored = restore.next();
            assertThat(restored).isNotNull();
            return restored;
        }
    }

    private static String write(SourceDocument source, TrackedText tracked) {
        return Format.JSONL.render(Articles.of(source, tracked, Articles.NOTHING_KNOWN, 1), Format.Detail.LEDGER);
    }

    private static Restore restore(String lines) {
        return Restore.of(new ByteArrayInputStream(lines.getBytes(UTF_8)), "out.jsonl");
    }
}
