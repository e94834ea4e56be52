package dev.winnow.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of which a person said what its article is.
 *
 * @param site its host: pages of one site stand in one fold
 * @param type of the page, such as {@code article}; empty when not told
 * @param flat the page without its markup; empty when there is none
 * @param labelled lines of that text, with what each is
 * @param gold the article; empty when nobody marked it
 * @param with fragments that belong to the article
 * @param without fragments that do not
 */
record GoldPage(
        String id,
        String collection,
        String site,
        String type,
        String url,
        String html,
        String flat,
        List<Labelled> labelled,
        String gold,
        List<String> with,
        List<String> without) {

    /** A line with whether it is text of the article. */
    record Labelled(String line, boolean text) {}

    /** Python writes NaN. */
    private static final JSON READER = new JSON(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build());

    /** Reads one record. */
    static GoldPage of(String json) throws IOException {
        Map<String, Object> record = READER.mapFrom(json);
        String flat = text(record, "flat_text");
        List<Labelled> labelled = new ArrayList<>();
        List<?> labels = list(record, "flat_labels");
        int number = 0;
        for (String line : flat.split("\n")) {
            if (!line.isBlank() && number < labels.size()) {
                labelled.add(new Labelled(line, labels.get(number++).equals(1)));
            }
        }
        String id = text(record, "id");
        String domain = text(record, "domain");
        return new GoldPage(
                id,
                text(record, "dataset"),
                domain.isEmpty() ? id : domain,
                text(record, "page_type"),
                text(record, "url"),
                text(record, "html"),
                flat,
                labelled,
                text(record, "gold_text"),
                list(record, "with").stream().map(String::valueOf).toList(),
                list(record, "without").stream().map(String::valueOf).toList());
    }

    private static String text(Map<String, Object> record, String field) {
        return record.get(field) instanceof String text ? text : "";
    }

    private static List<?> list(Map<String, Object> record, String field) {
        return record.get(field) instanceof List<?> list ? list : List.of();
    }
}
