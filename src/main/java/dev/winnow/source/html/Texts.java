package dev.winnow.source.html;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Small queries about the content and the surroundings of an element. Most of them examine only a limited number of nodes,
 * however large the page is.
 */
final class Texts {

    private static final Pattern LINE_ENDS = Pattern.compile("\\s*\n\\s*");

    /** Maximum number of nodes or ancestors examined. */
    private static final int MOST = 100;

    /** Maximum length of superscript text. Longer text is small print. */
    private static final int SHORT = 24;

    private static final Set<String> CHANGES = Set.of("del", "ins", "s", "strike");

    private static final Set<String> STRUCK = Set.of("del", "s", "strike");

    private static final String QUOTES = "\"'„‚“”‘’«»‹›「」『』《》〈〉";

    private Texts() {}

    static String withoutSpaces(String text) {
        StringBuilder left = new StringBuilder(text.length());
        text.chars().filter(c -> !Assembly.isSpace((char) c)).forEach(c -> left.append((char) c));
        return left.toString();
    }

    /** Returns the text of an element, white space collapsed; null if it is long or holds blocks or line breaks. */
    static @Nullable String shortOf(Element element) {
        StringBuilder text = new StringBuilder();
        Node node = element;
        for (int i = 0; i < MOST; i++) {
            node = next(node, element);
            if (node == null) {
                return text.toString().replaceAll("[ \n\t\r\f]+", " ").strip();
            }
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element inside
                    && (Tags.of(inside.normalName()).isBlock()
                            || inside.normalName().equals("br"))) {
                return null;
            }
            if (text.length() > SHORT) {
                return null;
            }
        }
        return null;
    }

    /** Returns the next node inside an element, in document order; null at its end. */
    static @Nullable Node next(Node node, Element in) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node at = node;
        while (at != null && !at.equals(in)) {
            Node sibling = at.nextSibling();
            if (sibling != null) {
                return sibling;
            }
            at = at.parent();
        }
        return null;
    }

    /** Returns the character directly after an element; a space if markup follows. */
    static int characterBehind(Element element) {
        return element.nextSibling() instanceof TextNode text
                        && !text.getWholeText().isEmpty()
                ? text.getWholeText().codePointAt(0)
                : ' ';
    }

    /** Returns the first visible character of an element; a space if none is near. */
    static int firstCharacter(Element element) {
        Node node = element;
        for (int i = 0; i < MOST && node != null; i++) {
            // The parser and Java have different definitions of blank.
            String shown = node instanceof TextNode text ? text.getWholeText().strip() : "";
            if (!shown.isEmpty()) {
                return shown.codePointAt(0);
            }
            node = next(node, element);
        }
        return ' ';
    }

    static boolean isQuote(int c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** Returns the letters and digits at the end of a text. */
    static String lastWord(String text) {
        int from = text.length();
        while (from > 0 && Character.isLetterOrDigit(text.codePointBefore(from))) {
            from -= Character.charCount(text.codePointBefore(from));
        }
        return text.substring(from);
    }

    /** Whether an element has an ancestor of a given name. */
    static boolean isIn(Element element, String name) {
        Element around = element.parent();
        for (int i = 0; around != null && i < MOST; i++) {
            if (around.normalName().equals(name)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    /** Returns the language of an element's text; empty if the page does not declare it. */
    static String language(Element element) {
        Element around = element;
        for (int i = 0; around != null && i < MOST; i++) {
            String language = around.attr(around.hasAttr("lang") ? "lang" : "xml:lang");
            if (!language.isBlank()) {
                return language;
            }
            around = around.parent();
        }
        return "";
    }

    /** Whether an element must be separated from its neighbour: a link from a link, deleted text from inserted text. */
    static boolean isApart(Element element, String name) {
        boolean link = name.equals("a");
        return (link || CHANGES.contains(name))
                && element.previousSibling() instanceof Element before
                && (link ? before.normalName().equals("a") : CHANGES.contains(before.normalName()));
    }

    /** Whether an element's text is struck out as no longer valid. */
    static boolean isStruck(String name, Style style) {
        return STRUCK.contains(name) || style.struck();
    }

    /** Whether an element is a line of code. The code then consists of several such elements, without line feeds. */
    static boolean isLineOfCode(Element element) {
        Element code = element.parent();
        if (code == null || !Tags.PREFORMATTED.contains(code.normalName()) && !isCodeAlone(code)) {
            return false;
        }
        int lines = 0;
        List<Node> nodes = code.childNodes();
        for (Node node : nodes) {
            if (!(node instanceof Element line)
                    || !line.normalName().equals(element.normalName())
                    || line.attr("class").isEmpty()
                    || !line.attr("class").equals(element.attr("class"))
                    || nodes.size() > 10 * MOST) {
                return false;
            }
            lines++;
        }
        return lines > 1 && !holdsLineFeed(code);
    }

    private static boolean isCodeAlone(Element code) {
        Element around = code.parent();
        return code.normalName().equals("code") && around != null && Tags.PREFORMATTED.contains(around.normalName());
    }

    private static boolean holdsLineFeed(Element code) {
        Node node = code;
        while (node != null) {
            if (node instanceof TextNode text && text.getWholeText().indexOf('\n') >= 0
                    || node instanceof Element element && element.normalName().equals("br")) {
                return true;
            }
            node = next(node, code);
        }
        return false;
    }

    /** Whether a table cell holds only the line numbers of the code beside it. */
    static boolean isLineNumbers(Element cell) {
        if (!Character.isDigit(firstCharacter(cell))) {
            return false;
        }
        Node beside = cell.nextSibling();
        while (beside instanceof TextNode text && text.isBlank()) {
            beside = beside.nextSibling();
        }
        if (!(beside instanceof Element code) || code.selectFirst("pre, code") == null) {
            return false;
        }
        long expected = -1;
        for (String number : cell.wholeText().split("\\D+")) {
            if (number.isEmpty()) {
                continue;
            }
            if (number.length() > 9 || expected >= 0 && Long.parseLong(number) != expected) {
                return false;
            }
            expected = Long.parseLong(number) + 1;
        }
        return expected > 0
                && cell.wholeText().chars().allMatch(c -> Character.isDigit(c) || Character.isWhitespace(c));
    }

    /** Returns the text of an element; a line break starts a new line. */
    static String lines(Element element) {
        if (element.selectFirst("br") == null) {
            return element.text();
        }
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode part) {
                        text.append(part.text());
                    } else if (node instanceof Element inner) {
                        text.append(inner.normalName().equals("br") ? "\n" : inner.isBlock() ? " " : "");
                    }
                },
                element);
        return LINE_ENDS.matcher(text).replaceAll("\n").strip();
    }
}
