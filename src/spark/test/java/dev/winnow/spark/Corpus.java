package dev.winnow.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.bench.GeneratedCorpus;
import dev.winnow.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A folder of inputs of all kinds, some of them damaged, and what the command line makes of it. */
final class Corpus {

    private Corpus() {}

    /** Makes the folder. */
    static Path write(Path folder, int generated) throws IOException {
        Path fixtures = Path.of(System.getProperty("winnow.repository", "."), "fixtures");
        Files.createDirectories(folder.resolve("pages"));
        int number = 0;
        for (String kind : List.of("sites", "html", "hostile")) {
            for (Path source : files(fixtures.resolve(kind), "source.")) {
                String name = source.getFileName().toString();
                Files.copy(source, folder.resolve("pages/" + kind + number++ + name.substring(name.lastIndexOf('.'))));
            }
        }
        GeneratedCorpus.main(new String[] {folder.resolve("generated.jsonl").toString(), "" + generated});
        List<String> lines = Files.readAllLines(folder.resolve("generated.jsonl"));
        // Without ids, so that they are those of the lines.
        List<String> anonymous = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), 2000); i++) {
            anonymous.add(lines.get(i).replaceFirst("\"id\":\"\\d+\",", ""));
            if (i % 17 == 0) {
                anonymous.add("");
            }
            if (i % 50 == 3) {
                anonymous.add("{\"text\": 3}");
                anonymous.add("\0\0\0{\"text\": \"The ferry left at noon, the harbour master said.\"}\r");
            }
            if (i % 60 == 7) {
                anonymous.add("{\"id\": \"broken\", \"text\": \"The ferry left");
            }
        }
        byte[] all = String.join("\n", anonymous).getBytes(UTF_8);
        Files.write(folder.resolve("anonymous.jsonl"), all);
        Files.write(folder.resolve("packed.jsonl.gz"), gzip(all));
        byte[] warc = warc(lines.subList(0, Math.min(40, lines.size())));
        Files.write(folder.resolve("crawl.warc"), warc);
        byte[] packed = gzip(warc);
        Files.write(folder.resolve("cut.warc.gz"), Arrays.copyOf(packed, packed.length * 2 / 3));
        commandLine(
                "--format",
                "parquet",
                "-o",
                folder.resolve("rows.parquet").toString(),
                folder.resolve("generated.jsonl").toString());
        return folder;
    }

    /** The exit code of {@code winnow clean}. */
    static int commandLine(String... arguments) {
        return command(
                Stream.concat(Stream.of("clean"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    static int command(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(arguments, InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
        if (exit == 2) {
            throw new IllegalArgumentException(err.toString(UTF_8));
        }
        return exit;
    }

    /** The lines of all files below a folder whose names contain a word and begin with no dot, in order. */
    static List<String> sortedLines(Path folder, String word) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(folder, word)) {
            lines.addAll(Files.readString(file).lines().toList());
        }
        lines.sort(null);
        return lines;
    }

    static List<Path> files(Path folder, String word) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains(word)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] warc(List<String> texts) {
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        int number = 0;
        for (String text : texts) {
            byte[] body =
                    ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<!doctype html><title>Boats</title><article><p>"
                                    + text.replaceAll("[{}\"]", "").replace("\\n\\n", "</p>\n<p>")
                                    + "</p></article>")
                            .getBytes(UTF_8);
            String header = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://boats.example/" + number
                    + "\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
                    + String.format(java.util.Locale.ROOT, "%012d", number++)
                    + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            try {
                warc.write(header.getBytes(UTF_8));
                warc.write(body);
                warc.write("\r\n\r\n".getBytes(UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return warc.toByteArray();
    }
}
