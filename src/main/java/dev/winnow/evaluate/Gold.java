package dev.winnow.evaluate;

import dev.winnow.text.Hosts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page, and what a person says is the article on it. Only the id must be there; what is missing is null or empty, and not measured.
 *
 * @param place where the record stands, for messages
 * @param collection the field {@code dataset}, else the name of the file
 * @param site the field {@code domain}, else the one of the address
 * @param html the page
 * @param flatText the page without its markup, a line for each block
 * @param flatLabels for each line of {@code flatText} that is not blank, whether it is text of the article
 * @param text the article, a paragraph a line
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

    /** @param file what the collection is called where the record does not say it */
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

    /** The language of a code: {@code en} of {@code en-GB}. */
    private static @Nullable String language(@Nullable String first, @Nullable String second) {
        String code = first == null ? second : first;
        return code == null ? null : code.strip().split("[-_,;]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Lines of {@code flatText} that are not blank. */
    List<String> flatLines() {
        return Tokens.lines(flatText == null ? "" : flatText);
    }
}
