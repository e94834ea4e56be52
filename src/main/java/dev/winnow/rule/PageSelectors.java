package dev.winnow.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * CSS selectors in the header of a pack, for the markup of its pages.
 *
 * @param article selectors for the element with the article; the first that selects prose counts
 * @param beside selectors for elements beside the article (comments, embedded posts, teasers); they give no metadata
 * @param metadata by field, selectors for its value, the best first; {@code selector@attribute} takes an attribute
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
