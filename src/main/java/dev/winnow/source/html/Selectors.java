package dev.winnow.source.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * CSS selectors for one look over a page, however many there are: each is tried only on elements that have a name, id, class or
 * attribute it cannot do without. Immutable and thread-safe.
 *
 * <p>A selector may end in {@code @attribute}, as in {@code time@datetime}: then that is its value, else its text is.
 */
public final class Selectors {

    /** A selector without relations between elements and without functions. */
    private static final Pattern SIMPLE =
            Pattern.compile("(?:[\\w-]{1,100}|\\*)?(?:[.#][\\w-]{1,100}|\\[[^\\[\\]]{1,200}\\]){0,20}");

    private static final Pattern ID = Pattern.compile("#([\\w-]+)");
    private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\[\\s*([\\w:-]+)");
    private static final Pattern NAME = Pattern.compile("^[\\w-]+");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*\\]");
    /** What stands in a function may be there or not. */
    private static final Pattern FUNCTION = Pattern.compile(":[\\w-]+\\(.*\\)");

    private static final Pattern VALUE = Pattern.compile("(.+)@([A-Za-z][\\w:-]*)", Pattern.DOTALL);

    private final List<String> attributes = new ArrayList<>();
    private final Map<String, List<Alternative>> byName = new HashMap<>();
    private final Map<String, List<Alternative>> byId = new HashMap<>();
    private final Map<String, List<Alternative>> byClass = new HashMap<>();
    private final Map<String, List<Alternative>> byAttribute = new HashMap<>();
    private final List<Alternative> always = new ArrayList<>();

    /**
     * One of the selectors that a comma sets apart.
     *
     * @param selector number of the whole
     * @param evaluator null where the key of the index says all
     * @param related whether it asks for more than one element: then it is tried on the page as a whole, and its key only tells
     *     whether that may be of use
     */
    private record Alternative(int selector, @Nullable Evaluator evaluator, boolean related) {}

    /**
     * Takes selectors.
     *
     * @throws IllegalArgumentException if one is none, see {@link #problem}
     */
    public Selectors(List<String> selectors) {
        for (int i = 0; i < selectors.size(); i++) {
            String selector = selectors.get(i).strip();
            Matcher value = VALUE.matcher(selector);
            boolean valued = value.matches();
            attributes.add(valued ? value.group(2) : "");
            for (String alternative : alternatives(valued ? value.group(1) : selector)) {
                add(i, alternative.strip());
            }
        }
    }

    private void add(int selector, String css) {
        Evaluator evaluator = Selector.evaluatorOf(css);
        boolean related = !SIMPLE.matcher(css).matches();
        String key = key(related ? FUNCTION.matcher(css).replaceAll(" ") : css, related);
        Alternative alternative = new Alternative(selector, css.equalsIgnoreCase(key) ? null : evaluator, related);
        if (key == null) {
            always.add(new Alternative(selector, evaluator, true));
        } else {
            String bare = "#.[".indexOf(key.charAt(0)) < 0 ? key : key.substring(1);
            index(key.charAt(0)).computeIfAbsent(bare, k -> new ArrayList<>()).add(alternative);
        }
    }

    private Map<String, List<Alternative>> index(char sign) {
        return switch (sign) {
            case '#' -> byId;
            case '.' -> byClass;
            case '[' -> byAttribute;
            default -> byName;
        };
    }

    /** What is wrong with a selector, for a person; null when nothing is. */
    public static @Nullable String problem(String selector) {
        try {
            return new Selectors(List.of(selector)).attributes.isEmpty() ? "it is empty" : null;
        } catch (IllegalArgumentException | IllegalStateException bad) {
            String message = String.valueOf(bad.getMessage());
            return message.replaceAll("\\s+", " ");
        }
    }

    int count() {
        return attributes.size();
    }

    /** The attribute that is a selector's value; empty when its text is. */
    String attribute(int selector) {
        return attributes.get(selector);
    }

    /**
     * For each selector its elements, in the order of the page.
     *
     * @param all of the document's elements
     */
    List<List<Element>> select(Document document, List<Element> all) {
        Looking looking = new Looking(document, attributes.size());
        for (Element element : all) {
            looking.attempt(byName.get(element.normalName()), element);
            if (element.attributesSize() > 0) {
                byAttributes(element, looking);
            }
        }
        looking.related.addAll(always);
        for (Alternative alternative : looking.related) {
            if (alternative.evaluator != null) {
                Selector.select(alternative.evaluator, document).forEach(element -> looking.add(alternative, element));
            }
        }
        return looking.selected;
    }

    /** One look over one page. */
    private static final class Looking {
        private final Document document;
        private final List<List<Element>> selected = new ArrayList<>();
        private final Set<Alternative> related = new LinkedHashSet<>();

        Looking(Document document, int selectors) {
            this.document = document;
            for (int i = 0; i < selectors; i++) {
                selected.add(new ArrayList<>(0));
            }
        }

        void attempt(@Nullable List<Alternative> alternatives, Element element) {
            if (alternatives == null) {
                return;
            }
            for (Alternative alternative : alternatives) {
                if (alternative.related) {
                    related.add(alternative);
                } else if (alternative.evaluator == null || alternative.evaluator.matches(document, element)) {
                    add(alternative, element);
                }
            }
        }

        void add(Alternative alternative, Element element) {
            List<Element> of = selected.get(alternative.selector);
            // One element may fit several alternatives, one right after the other.
            if (of.isEmpty() || !of.get(of.size() - 1).equals(element)) {
                of.add(element);
            }
        }
    }

    private void byAttributes(Element element, Looking looking) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            looking.attempt(byAttribute.get(name), element);
            if (name.equals("id")) {
                looking.attempt(byId.get(attribute.getValue()), element);
            } else if (name.equals("class")) {
                byClasses(attribute.getValue(), element, looking);
            }
        }
    }

    private void byClasses(String classes, Element element, Looking looking) {
        int from = 0;
        for (int i = 0; i <= classes.length(); i++) {
            if (i == classes.length() || classes.charAt(i) <= ' ') {
                if (i > from) {
                    String name = classes.substring(from, i).toLowerCase(Locale.ROOT);
                    looking.attempt(byClass.get(name), element);
                }
                from = i + 1;
            }
        }
    }

    /** What an element must have to fit, as a key of the index; null when that is nothing. */
    private static @Nullable String key(String css, boolean related) {
        String bare = BRACKETS.matcher(css).replaceAll("");
        Matcher id = ID.matcher(bare);
        if (id.find()) {
            return '#' + id.group(1);
        }
        Matcher classes = CLASS.matcher(bare);
        if (classes.find()) {
            return '.' + classes.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher attribute = ATTRIBUTE.matcher(css);
        if (!related && attribute.find()) {
            return '[' + attribute.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher name = NAME.matcher(css);
        return !related && name.find() ? name.group().toLowerCase(Locale.ROOT) : null;
    }

    /** Splits at the commas between whole selectors. */
    private static List<String> alternatives(String css) {
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                alternatives.add(css.substring(from, i));
                from = i + 1;
            }
        }
        alternatives.add(css.substring(from));
        return alternatives;
    }
}
