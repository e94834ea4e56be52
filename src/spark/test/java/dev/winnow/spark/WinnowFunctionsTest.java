package dev.winnow.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WinnowFunctionsTest {

    private static final String TEXT = "Ferry returns to the harbour\\n3 MIN READ\\n\\n"
            + "The ferry left at noon on Sunday, the harbour master said.\\n\\nShare this article";
    private static final String URL = "https://boats.example/2021/03/04/ferry";

    @TempDir
    static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void cleansTextAndHtmlInSql() {
        WinnowFunctions.register(spark);
        Row row = spark.sql(
                        "SELECT a.text, a.metadata.title, a.metadata.site, winnow_clean(null, 'x') FROM (SELECT winnow_clean('"
                                + TEXT + "', '" + URL + "') AS a)")
                .first();
        Article article = Winnow.builder()
                .build()
                .clean(SourceDocument.builder("-", SourceDocument.Form.TEXT, TEXT.replace("\\n", "\n"))
                        .url(URL)
                        .build());
        assertThat(row.getString(0))
                .isEqualTo(article.text())
                .contains("harbour master")
                .doesNotContain("Share this");
        assertThat(row.getString(1)).isEqualTo(article.metadata().title());
        assertThat(row.getString(2)).isEqualTo("boats.example");
        assertThat(row.isNullAt(3)).isTrue();
        assertThat(spark.sql(
                                "SELECT winnow_html('<!doctype html><p>The ferry left at noon, the harbour master said.</p>"
                                        + "<footer>Imprint</footer>', null).text")
                        .first()
                        .getString(0))
                .isEqualTo("The ferry left at noon, the harbour master said.");
    }

    @Test
    void givesNullForWhatTakesTooLong() {
        WinnowFunctions.register(spark, Settings.DEFAULT, Duration.ofMillis(1));
        // Some megabytes of prose take longer than a millisecond on any machine.
        Row row = spark.sql(
                        "SELECT winnow_clean(repeat('The ferry left at noon on Sunday, the harbour master said. ', 60000), null)")
                .first();
        assertThat(row.isNullAt(0)).isTrue();
        WinnowFunctions.register(spark);
        assertThat(spark.sql("SELECT winnow_clean('" + TEXT + "', null).text")
                        .first()
                        .getString(0))
                .contains("harbour master");
    }

    /** As {@code spark.udf.registerJavaFunction(name, class, type)} of PySpark does. */
    @Test
    void isRegisteredByTheNameOfItsClass() {
        spark.udf()
                .registerJava(
                        "cleaned",
                        CleanText.class.getName(),
                        org.apache.spark.sql.types.DataType.fromDDL(
                                WinnowFunctions.type().toDDL()));
        assertThat(spark.sql("SELECT cleaned('" + TEXT + "', null).text")
                        .first()
                        .getString(0))
                .contains("The ferry left at noon on Sunday, the harbour master said.");
    }

    @Test
    void cleansADataset() {
        Dataset<Row> pages = spark.sql("SELECT * FROM VALUES ('" + URL + "', '" + TEXT
                + "', 7), ('b', 'The boat stays.', 8), ('c', null, 9)" + " AS pages(url, text, shelf)");
        Dataset<Row> cleaned =
                Cleaner.clean(pages.repartition(3), Cleaner.Options.DEFAULT).cache();
        assertThat(cleaned.where("rejected IS NULL")
                        .selectExpr("id", "metadata.extra")
                        .as(org.apache.spark.sql.Encoders.tuple(
                                org.apache.spark.sql.Encoders.STRING(), org.apache.spark.sql.Encoders.STRING()))
                        .collectAsList())
                .extracting(pair -> pair._1() + " " + pair._2())
                .containsExactlyInAnyOrder(URL + " {\"shelf\":7}", "b {\"shelf\":8}");
        assertThat(cleaned.where("rejected IS NOT NULL")
                        .select("rejected.cause")
                        .first()
                        .getString(0))
                .isEqualTo("unreadable");
        assertThatThrownBy(() -> Cleaner.clean(pages.drop("url"), Cleaner.Options.DEFAULT))
                .hasMessageContaining("neither a column id nor url");
    }

    @Test
    void setsAsideWhatTakesTooLong() {
        Dataset<Row> pages =
                spark.sql("SELECT 'a' AS id, repeat('The harbour master said that the ferry left. ', 400000) AS text");
        List<Row> rows = Cleaner.clean(pages, new Cleaner.Options(Settings.DEFAULT, false, false, Duration.ofMillis(1)))
                .select("id", "rejected.cause")
                .collectAsList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getString(0)).isEqualTo("a");
        assertThat(rows.get(0).getString(1)).isEqualTo("time");
    }
}
