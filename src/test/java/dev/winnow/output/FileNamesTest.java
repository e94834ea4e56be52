package dev.winnow.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.render.Articles;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    private final FileNames names = new FileNames(".txt");

    @Test
    void noNameLeadsOutOfTheFolderOrIsRefusedSomewhere() {
        assertThat(names.of("../../etc/passwd")).isEqualTo("_/_/etc/passwd.txt");
        assertThat(names.of("/etc/passwd")).isEqualTo("etc/passwd.txt");
        assertThat(names.of("..")).isEqualTo("_.txt");
        assertThat(names.of("C:\\Windows\\nul.txt")).isEqualTo("C_/Windows/_nul.txt");
        assertThat(names.of("con.tar/LPT1")).isEqualTo("_con.tar/_LPT1.txt");
        assertThat(names.of("aux .log")).isEqualTo("_aux .log.txt");
        assertThat(names.of("https://example.org/?q=1")).isEqualTo("https_/example.org/_q=1.txt");
        assertThat(names.of("")).isEqualTo("document.txt");
        assertThat(names.of("a\u0000b\n\ud800 . ")).isEqualTo("a_b___.txt");
        assertThat(names.of(".bashrc")).isEqualTo("_bashrc.txt");
        assertThat(names.of("d. /x")).isEqualTo("d_/x.txt");
    }

    @Test
    void noMarkTurnsANameRound() {
        assertThat(names.of("report\u202Etxt.exe")).isEqualTo("report_txt.exe.txt");
    }

    @Test
    void lengthsHaveBounds() {
        assertThat(names.of("長".repeat(300)).getBytes(UTF_8).length).isBetween(150, 230);
        assertThat(names.of("d/".repeat(3000) + "x").length()).isLessThan(1100);
        assertThat(names.of("/".repeat(1_000_000) + "x")).isEqualTo("x.txt");
    }

    @Test
    void aFileAndAFolderNeverGetOneName() {
        FileNames kept = new FileNames("");
        assertThat(kept.of("a")).isEqualTo("a");
        assertThat(kept.of("a/b")).isEqualTo("a-2/b");
        assertThat(kept.of("c/d")).isEqualTo("c/d");
        assertThat(kept.of("c")).isEqualTo("c-2");
        assertThat(names.of("x")).isEqualTo("x.txt");
        assertThat(names.of("x.txt/y")).isEqualTo("x.txt-2/y.txt");
    }

    @Test
    void namesDifferWhereCaseAndAccentsDoNotCount() {
        assertThat(names.of("Stra\u00DFe")).isEqualTo("Stra\u00DFe.txt");
        assertThat(names.of("STRASSE")).isEqualTo("STRASSE-2.txt");
        assertThat(names.of("e\u0301")).isEqualTo("\u00E9.txt");
        assertThat(names.of("\u00C9")).isEqualTo("\u00C9-2.txt");
        assertThat(names.of("zero\u200Bwidth")).isEqualTo("zero\u200Bwidth.txt");
        assertThat(names.of("zerowidth")).isEqualTo("zerowidth-2.txt");
    }

    @Test
    void withoutAnExtensionOfItsOwnTheIdKeepsIts() {
        assertThat(new FileNames("").of("a/page.html")).isEqualTo("a/page.html");
        assertThat(names.of("a/page.html")).isEqualTo("a/page.txt");
    }

    @Test
    void manyDocumentsOfOneIdCostNoMoreThanOthers() {
        String last = "";
        for (int i = 0; i < 50_000; i++) {
            last = names.of("a");
        }
        assertThat(last).isEqualTo("a-50000.txt");
    }

    @Test
    void staysApartWhenNamesAreNoLongerRemembered() {
        FileNames few = new FileNames(".txt", 3);
        List<String> given = new ArrayList<>();
        for (String id : List.of("a", "b", "b-5", "b-6", "b", "b", "b-5", "a", "a")) {
            given.add(few.of(id));
        }
        assertThat(given)
                .containsExactly(
                        "a.txt",
                        "b.txt",
                        "b-5.txt",
                        "b-6-4.txt",
                        "b-5-5.txt",
                        "b-6.txt",
                        "b-5-7.txt",
                        "a-8.txt",
                        "a-9.txt");
    }

    @Test
    void randomIdsGetNamesThatAreSafeAndApart() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            FileNames some = new FileNames(random.nextBoolean() ? ".txt" : "", random.nextInt(200));
            Set<String> files = new HashSet<>();
            Set<String> folders = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                String name = some.of(id(random));
                assertThat(files.add(compared(name))).as(name).isTrue();
                assertThat(name).doesNotMatch("(?s).*[\\p{Cc}\\p{Cs}<>:\"|?*\\\\].*");
                String[] parts = name.split("/", -1);
                for (String part : parts) {
                    assertThat(part)
                            .isNotEmpty()
                            .doesNotStartWith(".")
                            .doesNotEndWith(".")
                            .doesNotEndWith(" ");
                    assertThat(part.getBytes(UTF_8).length).isLessThan(250);
                }
                for (int p = 1; p < parts.length; p++) {
                    folders.add(compared(String.join("/", List.of(parts).subList(0, p))));
                }
            }
            if (some.of("end").equals("end.txt")) {
                assertThat(files).doesNotContainAnyElementsOf(folders);
            }
        }
    }

    private static String id(Random random) {
        List<String> parts = List.of(
                "a", "A", "b", "..", ".", "", "nul", "a.txt", "\u00E9", "e\u0301", "a-2", "a-3", "\u202E", " ", "x.md",
                "\ud83d", "b-7");
        StringBuilder id = new StringBuilder(parts.get(random.nextInt(parts.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            id.append(random.nextInt(3) == 0 ? Articles.strange(random, 4) : random.nextBoolean() ? "/" : "")
                    .append(parts.get(random.nextInt(parts.size())));
        }
        return id.toString();
    }

    private static String compared(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }
}
