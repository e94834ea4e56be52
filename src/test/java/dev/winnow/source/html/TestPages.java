package dev.winnow.source.html;

import java.util.List;
import java.util.Random;

/** Pages to read, and pages read with the names of {@code <meta>} that are shipped. */
final class TestPages {

    private TestPages() {}

    static HtmlPage parse(String html, String... selectors) {
        return HtmlPage.parse(html, TestMetaNames.shipped(), new Selectors(List.of(selectors)));
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
