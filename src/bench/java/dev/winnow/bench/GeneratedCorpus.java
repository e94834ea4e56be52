package dev.winnow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes JSON Lines of any length with pages that look like news: a head, paragraphs, share lines, a list of other stories.
 * The same number gives the same bytes. A page has some 2 kB, so that a million make 2 GB.
 *
 * <pre>{@code ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.GeneratedCorpus -Dbench.args="FILE DOCUMENTS"}</pre>
 */
public final class GeneratedCorpus {

    private static final List<String> WHO = List.of(
            "The harbour master",
            "A baker",
            "The island's council",
            "An engineer",
            "The ferry company",
            "Two students",
            "The mayor",
            "A neighbour",
            "The museum",
            "An officer");
    private static final List<String> DID = List.of(
            "said", "announced", "found", "built", "opened", "asked about", "repaired", "measured", "sold", "painted");
    private static final List<String> WHAT = List.of(
            "a bridge over the old canal",
            "the first boat of the season",
            "a bell that nobody had heard for years",
            "three crates of lemons",
            "a map of the northern quay",
            "the lighthouse",
            "a letter from the capital",
            "the timetable for the winter",
            "a garden behind the school",
            "the price of bread");
    private static final List<String> WHEN = List.of(
            "on Sunday morning",
            "after the storm",
            "before the election",
            "in front of a small crowd",
            "last week",
            "while it rained",
            "for the second time",
            "without telling anybody",
            "at noon",
            "in the spring of 2019");

    private final Random random;

    private GeneratedCorpus(long seed) {
        random = new Random(seed);
    }

    /** Writes the corpus; arguments are the file and the number of documents. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Long.parseLong(args[1]));
    }

    static void write(Path file, long documents) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (long i = 0; i < documents; i++) {
                out.write(new GeneratedCorpus(i).record(i).getBytes(UTF_8));
            }
        }
    }

    private String record(long number) {
        String site = "paper" + number % 40 + ".example";
        String date = String.format(
                Locale.ROOT,
                "20%02d-%02d-%02d",
                10 + random.nextInt(15),
                1 + random.nextInt(12),
                1 + random.nextInt(28));
        StringBuilder text = new StringBuilder(2200);
        text.append(sentence()).append("\\n").append(date).append("\\nBy Ada Holm\\n\\n");
        int paragraphs = 6 + random.nextInt(8);
        for (int i = 0; i < paragraphs; i++) {
            for (int k = 0; k < 3; k++) {
                text.append(sentence()).append(". ");
            }
            text.append(i == 2 ? "\\n\\nShare this article\\n\\n" : "\\n\\n");
        }
        text.append("Related stories\\n");
        for (int i = 0; i < 4; i++) {
            text.append(sentence()).append("\\n");
        }
        return "{\"id\":\"" + number + "\",\"url\":\"https://" + site + "/" + date + "/" + number + "\",\"text\":\""
                + text + "\"}\n";
    }

    private String sentence() {
        return one(WHO) + " " + one(DID) + " " + one(WHAT) + " " + one(WHEN);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
