package dev.winnow.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.source.html.Selectors;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XPathToCssTest {

    private static final int EXPRESSIONS = 600;
    private static final int PAGES = 6;

    private static final List<String> NAMES = List.of("div", "div", "p", "span", "b", "section");
    /** None of them differs from another one in its case only; see the class's promise. */
    private static final List<String> VALUES =
            List.of("date", "update", "Date-line", "share bar", "bar", "up date", "a.b", "x:y", "ad's", "date  bar");

    private static final List<String> TEXTS =
            List.of("Mara", "by Mara", " Mara ", "mara", "A (b), c", "It's", "x\ny", "");

    /** The translation of whatever is translated selects what the expression does. */
    @Test
    void selectsTheSameElementsOnRandomPages() {
        Random random = new Random(14);
        int translated = 0;
        int found = 0;
        Set<String> selectors = new HashSet<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            String xpath = expression(random);
            String css;
            try {
                css = css(xpath);
            } catch (UntranslatableException refused) {
                continue;
            }
            if (Selectors.problem(css) != null) {
                continue; // more than jsoup reads, which the import says
            }
            translated++;
            selectors.add(css);
            for (int j = 0; j < PAGES; j++) {
                Document page = Jsoup.parse(page(random));
                Set<Element> expected = new HashSet<>(page.selectXpath(xpath));
                Set<Element> selected = new HashSet<>();
                elements(xpath).forEach(one -> selected.addAll(page.select(one.toString())));
                // For jsoup the document is an element, too, around <html>.
                for (Element outer = page.body().parent(); outer != null; outer = outer.parent()) {
                    selected.remove(outer);
                    expected.remove(outer);
                }
                assertThat(selected)
                        .as("%s as %s in %s", xpath, css, page.body())
                        .isEqualTo(expected);
                found += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(translated).isGreaterThan(EXPRESSIONS / 2);
        assertThat(selectors).hasSizeGreaterThan(EXPRESSIONS / 4);
        assertThat(found).isGreaterThan(translated);
    }

    private static String expression(Random random) {
        String path = path(random);
        return switch (random.nextInt(12)) {
            case 0 -> path + " | " + path(random);
            case 1 -> "(" + step(random, "//") + ")[1]" + (random.nextBoolean() ? "" : "/" + step(random, ""));
            default -> path;
        };
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(step(random, "//"));
        for (int more = random.nextInt(3); more > 0; more--) {
            path.append(
                    switch (random.nextInt(12)) {
                        case 0 -> "/..";
                        case 1 -> step(random, "/parent::");
                        case 2 -> step(random, "/ancestor::");
                        case 3 -> "/ancestor::" + NAMES.get(random.nextInt(NAMES.size())) + "[1]";
                        case 4 -> step(random, "/following-sibling::");
                        case 5 -> "/following-sibling::*[1]" + predicate(random, 1);
                        case 6 -> step(random, "/preceding-sibling::");
                        case 7 -> step(random, random.nextBoolean() ? "/following::" : "/preceding::");
                        case 8 -> step(random, "/descendant::");
                        case 9 -> step(random, "/");
                        default -> step(random, "//");
                    });
        }
        return path.toString();
    }

    private static String step(Random random, String axis) {
        boolean any = random.nextInt(4) == 0;
        StringBuilder step = new StringBuilder(axis).append(any ? "*" : NAMES.get(random.nextInt(NAMES.size())));
        for (int more = random.nextInt(3); more > 0; more--) {
            // For jsoup <html> is not the first of its siblings, since it has none.
            step.append(any ? "[" + condition(random, 2) + "]" : predicate(random, 2));
        }
        return step.toString();
    }

    private static String predicate(Random random, int depth) {
        if (random.nextInt(5) == 0) {
            List<String> places = List.of(
                    "1",
                    "2",
                    "last()",
                    "last()-1",
                    "position()=2",
                    "position()>1",
                    "position()<3",
                    "position()=last()");
            return "[" + places.get(random.nextInt(places.size())) + "]";
        }
        return "[" + condition(random, depth) + "]";
    }

    private static String condition(Random random, int depth) {
        String value = quoted(VALUES.get(random.nextInt(VALUES.size())));
        String text = quoted(TEXTS.get(random.nextInt(TEXTS.size())));
        String attribute = List.of("@class", "@id", "@data-x").get(random.nextInt(3));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        int kind = random.nextInt(depth > 0 ? 26 : 12);
        return switch (kind) {
            case 0 -> attribute;
            case 1, 2 -> attribute + "=" + value;
            case 3 -> "contains(" + attribute + ", " + value + ")";
            case 4 -> "starts-with(" + attribute + ", " + value + ")";
            case 5, 6 -> "contains(concat(' ', normalize-space(@class), ' '), ' bar ')";
            case 7 -> "text()=" + text;
            case 8 -> "contains(text(), " + text + ")";
            case 9 -> "contains(., " + text + ")";
            case 10 -> "normalize-space(.)=" + text;
            case 11 -> ".=" + text;
            case 12, 13 -> condition(random, depth - 1) + " and " + condition(random, depth - 1);
            case 14, 15 -> condition(random, depth - 1) + " or " + condition(random, depth - 1);
            case 16 -> "not(" + condition(random, depth - 1) + ")";
            case 17 -> name + (random.nextBoolean() ? "" : predicate(random, depth - 1));
            case 18 -> ".//" + name + (random.nextBoolean() ? "" : predicate(random, depth - 1));
            case 19 -> "self::" + name + " or self::" + NAMES.get(random.nextInt(NAMES.size()));
            case 20 -> "following-sibling::" + name + "[" + condition(random, depth - 1) + "]";
            case 21 -> "preceding-sibling::" + name + "[" + condition(random, depth - 1) + "]";
            case 22 -> (random.nextBoolean() ? "parent::" : "ancestor::") + name + "[" + condition(random, 0) + "]";
            case 23 -> "preceding::" + name;
            case 24 -> name + "/" + attribute + "=" + value;
            default -> "text()[contains(., " + text + ")]";
        };
    }

    private static String quoted(String text) {
        return text.indexOf('\'') < 0 ? "'" + text + "'" : "\"" + text + "\"";
    }

    private static String page(Random random) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            element(random, html, 3);
        }
        return html.toString();
    }

    private static void element(Random random, StringBuilder html, int depth) {
        // A paragraph would end where a block begins.
        List<String> names = depth > 1 ? List.of("div", "div", "section") : NAMES;
        String name = names.get(random.nextInt(names.size()));
        html.append('<').append(name);
        for (String attribute : List.of("class", "id", "data-x")) {
            if (random.nextInt(2) == 0) {
                String value = VALUES.get(random.nextInt(VALUES.size()));
                html.append(' ').append(attribute).append("=\"").append(value).append('"');
            }
        }
        html.append('>');
        for (int inside = random.nextInt(4); inside > 0; inside--) {
            if (depth > 0 && random.nextInt(2) == 0 && !(name.equals("p") && depth > 1)) {
                element(random, html, depth == 1 ? 0 : depth - 1);
            } else {
                html.append(TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        html.append("</").append(name).append('>');
    }

    private static List<Css.Selector> elements(String xpath) {
        return XPathToCss.translate(XPathParser.parse(xpath), false).get(0).elements();
    }

    private static String css(String xpath) {
        List<XPathToCss.Selected> selected = XPathToCss.translate(XPathParser.parse(xpath), false);
        assertThat(selected).hasSize(1);
        return selected.get(0).css();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//div[@class='story']                                                  | div[class=story]",
                "//div[@id='story']                                                     | div#story",
                "//div[contains(concat(' ',normalize-space(@class),' '),' story ')]     | div.story",
                "//div[contains(@class, 'share')]                                       | div[class~=share]",
                "//*[contains(@class, 'ad') or contains(@id, 'ad')]                     | [class~=ad], [id~=ad]",
                "//article[1]                                                           | article:first-of-type",
                "//ul/li[last()]                                                        | ul > li:last-of-type",
                "//div[@class='a'][1]                                                   | div[class=a]:not(div[class=a] ~ *)",
                "//meta[@property='og:title']/@content                                  | meta[property=\"og:title\"]@content",
                "normalize-space(//h1)                                                  | h1",
                "//a[@href='/x']/ancestor::section[1]                                   | section:has(a[href=\"/x\"]:not(section section *))",
                "//a/..                                                                 | :has(> a)",
                "//h2[text()='More']/following-sibling::*                               | h2:has(> ::text:matches(^More\\z)) ~ *",
                "/html/body/main                                                        | html > body > main",
            })
    void isWrittenAsAPersonWould(String xpath, String css) {
        assertThat(css(xpath)).isEqualTo(css);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//p/text()",
                "substring-after(//p, 'By ')",
                "concat(//h1, //h2)",
                "//div[count(p) > 2]",
                "//h2/following-sibling::p[1]",
                "(//p)[2]",
                "//a[contains(span, 'x')]",
                "//p[//h1]",
                "//div[contains(@class, 'x']",
                "//[contains(@class, 'x')]",
                "//div[",
                "//div/comment()",
                "//*/@*",
                "'a text'",
                "//div[contains(@class='x')]",
            })
    void refusesWhatNoSelectorSays(String xpath) {
        assertThatThrownBy(() -> css(xpath))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageMatching(".{10,}");
    }

    @Test
    void takesTheFirstByItselfWhereOnlyOneCounts() {
        List<XPathToCss.Selected> selected = XPathToCss.translate(XPathParser.parse("(//h1)[1]"), true);
        assertThat(selected.get(0).css()).isEqualTo("h1");
    }
}
