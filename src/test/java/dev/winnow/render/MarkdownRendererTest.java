package dev.winnow.render;

import static dev.winnow.render.Articles.article;
import static dev.winnow.render.Articles.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Metadata;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written is read back: the body by a parser of CommonMark, the front matter by one of YAML. */
class MarkdownRendererTest {

    private static final List<Label> LABELS =
            List.of(Label.BODY, Label.BODY, Label.TITLE, Label.HEADING, Label.QUOTE, Label.LIST, Label.LIST);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# no heading",
                "#",
                "####### seven",
                "1. no list",
                "1986. A great year",
                "1)",
                "- no list",
                "-",
                "+ 5",
                "* no list",
                "*",
                "> no quote",
                "    no code",
                "\tno code",
                "***",
                "---",
                "- - -",
                "___",
                "===",
                "[x]: https://example.org",
                "[a](b)",
                "![a](b)",
                "<tag>",
                "<!-- c",
                "<https://example.org>",
                "a \\ b",
                "\\",
                "ends with \\",
                "a | b",
                "| a |",
                "--- | ---",
                ":--",
                "```",
                "~~~",
                "`code`",
                "*a* _b_ **c**",
                "~~no~~ ~no~",
                "&amp; &#35; &copy & R&D",
                "two  \nlines",
                "a\n\nb",
                "\n",
                "a\n# b\n- c\n1. d\n    e\n===",
                "  spaces  ",
                " ",
                "ends with #",
                "C#",
                "C #",
                "C ##",
                "a\rb",
                "a\u0000b",
                "\u00A0",
                "a\u2028b",
                "1.",
                "a\n",
                "\na",
                "a \n b",
                "007. Bond",
                "12345678901. long",
                "a\fb\f",
                "Tr\u00e8s\u200B"
            })
    void textStaysText(String text) {
        for (Label label : List.of(Label.BODY, Label.TITLE, Label.HEADING, Label.QUOTE)) {
            assertThat(readBack(line(text, label))).containsExactly(shown(line(text, label)));
            assertThat(readBack(line("before", Label.BODY), line(text, label), line("after", Label.BODY)))
                    .containsExactly("p:before", shown(line(text, label)), "p:after");
        }
        assertThat(readBack(line("• " + text, Label.LIST), line("• b", Label.LIST)))
                .containsExactly("-:" + whole(afterMark(text)), "-:b");
        assertThat(readBack(line("7. a", Label.LIST), line("8. " + text, Label.LIST), line("c", Label.BODY)))
                .containsExactly("7:a", "8:" + whole(afterMark(text)), "p:c");
    }

    @Test
    void numbersStayWhatTheyAre() {
        assertThat(readBack(
                        line("3. a", Label.LIST),
                        line("4. b", Label.LIST),
                        line("4) c", Label.LIST),
                        line("7. d", Label.LIST),
                        line("07. e", Label.LIST)))
                .containsExactly("3:a", "4:b", "-:4) c", "-:7. d", "-:07. e");
    }

    @Test
    void anyLinesAreReadBack() {
        Random random = new Random(29);
        for (int round = 0; round < 2000; round++) {
            List<Article.Paragraph> lines = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                Label label = LABELS.get(random.nextInt(LABELS.size()));
                lines.add(line((label == Label.LIST ? "• " : "") + markup(random), label));
            }
            assertThat(readBack(lines.toArray(Article.Paragraph[]::new)))
                    .as("round %d", round)
                    .isEqualTo(lines.stream()
                            .filter(line -> !line.text().isEmpty())
                            .map(MarkdownRendererTest::shown)
                            .toList());
        }
    }

    @Test
    void theFrontMatterHoldsAllThatIsKnown() {
        Map<String, Object> yaml = frontMatter(render(article(Articles.MUCH_KNOWN, Map.of())));
        assertThat(yaml.keySet())
                .containsExactly(
                        "id",
                        "title",
                        "description",
                        "authors",
                        "published",
                        "section",
                        "tags",
                        "language",
                        "site",
                        "site_name",
                        "url",
                        "place",
                        "dateline_date",
                        "agency",
                        "images",
                        "credits",
                        "reading_minutes",
                        "evidence",
                        "undecided",
                        "winnow");
        assertThat(yaml)
                .containsEntry("title", "Ferry \"resumes\"")
                .containsEntry("authors", List.of("Ada Moor", "Ben Hill"))
                .containsEntry("published", "2019-06-02T08:49:00+04:00")
                .containsEntry("dateline_date", "--06-02")
                .containsEntry("reading_minutes", 3)
                .containsEntry("evidence", Map.of("title", "example.org/header"))
                .containsEntry(
                        "undecided",
                        Map.of(
                                "modified",
                                Map.of("raw", "03/04/2019", "candidates", List.of("2019-04-03", "2019-03-04"))));
        assertThat(yaml.get("images")).asString().isEqualTo("[{caption=The ferry, credit=null}]");
        assertThat(((Map<?, ?>) ((Map<?, ?>) yaml.get("winnow")).get("article")).keySet())
                .as("the same order each time")
                .map(String::valueOf)
                .containsExactly("verdict", "confidence");
        assertThat(yaml.get("winnow"))
                .isEqualTo(Map.of(
                        "version",
                        Version.current(),
                        "rules",
                        "sha256:0",
                        "kept",
                        1.0,
                        "article",
                        Map.of("verdict", "yes", "confidence", 0.769),
                        "warnings",
                        List.of()));
    }

    @Test
    void unknownFieldsOfTheInputArePassedThrough() {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("numbers", Arrays.asList(1, new BigDecimal("1E+2"), 2.5e-3, null, true, Double.NaN));
        extra.put("k".repeat(3000), List.of());
        extra.put("nested", Map.of("no", "no"));
        Map<String, Object> yaml = frontMatter(render(article(Articles.NOTHING_KNOWN, extra)));
        Map<String, Object> expected = new LinkedHashMap<>(extra);
        expected.put("numbers", Arrays.asList(1, 100, 0.0025, null, true, null));
        assertThat(yaml).containsEntry("extra", expected);
        assertThat(render(article(Articles.NOTHING_KNOWN, Map.of("n", new BigDecimal("1E+400")))))
                .contains("{\"n\": 1.0E+400}");
    }

    @Test
    void stringsAreReadAsStrings() {
        Random random = new Random(31);
        for (int round = 0; round < 500; round++) {
            String text = round < 20
                    ? List.of(
                                    "no",
                                    "2017-04-13",
                                    ": ",
                                    "#",
                                    "a\nb",
                                    "\u0000\u001b\u007f\u0080\u009f",
                                    "~",
                                    "null",
                                    "1:30",
                                    "0x1F",
                                    "'",
                                    "\"",
                                    "\\",
                                    "- a",
                                    "{a}",
                                    "\uFEFF\uFFFE\uFFFF",
                                    "%",
                                    "@",
                                    "\u2028\u0085",
                                    "<<")
                            .get(round)
                    : Articles.strange(random, 20);
            Metadata metadata = new Metadata(
                    text,
                    null,
                    List.of(text, text),
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    Map.of(),
                    List.of());
            Map<String, Object> yaml =
                    frontMatter(render(article(metadata, Map.of(text, text, "\ud800", "a", "\ud801", "b"))));
            assertThat(yaml)
                    .containsEntry("title", pairs(text))
                    .containsEntry("authors", List.of(pairs(text), pairs(text)));
            assertThat(((Map<?, ?>) yaml.get("extra")).values())
                    .map(String::valueOf)
                    .contains(pairs(text), "a", "b");
        }
    }

    private static String render(Article article) {
        Rendering rendering = Rendering.inFiles(Format.MARKDOWN, Set.of());
        return new String(rendering.render(article).bytes(), UTF_8);
    }

    /** Random text made of what Markdown takes for markup. */
    private static String markup(Random random) {
        String[] pieces = {
            "#",
            "##",
            "1.",
            "2)",
            "-",
            "+",
            "*",
            ">",
            "    ",
            " ",
            " ",
            "\t",
            "\n",
            "\n",
            "***",
            "---",
            "===",
            "[x]: ",
            "](",
            "![",
            "<b>",
            "\\",
            "|",
            ":-",
            "```",
            "~~~",
            "_",
            "&amp;",
            "&#35;",
            "a",
            "b",
            "\u00e9",
            "\ud800",
            "\r",
            "\u0000",
            "http://a.example",
            "\u2028"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String shown(Article.Paragraph line) {
        String text = whole(line.text());
        return switch (line.label()) {
            case TITLE -> "1:" + text;
            case HEADING -> "2:" + text;
            case QUOTE -> ">:" + text;
            case LIST -> "-:" + (text.startsWith("• ") ? afterMark(text.substring(1)) : text);
            default -> "p:" + text;
        };
    }

    /** A list's mark goes with the white space after it. */
    private static String afterMark(String text) {
        return text.replaceFirst("^[ \t]+", "");
    }

    private static String whole(String text) {
        return pairs(text).replace('\0', '\uFFFD');
    }

    private static String pairs(String text) {
        StringBuilder pairs = new StringBuilder();
        text.codePoints().forEach(point -> pairs.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 0xFFFD : point));
        return pairs.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> frontMatter(String markdown) {
        String yaml = markdown.substring(4, markdown.indexOf("\n---\n") + 1);
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static List<String> readBack(Article.Paragraph... lines) {
        String markdown = render(article(Articles.NOTHING_KNOWN, Map.of(), lines));
        Node document = Parser.builder().build().parse(markdown.substring(markdown.indexOf("\n---\n") + 5));
        List<String> read = new ArrayList<>();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            read(block, read);
        }
        return read;
    }

    private static void read(Node block, List<String> read) {
        if (block instanceof Heading heading) {
            read.add(heading.getLevel() + ":" + text(block));
        } else if (block instanceof Paragraph) {
            read.add("p:" + text(block));
        } else if (block instanceof BlockQuote) {
            read.add(">:" + text(block));
        } else if (block instanceof BulletList || block instanceof OrderedList) {
            int number = block instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
            for (Node item = block.getFirstChild(); item != null; item = item.getNext()) {
                read.add((block instanceof OrderedList ? String.valueOf(number++) : "-") + ":" + text(item));
            }
        } else {
            read.add("unexpected: " + block);
        }
    }

    /** The text of a block in which nothing but text and line breaks is expected. */
    private static String text(Node block) {
        StringBuilder text = new StringBuilder();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(HardLineBreak node) {
                text.append('\n');
            }

            @Override
            protected void visitChildren(Node parent) {
                if (parent != block && !(parent instanceof Paragraph && parent.getParent() == block)) {
                    text.append("unexpected: ").append(parent);
                }
                super.visitChildren(parent);
            }
        });
        return text.toString();
    }
}
