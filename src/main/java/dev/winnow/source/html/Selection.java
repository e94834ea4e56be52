package dev.winnow.source.html;

import dev.winnow.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;

/** The elements that selectors select on one page. Belongs to one document; not thread-safe. */
public final class Selection {

    private final Selectors selectors;
    private final List<List<Element>> elements;
    private final Besides besides;

    /**
     * @param all all elements of the page
     */
    Selection(Selectors selectors, List<List<Element>> elements, List<Element> all) {
        this.selectors = selectors;
        this.elements = elements;
        this.besides =
                new Besides(selectors.besides().stream().map(elements::get).toList(), all);
    }

    Besides besides() {
        return besides;
    }

    /** Spans of the source that stand beside the article. */
    public List<Span> spansBeside() {
        return spans(besides.roots());
    }

    /** Returns the source spans of a selector's elements, in order; of nested elements the outer one first. */
    public List<Span> spans(int selector) {
        return spans(elements.get(selector));
    }

    private List<Span> spans(Iterable<Element> of) {
        List<Span> spans = new ArrayList<>();
        for (Element element : of) {
            Range start = element.sourceRange();
            Range end = element.endSourceRange();
            if (start.isTracked() && end.isTracked() && end.endPos() > start.startPos()) {
                spans.add(new Span(start.startPos(), end.endPos()));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        return spans;
    }

    /**
     * Returns the values of a selector's elements, in the order of the page, without duplicates and without elements beside the
     * article.
     */
    public List<String> values(int selector) {
        List<String> values = new ArrayList<>();
        String attribute = selectors.attribute(selector);
        for (Element element : elements.get(selector)) {
            String value = attribute.isEmpty()
                    ? Texts.lines(element)
                    : element.attr(attribute).strip();
            if (!value.isEmpty() && !values.contains(value) && !besides.hold(element)) {
                values.add(value);
            }
        }
        return values;
    }
}
