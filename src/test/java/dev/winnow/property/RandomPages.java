package dev.winnow.property;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Pages put together at random from the lines of all fixtures, with damage: the same seed gives the same page. */
final class RandomPages {

    private static final List<String> LINES = fixtureLines();

    private static final List<String> DAMAGE = List.of(
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\ufeff",
            "\u0085",
            "\u2028",
            "\r",
            "\r\n",
            "\n",
            "\t",
            "&amp;amp;",
            "&nbsp;",
            "Ã©",
            "â€œ",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "e\u0301",
            "\ufb01",
            "\u0000",
            "\u0007",
            "…",
            "© ",
            " / ",
            "{",
            "}}",
            "|",
            "-\n");

    private static final List<String> BREAKS = List.of("\n", "\n", "\n\n", "\n\n", "\n \n", "\r\n", "\n\n\n", "  ");

    private RandomPages() {}

    static String page(long seed) {
        Random random = new Random(seed);
        StringBuilder page = new StringBuilder();
        int lines = 1 + random.nextInt(40);
        int at = random.nextInt(LINES.size());
        for (int i = 0; i < lines; i++) {
            // Mostly a run of neighbouring lines, so that sequences and ranges find something to do.
            at = random.nextInt(4) == 0 ? random.nextInt(LINES.size()) : (at + 1) % LINES.size();
            page.append(LINES.get(at)).append(pick(random, BREAKS));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            page.insert(random.nextInt(page.length() + 1), pick(random, DAMAGE));
        }
        return page.toString();
    }

    private static final List<String> AROUND = List.of(
            "<p>",
            "<p>",
            "<p>",
            "<div>",
            "<h1>",
            "<h2>",
            "<h3>",
            "<ul><li>",
            "<li>",
            "</ul><p>",
            "<p><a href=/x>",
            "<li><a href=https://pier.example/y>",
            "<blockquote>",
            "<figure><figcaption>",
            "</figure><p>",
            "<table><tr><td>",
            "<td>",
            "</table><p>",
            "<pre>",
            "</pre><p>",
            "<aside><p>",
            "</aside><p>",
            "<nav>",
            "</nav><p>",
            "<article>",
            "<form><label>",
            "</form><p>",
            "<button>",
            "</button><p>",
            "<div class=sidebar>",
            "<div class=related-posts>",
            "</div><p>",
            "<div hidden>",
            "<footer>",
            "</footer><p>",
            "<br>",
            " ");

    /** A page of HTML: the same lines, some of them twice, in elements of all kinds, many of them left open. */
    static String html(long seed) {
        Random random = new Random(seed);
        StringBuilder page = new StringBuilder();
        int at = random.nextInt(LINES.size());
        String line = LINES.get(at);
        if (random.nextBoolean()) {
            page.append("<title>").append(line).append("</title>");
        }
        for (int i = 1 + random.nextInt(40); i > 0; i--) {
            at = random.nextInt(4) == 0 ? random.nextInt(LINES.size()) : (at + 1) % LINES.size();
            line = random.nextInt(8) == 0 ? line : LINES.get(at);
            page.append(pick(random, AROUND)).append(line);
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            page.insert(random.nextInt(page.length() + 1), pick(random, DAMAGE));
        }
        return page.toString();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> fixtureLines() {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            List<String> lines = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.endsWith("source.txt")).sorted().toList()) {
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(lines::add);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
