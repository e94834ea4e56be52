package dev.winnow.evaluate;

import dev.winnow.text.Hosts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page with its article as a person marked it. Only the id is required. Missing values are null or empty, and are not measured.
 *
 * @param place file and line of the record, for messages
 * @param collection the field {@code dataset}, else the name of the file
 * @param site the field {@code domain}, else the registered host of the URL
 * @param html the page
 * @param flatText the page without its markup, one line for each block
 * @param flatLabels whether each line of {@code flatText} that is not blank is text of the article
 * @param text the article, one line for each paragraph
 * @param prefix the first words of the article
 * @param with fragments that must be found
 * @param without fragments that must not be found
 * @param crawled when the page was fetched
 */
public record Gold(
        String id,
        String place,
        String collection,
        @Nullable String url,
        @Nullable String site,
        @Nullable String language,
        @Nullable String pageType,
        @Nullable String html,
        @Nullable String flatText,
        boolean @Nullable [] flatLabels,
        @Nullable String text,
        @Nullable String prefix,
        List<String> with,
        List<String> without,
        Meta meta,
        @Nullable String crawled) {

    /** @param file name of the collection if the record gives none */
    static Gold of(Fields fields, String file) throws EvaluateException {
        String id = fields.text("id");
        if (id == null) {
            throw fields.error("'id' is missing");
        }
        String url = fields.text("url");
        String dataset = fields.text("dataset");
        String domain = fields.text("domain");
        Meta meta = Meta.of(fields.inside("gold_meta"));
        Gold gold = new Gold(
                id,
                fields.place(),
                dataset == null ? file : dataset,
                url,
                domain == null ? Hosts.registered(url) : domain,
                language(meta.language(), fields.text("lang", "lang_html")),
                fields.text("page_type"),
                fields.text("html"),
                fields.text("flat_text"),
                fields.labels("flat_labels"),
                fields.text("gold_text"),
                fields.text("gold_prefix"),
                fields.strings("with"),
                fields.strings("without"),
                meta,
                fields.text("crawl_date"));
        if (gold.flatLabels != null
                && gold.flatLabels.length != gold.flatLines().size()) {
            throw fields.error("'flat_labels' has " + gold.flatLabels.length + " labels, but 'flat_text' has "
                    + gold.flatLines().size() + " lines that are not blank");
        }
        return gold;
    }

    /** Returns the language of a code: {@code en} for {@code en-GB}. */
    private static @Nullable String language(@Nullable String first, @Nullable String second) {
        String code = first == null ? second : first;
        return code == null ? null : code.strip().split("[-_,;]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Returns the lines of {@code flatText} that are not blank. */
    List<String> flatLines() {
        return Tokens.lines(flatText == null ? "" : flatText);
    }
}
