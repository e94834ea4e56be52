package dev.winnow.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdDictTrainer;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs bytes as people do, for tests. */
final class Packing {

    private Packing() {}

    /** Puts a compression around a stream. */
    private interface Wrapper {
        OutputStream around(OutputStream out) throws IOException;
    }

    static byte[] gzip(byte[] bytes) {
        return packed(bytes, GZIPOutputStream::new);
    }

    static byte[] bzip2(byte[] bytes) {
        return packed(bytes, BZip2CompressorOutputStream::new);
    }

    static byte[] xz(byte[] bytes) {
        return packed(bytes, out -> new XZOutputStream(out, new LZMA2Options(0)));
    }

    static byte[] zstd(byte[] bytes) {
        return packed(bytes, ZstdOutputStream::new);
    }

    /** With a window of two to that power. */
    static byte[] zstdLong(byte[] bytes, int window) {
        return packed(bytes, out -> new ZstdOutputStream(out).setLong(window));
    }

    /** With a checksum, and with a dictionary unless it is empty. */
    static byte[] zstdChecked(byte[] bytes, byte[] dictionary) {
        return packed(bytes, out -> {
            ZstdOutputStream zstd = new ZstdOutputStream(out).setChecksum(true);
            return dictionary.length == 0 ? zstd : zstd.setDict(dictionary);
        });
    }

    /** A dictionary such as the compressor likes for these. */
    static byte[] zstdDictionary(List<byte[]> samples) {
        ZstdDictTrainer trainer = new ZstdDictTrainer(1 << 20, 8 << 10);
        samples.forEach(trainer::addSample);
        return trainer.trainSamples();
    }

    /** A frame of Zstandard that carries no data of the stream; the last digit tells its kinds apart. */
    static byte[] zstdSkippable(int digit, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x184D2A50 + digit)
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] compressed(String extension, byte[] bytes) {
        return switch (extension) {
            case "gz" -> gzip(bytes);
            case "bz2" -> bzip2(bytes);
            case "xz" -> xz(bytes);
            case "zst" -> zstd(bytes);
            default -> throw new IllegalArgumentException(extension);
        };
    }

    private static byte[] packed(byte[] bytes, Wrapper wrapper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packer = wrapper.around(out)) {
            packer.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** Sizes stand behind the entries, as where an archive is written as a stream. */
    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static byte[] tar(Map<String, byte[]> entries) {
        return tar(entries, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    static byte[] tar(Map<String, byte[]> entries, int longNames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
                header.setSize(entry.getValue().length);
                tar.putArchiveEntry(header);
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** A header of 512 bytes with a true checksum. */
    static byte[] tarHeader(String name, char type, String size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, size);
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o", sum) + "\0 ");
        return header;
    }

    private static void put(byte[] bytes, int at, String text) {
        System.arraycopy(text.getBytes(ISO_8859_1), 0, bytes, at, text.length());
    }

    /** A record with its line ends; fields are lines without the one for the length. */
    static byte[] record(byte[] content, String... fields) {
        String header =
                "WARC/1.0\r\n" + String.join("\r\n", fields) + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        return joined(header.getBytes(UTF_8), content, "\r\n\r\n".getBytes(UTF_8));
    }

    /** A record of text as Common Crawl's WET files hold them; number n has a UUID that ends with n. */
    static byte[] wet(int number, String text) {
        return record(
                text.getBytes(UTF_8),
                "WARC-Type: conversion",
                "WARC-Target-URI: https://harbour.example/" + number,
                "WARC-Date: 2019-06-02T10:00:00Z",
                "WARC-Record-ID: <urn:uuid:" + uuid(number) + ">",
                "Content-Type: text/plain");
    }

    static String uuid(int number) {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number);
    }

    static byte[] response(int number, String header, byte[] body) {
        return record(
                joined(("HTTP/1.1 " + header + "\r\n\r\n").getBytes(ISO_8859_1), body),
                "WARC-Type: response",
                "WARC-Target-URI: https://harbour.example/" + number,
                "WARC-Date: 2019-06-02T10:00:00Z",
                "WARC-Record-ID: <urn:uuid:" + uuid(number) + ">",
                "Content-Type: application/http; msgtype=response");
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(part.length * times);
        for (int i = 0; i < times; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
