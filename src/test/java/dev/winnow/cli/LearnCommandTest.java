package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code winnow learn} and {@code winnow new-site}. */
class LearnCommandTest {

    private static final String[] PLACES = {
        "ferry", "lighthouse", "museum", "bakery", "library", "market", "school", "theatre", "station", "bridge"
    };

    @TempDir
    Path folder;

    private Path pages = Path.of("");

    @BeforeEach
    void write() {
        pages = folder.resolve("pages");
        for (int i = 0; i < 9; i++) {
            Pages.file(pages.resolve("page" + i + ".txt"), page(i));
        }
    }

    /** The page of a site by its number, 0 to 9: each with another article in the same layout. */
    static String page(int i) {
        String place = PLACES[i];
        StringBuilder page =
                new StringBuilder("The " + place + " opens again - Harbour Post\nHarbour Post home\nTides and weather\n"
                        + "Boats for sale\nThe " + place + " opens again\n");
        for (int p = 0; p < 5; p++) {
            page.append("\nThe keeper of the ")
                    .append(PLACES[(i + p) % 10])
                    .append(" waited for ")
                    .append(p * 10 + i)
                    .append(" days until the doors of the ")
                    .append(place)
                    .append(" were painted, and then everybody came to see it.\n");
        }
        return page + "\nElsewhere in the harbour\nThe " + PLACES[(i + 3) % 10] + " is closed\nHarbour Post, Quay 4\n";
    }

    @Test
    void writesAPackAndFixturesThatHold() throws IOException {
        Path out = folder.resolve("mine");
        Cli.Ran learnt = Cli.winnow("learn", "--site", "harbour.example", pages.toString(), "-o", out.toString());
        assertThat(learnt.exit()).as(learnt.err()).isZero();
        assertThat(learnt.err())
                .contains("rule '", "held back", "no line with the authors was found", "winnow test --rules");
        Path pack = out.resolve("sites/harbour.example.yaml");
        assertThat(Files.readString(pack)).contains("pack: harbour.example", "Elsewhere in the harbour");
        Cli.Ran tested = Cli.winnow(
                "test",
                "--rules",
                out.resolve("sites").toString(),
                "--fixtures",
                out.resolve("fixtures").toString());
        assertThat(tested.exit()).as(tested.out() + tested.err()).isZero();
        // The pages have no address: they are known by what all of them have.
        Cli.Ran tried = Cli.winnow("try", out.resolve("sites").toString(), "--corpus", pages.toString());
        assertThat(tried.out()).contains("harbour.example/below");
        assertThat(tried.err()).doesNotContain("apply to none");
        Cli.Ran linted = Cli.winnow("lint", out.resolve("sites").toString());
        assertThat(linted.exit()).as(linted.out() + linted.err()).isZero();
        Cli.Ran again = Cli.winnow("learn", "--site", "harbour.example", pages.toString(), "-o", out.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void asksForMorePages() {
        Cli.Ran few = Cli.winnow(
                "learn", "--site", "harbour.example", pages.resolve("page0.txt").toString());
        assertThat(few.exit()).isEqualTo(2);
        assertThat(few.err()).contains("1 page of harbour.example", "new-site harbour.example");
        Cli.Ran bad = Cli.winnow("learn", "--site", "harbour", pages.toString());
        assertThat(bad.err()).contains("'harbour' is not a site");
    }

    @Test
    void passesOverPagesOfOtherSites() {
        Path jsonl = Pages.file(
                folder.resolve("pages.jsonl"),
                "{\"url\": \"https://elsewhere.example/1\", \"text\": \"One\"}\n"
                        + "{\"url\": \"https://www.harbour.example/1\", \"text\": \"Two\"}\n");
        assertThat(Cli.winnow("learn", "--site", "harbour.example", jsonl.toString())
                        .err())
                .contains("1 page of other sites skipped", "1 page of harbour.example");
    }

    @Test
    void beginsFromOnePage() {
        Cli.Ran begun = Cli.winnow(
                "new-site",
                "harbour.example",
                "--from",
                pages.resolve("page0.txt").toString());
        assertThat(begun.exit()).as(begun.err()).isZero();
        assertThat(begun.out())
                .contains("pack: harbour.example", "Boats for sale", "Take out what other pages do not have");
    }
}
