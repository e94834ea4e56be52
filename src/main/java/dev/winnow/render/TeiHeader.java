package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Crawl;
import dev.winnow.document.Image;
import dev.winnow.document.Metadata;
import dev.winnow.document.UndecidedDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the metadata of a document as {@code <teiHeader>}. Unknown values are left out, never guessed. */
final class TeiHeader {

    /** The form of a version number in TEI. */
    private static final Pattern VERSION = Pattern.compile("\\d+[a-z]*\\d*(?:\\.\\d+[a-z]*\\d*){0,3}");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*");

    private final Article article;
    private final Metadata metadata;

    TeiHeader(Article article) {
        this.article = article;
        this.metadata = article.metadata();
    }

    /** Returns the language as a value of {@code xml:lang}; null if unknown. */
    @Nullable
    String language() {
        String language = metadata.language();
        return language != null && LANGUAGE.matcher(language).matches() ? language : null;
    }

    void fileDescription(XmlOut xml) {
        xml.raw("<fileDesc>\n<titleStmt>\n");
        title(xml);
        metadata.authors().forEach(author -> xml.line("author", author));
        xml.raw("</titleStmt>\n");
        if (metadata.readingMinutes() != null) {
            String minutes = metadata.readingMinutes().toString();
            xml.raw("<extent>").element("measure", minutes, "type", "reading-time", "unit", "min", "quantity", minutes);
            xml.raw("</extent>\n");
        }
        publication(xml);
        images(xml);
        source(xml);
        xml.raw("</fileDesc>\n");
    }

    private void title(XmlOut xml) {
        if (metadata.title() == null) {
            // TEI requires a title. The type "id" says that this is not one.
            xml.line("title", article.id(), "type", "id");
        } else {
            xml.line("title", metadata.title());
        }
    }

    private @Nullable String publisher() {
        return metadata.siteName() == null ? metadata.site() : metadata.siteName();
    }

    private void publication(XmlOut xml) {
        if (publisher() == null) {
            xml.raw("<publicationStmt><p/></publicationStmt>\n");
            return;
        }
        xml.raw("<publicationStmt>\n").line("publisher", publisher());
        date("published", metadata.published(), xml);
        xml.raw("</publicationStmt>\n");
    }

    private void images(XmlOut xml) {
        if (metadata.images().isEmpty()) {
            return;
        }
        xml.raw("<notesStmt>\n");
        for (Image image : metadata.images()) {
            xml.raw("<note type=\"image\">")
                    .element("seg", image.caption(), "type", "caption")
                    .element("name", image.credit(), "type", "credit")
                    .raw("</note>\n");
        }
        xml.raw("</notesStmt>\n");
    }

    private void source(XmlOut xml) {
        xml.raw("<sourceDesc>\n<bibl>\n").line("title", metadata.title(), "level", "a");
        metadata.authors().forEach(author -> xml.line("author", author));
        responsible("agency", metadata.agency(), xml);
        metadata.credits().forEach(credit -> responsible("credit", credit, xml));
        xml.line("publisher", publisher());
        date("published", metadata.published(), xml);
        date("modified", metadata.modified(), xml);
        metadata.undecided().forEach(date -> undecided(date, xml));
        xml.line("idno", article.id(), "type", "id");
        xml.line("idno", metadata.url(), "type", "URL");
        crawl(xml);
        xml.line("idno", metadata.site(), "type", "site");
        xml.raw("</bibl>\n</sourceDesc>\n");
    }

    private void crawl(XmlOut xml) {
        Crawl crawl = article.crawl();
        if (crawl == null) {
            return;
        }
        date("crawled", crawl.time(), xml);
        if (crawl.warc() != null) {
            xml.raw("<idno type=\"WARC\">").element("idno", crawl.warc().file(), "type", "file");
            Long offset = crawl.warc().offset();
            xml.element("idno", offset == null ? null : offset.toString(), "type", "offset");
            xml.element("idno", crawl.warc().recordId(), "type", "record").raw("</idno>\n");
        }
    }

    private static void responsible(String role, @Nullable String name, XmlOut xml) {
        if (name != null) {
            xml.raw("<respStmt>").element("resp", role).element("name", name).raw("</respStmt>\n");
        }
    }

    private static void date(String type, @Nullable String date, XmlOut xml) {
        xml.line("date", date, "type", type, "when", TeiDate.when(date));
    }

    /** Writes an ambiguous date as the interval from its earliest to its latest reading. */
    private static void undecided(UndecidedDate date, XmlOut xml) {
        List<String> readings = date.candidates().stream()
                .map(TeiDate::when)
                .flatMap(Stream::ofNullable)
                .filter(reading -> Character.isDigit(reading.charAt(0)))
                .sorted()
                .toList();
        xml.line(
                "date",
                date.raw(),
                "type",
                word(date.field()),
                "cert",
                "unknown",
                "notBefore",
                readings.isEmpty() ? null : readings.get(0),
                "notAfter",
                readings.isEmpty() ? null : readings.get(readings.size() - 1));
    }

    /** @param replaced number of characters of the document that XML cannot hold */
    void encodingDescription(long replaced, XmlOut xml) {
        xml.raw("<encodingDesc>\n");
        application(
                xml,
                List.of(
                        new String[] {"idno", "rules", article.rules()},
                        new String[] {"num", "kept", JsonOut.digits(article.kept())},
                        new String[] {
                            "num",
                            "article-" + article.presence().verdict().key(),
                            JsonOut.digits(article.presence().confidence())
                        }));
        if (replaced > 0
                || !metadata.evidence().isEmpty()
                || !article.warnings().isEmpty()) {
            xml.raw("<editorialDecl>\n");
            normalization(replaced, xml);
            evidence(xml);
            article.warnings().forEach(warning -> xml.line("ab", warning, "type", "warning"));
            xml.raw("</editorialDecl>\n");
        }
        xml.raw("</encodingDesc>\n");
    }

    /** Writes the program that wrote the document. */
    static void application(XmlOut xml, List<String[]> facts) {
        Matcher version = VERSION.matcher(Version.current());
        xml.raw("<appInfo>\n")
                .open("application", "ident", "winnow", "version", version.lookingAt() ? version.group() : "0");
        xml.raw("\n<label>Winnow</label>\n");
        for (String[] fact : facts) {
            xml.raw("<p>").element(fact[0], fact[2], "type", fact[1]).raw("</p>\n");
        }
        xml.raw("</application>\n</appInfo>\n");
    }

    private static void normalization(long replaced, XmlOut xml) {
        if (replaced > 0) {
            xml.raw("<normalization><p>").element("num", String.valueOf(replaced), "type", "replaced");
            xml.raw(" characters that XML cannot hold stand as U+FFFD.</p></normalization>\n");
        }
    }

    private void evidence(XmlOut xml) {
        if (metadata.evidence().isEmpty()) {
            return;
        }
        xml.raw("<p><list type=\"gloss\" subtype=\"evidence\">\n");
        for (Map.Entry<String, String> field : metadata.evidence().entrySet()) {
            xml.element("label", field.getKey()).line("item", field.getValue());
        }
        xml.raw("</list></p>\n");
    }

    void profileDescription(XmlOut xml) {
        xml.raw("<profileDesc>\n");
        if (metadata.description() != null) {
            xml.raw("<abstract>").element("p", metadata.description()).raw("</abstract>\n");
        }
        creation(xml);
        if (language() != null) {
            xml.raw("<langUsage>").empty("language", "ident", language()).raw("</langUsage>\n");
        }
        keywords(xml);
        xml.raw("</profileDesc>\n");
    }

    /** Writes fields of the input record that Winnow does not know, as JSON. */
    void foreignData(XmlOut xml) {
        if (!article.extra().isEmpty()) {
            xml.line("xenoData", PlainJson.of(article.extra()), "type", "extra", "subtype", "json");
        }
    }

    /** Writes date and place of the dateline. */
    private void creation(XmlOut xml) {
        String date = metadata.datelineDate();
        if (date != null || metadata.place() != null) {
            xml.raw("<creation>")
                    .element("date", date, "when", TeiDate.when(date))
                    .element("name", metadata.place(), "type", "place")
                    .raw("</creation>\n");
        }
    }

    private void keywords(XmlOut xml) {
        if (metadata.section() == null && metadata.tags().isEmpty()) {
            return;
        }
        xml.raw("<textClass>\n<keywords>\n").line("term", metadata.section(), "type", "section");
        metadata.tags().forEach(tag -> xml.line("term", tag, "type", "tag"));
        xml.raw("</keywords>\n</textClass>\n");
    }

    /** Makes a name of a field a valid value of {@code type}, which must be one word. */
    private static String word(String field) {
        String word = field.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return word.isEmpty() ? "date" : word;
    }
}
