package dev.winnow.source.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A set of CSS selectors that is matched in one pass over a page, whatever its size. Each selector is tried only on elements
 * that have a name, id, class or attribute that it requires. Immutable and thread-safe.
 *
 * <p>A selector may end in {@code @attribute}, as in {@code time@datetime}. Then its value is that attribute, else the text of
 * the element.
 */
public final class Selectors {

    /** A character of a name. */
    private static final String SIGN = "[\\w\\x{80}-\\x{10FFFF}-]";

    /** A selector without combinators and without functions. */
    private static final Pattern SIMPLE =
            Pattern.compile("(?:" + SIGN + "{1,100}|\\*)?(?:[.#]" + SIGN + "{1,100}|\\[[^\\[\\]]{1,200}\\]){0,20}");

    /** Two or more simple selectors with descendant combinators. */
    private static final Pattern DESCENDANT =
            Pattern.compile(SIMPLE.pattern() + "(?:\\s+" + SIMPLE.pattern() + "){1,10}");

    private static final Pattern ID = Pattern.compile("#(" + SIGN + "+)");
    private static final Pattern CLASS = Pattern.compile("\\.(" + SIGN + "+)");
    /**
     * An attribute that the element must have, and if possible a part of its value. Not matched are {@code !=}, which also
     * matches elements without the attribute, and the prefix {@code abs:}, which no element has in its source.
     */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\[\\s*(?!abs:)((?:" + SIGN + "|:)++)(?!\\s*!=)(?:[\\^$*]?=[\"']?([\\w/.-]+)[\"']?\\])?");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NAME = Pattern.compile("^" + SIGN + "+");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*\\]");
    /** A function may not require what it contains. */
    private static final Pattern FUNCTION = Pattern.compile(":[\\w-]+\\(.*\\)");

    private static final Pattern VALUE = Pattern.compile("(.+)@([A-Za-z][\\w:-]*)", Pattern.DOTALL);

    private final List<String> attributes = new ArrayList<>();
    private final List<Integer> besides;
    private final NameIndex<Alternative> byName = new NameIndex<>(false);
    private final NameIndex<Alternative> byId = new NameIndex<>(false);
    private final NameIndex<Alternative> byClass = new NameIndex<>(true);
    private final NameIndex<Alternative> byAttribute = new NameIndex<>(false);
    private final List<Alternative> always = new ArrayList<>();

    /**
     * One of the selectors that commas separate.
     *
     * @param selector number of the whole selector
     * @param evaluator null if the key of the index is the whole condition
     * @param reach where it is tried
     * @param part text that the value of its key attribute must contain, in lower case. This test rules out nearly all elements
     */
    private record Alternative(int selector, @Nullable Evaluator evaluator, Reach reach, String part) {}

    /** Where a selector is tried when its key is found. */
    private enum Reach {
        /** On the element with the key. */
        ELEMENT,
        /** On all elements inside the one with the key, which is the key of the outermost simple selector. */
        INSIDE,
        /** On the page as a whole. The key only shows that a match is possible. */
        PAGE
    }

    /**
     * Compiles selectors.
     *
     * @throws IllegalArgumentException if one is not valid, see {@link #problem}
     */
    public Selectors(List<String> selectors) {
        this(selectors, List.of());
    }

    /**
     * Compiles selectors.
     *
     * @param besides numbers of the selectors for content beside the article
     * @throws IllegalArgumentException if one is not valid, see {@link #problem}
     */
    public Selectors(List<String> selectors, List<Integer> besides) {
        this.besides = List.copyOf(besides);
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
        Matcher outer = SIMPLE.matcher(css);
        String outermost = DESCENDANT.matcher(css).matches() && outer.lookingAt() ? key(outer.group(), true) : null;
        String key =
                outermost == null ? key(related ? FUNCTION.matcher(css).replaceAll(" ") : css, related) : outermost;
        Reach reach = outermost != null ? Reach.INSIDE : related ? Reach.PAGE : Reach.ELEMENT;
        Matcher attribute = ATTRIBUTE.matcher(css);
        boolean parted = key != null && key.startsWith("[") && attribute.find() && attribute.group(2) != null;
        String part = parted ? attribute.group(2).toLowerCase(Locale.ROOT) : "";
        Alternative alternative = new Alternative(selector, css.equalsIgnoreCase(key) ? null : evaluator, reach, part);
        if (key == null) {
            always.add(new Alternative(selector, evaluator, Reach.PAGE, ""));
        } else {
            String bare = "#.[".indexOf(key.charAt(0)) < 0 ? key : key.substring(1);
            index(key.charAt(0)).add(bare, alternative);
        }
    }

    private NameIndex<Alternative> index(char sign) {
        return switch (sign) {
            case '#' -> byId;
            case '.' -> byClass;
            case '[' -> byAttribute;
            default -> byName;
        };
    }

    /** Returns the problem of a selector as a message for the user; null if it is valid. */
    public static @Nullable String problem(String selector) {
        try {
            return new Selectors(List.of(selector)).attributes.isEmpty() ? "it is empty" : null;
        } catch (IllegalArgumentException | IllegalStateException bad) {
            String message = String.valueOf(bad.getMessage());
            return message.replaceAll("\\s+", " ");
        }
    }

    /**
     * Returns the texts of the elements that each selector selects, with unchanged white space. For trying selectors on a piece
     * of HTML.
     */
    public List<List<String>> texts(String html) {
        Document document = Jsoup.parse(html);
        return select(document, document.getAllElements()).stream()
                .map(elements -> elements.stream().map(Element::wholeText).toList())
                .toList();
    }

    /** Numbers of the selectors for content beside the article. */
    List<Integer> besides() {
        return besides;
    }

    /** Attribute that is the value of a selector; empty if the text is the value. */
    String attribute(int selector) {
        return attributes.get(selector);
    }

    /**
     * Returns the elements of each selector, in the order of the page.
     *
     * @param all all elements of the document
     */
    List<List<Element>> select(Document document, List<Element> all) {
        Looking looking = new Looking(document, attributes.size());
        for (Element element : all) {
            looking.attempt(byName.get(element.normalName()), element, "");
            byAttributes(element, looking);
        }
        always.forEach(alternative -> looking.related.put(alternative, List.of(document)));
        looking.related.forEach(looking::attemptInside);
        return looking.selected;
    }

    /** One pass over one page. */
    private static final class Looking {
        private final Document document;
        private final List<List<Element>> selected = new ArrayList<>();
        /** The elements inside which each selector is tried later, in the order of the page. */
        private final Map<Alternative, List<Element>> related = new LinkedHashMap<>();

        Looking(Document document, int selectors) {
            this.document = document;
            for (int i = 0; i < selectors; i++) {
                selected.add(new ArrayList<>(0));
            }
        }

        /**
         * @param value value of the attribute by which the selectors were found, in lower case; empty if it does not matter
         */
        void attempt(List<Alternative> alternatives, Element element, String value) {
            for (Alternative alternative : alternatives) {
                switch (alternative.reach) {
                    case ELEMENT -> {
                        if (value.contains(alternative.part)
                                && (alternative.evaluator == null
                                        || alternative.evaluator.matches(document, element))) {
                            add(alternative, element);
                        }
                    }
                    case INSIDE ->
                        related.computeIfAbsent(alternative, first -> new ArrayList<>())
                                .add(element);
                    case PAGE -> related.putIfAbsent(alternative, List.of(document));
                }
            }
        }

        /** Tries a selector inside elements. An element inside another one of them is not searched again. */
        void attemptInside(Alternative alternative, List<Element> roots) {
            Element last = null;
            for (Element root : roots) {
                boolean within = last != null && isInside(root, last);
                if (!within && alternative.evaluator != null) {
                    last = root;
                    Selector.select(alternative.evaluator, root).forEach(element -> add(alternative, element));
                }
            }
        }

        private static boolean isInside(Element element, Element other) {
            for (Element around = element.parent(); around != null; around = around.parent()) {
                if (around.equals(other)) {
                    return true;
                }
            }
            return false;
        }

        void add(Alternative alternative, Element element) {
            List<Element> of = selected.get(alternative.selector);
            // An element may match several alternatives, one directly after the other.
            if (of.isEmpty() || !of.get(of.size() - 1).equals(element)) {
                of.add(element);
            }
        }
    }

    private void byAttributes(Element element, Looking looking) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            List<Alternative> alternatives = byAttribute.get(name);
            if (!alternatives.isEmpty()) {
                looking.attempt(alternatives, element, attribute.getValue().toLowerCase(Locale.ROOT));
            }
            if (name.equals("class")) {
                byClasses(attribute.getValue(), element, looking);
            } else if (name.equals("id")) {
                looking.attempt(byId.get(attribute.getValue()), element, "");
            }
        }
    }

    private void byClasses(String classes, Element element, Looking looking) {
        int from = 0;
        for (int i = 0; i <= classes.length(); i++) {
            if (i == classes.length() || classes.charAt(i) <= ' ') {
                looking.attempt(byClass.get(classes, from, i), element, "");
                from = i + 1;
            }
        }
    }

    /** Returns an index key that every matching element must have; null if there is none. */
    private static @Nullable String key(String css, boolean related) {
        if (css.indexOf('\\') >= 0) {
            return null; // escaped names differ from their source
        }
        String bare = BRACKETS.matcher(QUOTED.matcher(css).replaceAll("")).replaceAll("");
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
