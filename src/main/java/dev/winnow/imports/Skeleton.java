package dev.winnow.imports;

import dev.winnow.imports.Css.Attribute;
import dev.winnow.imports.Css.Compound;
import dev.winnow.imports.Css.Condition;
import dev.winnow.imports.Css.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the smallest piece of HTML that a selector should select. The caller must test whether the selector really does. */
final class Skeleton {

    static final String OPEN = "⟦";
    static final String CLOSE = "⟧";

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Parent elements that HTML requires for some elements. */
    private static final Map<String, String> AROUND =
            Map.of("td", "tr", "th", "tr", "tr", "table", "tbody", "table", "dt", "dl", "dd", "dl", "li", "ul");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Skeleton> inside = new ArrayList<>();
    private final List<Skeleton> before = new ArrayList<>();
    private final List<Skeleton> after = new ArrayList<>();
    private String text = "";

    private Skeleton(String name) {
        this.name = name;
    }

    /**
     * Returns the HTML, with {@link #OPEN} and {@link #CLOSE} around the text of the selected element.
     *
     * @param text text of the element if the selector requires none
     */
    static String of(Selector selector, String text) {
        Skeleton target = element(selector.last());
        target.say(text);
        List<Skeleton> row = row(target);
        Selector inner = selector;
        while (inner.before() != null) {
            Skeleton other = element(inner.before().last());
            if (inner.combinator().isBlank() || inner.combinator().contains(">")) {
                other.inside.addAll(row);
                row = row(other);
            } else {
                List<Skeleton> longer = row(other);
                longer.addAll(row);
                row = longer;
            }
            inner = inner.before();
        }
        StringBuilder html = new StringBuilder();
        List<String> around = new ArrayList<>();
        for (String name = AROUND.get(row.get(0).name); name != null; name = AROUND.get(name)) {
            around.add(0, name);
        }
        around.forEach(name -> html.append('<').append(name).append('>'));
        row.forEach(each -> each.write(html));
        for (int i = around.size() - 1; i >= 0; i--) {
            html.append("</").append(around.get(i)).append('>');
        }
        return html.toString();
    }

    private static List<Skeleton> row(Skeleton element) {
        List<Skeleton> row = new ArrayList<>(element.before);
        row.add(element);
        row.addAll(element.after);
        return row;
    }

    private static Skeleton element(Compound compound) {
        Skeleton made = new Skeleton(compound.name().equals("*") ? nameIn(compound) : compound.name());
        compound.conditions().forEach(made::fit);
        return made;
    }

    private static String nameIn(Compound compound) {
        return compound.conditions().stream()
                .filter(condition -> condition instanceof Css.Is)
                .map(condition -> ((Css.Is) condition).selectors().get(0).last().name())
                .filter(name -> !name.equals("*"))
                .findFirst()
                .orElse("div");
    }

    private void fit(Condition condition) {
        if (condition instanceof Attribute attribute) {
            boolean list = attribute.name().equals("class") && attribute.how() != Css.Compared.EQUALS;
            attributes.merge(
                    attribute.name(),
                    attribute.value(),
                    (one, two) -> list && !one.equals(two) ? one + " " + two : two);
        } else if (condition instanceof Css.Text words) {
            text = words.sample();
        } else if (condition instanceof Css.Place place) {
            for (int i = 0; i < place.before(); i++) {
                before.add(new Skeleton(name));
            }
        } else if (condition instanceof Css.Has has) {
            Selector first = has.selectors().get(0);
            Skeleton other = element(first.last());
            (has.relation().startsWith("~") || has.relation().startsWith("+") ? after : inside).addAll(row(other));
        } else if (condition instanceof Css.Is is) {
            Selector first = is.selectors().get(0);
            if (first.before() == null) {
                first.last().conditions().forEach(this::fit);
            } else if (first.combinator().contains("~")) {
                for (Selector sibling = first.before(); sibling != null; sibling = sibling.before()) {
                    before.addAll(0, row(element(sibling.last())));
                }
            }
        }
    }

    /** Puts the text into this element, or into its first descendant that has text or can hold it. */
    private void say(String words) {
        Skeleton place = this;
        while (place.text.isEmpty() && !place.inside.isEmpty() && !VOID.contains(place.inside.get(0).name)) {
            place = place.inside.get(0);
        }
        place.text = OPEN + (place.text.isEmpty() ? words : place.text) + CLOSE;
    }

    private void write(StringBuilder html) {
        html.append('<').append(name);
        attributes.forEach((attribute, value) -> html.append(' ')
                .append(attribute)
                .append("=\"")
                .append(value.replace("&", "&amp;").replace("\"", "&quot;"))
                .append('"'));
        html.append('>');
        if (!VOID.contains(name)) {
            html.append(text.replace("&", "&amp;").replace("<", "&lt;"));
            inside.forEach(each -> each.write(html));
            html.append("</").append(name).append('>');
        }
    }
}
