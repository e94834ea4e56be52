package dev.winnow.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an article. Absent values are null or empty lists, never guessed and never {@code ""}. Dates are ISO 8601
 * with the precision of the page: {@code 2017-04-13}, {@code 2018-02-12T08:49:00+04:00}, or {@code --04-11} for a day without a
 * year.
 *
 * @param description the standfirst
 * @param site the rule pack's domain, or the URL's registrable domain
 * @param datelineDate the date in a dateline
 * @param evidence for each field the full id of the rule that gave its value, or the name of the mechanism
 * @param undecided dates with more than one reading, or contradicted by another
 */
public record Metadata(
        @Nullable String title,
        @Nullable String description,
        List<String> authors,
        @Nullable String published,
        @Nullable String modified,
        @Nullable String section,
        List<String> tags,
        @Nullable String language,
        @Nullable String site,
        @Nullable String siteName,
        @Nullable String url,
        @Nullable String place,
        @Nullable String datelineDate,
        @Nullable String agency,
        List<Image> images,
        List<String> credits,
        @Nullable Integer readingMinutes,
        Map<String, String> evidence,
        List<UndecidedDate> undecided) {

    public Metadata {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        images = List.copyOf(images);
        credits = List.copyOf(credits);
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        undecided = List.copyOf(undecided);
    }

    /**
     * Returns the fields with the names and the order that all output formats share. Values are plain: strings, lists of
     * strings, a number; for images a list of maps. Unknown values are null or empty lists.
     */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("description", description);
        fields.put("authors", authors);
        fields.put("published", published);
        fields.put("modified", modified);
        fields.put("section", section);
        fields.put("tags", tags);
        fields.put("language", language);
        fields.put("site", site);
        fields.put("site_name", siteName);
        fields.put("url", url);
        fields.put("place", place);
        fields.put("dateline_date", datelineDate);
        fields.put("agency", agency);
        fields.put("images", images.stream().map(Metadata::plain).toList());
        fields.put("credits", credits);
        fields.put("reading_minutes", readingMinutes);
        return fields;
    }

    private static Map<String, @Nullable Object> plain(Image image) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("caption", image.caption());
        plain.put("credit", image.credit());
        return plain;
    }
}
