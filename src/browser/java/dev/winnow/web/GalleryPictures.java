package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Explanation;
import dev.winnow.Explanation.LineExplanation;
import dev.winnow.Winnow;
import dev.winnow.cli.Main;
import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of the gallery in the README, when it is named: {@code -Dtest=GalleryPictures}. */
class GalleryPictures {

    private static final Path GALLERY = Path.of("docs/gallery");
    private static final int WIDTH = 1400;

    /** Fields that need no explanation in a picture. */
    private static final List<String> SHOWN =
            List.of("title", "description", "authors", "published", "section", "agency", "language", "site", "credits");

    private static final String STYLE = """
            * { box-sizing: border-box }
            body { margin: 0; padding: 24px; background: #fff; color: #1d2430; font: 15px/1.45 "DejaVu Sans", sans-serif }
            main { display: grid; grid-template-columns: 1fr 1fr; gap: 28px }
            h2 { margin: 0 0 10px; font-size: 15px; color: #5b6675 }
            .line { display: grid; grid-template-columns: 104px 1fr; gap: 10px; padding: 2px 0 }
            .label { text-align: right; font-size: 12px; line-height: 22px; color: #5b6675 }
            .gone .text { color: #8b2f2f; background: #fdeeee; text-decoration: line-through; text-decoration-color: #d99 }
            .known .text { background: #e9f2fd }
            dl { display: grid; grid-template-columns: 104px 1fr; gap: 2px 10px; margin: 0 0 14px; padding: 8px 0; background: #e9f2fd }
            dt { text-align: right; font-size: 12px; line-height: 22px; color: #35506f }
            dd { margin: 0 }
            p { margin: 0 0 12px }
            """;

    @ParameterizedTest
    @CsvSource({
        "english, sites/trtworld.com/ferry-resumes/source.txt",
        "french, sites/lefigaro.fr/harbour/source.txt",
        "russian, sites/aif.ru/harbour/source.txt"
    })
    void showsAPageBeforeAndAfter(String name, Path page) throws IOException {
        Explanation explanation = Winnow.builder()
                .build()
                .explain(SourceDocument.of(
                        name, Files.readString(Path.of("fixtures").resolve(page), UTF_8)));
        String html = "<!DOCTYPE html><meta charset=utf-8><style>" + STYLE + "</style><main><section><h2>Before</h2>"
                + explanation.lines().stream().map(GalleryPictures::line).collect(Collectors.joining())
                + "</section><section><h2>After</h2>" + after(explanation.article()) + "</section></main>";
        take(Files.writeString(Files.createTempFile("gallery", ".html"), html), name, 0);
    }

    private static String line(LineExplanation explained) {
        Article.LabelledLine line = explained.line();
        if (line.text().isBlank()) {
            return "";
        }
        boolean text = line.kept();
        String kind = text ? "" : line.label().group() == Label.Group.NOISE ? " gone" : " known";
        return "<div class='line" + kind + "'><span class=label>" + line.label().key()
                + "</span><span><span class=text>" + Entities.escape(line.text()) + "</span></span></div>";
    }

    private static String after(Article article) {
        Map<String, Object> fields = article.metadata().fields();
        String known = SHOWN.stream()
                .filter(field -> fields.get(field) != null && !List.of().equals(fields.get(field)))
                .map(field -> "<dt>" + field + "</dt><dd>" + Entities.escape(shown(fields.get(field))) + "</dd>")
                .collect(Collectors.joining());
        String text = article.text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + Entities.escape(line) + "</p>")
                .collect(Collectors.joining());
        return "<dl>" + known + "</dl>" + text;
    }

    private static String shown(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    @Test
    void showsTheReportOfARun() throws IOException {
        Path report = Files.createTempFile("gallery", ".html");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Main.run(
                new String[] {"clean", "fixtures/sites/**/source.*", "--report", report.toString()},
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                said);
        Assertions.assertThat(report).as(said.toString(UTF_8)).isNotEmptyFile();
        take(report, "report", 900);
    }

    /** @param height of the picture in pixels; 0 takes the whole page */
    private static void take(Path page, String name, int height) throws IOException {
        try (Browser browser = new Browser()) {
            browser.size(WIDTH, 900);
            browser.open(page.toUri().toString());
            int whole = ((Number) browser.run("return document.documentElement.scrollHeight")).intValue();
            browser.size(WIDTH, height == 0 ? whole : height);
            browser.picture(Files.createDirectories(GALLERY).resolve(name + ".png"));
        } finally {
            Files.delete(page);
        }
    }
}
