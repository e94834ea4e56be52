package dev.winnow.normalize;

import static dev.winnow.normalize.StepsTest.assertUnchanged;
import static dev.winnow.normalize.StepsTest.normal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.winnow.document.Ledger;
import dev.winnow.document.TrackedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads cases {@code [{"label", "original", "fixed", "fixed-encoding"}]}: those in the repository must hold; a folder of
 * others is scored with {@code -Dwinnow.mojibake=DIR}, which prints one line a file and the cases that differ.
 */
class MojibakeCasesTest {

    @TestFactory
    Stream<DynamicTest> repairsTheCasesOfTheRepository() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("mojibake.json"))) {
            return read(in).stream()
                    .map(one -> DynamicTest.dynamicTest(one.getOrDefault("label", "?"), () -> {
                        assertThat(StepsTest.normal(one.get("original"))).isEqualTo(wanted(one));
                    }));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "winnow.mojibake", matches = ".+")
    void scoresAFolderOfCases() throws IOException {
        PrintStream report = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(System.getProperty("winnow.mojibake")))) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            List<Map<String, String>> cases;
            try (InputStream in = Files.newInputStream(file)) {
                cases = read(in);
            }
            List<String> differences = new ArrayList<>();
            for (Map<String, String> one : cases) {
                String got = StepsTest.normal(one.get("original"));
                if (!comparable(got).equals(comparable(wanted(one)))
                        && !comparable(got).equals(comparable(one.get("fixed")))) {
                    differences.add("  " + one.get("label") + "\n    from  " + one.get("original") + "\n    to    "
                            + got + "\n    not   " + wanted(one));
                }
            }
            report.printf(
                    Locale.ROOT,
                    "%s: %d of %d as wanted%n",
                    file.getFileName(),
                    cases.size() - differences.size(),
                    cases.size());
            differences.forEach(report::println);
        }
    }

    private static String wanted(Map<String, String> one) {
        return Objects.requireNonNull(one.getOrDefault("fixed-encoding", one.get("fixed")));
    }

    /** What other steps than the repair do to both sides must not count. */
    private static String comparable(String text) {
        Normalizer rest =
                Normalizer.standard().without("mojibake").without("unwrap").with("quotes");
        return rest.normalize(TrackedText.of(text)).text();
    }

    private static List<Map<String, String>> read(InputStream in) {
        List<Map<String, String>> cases = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            Map<String, String> one = new LinkedHashMap<>();
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> one = new LinkedHashMap<>();
                    case FIELD_NAME -> field = parser.currentName();
                    case VALUE_STRING -> one.put(field, parser.getText());
                    case END_OBJECT -> cases.add(one);
                    default -> {
                        // Brackets and values of no interest.
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    @Test
    void repairsCapitalsWithASmallLetterThatHasNoCapital() {
        assertThat(normal("Die GROÃŸE FÃœRSTIN")).isEqualTo("Die GROßE FÜRSTIN");
        assertThat(normal("AYDIN VE IÄžDIR")).isEqualTo("AYDIN VE IĞDIR");
    }

    @Test
    void repairsASmallLetterBehindTheCapitalOfAWordBesideOthers() {
        assertThat(normal("OÃ¹ est le cafÃ© ?")).isEqualTo("Où est le café ?");
        assertUnchanged("NÃO¹ e IRMÃ¹ e OÃ¹");
    }

    @Test
    void makesNoChineseCharacterOfAnAccentAndASpace() {
        assertThat(normal("Â« L’été », dit-il")).isEqualTo("« L’été », dit-il");
    }

    @Test
    void setsNoSpaceBeforeAMarkWhereTheNoBreakSpaceWasHalfALetter() {
        assertThat(normal("voilÃ  le cafÃ© de lÃ -bas, Ã  cÃ´tÃ©")).isEqualTo("voilà le café de là-bas, à côté");
        assertThat(normal("dÃ©jÃ , dit-il")).isEqualTo("déjà, dit-il");
    }

    @Test
    void repairsTwoLayersOfWhatLooksShown() {
        assertThat(normal("LOS NIÃƒâ€˜OS DE ESPAÃƒâ€˜A, Ã‚Â¿quÃƒÂ© pasÃƒÂ³? Ã‚Â«sÃƒÂ³loÃ‚Â»"))
                .isEqualTo("LOS NIÑOS DE ESPAÑA, ¿qué pasó? «sólo»");
    }

    @Test
    void repairsBoxDrawingBetweenLetters() {
        assertThat(normal("El se├▒or de Krak├│w")).isEqualTo("El señor de Kraków");
        assertUnchanged("├── src\n│   ├── main\n│   └── test\n└── pom\n");
    }

    /** Some of its pairs could be UTF-8 by chance. */
    @Test
    void leavesTextOfAnotherEncodingAsItIs() {
        for (String chinese : List.of("港口今天早上关闭了", "上一页下一页返回首页", "渡船星期天早上离开港口")) {
            assertUnchanged(misread(chinese, "GBK"));
        }
        assertUnchanged(misread("日本経済新聞", "EUC-JP"));
        assertThat(normal("Ã©tÃ© Ã  cÃ´tÃ©, " + misread("中国人民银行", "GBK")))
                .isEqualTo("été à côté, " + misread("中国人民银行", "GBK"));
    }

    private static String misread(String text, String encoding) {
        return new String(text.getBytes(Charset.forName(encoding)), Charset.forName("windows-1252"));
    }

    @Test
    void repairsALongStretchBesideAFewRightLetters() {
        assertThat(normal("éèêëÃ©Ã¨ÃªÃ«Ã´Ã»Ã®Ã¢")).isEqualTo("éèêëéèêëôûîâ");
        assertThat(normal("éèêÃ©tÃ©")).isEqualTo("éèêété");
    }

    /** A scraper's limit of length may cut amid a character. */
    @Test
    void comesToAnEndWhereverTheTextIsCut() {
        String text = "Él dijo: “más café” — и всё; 日本語のテキスト, 😀 naïve";
        for (Charset read : List.of(
                Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1, Charset.forName("windows-1251"))) {
            String broken = new String(text.getBytes(StandardCharsets.UTF_8), read);
            for (int cut = 0; cut <= broken.length(); cut++) {
                for (String piece : List.of(broken.substring(0, cut), broken.substring(cut))) {
                    TrackedText clean = Normalizer.standard().normalize(TrackedText.of(piece));
                    assertThat(Ledger.of(clean).restore(clean.text())).isEqualTo(piece);
                    assertThat(normal(clean.text())).isEqualTo(clean.text());
                }
            }
        }
    }
}
