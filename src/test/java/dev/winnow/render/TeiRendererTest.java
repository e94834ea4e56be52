package dev.winnow.render;

import static dev.winnow.render.Articles.article;
import static dev.winnow.render.Articles.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import dev.winnow.document.Article;
import dev.winnow.document.Edit;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.Metadata;
import dev.winnow.document.Presence;
import dev.winnow.document.Reason;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import dev.winnow.output.ArticleWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What is written is read back by the JDK's parser and validated against the part of TEI that is used. */
class TeiRendererTest {

    private static final ValidationDriver SCHEMA = schema();

    @TempDir
    Path folder;

    @Test
    void fillsTheHeader() throws Exception {
        Document tei = read(write(false, article(Articles.MUCH_KNOWN, line("It rained.", Label.BODY))));
        assertThat(text(tei, "titleStmt")).isEqualTo("Ferry \"resumes\"|Ada Moor|Ben Hill");
        assertThat(text(tei, "publicationStmt")).isEqualTo("Example|2019-06-02T08:49:00+04:00");
        assertThat(text(tei, "notesStmt")).isEqualTo("The ferry");
        assertThat(text(tei, "abstract")).isEqualTo("After the storm");
        assertThat(text(tei, "keywords")).isEqualTo("WORLD|ferries");
        assertThat(text(tei, "creation")).isEqualTo("--06-02HARBOUR TOWN");
        assertThat(text(tei, "application")).isEqualTo("Winnow|sha256:0|1.0|0.769");
        assertThat(texts(tei, "idno")).contains("a", "https://example.org/a", "example.org");
        assertThat(texts(tei, "resp")).containsExactly("agency", "credit");
        assertThat(attributes(tei, "date", "when"))
                .containsExactly("2019-06-02T08:49:00+04:00", "2019-06-02T08:49:00+04:00", "", "--06-02");
        assertThat(attributes(tei, "date", "notBefore")).contains("2019-03-04");
        assertThat(attributes(tei, "date", "notAfter")).contains("2019-04-03");
        assertThat(attributes(tei, "text", "xml:lang")).containsExactly("en");
        assertThat(attributes(tei, "application", "version")).containsExactly(Version.current());
    }

    @Test
    void tellsTheValueOfEveryField() throws Exception {
        String tei = write(false, article(Articles.MUCH_KNOWN));
        Articles.MUCH_KNOWN.fields().forEach((name, value) -> {
            String shown = String.valueOf(value).replaceAll("[\\[\\]{}]|caption=|, credit=null", "");
            for (String one : value == null ? List.<String>of() : List.of(shown.split(", "))) {
                assertThat(tei).as(name).containsPattern("[>\"]" + java.util.regex.Pattern.quote(one) + "[<\"]");
            }
        });
    }

    @Test
    void labelsBecomeElementsOfTheStandard() throws Exception {
        Article article = article(
                Articles.NOTHING_KNOWN,
                line("Ferry resumes", Label.TITLE),
                line("After the storm", Label.STANDFIRST),
                line("By Ada Moor", Label.BYLINE),
                line("The ferry", Label.CAPTION),
                line("AP", Label.CREDIT),
                line("It rained\nall day.", Label.BODY),
                line("1. one", Label.LIST),
                line("2. two", Label.LIST),
                line("Ben Hill reported", Label.BYLINE),
                line("The road", Label.HEADING),
                line("\"So it goes\"", Label.QUOTE),
                line("An earlier text was wrong.", Label.CORRECTION),
                line("Explore", Label.RELATED));
        String tei = write(false, article);
        assertValid(tei);
        assertThat(tei.substring(tei.indexOf("<body>"), tei.indexOf("</body>")))
                .isEqualTo("<body>\n<div type=\"article\">\n<head type=\"main\">Ferry resumes</head>\n"
                        + "<head type=\"sub\">After the storm</head>\n<byline>By Ada Moor</byline>\n"
                        + "<figure>\n<head>The ferry</head>\n<ab type=\"credit\">AP</ab>\n</figure>\n"
                        + "<p>It rained<lb/>all day.</p>\n"
                        + "<list rend=\"numbered\">\n<item n=\"1.\">one</item>\n<item n=\"2.\">two</item>\n</list>\n"
                        + "<ab type=\"byline\">Ben Hill reported</ab>\n<div type=\"section\">\n<head>The road</head>\n"
                        + "<quote>\"So it goes\"</quote>\n<note type=\"correction\">An earlier text was wrong.</note>\n"
                        + "<ab type=\"related\">Explore</ab>\n</div>\n</div>\n");
    }

    @Test
    void unknownFieldsOfTheInputArePassedThroughAsJson() throws Exception {
        Article article = new Article(
                "a",
                "",
                List.of(),
                List.of(),
                Articles.NOTHING_KNOWN,
                new Ledger(List.of()),
                Presence.of(769),
                1,
                "",
                List.of(),
                null,
                List.of(),
                Map.of("a<b", List.of(1, "\u0000")),
                null);
        String tei = write(false, article);
        assertValid(tei);
        assertThat(text(read(tei), "xenoData")).isEqualTo("{\"a<b\":[1,\"\\u0000\"]}");
    }

    @Test
    void datesAreThoseOfXmlSchema() {
        assertThat(TeiDate.when("2017-04-13")).isEqualTo("2017-04-13");
        assertThat(TeiDate.when("2017-04")).isEqualTo("2017-04");
        assertThat(TeiDate.when("2017")).isEqualTo("2017");
        assertThat(TeiDate.when("--04-11")).isEqualTo("--04-11");
        assertThat(TeiDate.when("2018-02-12T08:49:00+04:00")).isEqualTo("2018-02-12T08:49:00+04:00");
        assertThat(TeiDate.when("2018-02-12T08:49+04:00")).isEqualTo("2018-02-12");
        assertThat(TeiDate.when("2018-02-12T25:49:00Z")).isEqualTo("2018-02-12");
        assertThat(TeiDate.when("2018-02-30")).isNull();
        assertThat(TeiDate.when("--02-30")).isNull();
        assertThat(TeiDate.when("0000-01-01")).isNull();
        assertThat(TeiDate.when("yesterday")).isNull();
        assertThat(TeiDate.when("")).isNull();
        assertThat(TeiDate.when(null)).isNull();
    }

    @Test
    void theLedgerKeepsTheBodyCleanAndTheTextAtHand() throws Exception {
        SourceDocument source = SourceDocument.of("a", "Latest\nIt rained (AP) all day.\nExplore\n");
        TrackedText tracked = TrackedText.of(source.text())
                .apply(List.of(
                        new Edit(0, 7, "", new Reason("common/latest", Label.RELATED, "names it")),
                        new Edit(17, 22, "", new Reason("common/agency", Label.SOURCE, "in brackets")),
                        new Edit(25, 26, "\t", new Reason("normalize/spaces", null, "a space")),
                        new Edit(30, 39, "", new Reason("common/explore", Label.RELATED, "to the end"))));
        Article article = new Article(
                "a",
                tracked.text(),
                List.of(new Article.Paragraph(tracked.text(), Label.BODY, new Span(7, 30))),
                List.of(),
                Articles.NOTHING_KNOWN,
                Ledger.of(tracked),
                Presence.of(769),
                0.5,
                "",
                List.of(),
                null,
                List.of(new SourceDocument.Undecodable(3, "81")),
                Map.of(),
                null);
        String tei = write(true, article);
        assertValid(tei);
        assertThat(tei)
                .contains("<gap n=\"1\" reason=\"related\" unit=\"chars\" quantity=\"7\"/>\n"
                        + "<p>It rained <gap n=\"2\" reason=\"source\" unit=\"chars\" quantity=\"5\"/>all\tday.</p>\n"
                        + "<gap n=\"4\" reason=\"related\" unit=\"chars\" quantity=\"9\"/>\n</div>\n</body>")
                .contains("<note n=\"1\" type=\"drop\" subtype=\"related\"><num type=\"start\">0</num>"
                        + "<num type=\"end\">7</num><idno type=\"rule\">common/latest</idno>"
                        + "<seg type=\"why\">names it</seg>"
                        + "<surplus reason=\"related\" xml:space=\"preserve\">Latest\n</surplus></note>")
                .contains("<choice><orig xml:space=\"preserve\"> </orig><reg xml:space=\"preserve\">\t</reg></choice>")
                .contains("<note type=\"decode\"><num type=\"start\">3</num><num type=\"end\">4</num>"
                        + "<seg type=\"bytes\">81</seg></note>");
        assertThat(write(false, article)).doesNotContain("<gap", "<back");
    }

    @Test
    void whatXmlCannotHoldIsReplacedAndTold() throws Exception {
        String tei = write(false, article(Articles.NOTHING_KNOWN, line("a\u0000b\ud800c\uFFFEd\u0085\r", Label.BODY)));
        assertValid(tei);
        assertThat(texts(read(tei), "p")).contains("a\uFFFDb\uFFFDc\uFFFDd\u0085\r");
        assertThat(tei).contains("<num type=\"replaced\">3</num> characters that XML cannot hold stand as U+FFFD.");
        assertThat(write(false, article(Articles.NOTHING_KNOWN, line("a\uD83D\uDE00\t", Label.BODY))))
                .doesNotContain("replaced");
    }

    @Test
    void aStreamIsACorpusThatIsWhole() throws Exception {
        Article one = article(Articles.MUCH_KNOWN, line("One.", Label.BODY));
        Article two = article(Articles.NOTHING_KNOWN);
        for (List<Article> articles : List.of(List.of(one), List.of(one, two, one))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ArticleWriter writer = ArticleWriter.open(null, Format.TEI, true, bytes)) {
                for (Article article : articles) {
                    writer.write(article);
                }
                writer.commit();
            }
            assertValid(bytes.toString(UTF_8));
            assertThat(read(bytes.toString(UTF_8)).getElementsByTagName("TEI").getLength())
                    .isEqualTo(articles.size());
            Path file = folder.resolve("corpus" + articles.size() + ".xml");
            try (ArticleWriter writer = ArticleWriter.open(file.toString(), Format.TEI, true, bytes)) {
                for (Article article : articles) {
                    writer.write(article);
                }
                writer.commit();
            }
            assertThat(file).hasBinaryContent(bytes.toByteArray());
        }
        Path empty = folder.resolve("empty.xml");
        try (ArticleWriter writer =
                ArticleWriter.open(empty.toString(), Format.TEI, false, OutputStream.nullOutputStream())) {
            writer.commit();
        }
        assertThat(read(Files.readString(empty)).getDocumentElement().getTagName())
                .isEqualTo("teiCorpus");
    }

    @Test
    void aFileOfItsOwnIsADocument() throws Exception {
        try (ArticleWriter writer =
                ArticleWriter.open(folder + "/out/", Format.TEI, false, OutputStream.nullOutputStream())) {
            writer.write(article(Articles.MUCH_KNOWN, line("One.", Label.BODY)));
            writer.commit();
        }
        String tei = Files.readString(folder.resolve("out/a.tei.xml"));
        assertThat(tei).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-model ");
        assertValid(tei);
    }

    @Test
    void anyLinesInAnyOrderAreValidAndReadBack() throws Exception {
        Random random = new Random(17);
        for (int round = 0; round < 150; round++) {
            List<Article.Paragraph> lines = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                Label label = Label.values()[random.nextInt(Label.values().length)];
                lines.add(line(Articles.strange(random, 12), label));
            }
            String tei = write(false, article(strange(random), lines.toArray(Article.Paragraph[]::new)));
            assertValid(tei);
            List<String> read = new ArrayList<>();
            lines((Element) read(tei).getElementsByTagName("body").item(0), read);
            assertThat(read)
                    .as("round %d", round)
                    .isEqualTo(
                            lines.isEmpty()
                                    ? List.of("")
                                    : lines.stream().map(TeiRendererTest::shown).toList());
        }
    }

    @Test
    void anyLedgerIsValidAndHoldsWhatStoodThere() throws Exception {
        Random random = new Random(23);
        for (int round = 0; round < 100; round++) {
            String text = Articles.strange(random, 60);
            TrackedText tracked = Articles.edited(text, random);
            Article article = Articles.of(SourceDocument.of("a", text), tracked, Articles.NOTHING_KNOWN, 1);
            String tei = write(true, article);
            assertValid(tei);
            List<String> dropped = article.ledger().entries().stream()
                    .filter(entry -> entry.operation() == Ledger.Operation.DROP)
                    .map(entry -> xmlCharacters(entry.text()))
                    .toList();
            assertThat(texts(read(tei), "surplus")).as("round %d", round).isEqualTo(dropped);
            long removals = article.ledger().entries().stream()
                    .filter(entry -> entry.operation() == Ledger.Operation.DROP && entry.label() != null)
                    .count();
            assertThat(read(tei).getElementsByTagName("gap").getLength()).isEqualTo((int) removals);
        }
    }

    private static Metadata strange(Random random) {
        return new Metadata(
                Articles.strange(random, 9),
                Articles.strange(random, 9),
                List.of(Articles.strange(random, 9)),
                Articles.strange(random, 9),
                "2019-02-31",
                Articles.strange(random, 9),
                List.of(Articles.strange(random, 9)),
                random.nextBoolean() ? "pt-BR" : Articles.strange(random, 9),
                Articles.strange(random, 9),
                null,
                Articles.strange(random, 9),
                Articles.strange(random, 9),
                "2019-06",
                Articles.strange(random, 9),
                List.of(new dev.winnow.document.Image(null, Articles.strange(random, 9))),
                List.of(Articles.strange(random, 9)),
                random.nextInt(),
                Map.of(Articles.strange(random, 9), Articles.strange(random, 9)),
                List.of(new dev.winnow.document.UndecidedDate(
                        Articles.strange(random, 9), Articles.strange(random, 9), List.of("2019-01-02", "x"))));
    }

    private static String write(boolean ledger, Article article) {
        Rendering rendering = Rendering.inFiles(Format.TEI, ledger ? Set.of(Format.Detail.LEDGER) : Set.of());
        return new String(rendering.render(article).bytes(), UTF_8);
    }

    /** A line as it must stand in the file: a mark of a list becomes an attribute. */
    private static String shown(Article.Paragraph line) {
        String text = xmlCharacters(line.text());
        return line.label() == Label.LIST
                ? text.replaceFirst("^([-*+\u2022\u00B7\u25AA\u25E6\u2023\u2013]|\\d{1,9}[.)])\\s+", "$1|")
                : text;
    }

    private static String xmlCharacters(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> shown.appendCodePoint(
                        point == '\t'
                                        || point == '\n'
                                        || point == '\r'
                                        || point >= ' ' && point < 0xD800
                                        || point >= 0xE000 && point != 0xFFFE && point != 0xFFFF
                                ? point
                                : 0xFFFD));
        return shown.toString();
    }

    /** The lines in a division and those below it. */
    private static void lines(Element container, List<String> lines) {
        for (Node child = container.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element)) {
                continue;
            }
            switch (element.getTagName()) {
                case "div", "list", "figure" -> lines(element, lines);
                default ->
                    lines.add((element.hasAttribute("n") ? element.getAttribute("n") + "|" : "") + content(element));
            }
        }
    }

    private static String content(Element element) {
        StringBuilder content = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            content.append(child instanceof Element ? "\n" : child.getTextContent());
        }
        return content.toString();
    }

    private static String text(Document tei, String element) {
        return tei.getElementsByTagName(element)
                .item(0)
                .getTextContent()
                .strip()
                .replaceAll("\\s*\n\\s*", "|");
    }

    private static List<String> texts(Document tei, String element) {
        NodeList all = tei.getElementsByTagName(element);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent())
                .toList();
    }

    private static List<String> attributes(Document tei, String element, String attribute) {
        NodeList all = tei.getElementsByTagName(element);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> ((Element) all.item(i)).getAttribute(attribute))
                .toList();
    }

    private static Document read(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static void assertValid(String xml) throws IOException, SAXException {
        assertThat(SCHEMA.validate(new InputSource(new ByteArrayInputStream(xml.getBytes(UTF_8)))))
                .as(xml)
                .isTrue();
    }

    private static ValidationDriver schema() {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new Thrower());
        ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try {
            driver.loadSchema(new InputSource(
                    TeiRendererTest.class.getResource("tei-subset.rnc").toString()));
            return driver;
        } catch (IOException | SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Makes the first fault the test's failure, with its place. */
    private static final class Thrower implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw new SAXException(fault.getLineNumber() + ":" + fault.getColumnNumber() + ": " + fault.getMessage());
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
