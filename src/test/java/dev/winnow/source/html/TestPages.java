package dev.winnow.source.html;

import java.util.List;

/** Pages read with the names of {@code <meta>} that are shipped. */
final class TestPages {

    private TestPages() {}

    static HtmlPage parse(String html, String... selectors) {
        return HtmlPage.parse(html, TestMetaNames.shipped(), new Selectors(List.of(selectors)));
    }
}
