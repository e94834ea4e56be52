package dev.winnow.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Article;
import dev.winnow.document.Crawl;
import dev.winnow.document.Edit;
import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.TrackedText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

    @Test
    void writesTheContractedFields() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("n", Arrays.asList(1, new BigDecimal("1.50"), null, true, Map.of("x", "y"), Double.NaN));
        SourceDocument source = SourceDocument.builder("a.txt", SourceDocument.Form.TEXT, "Latest\nBody \ud800.")
                .crawl(new Crawl("2019-06-03T01:02:03Z", new Crawl.Warc("a.warc.gz", 17L, null)))
                .decoded("windows-1252", List.of(new SourceDocument.Undecodable(12, "81")))
                .warnings(List.of("a warning"))
                .extra(extra)
                .build();
        TrackedText tracked = TrackedText.of(source.text())
                .apply(List.of(
                        new Edit(0, 7, "", new Reason("common/latest", Label.RELATED, "names it")),
                        new Edit(11, 12, "\t", new Reason("normalize/spaces", null, "space"))));
        assertThat(json(Articles.of(source, tracked, Articles.MUCH_KNOWN, 0.61996), true))
                .isEqualTo(
                        "{\"id\":\"a.txt\",\"text\":\"Body\\t\\ud800.\",\"source\":\"example.org\",\"created\":\"2019-06-02\",\"added\":\"2019-06-03T01:02:03Z\","
                                + "\"metadata\":{\"title\":\"Ferry \\\"resumes\\\"\",\"description\":\"After the storm\","
                                + "\"authors\":[\"Ada Moor\",\"Ben Hill\"],\"published\":\"2019-06-02T08:49:00+04:00\",\"modified\":null,"
                                + "\"section\":\"WORLD\",\"tags\":[\"ferries\"],\"language\":\"en\",\"site\":\"example.org\","
                                + "\"site_name\":\"Example\",\"url\":\"https://example.org/a\",\"crawled\":\"2019-06-03T01:02:03Z\","
                                + "\"warc\":{\"file\":\"a.warc.gz\",\"offset\":17,\"record_id\":null},\"place\":\"HARBOUR TOWN\","
                                + "\"dateline_date\":\"--06-02\",\"agency\":\"AP\",\"images\":[{\"caption\":\"The ferry\",\"credit\":null}],"
                                + "\"credits\":[\"AP\"],\"reading_minutes\":3,\"evidence\":{\"title\":\"example.org/header\"},"
                                + "\"undecided\":{\"modified\":{\"raw\":\"03/04/2019\",\"candidates\":[\"2019-04-03\",\"2019-03-04\"]}},"
                                + "\"extra\":{\"n\":[1,1.50,null,true,{\"x\":\"y\"},null]}},"
                                + "\"winnow\":{\"version\":\"" + Version.current()
                                + "\",\"rules\":\"sha256:0\",\"kept\":0.62,\"article\":{\"verdict\":\"yes\",\"confidence\":0.769},"
                                + "\"warnings\":[\"a warning\"],\"charset\":\"windows-1252\"},"
                                + "\"ledger\":[{\"op\":\"decode\",\"start\":0,\"end\":0,\"rule\":\"source/reading\","
                                + "\"why\":\"a warning\"},{\"op\":\"drop\",\"start\":0,\"end\":7,\"label\":\"related\",\"rule\":\"common/latest\","
                                + "\"why\":\"names it\",\"text\":\"Latest\\n\"},{\"op\":\"replace\",\"start\":11,\"end\":12,"
                                + "\"rule\":\"normalize/spaces\",\"why\":\"space\",\"text\":\" \",\"with\":\"\\t\"},"
                                + "{\"op\":\"decode\",\"start\":12,\"end\":13,\"rule\":\"source/charset\",\"bytes\":\"81\"}]}\n");
    }

    @Test
    void absentValuesAreNullOrEmpty() {
        assertThat(json(Articles.of("x", ""), false))
                .isEqualTo(
                        "{\"id\":\"x\",\"text\":\"\",\"source\":null,\"created\":null,\"added\":null,\"metadata\":{\"title\":null,"
                                + "\"description\":null,\"authors\":[],\"published\":null,\"modified\":null,\"section\":null,\"tags\":[],"
                                + "\"language\":null,\"site\":null,\"site_name\":null,\"url\":null,\"crawled\":null,\"place\":null,\"dateline_date\":null,"
                                + "\"agency\":null,\"images\":[],\"credits\":[],\"reading_minutes\":null,\"evidence\":{}},"
                                + "\"winnow\":{\"version\":\"" + Version.current()
                                + "\",\"rules\":\"sha256:0\",\"kept\":1.0,\"article\":{\"verdict\":\"yes\",\"confidence\":0.769},\"warnings\":[]}}\n");
    }

    @Test
    void createdIsTheDayOrNothing() {
        assertThat(JsonRenderer.day("2017-04-13T01:00:00Z")).isEqualTo("2017-04-13");
        assertThat(JsonRenderer.day("2017-04-13")).isEqualTo("2017-04-13");
        assertThat(JsonRenderer.day("--04-13")).isNull();
        assertThat(JsonRenderer.day("2017-04")).isNull();
        assertThat(JsonRenderer.day("04/13/2017")).isNull();
    }

    @Test
    void knowsItsVersion() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private static String json(Article article, boolean ledger) {
        return ledger ? Format.JSONL.render(article, Format.Detail.LEDGER) : Format.JSONL.render(article);
    }
}
