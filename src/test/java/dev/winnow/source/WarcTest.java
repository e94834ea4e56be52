package dev.winnow.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Crawl;
import dev.winnow.document.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class WarcTest {

    private static final byte[] INFO = Packing.record(bytes("software: test\r\n"), "WARC-Type: warcinfo");
    private static final byte[] PAGE = bytes("<html><body><p>The ferry left.</p></body></html>");

    @Test
    void readsConversionsAsText() {
        Read read = Read.of(Packing.joined(INFO, Packing.wet(1, "The ferry left.\n"), Packing.wet(2, "")));
        SourceDocument one = read.documents().get(0);
        assertThat(one.id()).isEqualTo(Packing.uuid(1));
        assertThat(one.text()).isEqualTo("The ferry left.\n");
        assertThat(one.form()).isEqualTo(SourceDocument.Form.TEXT);
        assertThat(one.url()).isEqualTo("https://harbour.example/1");
        assertThat(one.crawled()).isEqualTo(LocalDate.of(2019, 6, 2));
        assertThat(read.documents()).hasSize(2);
        assertThat(read.failures()).isEmpty();
        assertThat(read.skipped()).isEqualTo("1 WARC records of other kinds");
    }

    @Test
    void readsPagesAndSkipsWhatIsNone() {
        Read read = Read.of(Packing.joined(
                INFO,
                Packing.response(1, "200 OK\r\nContent-Type: text/html; charset=utf-8", PAGE),
                Packing.response(2, "200 OK\r\nContent-Type: image/png", PAGE),
                Packing.response(3, "404 Not Found\r\nContent-Type: text/html", PAGE),
                Packing.response(4, "301 Moved\r\nLocation: /1", new byte[0]),
                Packing.response(5, "200 OK", PAGE),
                Packing.response(6, "200\r\nContent-Type: text/plain", bytes("Plain.")),
                Packing.record(
                        bytes("Kept."), "WARC-Type: resource", "Content-Type: text/plain", "WARC-Target-URI: <u>"),
                Packing.record(bytes("GET /"), "WARC-Type: request", "Content-Type: application/http")));
        assertThat(read.failures()).isEmpty();
        assertThat(read.ids()).containsExactly(Packing.uuid(1), Packing.uuid(5), Packing.uuid(6), "stdin:8");
        assertThat(read.documents().get(0).form()).isEqualTo(SourceDocument.Form.HTML);
        assertThat(read.documents().get(1).form()).isEqualTo(SourceDocument.Form.HTML);
        assertThat(read.documents().get(2).text()).isEqualTo("Plain.");
        assertThat(read.documents().get(3).url()).isEqualTo("u");
        assertThat(read.skipped())
                .isEqualTo("2 WARC records of other kinds, 1 WARC records that are neither HTML nor text, 2 HTTP"
                        + " responses without success");
    }

    @Test
    void decodesTransferAndContentEncodings() {
        String type = "200 OK\r\nContent-Type: text/html\r\n";
        byte[] brotli = {0x0B, 0x02, (byte) 0x80, 'H', 'e', 'l', 'l', 'o', 0x03};
        Read read = Read.of(Packing.joined(
                Packing.response(1, type + "Transfer-Encoding: chunked", chunked(PAGE)),
                Packing.response(2, type + "Content-Encoding: gzip", Packing.gzip(PAGE)),
                Packing.response(
                        3,
                        type + "Content-Encoding: x-gzip\r\nTransfer-Encoding: Chunked",
                        chunked(Packing.gzip(PAGE))),
                Packing.response(4, type + "content-encoding: deflate", deflated(PAGE)),
                Packing.response(5, type + "Content-Encoding: zstd", Packing.zstd(PAGE)),
                Packing.response(6, type + "Content-Encoding: gzip, br", PAGE),
                Packing.response(7, type + "Transfer-Encoding: chunked", PAGE),
                Packing.response(8, type + "Content-Encoding: UTF-8", PAGE)));
        assertThat(read.failures()).isEmpty();
        assertThat(read.texts()).hasSize(8).allMatch(new String(PAGE, UTF_8)::equals);
        assertThat(Read.of(Packing.response(1, type + "Content-Encoding: br", brotli))
                        .texts())
                .containsExactly("Hello");
    }

    @Test
    void theServersCharsetIsADeclaration() {
        String russian = "Паром вышел из гавани в воскресенье утром, сообщил начальник порта.";
        byte[] page = russian.getBytes(Charset.forName("KOI8-R"));
        Read read = Read.of(Packing.joined(
                Packing.response(1, "200 OK\r\nContent-Type: text/plain; charset=\"koi8-r\"", page),
                Packing.response(2, "200 OK\r\nContent-Type: text/plain; Charset=ISO-8859-1", page)));
        assertThat(read.texts()).containsExactly(russian, russian);
        assertThat(read.documents().get(0).warnings()).isEmpty();
        assertThat(read.documents().get(1).warnings())
                .containsExactly("declared as ISO-8859-1, but the bytes are KOI8-R");
    }

    @Test
    void damagedRecordsAreSkippedAndTheOthersRead() {
        List<byte[]> records = records(12);
        records.set(2, Arrays.copyOf(records.get(2), records.get(2).length / 2));
        records.set(4, replaced(records.get(4), "Content-Length: ", "Content-Length: 9"));
        records.set(6, replaced(records.get(6), "Content-Length: ", "Content-Size: "));
        records.set(8, replaced(records.get(8), "Content-Length: ", "Content-Length: 0"));
        records.set(8, Packing.joined(Arrays.copyOf(records.get(8), records.get(8).length - 4), bytes("more\r\n\r\n")));
        Read read = Read.of(Packing.joined(records.toArray(byte[][]::new)));
        assertThat(read.ids()).containsExactly(uuids(0, 1, 3, 5, 7, 9, 10, 11));
        assertThat(read.failures())
                .hasSize(4)
                .allMatch(line -> line.endsWith("; the record is skipped"))
                .anyMatch(line -> line.startsWith("-:3: the record's length is wrong"))
                .anyMatch(line -> line.startsWith("-:5: the record is cut off"))
                .anyMatch(line -> line.startsWith("-:7: the record's header has no valid Content-Length"))
                .anyMatch(line -> line.startsWith("-:9: the record's length is wrong"));
    }

    @Test
    void damagedGzipMembersAreSkippedAndTheOthersRead() {
        List<byte[]> members = new ArrayList<>();
        for (byte[] record : records(16)) {
            members.add(Packing.gzip(record));
        }
        members.set(2, Arrays.copyOf(members.get(2), members.get(2).length / 2));
        members.get(5)[members.get(5).length / 2] ^= 0x55;
        members.set(7, Packing.gzip(replaced(records(16).get(7), "Content-Length: ", "Content-Length: 9")));
        members.get(10)[members.get(10).length - 6] ^= 1;
        members.set(12, bytes("no member at all"));
        members.set(15, Arrays.copyOf(members.get(15), members.get(15).length - 9));
        Read read = Read.of(Packing.joined(members.toArray(byte[][]::new)));
        assertThat(read.ids()).containsExactly(uuids(0, 1, 3, 4, 6, 8, 9, 11, 13, 14));
        assertThat(read.failures()).hasSize(6);
    }

    @Test
    void damagedZstdFramesAreSkippedAndTheOthersRead() {
        byte[] none = {};
        List<byte[]> frames = new ArrayList<>();
        for (byte[] record : records(14)) {
            frames.add(Packing.zstdChecked(record, none));
        }
        frames.set(2, Arrays.copyOf(frames.get(2), frames.get(2).length / 2));
        frames.get(5)[frames.get(5).length / 2] ^= 0x55;
        frames.set(7, Packing.zstdChecked(replaced(records(14).get(7), "Content-Length: ", "Content-Length: 9"), none));
        frames.get(9)[frames.get(9).length - 2] ^= 1;
        frames.set(11, bytes("no frame at all"));
        frames.set(13, Arrays.copyOf(frames.get(13), frames.get(13).length - 9));
        Read read = Read.of(Packing.joined(frames.toArray(byte[][]::new)));
        assertThat(read.ids()).containsExactly(uuids(0, 1, 3, 4, 6, 8, 10, 12));
        assertThat(read.failures()).hasSize(6);
    }

    /** The header's bits are left alone: they may ask for a window beyond the limit, and that ends the file. */
    @Test
    void oneFlippedBitInAZstdFrameCostsOneRecord() {
        Random random = new Random(9);
        List<byte[]> records = records(10);
        List<byte[]> frames = records.stream()
                .map(record -> Packing.zstdChecked(record, new byte[0]))
                .toList();
        List<String> texts =
                Read.of(Packing.joined(records.toArray(byte[][]::new))).texts();
        for (int round = 0; round < 400; round++) {
            int hit = 1 + random.nextInt(frames.size() - 1);
            byte[] bad = frames.get(hit).clone();
            int at = 6 + random.nextInt(bad.length - 6);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            List<byte[]> file = new ArrayList<>(frames);
            file.set(hit, bad);
            Read read = Read.of(Packing.joined(file.toArray(byte[][]::new)));
            List<String> others = new ArrayList<>(texts);
            others.remove(hit);
            String where = "round " + round + ": byte " + at + " of frame " + hit + ": " + read.failures();
            assertThat(read.texts()).as(where).isEqualTo(others);
            assertThat(read.failures()).as(where).hasSize(1);
        }
    }

    @Test
    void aZstdFileMayBeginWithItsDictionary() {
        List<byte[]> records = records(300);
        byte[] dictionary = Packing.zstdDictionary(records);
        byte[] frames = Packing.joined(records.stream()
                .map(record -> Packing.zstdChecked(record, dictionary))
                .toArray(byte[][]::new));
        Read expected = Read.of(Packing.joined(records.toArray(byte[][]::new)));
        for (byte[] content : List.of(dictionary, Packing.zstd(dictionary))) {
            byte[] first = Packing.zstdSkippable(0xD, content);
            assertThat(Read.of(Packing.joined(first, frames)).withoutOffsets()).isEqualTo(expected.withoutOffsets());
            byte[] broken = Packing.joined(first, frames);
            broken[first.length + frames.length / 2] ^= 0x55;
            Read read = Read.of(broken);
            assertThat(read.texts()).hasSize(299);
            assertThat(read.failures()).singleElement().asString().contains("a zstd frame is damaged");
        }
        assertThat(Read.of(frames).texts()).isEmpty();
        // Of another kind, or not at the beginning, it is none.
        assertThat(Read.of(Packing.joined(Packing.zstdSkippable(0xC, dictionary), frames))
                        .texts())
                .isEmpty();
    }

    @Test
    void aDictionaryHasItsLimit() {
        byte[] zeros = Packing.zstd(new byte[3 << 20]);
        Limits limits = Limits.DEFAULT.withMaxWindowBytes(1 << 20);
        String larger = "the zstd data needs a dictionary larger than 1 MiB; raise the limit with --max-window";
        byte[] packed = Packing.zstdSkippable(0xD, zeros);
        byte[] plain = Packing.zstdSkippable(0xD, new byte[3 << 20]);
        System.arraycopy(new byte[] {0x37, (byte) 0xA4, 0x30, (byte) 0xEC}, 0, plain, 8, 4);
        assertThat(Read.of(packed, limits).failures())
                .singleElement()
                .asString()
                .contains(larger);
        assertThat(Read.of(plain, limits).failures()).singleElement().asString().contains(larger);
        assertThat(Read.of(Arrays.copyOf(packed, packed.length - 1)).failures())
                .singleElement()
                .asString()
                .contains("its dictionary is cut off");
    }

    @Test
    void oneFlippedBitCostsOneRecordAndNeverAltersAnother() {
        Random random = new Random(8);
        List<byte[]> records = records(10);
        List<String> texts =
                Read.of(Packing.joined(records.toArray(byte[][]::new))).texts();
        List<byte[]> members = records.stream().map(Packing::gzip).toList();
        for (int round = 0; round < 400; round++) {
            int hit = 1 + random.nextInt(members.size() - 1);
            byte[] bad = members.get(hit).clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            List<byte[]> file = new ArrayList<>(members);
            file.set(hit, bad);
            Read read = Read.of(Packing.joined(file.toArray(byte[][]::new)));
            List<String> others = new ArrayList<>(texts);
            others.remove(hit);
            String where = "round " + round + ": byte " + at + " of member " + hit + ": " + read.failures();
            // A bit that only names the system or the time does no harm.
            if (!read.texts().equals(texts)) {
                assertThat(read.texts()).as(where).isEqualTo(others);
                assertThat(read.failures()).as(where).hasSize(1);
            }
        }
    }

    @Test
    void recordsAreTheSameHoweverTheBytesArrive() {
        Random random = new Random(3);
        List<byte[]> records = records(30);
        records.set(7, Arrays.copyOf(records.get(7), records.get(7).length / 2));
        byte[] plain = Packing.joined(records.toArray(byte[][]::new));
        byte[] members = Packing.joined(records.stream().map(Packing::gzip).toArray(byte[][]::new));
        byte[] frames = Packing.joined(records.stream().map(Packing::zstd).toArray(byte[][]::new));
        Read expected = Read.of(plain);
        for (int round = 0; round < 50; round++) {
            for (byte[] file : List.of(plain, members, frames)) {
                Read read = Read.of(
                        new ByteArrayInputStream(file) {
                            @Override
                            public synchronized int read(byte[] buffer, int offset, int length) {
                                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(3000)));
                            }
                        },
                        Limits.DEFAULT);
                assertThat(read.withoutOffsets()).isEqualTo(expected.withoutOffsets());
            }
        }
    }

    @Test
    void largeRecordsThatNobodyWantsPassUnheld() {
        byte[] video = new byte[5 << 20];
        Limits limits = Limits.DEFAULT.withMaxDocumentBytes(1000);
        Read read = Read.of(
                Packing.joined(
                        Packing.record(video, "WARC-Type: resource", "Content-Type: video/mp4"),
                        Packing.wet(1, "The ferry left."),
                        Packing.wet(2, "x".repeat(2000)),
                        Packing.wet(3, "It came back.")),
                limits);
        assertThat(read.texts()).containsExactly("The ferry left.", "It came back.");
        assertThat(read.failures())
                .containsExactly("-:3: the record is larger than 1000 bytes; raise the limit with --max-size");
    }

    @Test
    void aLengthBeyondTheFileNeedsNoMemory() {
        byte[] lying = replaced(Packing.wet(1, "x"), "Content-Length: 1", "Content-Length: 60000000");
        byte[] absurd = replaced(Packing.wet(2, "x"), "Content-Length: 1", "Content-Length: 999999999999999999");
        Read read = Read.of(Packing.joined(lying, Packing.wet(3, "Three."), absurd));
        assertThat(read.texts()).containsExactly("Three.");
        assertThat(read.failures()).hasSize(2);
    }

    private static List<byte[]> records(int number) {
        Random random = new Random(1);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = 50 + random.nextInt(200); words > 0; words--) {
                text.append(Integer.toString(random.nextInt(), 36)).append(words % 12 == 0 ? ".\n" : " ");
            }
            records.add(Packing.wet(i, text.toString()));
        }
        return records;
    }

    private static String[] uuids(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Packing::uuid).toArray(String[]::new);
    }

    private static byte[] replaced(byte[] record, String what, String with) {
        return new String(record, ISO_8859_1).replace(what, with).getBytes(ISO_8859_1);
    }

    private static byte[] chunked(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < body.length; i += 10) {
            int n = Math.min(10, body.length - i);
            out.writeBytes(bytes(Integer.toHexString(n) + ";x=y\r\n"));
            out.write(body, i, n);
            out.writeBytes(bytes("\r\n"));
        }
        out.writeBytes(bytes("0\r\n\r\n"));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(body);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void tellsOfRecordsThatTheCrawlerHasCut() {
        byte[] page = bytes("<html><body><p>The ferry left the harbour on Sun");
        for (String reason : List.of("length", "time", "disconnect", "unspecified", "")) {
            byte[] response = Packing.joined(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), page);
            Read read = Read.of(Packing.joined(
                    Packing.record(
                            response,
                            "WARC-Type: response",
                            "WARC-Target-URI: https://harbour.example/1",
                            "Content-Type: application/http;msgtype=response",
                            "WARC-Truncated: " + reason),
                    Packing.record(
                            bytes("The ferry le"),
                            "WARC-Type: conversion",
                            "Content-Type: text/plain",
                            "WARC-Truncated: " + reason)));
            assertThat(read.documents())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.warnings())
                            .singleElement()
                            .asString()
                            .contains("WARC-Truncated: " + (reason.isEmpty() ? "unspecified" : reason)));
        }
    }

    @Test
    void tellsOfBodiesOfWhichAPartIsMissing() {
        String type = "200 OK\r\nContent-Type: text/html\r\n";
        byte[] page = bytes("<p>" + "The ferry left the harbour on Sunday. ".repeat(200) + "</p>");
        byte[] packed = Packing.gzip(page);
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        byte[] chunks = chunked(page);
        List<byte[]> records = List.of(
                Packing.response(1, type + "Content-Length: 99999", page),
                Packing.response(2, type + "Content-Encoding: gzip\r\nContent-Length: " + packed.length, half),
                Packing.response(3, type + "Transfer-Encoding: chunked", Arrays.copyOf(chunks, chunks.length - 100)),
                // These are whole, and so is what a crawler decoded.
                Packing.response(4, type + "Content-Length: " + page.length, page),
                Packing.response(5, type + "Content-Encoding: gzip\r\nContent-Length: " + packed.length, packed),
                Packing.response(6, type + "Content-Encoding: gzip\r\nContent-Length: 999999", page),
                Packing.response(7, type + "Transfer-Encoding: chunked", chunks),
                Packing.response(8, type + "Transfer-Encoding: chunked\r\nContent-Length: 999999", page));
        Read read = Read.of(Packing.joined(records.toArray(byte[][]::new)));
        assertThat(read.failures()).isEmpty();
        for (SourceDocument one : read.documents()) {
            boolean whole = read.documents().indexOf(one) >= 3;
            assertThat(one.text()).startsWith("<p>The ferry");
            assertThat(one.warnings()).as(one.id()).hasSize(whole ? 0 : 1);
        }
        assertThat(read.documents()).hasSize(8);
    }

    @Test
    void readsAnArchiveWhoseBeginningIsDamaged() {
        byte[] file = Packing.joined(records(3).toArray(byte[][]::new));
        byte[] headless = Arrays.copyOfRange(file, 30, file.length);
        byte[] nuls = Packing.joined(new byte[200], file);
        for (byte[] damaged : List.of(headless, nuls, Packing.joined("junk\r\n".getBytes(UTF_8), file))) {
            Read read = Read.of(damaged);
            assertThat(read.failures()).hasSize(1);
            assertThat(read.documents()).hasSizeBetween(2, 3);
        }
        String quoted = "A record begins so:\r\n" + new String(records(1).get(0), UTF_8);
        assertThat(Read.of(quoted.getBytes(UTF_8)).texts()).containsExactly(quoted);
    }

    @Test
    void tellsWhereEachRecordStands() {
        List<byte[]> records = records(30);
        byte[] plain = Packing.joined(records.toArray(byte[][]::new));
        byte[] members = Packing.joined(records.stream().map(Packing::gzip).toArray(byte[][]::new));
        byte[] frames = Packing.joined(records.stream().map(Packing::zstd).toArray(byte[][]::new));
        for (byte[] file : List.of(plain, members, frames)) {
            for (SourceDocument one : Read.of(file).documents()) {
                Crawl.Warc warc = one.crawl().warc();
                assertThat(warc.file()).isEqualTo("stdin");
                assertThat(warc.recordId()).isEqualTo("urn:uuid:" + one.id());
                byte[] from = Arrays.copyOfRange(file, (int) (long) warc.offset(), file.length);
                assertThat(Read.of(from).documents().get(0).id()).isEqualTo(one.id());
            }
        }
        // One member for all, or packed in another way: no place in the file is that of a record.
        assertThat(Read.of(Packing.gzip(plain)).documents().subList(1, 30))
                .allMatch(one -> one.crawl().warc().offset() == null);
        assertThat(Read.of(Packing.xz(plain)).documents())
                .allMatch(one -> one.crawl().warc().offset() == null);
        assertThat(Read.of(Packing.bzip2(members)).documents())
                .allMatch(one -> one.crawl().warc().offset() == null);
    }
}
