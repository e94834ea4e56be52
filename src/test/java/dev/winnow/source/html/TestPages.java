package dev.winnow.source.html;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Pages to read, and pages read with the names of {@code <meta>} that are shipped. */
final class TestPages {

    private static final Typography TYPOGRAPHY =
            new Typography(Map.of("de", List.of("„", "“", "‚", "‘")), Set.of("st", "nd", "e", "er", "o", "a", "me"));

    private TestPages() {}

    static HtmlPage parse(String html, String... selectors) {
        return HtmlPage.parse(html, TestMetaNames.shipped(), new Selectors(List.of(selectors)), TYPOGRAPHY);
    }

    /** Pieces in any order, fewer than {@code most}; the same page for the same seed. */
    static String random(List<String> pieces, int most, int seed) {
        Random random = new Random(seed);
        StringBuilder html = new StringBuilder();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            html.append(pieces.get(random.nextInt(pieces.size())));
        }
        return html.toString();
    }
}
