package dev.winnow.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the markup of a pack's pages tells of them, in CSS selectors.
 *
 * @param article the element with the article: the first of these that selects prose
 * @param beside elements in which others speak or other pages are shown: no metadata are taken from them
 * @param metadata for each field where its value stands, the best place first; {@code selector@attribute} for an attribute
 */
public record PageSelectors(List<String> article, List<String> beside, Map<Field, List<String>> metadata) {

    public static final PageSelectors NONE = new PageSelectors(List.of(), List.of(), Map.of());

    public PageSelectors {
        article = List.copyOf(article);
        beside = List.copyOf(beside);
        Map<Field, List<String>> copy = new EnumMap<>(Field.class);
        metadata.forEach((field, selectors) -> copy.put(field, List.copyOf(selectors)));
        metadata = Collections.unmodifiableMap(copy);
    }
}
