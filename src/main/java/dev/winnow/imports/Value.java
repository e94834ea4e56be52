package dev.winnow.imports;

import dev.winnow.imports.Css.Attribute;
import dev.winnow.imports.Css.Compared;
import dev.winnow.imports.Css.Condition;
import dev.winnow.imports.XPath.Call;
import dev.winnow.imports.XPath.Path;
import dev.winnow.imports.XPath.Step;
import java.util.List;
import java.util.Locale;

/**
 * The value that a condition compares: an attribute of the current element, its text, or one of its text nodes.
 *
 * @param attribute name of the attribute; empty for text
 * @param own whether the text is that of text nodes directly in the element; else it is all text of the element
 * @param spaced whether white space is compared unchanged; else it is normalised
 * @param between whether the expression adds a space before and after the value, to find whole words
 * @param anyCase whether letter case is ignored
 */
record Value(String attribute, boolean own, boolean spaced, boolean between, boolean anyCase) {

    static final Path SELF = new Path(null, List.of(), false, List.of(new Step("self", "node()", List.of())));

    private static final String ALL_TEXT = ":matchesWholeText";
    private static final String ANY_NODE = ":has(> ::text:matches";
    private static final String FIRST_NODE = ":has(> ::text:not(::text ~ ::text):matches";

    /** The kinds of comparison. */
    enum Test {
        EQUALS,
        CONTAINS,
        BEGINS,
        IS_NOT_EMPTY
    }

    /**
     * Returns the value of an expression.
     *
     * @throws UntranslatableException if no selector can compare it
     */
    static Value of(XPath expression) {
        if (expression instanceof Path path
                && path.from() == null
                && !path.absolute()
                && path.steps().size() == 1) {
            Step step = path.steps().get(0);
            boolean bare = step.predicates().isEmpty();
            if (bare && step.axis().equals("attribute") && step.test().matches("[\\w:-]+")) {
                return new Value(step.test(), false, true, false, false);
            }
            if (bare && step.axis().equals("self") && step.test().equals("node()")) {
                return new Value("", false, true, false, false);
            }
            if (bare && step.axis().equals("child") && step.test().equals("text()")) {
                return new Value("", true, true, false, false);
            }
        }
        if (expression instanceof Call call) {
            List<XPath> arguments = call.arguments();
            if (call.name().equals("normalize-space") && arguments.size() <= 1) {
                Value of = of(arguments.isEmpty() ? SELF : arguments.get(0));
                return new Value(of.attribute, of.own, false, of.between, of.anyCase);
            }
            if (call.name().equals("string") && arguments.size() <= 1) {
                return of(arguments.isEmpty() ? SELF : arguments.get(0));
            }
            XPath.Text space = new XPath.Text(" ");
            if (call.name().equals("concat")
                    && arguments.size() == 3
                    && arguments.get(0).equals(space)
                    && arguments.get(2).equals(space)) {
                Value of = of(arguments.get(1));
                return new Value(of.attribute, of.own, of.spaced, true, of.anyCase);
            }
            if (call.name().equals("translate")
                    && arguments.size() == 3
                    && arguments.get(1) instanceof XPath.Text from
                    && arguments.get(2) instanceof XPath.Text to
                    && from.value().toLowerCase(Locale.ROOT).equals(to.value())
                    && from.value().chars().filter(Character::isUpperCase).count() >= 26) {
                Value of = of(arguments.get(0));
                return new Value(of.attribute, of.own, of.spaced, of.between, true);
            }
            throw new UntranslatableException(call.name() + "() within a condition has no selector");
        }
        throw new UntranslatableException("the first of several elements cannot be compared");
    }

    /** Returns the condition that this value matches a text. */
    Condition condition(Test test, String text) {
        if (anyCase && !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new UntranslatableException(
                    "the value is in lower case but the text has capitals, so this never selected anything");
        }
        return attribute.isEmpty() ? ofText(test, text) : ofAttribute(test, text);
    }

    private Condition ofAttribute(Test test, String text) {
        if (between) {
            if (test != Test.CONTAINS || anyCase) {
                throw new UntranslatableException("this search for words has no selector");
            }
            boolean begins = text.startsWith(" ");
            boolean ends = text.endsWith(" ") && text.length() > 1;
            String words = text.strip();
            if (!words.isEmpty() && begins && ends) {
                return new Attribute(attribute, Compared.WORD, words);
            }
            if (words.isEmpty() || begins || ends) {
                throw new UntranslatableException("a part of a word next to a space has no selector");
            }
            return new Attribute(attribute, Compared.CONTAINS, text);
        }
        if (!spaced && text.indexOf(' ') >= 0) {
            throw new UntranslatableException("several words with any space between them have no selector");
        }
        return switch (test) {
            case EQUALS -> {
                if (anyCase) {
                    throw new UntranslatableException("translate() has no selector here");
                }
                yield new Attribute(attribute, Compared.EQUALS, text);
            }
            case CONTAINS ->
                text.isEmpty()
                        ? refuseEmpty()
                        : new Attribute(attribute, anyCase ? Compared.CONTAINS_ANY_CASE : Compared.CONTAINS, text);
            case BEGINS -> {
                if (anyCase) {
                    throw new UntranslatableException("translate() has no selector here");
                }
                yield text.isEmpty() ? refuseEmpty() : new Attribute(attribute, Compared.BEGINS, text);
            }
            case IS_NOT_EMPTY -> throw new UntranslatableException("a test that a value is not empty has no selector");
        };
    }

    private static Condition refuseEmpty() {
        throw new UntranslatableException("it searches for an empty text, which every value contains");
    }

    private Condition ofText(Test test, String text) {
        if (between) {
            throw new UntranslatableException("concat() has no selector here");
        }
        if (text.isEmpty() && test != Test.IS_NOT_EMPTY && test != Test.EQUALS) {
            return refuseEmpty();
        }
        if (!spaced && !text.equals(text.strip().replaceAll("\\s+", " "))) {
            throw new UntranslatableException("the text has spaces that normalize-space() removes");
        }
        boolean anyNode = own && test == Test.EQUALS && spaced;
        return new Css.Text(
                own ? anyNode ? ANY_NODE : FIRST_NODE : ALL_TEXT,
                (anyCase ? "(?i)" : "") + regex(test, text, spaced),
                text);
    }

    private static String regex(Test test, String text, boolean spaced) {
        String words = spaced ? Css.literal(text) : Css.literal(text).replace(" ", "\\s+");
        String edge = spaced ? "" : "\\s*";
        return switch (test) {
            case EQUALS -> "^" + edge + words + edge + "\\z";
            case CONTAINS -> words;
            case BEGINS -> "^" + edge + words;
            case IS_NOT_EMPTY -> spaced ? "." : "\\S";
        };
    }

    /** Returns the condition that there is a text node, with the text that the step requires, if any. */
    static Condition textNode(Step step, boolean anywhere) {
        if (!step.axis().equals("child") || step.predicates().size() > 1) {
            throw new UntranslatableException("such text has no selector");
        }
        String start = anywhere ? ":has(::text:matches" : ANY_NODE;
        if (step.predicates().isEmpty()) {
            return new Css.Text(start, "", "text");
        }
        XPath predicate = step.predicates().get(0);
        if (predicate instanceof Call call
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof XPath.Text text
                && !text.value().isEmpty()) {
            Value value = of(call.arguments().get(0));
            if (value.attribute.isEmpty() && !value.own && !value.between && !value.anyCase) {
                if (call.name().equals("contains") && value.spaced) {
                    return new Css.Text(start, regex(Test.CONTAINS, text.value(), true), text.value());
                }
                if (call.name().equals("starts-with")) {
                    return new Css.Text(start, regex(Test.BEGINS, text.value(), value.spaced), text.value());
                }
            }
        }
        if (predicate instanceof Call call
                && call.name().equals("normalize-space")
                && call.arguments().size() <= 1) {
            return new Css.Text(start, "\\S", "text");
        }
        if (predicate instanceof XPath.Operation same
                && same.operator().equals("=")
                && same.right() instanceof XPath.Text text) {
            Value value = of(same.left());
            if (value.attribute.isEmpty() && !value.own && !value.between && !value.anyCase) {
                return new Css.Text(start, regex(Test.EQUALS, text.value(), value.spaced), text.value());
            }
        }
        throw new UntranslatableException("such a condition on text has no selector");
    }
}
