package dev.winnow.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSS selectors of jsoup as values, so that they can be combined and a matching element can be made. Immutable.
 */
final class Css {

    private static final Pattern NAME = Pattern.compile("-?[A-Za-z_][\\w-]*");
    private static final Pattern PLAIN_VALUE = Pattern.compile("[\\w-]+");

    private Css() {}

    /** A condition on an element. */
    sealed interface Condition {

        /** Returns the condition as CSS. */
        String css();
    }

    /** The kinds of comparison of an attribute's value. */
    enum Compared {
        EXISTS,
        EQUALS,
        WORD,
        CONTAINS,
        CONTAINS_ANY_CASE,
        BEGINS
    }

    /** A condition on an attribute. */
    record Attribute(String name, Compared how, String value) implements Condition {
        @Override
        public String css() {
            return switch (how) {
                case EXISTS -> "[" + name + "]";
                case EQUALS -> equalTo();
                case WORD -> word();
                // In jsoup, ~= is a regular expression. Unlike *= it is case-sensitive, as XPath is.
                case CONTAINS -> "[" + name + "~=" + literal(value) + "]";
                case CONTAINS_ANY_CASE -> "[" + name + "~=(?i)" + literal(value) + "]";
                case BEGINS -> "[" + name + "~=^" + literal(value) + "]";
            };
        }

        private String equalTo() {
            if (name.equals("id") && NAME.matcher(value).matches()) {
                return "#" + value;
            }
            if (PLAIN_VALUE.matcher(value).matches()) {
                return "[" + name + "=" + value + "]";
            }
            boolean quotable = !value.isBlank() && value.equals(value.strip()) && value.indexOf('\\') < 0;
            return quotable && value.indexOf('"') < 0
                    ? "[" + name + "=\"" + value + "\"]"
                    : "[" + name + "~=^" + literal(value) + "\\z]";
        }

        private String word() {
            return name.equals("class") && NAME.matcher(value).matches()
                    ? "." + value
                    : "[" + name + "~=(^|\\s)" + literal(value).replace(" ", "\\s+") + "(\\s|$)]";
        }
    }

    /**
     * A condition on text, as a regular expression.
     *
     * @param function function that selects the text, such as {@code :matchesWholeText}, or the beginning of a search for text
     *     nodes
     * @param sample a text that matches
     */
    record Text(String function, String regex, String sample) implements Condition {
        @Override
        public String css() {
            return function + "(" + regex + ")" + (function.startsWith(":has(") ? ")" : "");
        }
    }

    /**
     * A condition on the position among siblings.
     *
     * @param before minimum number of earlier siblings with the same name
     */
    record Place(String css, int before) implements Condition {}

    /** Matches an element that none of the selectors selects. */
    record Not(List<Selector> selectors) implements Condition {
        @Override
        public String css() {
            return ":not(" + joined(selectors) + ")";
        }
    }

    /** Matches an element that one of the selectors selects. */
    record Is(List<Selector> selectors) implements Condition {
        @Override
        public String css() {
            return ":is(" + joined(selectors) + ")";
        }
    }

    /**
     * Matches an element with a related element that one of the selectors selects.
     *
     * @param relation combinator such as {@code "> "}; empty for any descendant
     */
    record Has(String relation, List<Selector> selectors) implements Condition {
        @Override
        public String css() {
            return ":has("
                    + selectors.stream().map(selector -> relation + selector).collect(Collectors.joining(", ")) + ")";
        }
    }

    /** An element by its name and conditions. */
    record Compound(String name, List<Condition> conditions) {

        static final Compound ANY = new Compound("*", List.of());

        Compound {
            conditions = conditions.stream().distinct().toList();
        }

        Compound with(Condition condition) {
            return with(List.of(condition));
        }

        Compound with(List<? extends Condition> more) {
            List<Condition> all = new ArrayList<>(conditions);
            all.addAll(more);
            return new Compound(name, all);
        }

        /** Returns a compound that matches elements of both; null if there can be none. */
        @Nullable
        Compound and(Compound other) {
            if (!name.equals("*") && !other.name.equals("*") && !name.equals(other.name)) {
                return null;
            }
            return new Compound(name.equals("*") ? other.name : name, conditions).with(other.conditions);
        }

        @Override
        public String toString() {
            // For readers, write an id or a class before attributes and functions.
            String all = conditions.stream()
                    .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                    .map(Condition::css)
                    .collect(Collectors.joining());
            return name.equals("*") && !all.isEmpty() ? all : name + all;
        }

        private static int rank(Condition condition) {
            return condition.css().charAt(0) == '#' ? 0 : condition.css().charAt(0) == '.' ? 1 : 2;
        }
    }

    /**
     * Compounds with combinators between them.
     *
     * @param before the selector before the last compound; null if there is only one compound
     * @param combinator combinator between them, with its spaces
     */
    record Selector(@Nullable Selector before, String combinator, Compound last) {

        static Selector of(Compound compound) {
            return new Selector(null, "", compound);
        }

        Selector then(String combinator, Compound next) {
            return new Selector(this, combinator, next);
        }

        Selector withLast(Compound other) {
            return new Selector(before, combinator, other);
        }

        @Override
        public String toString() {
            return before == null ? last.toString() : before + combinator + last;
        }
    }

    static String joined(List<Selector> selectors) {
        return selectors.stream().map(Selector::toString).distinct().collect(Collectors.joining(", "));
    }

    /** Returns a regular expression for a text. It has no literal bracket, quote or comma, which would confuse a CSS parser. */
    static String literal(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean edge = i == 0 || i == text.length() - 1;
            if (Character.isLetterOrDigit(c) || c > 0x7f && !Character.isWhitespace(c) || c == ' ' && !edge) {
                regex.append(c);
            } else if ("_-/:;%&=#@!~<>".indexOf(c) >= 0) {
                regex.append(c);
            } else if (c == '.') {
                regex.append("\\.");
            } else {
                regex.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            }
        }
        return regex.toString();
    }
}
