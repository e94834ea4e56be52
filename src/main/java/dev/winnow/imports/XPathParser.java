package dev.winnow.imports;

import dev.winnow.imports.XPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one expression of XPath 1.0. */
final class XPathParser {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"[^\"]*\"|'[^']*')|(\\d+(?:\\.\\d*)?|\\.\\d+)|(::|//|!=|<=|>=|\\.\\.|[/|\\[\\]().,@=<>+*-])"
                    + "|([\\p{L}_](?:[\\p{L}\\p{N}_.-]|:(?!:))*))");

    private static final Set<String> AXES = Set.of(
            "child",
            "descendant",
            "descendant-or-self",
            "parent",
            "ancestor",
            "ancestor-or-self",
            "self",
            "attribute",
            "following-sibling",
            "preceding-sibling",
            "following",
            "preceding");

    private static final Set<String> NODES = Set.of("text", "node", "comment", "processing-instruction");

    /** Operators by precedence, the lowest first; those of one row have the same precedence. */
    private static final List<Set<String>> OPERATORS = List.of(
            Set.of("or"),
            Set.of("and"),
            Set.of("=", "!="),
            Set.of("<", "<=", ">", ">="),
            Set.of("+", "-"),
            Set.of("*", "div", "mod"),
            Set.of("|"));

    /** Maximum depth of nested expressions. Real ones are not as deep. */
    private static final int DEEPEST = 50;

    private record Token(String text, int at) {}

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private XPathParser(String expression) {
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new UntranslatableException("this is not valid XPath from '" + rest(expression, at)
                        + "' on, so it never selected anything");
            }
            tokens.add(new Token(
                    matcher.group().strip(),
                    matcher.end() - matcher.group().strip().length()));
            at = matcher.end();
        }
        tokens.add(new Token("", expression.length()));
    }

    private static String rest(String expression, int at) {
        String rest = expression.substring(at).strip();
        return rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
    }

    /**
     * Parses an expression.
     *
     * @throws UntranslatableException if it is not valid XPath
     */
    static XPath parse(String expression) {
        XPathParser parser = new XPathParser(expression);
        XPath parsed = parser.operation(0);
        if (!parser.peek().isEmpty()) {
            throw parser.broken();
        }
        return parsed;
    }

    private XPath operation(int level) {
        if (level == OPERATORS.size()) {
            return path();
        }
        XPath left = operation(level + 1);
        while (OPERATORS.get(level).contains(peek())) {
            left = new XPath.Operation(take(), left, operation(level + 1));
        }
        return left;
    }

    private XPath path() {
        if (++depth > DEEPEST) {
            throw new UntranslatableException("it is nested more than " + DEEPEST + " deep");
        }
        try {
            return readPath();
        } finally {
            depth--;
        }
    }

    private XPath readPath() {
        XPath from = null;
        List<XPath> filters = List.of();
        List<Step> steps = new ArrayList<>();
        boolean absolute = false;
        String token = peek();
        if (token.equals("-")) {
            take();
            return new XPath.Operation("-", new XPath.Number(0), path());
        }
        if (token.startsWith("'") || token.startsWith("\"")) {
            take();
            return new XPath.Text(token.substring(1, token.length() - 1));
        }
        if (!token.isEmpty()
                && (Character.isDigit(token.charAt(0)) || token.length() > 1 && token.matches("\\.\\d+"))) {
            return new XPath.Number(Double.parseDouble(take()));
        }
        if (token.equals("(")) {
            take();
            from = operation(0);
            expect(")");
            filters = predicates();
        } else if (isName(token) && ahead(1).equals("(") && !NODES.contains(token)) {
            from = call();
            filters = predicates();
        }
        if (from != null) {
            if (!peek().equals("/") && !peek().equals("//")) {
                return filters.isEmpty() ? from : new XPath.Path(from, filters, false, steps);
            }
        } else if (token.equals("/") || token.equals("//")) {
            absolute = true;
        } else {
            steps.add(step());
        }
        while (peek().equals("/") || peek().equals("//")) {
            if (take().equals("//")) {
                steps.add(Step.ANYWHERE);
            }
            steps.add(step());
        }
        return new XPath.Path(from, filters, absolute, steps);
    }

    private XPath call() {
        String name = take();
        expect("(");
        List<XPath> arguments = new ArrayList<>();
        while (!peek().equals(")")) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(operation(0));
        }
        expect(")");
        return new XPath.Call(name, arguments);
    }

    private Step step() {
        String token = take();
        if (token.equals(".")) {
            return new Step("self", "node()", List.of());
        }
        if (token.equals("..")) {
            return new Step("parent", "node()", List.of());
        }
        String axis = "child";
        if (token.equals("@")) {
            axis = "attribute";
            token = take();
        } else if (peek().equals("::")) {
            if (!AXES.contains(token)) {
                throw broken();
            }
            take();
            axis = token;
            token = take();
        }
        if (NODES.contains(token) && peek().equals("(")) {
            take();
            expect(")");
            return new Step(axis, token + "()", predicates());
        }
        if (!token.equals("*") && !isName(token)) {
            next--;
            throw broken();
        }
        return new Step(axis, token.toLowerCase(Locale.ROOT), predicates());
    }

    private List<XPath> predicates() {
        List<XPath> predicates = new ArrayList<>();
        while (peek().equals("[")) {
            take();
            predicates.add(operation(0));
            expect("]");
        }
        return predicates;
    }

    private static boolean isName(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_');
    }

    private String peek() {
        return ahead(0);
    }

    private String ahead(int by) {
        return next + by < tokens.size() ? tokens.get(next + by).text() : "";
    }

    private String take() {
        String token = peek();
        if (token.isEmpty()) {
            throw broken();
        }
        next++;
        return token;
    }

    private void expect(String token) {
        if (!peek().equals(token)) {
            throw broken();
        }
        next++;
    }

    private UntranslatableException broken() {
        String token = peek();
        return new UntranslatableException("this is not valid XPath: "
                + (token.isEmpty()
                        ? "something is missing at its end"
                        : "'" + token + "' at character " + (tokens.get(next).at() + 1) + " does not fit")
                + "; so it never selected anything");
    }
}
