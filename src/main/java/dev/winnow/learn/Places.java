package dev.winnow.learn;

import dev.winnow.rule.Field;
import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds selectors of metadata in pages of HTML: those whose values agree with the known values on nearly all pages. */
final class Places {

    private static final double NEARLY_ALL = 0.9;
    private static final int LONGEST_VALUE = 300;

    private final int fewest;
    private final Map<Field, Integer> told = new EnumMap<>(Field.class);
    private final Map<Field, Map<String, Integer>> right = new EnumMap<>(Field.class);

    private Places(int fewest) {
        this.fewest = fewest;
    }

    /** Returns the best selector of each field, if it is right on nearly all pages where the value is known. */
    static Map<Field, String> of(List<Sample> samples, int fewest) {
        Places places = new Places(fewest);
        samples.stream().filter(Sample::isHtml).forEach(places::read);
        Map<Field, String> best = new EnumMap<>(Field.class);
        places.right.forEach((field, selectors) -> selectors.entrySet().stream()
                .filter(entry -> entry.getValue() >= places.fewest
                        && entry.getValue() >= NEARLY_ALL * places.told.getOrDefault(field, 0))
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(entry -> best.put(field, entry.getKey())));
        return best;
    }

    private void read(Sample sample) {
        Document page = Jsoup.parse(sample.source().text());
        String title = sample.metadata().title();
        if (title != null) {
            texts(page, Field.TITLE, Set.of(Folding.fold(title)), List.of("h1", "h2"));
        }
        Set<String> authors = new LinkedHashSet<>();
        sample.metadata().authors().forEach(author -> authors.add(Folding.fold(author)));
        if (!authors.isEmpty()) {
            texts(page, Field.AUTHORS, authors, List.of("a", "span", "div", "p", "address"));
        }
        String published = sample.metadata().published();
        if (published != null && published.length() >= 10) {
            days(page, published.substring(0, 10));
        }
    }

    /** Counts selectors whose elements together give all values and no other text. */
    private void texts(Document page, Field field, Set<String> values, Collection<String> tags) {
        told.merge(field, 1, Integer::sum);
        Map<String, Set<String>> found = new TreeMap<>();
        for (Element element : page.body().getAllElements()) {
            if (tags.contains(element.normalName()) && element.wholeText().length() <= LONGEST_VALUE) {
                String text = Folding.fold(element.text());
                for (String selector : selectors(element)) {
                    found.computeIfAbsent(selector, any -> new LinkedHashSet<>())
                            .add(text);
                }
            }
        }
        found.forEach((selector, texts) -> {
            if (texts.equals(values)) {
                count(field, selector);
            }
        });
    }

    private void days(Document page, String day) {
        told.merge(Field.PUBLISHED, 1, Integer::sum);
        Map<String, Boolean> found = new HashMap<>();
        for (String attribute : List.of("datetime", "content")) {
            for (Element element : page.body().select("[" + attribute + "]")) {
                for (String selector : selectors(element)) {
                    // The engine uses the first element that a selector matches.
                    found.putIfAbsent(
                            selector + '@' + attribute, element.attr(attribute).startsWith(day));
                }
            }
        }
        found.forEach((selector, first) -> {
            if (first) {
                count(Field.PUBLISHED, selector);
            }
        });
    }

    private void count(Field field, String selector) {
        right.computeIfAbsent(field, any -> new TreeMap<>()).merge(selector, 1, Integer::sum);
    }

    private static List<String> selectors(Element element) {
        List<String> selectors = new ArrayList<>();
        String tag = element.normalName();
        if (tag.equals("h1") || tag.equals("time")) {
            selectors.add(tag);
        }
        for (String name : element.classNames()) {
            if (Elements.NAME.matcher(name).matches()) {
                selectors.add(tag + '.' + name);
            }
        }
        for (String attribute : List.of("itemprop", "rel")) {
            if (Elements.NAME.matcher(element.attr(attribute)).matches()) {
                selectors.add(tag + '[' + attribute + '=' + element.attr(attribute) + ']');
            }
        }
        return selectors;
    }
}
