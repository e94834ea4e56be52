package dev.winnow.source.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the content beside the article of one page. HTML has elements for it, and selectors name others, such as comments and
 * embedded posts. Its metadata is not that of the article.
 */
final class Besides {

    /** Maximum number of ancestors examined. */
    private static final int DEEPEST = 40;

    private static final String FOOTER = "footer";
    private static final String HEADER = "header";
    private static final String ARTICLE = "article";

    /** Elements that hold other articles or other people's words. */
    private static final Set<String> ASIDE = Set.of("aside", "blockquote", "figcaption", "dialog");

    /** These and further elements, which may hold information about the whole site, or about the article outside its head. */
    private static final Set<String> ELEMENTS = Set.of("aside", "blockquote", "figcaption", "dialog", "nav", FOOTER);

    /** An element that holds one of these is not beside the article. */
    private static final Set<String> MAIN = Set.of("h1", "main");

    /** Minimum length of a paragraph of prose, in units. Shorter ones belong to menus and teasers. */
    private static final int PROSE = 100;

    /** Elements whose {@code header} belongs only to them. */
    private static final Set<String> PARTS = Set.of(ARTICLE, "main", "section");

    private final Set<Element> selected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Element> roots = new ArrayList<>();
    private final Set<Element> aroundMain = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Elements that follow the article's own element: teasers, comments, the site's footer. */
    private final Set<Element> behind = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Examines a page, with the elements that selectors select.
     *
     * @param all elements of the page
     */
    Besides(List<List<Element>> besides, List<Element> all) {
        besides.forEach(selected::addAll);
        Element headline = null;
        for (Element element : all) {
            if (MAIN.contains(element.normalName())) {
                addAround(element);
                headline = headline == null && element.normalName().equals("h1") ? element : headline;
            }
        }
        if (headline == null) {
            firstParagraph(all);
        } else {
            addBehind(headline.closest(ARTICLE));
        }
        selected.removeAll(aroundMain);
        behind.removeAll(aroundMain);
        roots.addAll(behind);
        for (Element element : all) {
            boolean named = ASIDE.contains(element.normalName());
            if (selected.contains(element) || named && !aroundMain.contains(element)) {
                roots.add(element);
            }
        }
    }

    private void addAround(Element element) {
        Element around = element.parent();
        while (around != null && aroundMain.add(around)) {
            around = around.parent();
        }
    }

    /**
     * Collects everything after the article element, provided that this holds the headline and more paragraphs than what
     * follows it. Footers and bylines of the article stand inside its element.
     */
    private void addBehind(@Nullable Element article) {
        if (article == null) {
            return;
        }
        long others = 0;
        for (Element inner = article; inner != null; inner = inner.parent()) {
            for (Element next = inner.nextElementSibling(); next != null; next = next.nextElementSibling()) {
                behind.add(next);
                others += paragraphs(next).count();
            }
        }
        if (paragraphs(article).skip(others).findFirst().isEmpty()) {
            behind.clear();
        }
    }

    private static Stream<Element> paragraphs(Element element) {
        return element.stream()
                .filter(inner -> inner.normalName().equals("p") && inner.text().length() >= PROSE / 2);
    }

    /** If there is no heading, the first long paragraph of the page is the article's. */
    private void firstParagraph(List<Element> all) {
        for (Element element : all) {
            if (element.normalName().equals("p")
                    && !isNamedBeside(element)
                    && element.text().length() >= PROSE) {
                addAround(element);
                return;
            }
        }
    }

    private static boolean isNamedBeside(Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            if (ELEMENTS.contains(around.normalName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element lies in one that selectors name, such as a comment. */
    boolean holdByName(Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            if (selected.contains(around)) {
                return true;
            }
        }
        return false;
    }

    /** The elements that stand beside the article as a whole: selected ones, and those that HTML has for it. */
    List<Element> roots() {
        return roots;
    }

    /** Whether an element lies beside the article. The article's own footer does not. */
    boolean hold(Element element) {
        if (selected.contains(element) || behind.contains(element)) {
            return true;
        }
        Element around = element.parent();
        boolean inFooter = false;
        boolean inHeader = false;
        boolean inArticle = false;
        for (int i = 0; around != null && i < DEEPEST; i++) {
            String name = around.normalName();
            if (selected.contains(around) || behind.contains(around)) {
                return true;
            }
            if (name.equals(FOOTER)) {
                inFooter = true;
            } else if (inFooter && name.equals(ARTICLE)) {
                return false;
            } else if (ELEMENTS.contains(name) && !aroundMain.contains(around)) {
                return true;
            }
            // An article inside another one is a comment or a teaser.
            if (name.equals(ARTICLE) && inArticle) {
                return true;
            }
            inArticle |= name.equals(ARTICLE) && !aroundMain.contains(around);
            inHeader = !PARTS.contains(name) && (inHeader || name.equals(HEADER) && !aroundMain.contains(around));
            around = around.parent();
        }
        return inFooter || inHeader;
    }
}
