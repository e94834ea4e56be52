package dev.winnow.web;

import dev.winnow.Winnow;
import dev.winnow.render.PlainJson;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented pages of a newspaper that nobody wrote rules for, and a workbench with them. */
final class HarbourPages {

    private static final List<String> WHO =
            List.of("The harbour master", "A neighbour", "The museum", "The ferry company", "An engineer", "The mayor");
    private static final List<String> DID =
            List.of("found", "repaired", "sold", "opened", "measured", "asked about", "painted");
    private static final List<String> WHAT = List.of(
            "the lighthouse",
            "three crates of lemons",
            "the timetable for the winter",
            "a bell that nobody had heard",
            "the first boat of the season",
            "a map of the northern quay");
    private static final List<String> WHEN = List.of(
            "on Sunday morning", "while it rained", "for the second time", "without telling anybody", "at noon");

    private HarbourPages() {}

    /** One of the pages, always the same for a number. */
    static String html(int number) {
        Random random = new Random(number);
        String headline = part(WHO, random) + " " + part(DID, random) + " " + part(WHAT, random);
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>")
                .append(headline)
                .append(
                        " | The Harbour Post</title></head><body><ul class=\"menu\">\n<li>Quays</li>\n<li>Tides</li>\n<li>Boats</li>\n</ul>")
                .append("\n<main>\n<h1>")
                .append(headline)
                .append("</h1>\n<p class=\"meta\">Harbour Post desk, ")
                .append(1 + number % 28)
                .append(" March 2021</p>\n");
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            html.append("<p>").append(sentences(random)).append("</p>\n");
            if (paragraph == 1) {
                html.append("<p class=\"tip\">Know more? Ring the harbour bell</p>\n");
            }
        }
        return html.append("<p class=\"tide\">Tide at the quay: ")
                .append(random.nextInt(9))
                .append(" feet</p>\n</main></body></html>\n")
                .toString();
    }

    private static String sentences(Random random) {
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 3; sentence++) {
            text.append(part(WHO, random))
                    .append(' ')
                    .append(part(DID, random))
                    .append(' ')
                    .append(part(WHAT, random))
                    .append(' ')
                    .append(part(WHEN, random))
                    .append(", as forty people on the northern quay can tell. ");
        }
        return text.toString().strip();
    }

    private static String part(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** A corpus of so many pages. */
    static Path corpus(Path folder, int pages) throws IOException {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            records.add(record("page-" + i, "https://harbour-post.example/2021/" + i, html(i)));
        }
        return Files.write(folder.resolve("harbour.jsonl"), records);
    }

    static String record(String id, String url, String html) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("url", url);
        record.put("html", html);
        return PlainJson.of(record);
    }

    /** A workbench with these files. */
    static Workbench serve(Path rules, Path... files) throws IOException {
        List<String> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(file.toString());
        }
        return Workbench.start(new Workbench.Settings(
                Winnow::builder,
                rules,
                null,
                () -> Inputs.of(inputs, InputStream.nullInputStream(), Limits.DEFAULT),
                Limits.DEFAULT,
                0,
                Throwable::printStackTrace));
    }
}
