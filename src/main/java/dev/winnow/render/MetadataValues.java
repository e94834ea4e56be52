package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Crawl;
import dev.winnow.document.UndecidedDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the output field {@code metadata} as plain values, with the names and the order that all formats share. */
final class MetadataValues {

    private MetadataValues() {}

    static Map<String, @Nullable Object> of(Article article) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        article.metadata().fields().forEach((name, value) -> {
            values.put(name, value);
            if (name.equals("url")) {
                crawl(article.crawl(), values);
            }
        });
        values.put("evidence", article.metadata().evidence());
        Map<String, Object> undecided = new LinkedHashMap<>();
        for (UndecidedDate date : article.metadata().undecided()) {
            Map<String, Object> readings = new LinkedHashMap<>();
            readings.put("raw", date.raw());
            readings.put("candidates", date.candidates());
            undecided.putIfAbsent(date.field(), readings);
        }
        if (!undecided.isEmpty()) {
            values.put("undecided", undecided);
        }
        if (!article.extra().isEmpty()) {
            values.put("extra", article.extra());
        }
        return values;
    }

    private static void crawl(@Nullable Crawl crawl, Map<String, @Nullable Object> values) {
        values.put("crawled", crawl == null ? null : crawl.time());
        if (crawl != null && crawl.warc() != null) {
            Map<String, @Nullable Object> record = new LinkedHashMap<>();
            record.put("file", crawl.warc().file());
            record.put("offset", crawl.warc().offset());
            record.put("record_id", crawl.warc().recordId());
            values.put("warc", record);
        }
    }
}
