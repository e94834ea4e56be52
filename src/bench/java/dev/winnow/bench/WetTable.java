package dev.winnow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.output.ArticleWriter;
import dev.winnow.render.Format;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how fast pages are cleaned that come as one WET file, against the same pages as plain text in memory. Both take turns,
 * in another order each round, and the median of the rounds' ratios is shown. The system property {@code bench.corpus} names
 * the pages, see {@link Corpus}.
 *
 * <pre>{@code ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.WetTable -Dbench.corpus=DIR}</pre>
 */
public final class WetTable {

    private static final int WARM_UP = 25;
    private static final int ROUNDS = 25;

    private final Winnow winnow = Winnow.builder().build();
    private final Work plain = new Cleaning(winnow, true);
    private final ArticleWriter writer = ArticleWriter.open("-", Format.JSONL, true, OutputStream.nullOutputStream());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Corpus.Page> pages;
    private final Path wet;

    private WetTable(List<Corpus.Page> pages, Path wet) throws IOException {
        this.pages = pages;
        this.wet = wet;
    }

    /** See the class; takes no arguments. */
    public static void main(String[] args) throws IOException {
        List<Corpus.Page> pages = Corpus.read(Path.of(System.getProperty("bench.corpus", "fixtures")));
        Path wet = Files.createTempFile("winnow-bench", ".wet");
        try {
            write(pages, wet);
            new WetTable(pages, wet).run();
        } finally {
            Files.delete(wet);
        }
    }

    private static void write(List<Corpus.Page> pages, Path wet) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(wet), 1 << 16)) {
            for (int i = 0; i < pages.size(); i++) {
                byte[] text = pages.get(i).bytes();
                String head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://paper.example/" + i
                        + "\r\nWARC-Date: 2024-03-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
                        + new java.util.UUID(0x4000L, i)
                        + ">\r\nContent-Type: text/plain\r\nContent-Length: " + text.length + "\r\n\r\n";
                file.write(head.getBytes(UTF_8));
                file.write(text);
                file.write("\r\n\r\n".getBytes(UTF_8));
            }
        }
    }

    private void run() throws IOException {
        double[] ratios = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            boolean wetFirst = (round & 1) == 0;
            double first = wetFirst ? ofWet() : ofMemory();
            double second = wetFirst ? ofMemory() : ofWet();
            if (round >= 0) {
                ratios[round] = wetFirst ? second / first : first / second;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%d pages; speed of WET, of that of plain text: %.3f (wanted: 0.900 or more)%n",
                pages.size(),
                ratios[ROUNDS / 2]);
    }

    /** Seconds that the WET file takes. */
    private double ofWet() throws IOException {
        long start = System.nanoTime();
        int documents = 0;
        try (Inputs inputs = Inputs.of(List.of(wet.toString()), System.in, Limits.DEFAULT)) {
            while (inputs.hasNext()) {
                if (inputs.next() instanceof Input.Document document) {
                    out.reset();
                    out.write(writer.render(winnow.clean(document.document())).bytes());
                    documents++;
                }
            }
        }
        if (documents != pages.size()) {
            throw new IllegalStateException(documents + " documents of " + pages.size());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds that the pages take as bytes in memory. */
    private double ofMemory() throws IOException {
        long start = System.nanoTime();
        for (Corpus.Page page : pages) {
            out.reset();
            plain.run(page, out);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
