package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final String LONG = "long/".repeat(60) + "name.txt";

    @TempDir
    Path folder;

    @Test
    void givesTheDocumentsOfEveryEntryAndCountsTheRest() {
        for (byte[] archive : List.of(Packing.zip(everything()), Packing.tar(everything()))) {
            Read read = Read.of(archive);
            assertThat(read.failures()).isEmpty();
            assertThat(read.ids())
                    .containsExactly(
                            "stdin/a/one.txt",
                            "stdin/" + LONG,
                            "stdin/r.jsonl.zst:1",
                            "named",
                            "stdin/inner.zip/two.txt.gz",
                            "stdin/inner.tar.xz/three.md",
                            Packing.uuid(4),
                            "stdin/été.txt",
                            "stdin/windows/five.txt");
            assertThat(read.texts()).startsWith("One.", "Long.", "R1.", "R2.", "Two.", "Three.", "Four.", "Summer.");
            assertThat(read.skipped()).isEqualTo("1 .jpg, 2 hidden entries");
        }
    }

    private static Map<String, byte[]> everything() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("./a/one.txt", bytes("One."));
        entries.put(LONG, bytes("Long."));
        entries.put("picture.jpg", bytes("no document"));
        entries.put(".hidden/x.txt", bytes("hidden"));
        entries.put("__MACOSX/x.txt", bytes("hidden"));
        entries.put(
                "r.jsonl.zst", Packing.zstd(bytes("{\"text\": \"R1.\"}\n{\"id\": \"named\", \"text\": \"R2.\"}\n")));
        entries.put("inner.zip", Packing.zip(Map.of("two.txt.gz", Packing.gzip(bytes("Two.")))));
        entries.put("inner.tar.xz", Packing.xz(Packing.tar(Map.of("three.md", bytes("Three.")))));
        entries.put("crawl.warc.gz", Packing.gzip(Packing.wet(4, "Four.")));
        entries.put("été.txt", bytes("Summer."));
        entries.put("windows\\five.txt", bytes("Five."));
        return entries;
    }

    @Test
    void namesTheEntryInMessages() throws IOException {
        Path file = Files.write(
                folder.resolve("a.zip"), Packing.zip(Map.of("r.jsonl", bytes("{\"text\": 5}\n"), "x.txt", noise())));
        try (Inputs inputs = Inputs.of(List.of(folder.toString()), System.in, Limits.DEFAULT)) {
            List<String> failures =
                    List.of(inputs.next().toString(), inputs.next().toString());
            assertThat(failures).anyMatch(line -> line.startsWith(file + "!r.jsonl:1:10: "));
            assertThat(failures).anyMatch(line -> line.startsWith(file + "!x.txt: is a binary file"));
            assertThat(inputs.hasNext()).isFalse();
        }
    }

    @Test
    void readsLongNamesOfGnu() {
        byte[] tar = Packing.tar(Map.of(LONG, bytes("Long.")), TarArchiveOutputStream.LONGFILE_GNU);
        assertThat(Read.of(tar).ids()).containsExactly("stdin/" + LONG);
    }

    @Test
    void readsConcatenatedTars() {
        byte[] tars =
                Packing.joined(Packing.tar(Map.of("a.txt", bytes("A."))), Packing.tar(Map.of("b.txt", bytes("B."))));
        assertThat(Read.of(Packing.bzip2(tars)).texts()).containsExactly("A.", "B.");
    }

    @Test
    void goesOnBehindADamagedTarHeader() {
        byte[] tar = Packing.joined(
                Packing.tarHeader("a.txt", '0', "2"),
                Arrays.copyOf(bytes("A."), 512),
                Packing.tarHeader("b.txt", '0', "2"),
                Arrays.copyOf(bytes("B."), 512),
                Packing.tarHeader("c.txt", '0', "2"),
                Arrays.copyOf(bytes("C."), 512));
        tar[1024] ^= 1;
        Read read = Read.of(tar);
        assertThat(read.texts()).containsExactly("A.", "C.");
        assertThat(read.failures()).containsExactly("-: a header of the TAR archive is damaged; it is skipped");
    }

    @Test
    void linksAndFoldersAreNoFailures() {
        byte[] tar = Packing.joined(
                Packing.tarHeader("folder/", '5', "0"),
                Packing.tarHeader("link.txt", '2', "777"),
                Packing.tarHeader("a.txt", '0', "2"),
                Arrays.copyOf(bytes("A."), 512),
                new byte[1024]);
        Read read = Read.of(tar);
        assertThat(read.texts()).containsExactly("A.");
        assertThat(read.failures()).isEmpty();
        assertThat(read.skipped()).isEqualTo("1 links and other special entries");
    }

    @Test
    void anArchiveWithoutDocumentsIsAFailure() {
        for (byte[] archive : List.of(
                Packing.zip(Map.of()), Packing.zip(Map.of("a.png", noise())), Packing.tar(Map.of("a.png", noise())))) {
            assertThat(Read.of(archive).failures())
                    .singleElement()
                    .asString()
                    .startsWith("-: the archive holds no documents (.txt");
        }
    }

    @Test
    void officeDocumentsAreNoArchives() {
        assertThat(Read.of(Packing.zip(Map.of("[Content_Types].xml", bytes("<Types/>"))))
                        .failures())
                .singleElement()
                .asString()
                .contains("a package of another kind");
    }

    @Test
    void namesWhatIsEncryptedAndReadsTheRest() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.txt", bytes("A."));
        entries.put("b.txt", bytes("B."));
        byte[] zip = Packing.zip(entries);
        // The first bit of the flags in the first entry's header.
        zip[6] |= 1;
        Read read = Read.of(zip);
        assertThat(read.failures()).contains("-!a.txt: is encrypted; decrypt the archive before");
    }

    @Test
    void foldersTakeContainersByTheirNames() throws IOException {
        for (String name :
                List.of("a.txt.gz", "b.zip", "c.tgz", "d.warc.wet.gz", "e.v1.2.xz", "f.sql.gz", "g.svg", "h.zst")) {
            Files.write(folder.resolve(name), Packing.gzip(bytes("Text.")));
        }
        try (Inputs inputs = Inputs.of(List.of(folder.toString()), System.in, Limits.DEFAULT)) {
            StringBuilder ids = new StringBuilder();
            inputs.forEachRemaining(input ->
                    ids.append(((Input.Document) input).document().id()).append(' '));
            assertThat(ids.toString()).isEqualTo("a.txt.gz b.zip c.tgz d.warc.wet.gz e.v1.2.xz h.zst ");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] noise() {
        byte[] noise = new byte[2000];
        new java.util.Random(5).nextBytes(noise);
        return noise;
    }
}
