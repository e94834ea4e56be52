package dev.winnow.source.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes a formula on one line. If the page has its TeX source, that is used. Else MathML is written linearly: {@code
 * <mfrac><mi>a</mi><mi>b</mi></mfrac>} becomes a/b.
 */
final class Formula {

    /** Maximum depth of nesting. No real formula is deeper. */
    private static final int DEEPEST = 60;

    /** A command for the display size that some programs put around every formula. */
    private static final Pattern STYLE =
            Pattern.compile("\\{?\\\\(?:display|text)style\\b\\s*(.*?)\\s*", Pattern.DOTALL);

    /** A TeX command, a superscript or a subscript. */
    private static final Pattern TEX = Pattern.compile("(?<![:\\w])\\\\[A-Za-z]+|[\\^_]\\{|\\^\\w|\\\\[{}()\\[\\]]");

    private static final Set<String> LEFT_OUT =
            Set.of("annotation", "annotation-xml", "mphantom", "none", "mprescripts", "mspace");

    private Formula() {}

    /** Returns the text of a formula; empty if it shows nothing. */
    static String of(Element math) {
        String tex = tex(math);
        return tex != null ? tex : collapsed(linear(math, 0));
    }

    private static @Nullable String tex(Element math) {
        for (Element annotation : math.getElementsByTag("annotation")) {
            if (annotation.attr("encoding").toLowerCase(Locale.ROOT).contains("tex")) {
                String tex = plain(annotation.wholeText());
                if (!tex.isEmpty()) {
                    return tex;
                }
            }
        }
        String alternative = math.attr("alttext");
        return isTex(alternative) ? plain(alternative) : null;
    }

    /** Whether a text looks like TeX. */
    static boolean isTex(String text) {
        return TEX.matcher(text).find();
    }

    /** Removes commands for the display size and delimiters from TeX. */
    static String plain(String tex) {
        String plain = collapsed(tex);
        for (String[] around : new String[][] {{"$$", "$$"}, {"$", "$"}, {"\\(", "\\)"}, {"\\[", "\\]"}}) {
            int inside = plain.length() - around[0].length() - around[1].length();
            if (inside > 0 && plain.startsWith(around[0]) && plain.endsWith(around[1])) {
                plain = plain.substring(around[0].length(), around[0].length() + inside)
                        .strip();
            }
        }
        boolean braced = plain.startsWith("{\\") && plain.endsWith("}");
        Matcher style = STYLE.matcher(braced ? plain.substring(0, plain.length() - 1) : plain);
        return style.matches() && plain.startsWith("{") == braced ? style.group(1) : plain;
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String linear(Element element, int depth) {
        String name = element.normalName();
        if (LEFT_OUT.contains(name) || depth > DEEPEST) {
            return "";
        }
        List<Element> parts = element.children();
        int count = parts.size();
        return switch (name) {
            case "mi", "mn", "ms" -> collapsed(element.text());
            case "mo" -> operator(collapsed(element.text()));
            case "mtext" -> " " + collapsed(element.text()) + " ";
            case "semantics" -> count == 0 ? "" : linear(parts.get(0), depth + 1);
            case "mfrac" -> count < 2 ? all(parts, depth) : one(parts.get(0), depth) + "/" + one(parts.get(1), depth);
            case "msqrt" -> "√" + wrapped(all(parts, depth));
            case "mroot" ->
                count < 2
                        ? all(parts, depth)
                        : script("^", one(parts.get(1), depth)).replace("^", "") + "√" + one(parts.get(0), depth);
            case "msup", "mover" ->
                count < 2 ? all(parts, depth) : one(parts.get(0), depth) + script("^", linear(parts.get(1), depth + 1));
            case "msub", "munder" ->
                count < 2 ? all(parts, depth) : one(parts.get(0), depth) + script("_", linear(parts.get(1), depth + 1));
            case "msubsup", "munderover" ->
                count < 3
                        ? all(parts, depth)
                        : one(parts.get(0), depth)
                                + script("_", linear(parts.get(1), depth + 1))
                                + script("^", linear(parts.get(2), depth + 1));
            case "mfenced" ->
                "(" + parts.stream().map(part -> linear(part, depth + 1)).collect(Collectors.joining(", ")) + ")";
            case "mtable" ->
                "[" + parts.stream().map(part -> linear(part, depth + 1)).collect(Collectors.joining("; ")) + "]";
            case "mtr", "mlabeledtr" ->
                parts.stream().map(part -> linear(part, depth + 1)).collect(Collectors.joining(", "));
            default -> parts.isEmpty() ? collapsed(element.ownText()) : all(parts, depth);
        };
    }

    /** Invisible operators, such as invisible times, have no text. */
    private static String operator(String text) {
        return text.codePoints().allMatch(c -> c >= 0x2061 && c <= 0x2064) ? "" : text;
    }

    private static String all(List<Element> parts, int depth) {
        StringBuilder all = new StringBuilder();
        for (Element part : parts) {
            String text = linear(part, depth + 1);
            boolean words = isWordAtEnd(all) && !text.isEmpty() && Character.isLetter(text.codePointAt(0));
            boolean numbers = !all.isEmpty()
                    && !text.isEmpty()
                    && Character.isDigit(all.charAt(all.length() - 1))
                    && Character.isDigit(text.charAt(0));
            all.append(words || numbers ? " " : "").append(text);
        }
        return all.toString();
    }

    /** Whether the text ends in a name of several letters, such as sin. */
    private static boolean isWordAtEnd(StringBuilder text) {
        int length = text.length();
        return length > 1 && Character.isLetter(text.charAt(length - 1)) && Character.isLetter(text.charAt(length - 2));
    }

    private static String one(Element part, int depth) {
        return wrapped(linear(part, depth + 1));
    }

    private static String wrapped(String text) {
        String plain = text.strip();
        boolean one = plain.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '√');
        return one || plain.codePointCount(0, plain.length()) == 1 ? plain : "(" + plain + ")";
    }

    private static String script(String mark, String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return "";
        }
        boolean above = mark.equals("^");
        Raised raised = above ? Raised.above(plain, "x", Set.of()) : Raised.below(plain, "1", ' ');
        return raised.text() != null ? Raised.characters(raised.text(), above) : mark + wrapped(plain);
    }
}
