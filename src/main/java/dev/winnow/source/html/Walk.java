package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Reason;
import dev.winnow.source.html.Stretch.Gap;
import dev.winnow.source.html.Stretch.Hole;
import dev.winnow.source.html.Stretch.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a parsed page and notes which stretches of its source are text, and what parts them. For one page.
 *
 * <p>The tree of a broken page is not in the order of its source: text may be moved out of a table, elements opened again. So
 * stretches are put into the order of the source, and what overlaps is cut off.
 */
final class Walk {

    private static final Reason HIDDEN = new Reason("html/hidden", null, "hidden element");

    /** Around {@code html}: no text stands there. */
    private static final Place OUTSIDE = new Place(Block.Kind.OTHER, 0, new Block.Frame("", "", "", null), 0);

    static final String CDATA = "<![CDATA[";

    /** What hides an element that has it in its style. */
    static final List<String> HIDING_STYLES = List.of("display:none", "visibility:hidden");

    /** A row whose cells hold more than that, or blocks, is no row of data but a layout. */
    private static final int ROW_UNITS = 300;

    private static final int ROW_NODES = 100;

    /** Text that is no link and so long is seldom anything but prose. */
    private static final int PROSE_UNITS = 50;

    /** Where menus stay visible all the time, the article is hidden when there is so much more hidden prose than other. */
    private static final int MUCH_MORE = 3;

    private final String source;
    private final Abridgement places;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Hole> hiddenHoles = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final Deque<Context> contexts = new ArrayDeque<>();
    private Gap gap = Gap.NOTHING;
    private boolean afterBreak;
    private int blocks;
    private long shownUnits;
    private long hiddenUnits;
    /** Of these, what reads as prose. */
    private long shownProse;

    private long hiddenProse;

    /**
     * Walks over a page.
     *
     * @param places of what was parsed in the source
     */
    Walk(Document document, String source, Abridgement places) {
        this.source = source;
        this.places = places;
        contexts.push(new Context(document, OUTSIDE, false, false, false, Gap.NOTHING));
        over(document);
        // A page that hides more than it shows means to show it later: a wall, a reader without scripts.
        if (hiddenUnits > shownUnits || hiddenProse > MUCH_MORE * shownProse) {
            hiddenHoles.clear();
        } else if (hiddenUnits > 0) {
            removeHidden();
        }
        holes.addAll(hiddenHoles);
        holes.sort(Comparator.comparingInt(Hole::start));
        putInOrder();
    }

    /** What holds for the nodes in an element. */
    private record Context(Node of, Place place, boolean preserved, boolean linked, boolean hidden, Gap after) {}

    /** In the order of the source, without overlap. */
    List<Stretch> stretches() {
        return stretches;
    }

    /** In the order of the source; one may stand in another. */
    List<Hole> holes() {
        return holes;
    }

    /** All elements of the page, those that are left out, too, in the order of the tree. */
    List<Element> elements() {
        return elements;
    }

    private void over(Node root) {
        Node node = root;
        while (node != null) {
            Node next = enter(node) && node.childNodeSize() > 0 ? node.childNode(0) : null;
            while (next == null && !node.equals(root)) {
                leave(node);
                next = node.nextSibling();
                if (next == null) {
                    Node parent = node.parent();
                    node = parent == null ? root : parent;
                }
            }
            node = next;
        }
    }

    /** Returns whether to go on with its children. */
    private boolean enter(Node node) {
        if (node instanceof TextNode text) {
            text(text);
            return false;
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        elements.add(element);
        if (element instanceof Document) {
            return true;
        }
        String name = element.normalName();
        if (name.equals("br")) {
            lineBreak();
            return false;
        }
        Tags tags = Tags.of(name);
        Reason leftOut = tags.leftOut();
        if (leftOut != null) {
            part(tags.isBlock() ? Gap.BLANK_LINE : Gap.NOTHING);
            hole(element, leftOut, holes);
            addElementsIn(element);
            return false;
        }
        enter(element, name, tags);
        return true;
    }

    /** The library's own iteration looks every sibling up again, which took as long as finding the text. */
    private void addElementsIn(Element root) {
        Deque<Element> left = new ArrayDeque<>();
        left.push(root);
        while (!left.isEmpty()) {
            Element element = left.pop();
            if (!element.equals(root)) {
                elements.add(element);
            }
            for (int i = element.childNodeSize() - 1; i >= 0; i--) {
                if (element.childNode(i) instanceof Element child) {
                    left.push(child);
                }
            }
        }
    }

    private void enter(Element element, String name, Tags tags) {
        Context outside = contexts.element();
        Attributes attributes = element.attributes();
        boolean hides = !outside.hidden && hides(attributes, name);
        if (hides) {
            hole(element, HIDDEN, hiddenHoles);
        }
        boolean links = name.equals("a") && attributes.hasKey("href");
        if (!tags.isBlock() && !hides && !links) {
            return;
        }
        Place place = outside.place;
        Gap around = Gap.NOTHING;
        if (tags.isBlock()) {
            place = place(attributes, name, tags, place);
            around = tags.breaks() == 1 ? Gap.LINE : Gap.BLANK_LINE;
            if ((name.equals("td") || name.equals("th")) && isRowOfData(element.parent())) {
                around = Gap.SPACE;
            }
            part(around);
        }
        contexts.push(new Context(
                element,
                place,
                outside.preserved || tags.kind() == Block.Kind.PREFORMATTED,
                outside.linked || links,
                outside.hidden || hides,
                around));
    }

    private Place place(Attributes attributes, String name, Tags tags, Place outside) {
        Block.Frame around = outside.number() == 0 ? null : outside.frame();
        Block.Frame frame = new Block.Frame(name, attributes.get("id"), attributes.get("class"), around);
        int number = ++blocks;
        if (tags.level() > 0) {
            return new Place(Block.Kind.HEADING, tags.level(), frame, number);
        }
        boolean inHeading = outside.kind() == Block.Kind.HEADING;
        return new Place(
                inHeading ? Block.Kind.HEADING : tags.kindIn(outside.kind()),
                inHeading ? outside.level() : 0,
                frame,
                number);
    }

    private void leave(Node node) {
        if (contexts.element().of.equals(node)) {
            part(contexts.pop().after);
        }
    }

    private void part(Gap by) {
        gap = gap.or(by);
        afterBreak = false;
    }

    /** Two line breaks in a row are how pages without paragraphs part them. */
    private void lineBreak() {
        gap = gap.or(afterBreak ? Gap.BLANK_LINE : Gap.LINE);
        afterBreak = true;
    }

    private void text(TextNode text) {
        Context context = contexts.element();
        if (!context.preserved && text.isBlank()) {
            gap = gap.or(Gap.SPACE);
            return;
        }
        Range range = text.sourceRange();
        if (!range.isTracked() || range.startPos() >= range.endPos()) {
            return;
        }
        int start = places.start(range.startPos());
        int end = Math.min(places.end(range.endPos()), source.length());
        if (text instanceof CDataNode && source.startsWith(CDATA, start) && source.startsWith("]]>", end - 3)) {
            start += CDATA.length();
            end -= 3;
        }
        if (context.preserved && source.charAt(start) == '\n' && beginsPreformatted(text)) {
            start++;
        }
        int prose = !context.linked && end - start >= PROSE_UNITS ? end - start : 0;
        if (context.hidden) {
            hiddenUnits += end - start;
            hiddenProse += prose;
        } else {
            shownUnits += end - start;
            shownProse += prose;
        }
        stretches.add(new Stretch(start, end, gap, context.preserved, context.linked, context.hidden, context.place));
        gap = Gap.NOTHING;
        afterBreak = false;
    }

    /** Whether the text comes right behind a tag of which a line feed is part: 13.2.6.4.7 of the HTML standard. */
    private static boolean beginsPreformatted(TextNode text) {
        Element around = text.siblingIndex() == 0 ? text.parent() : null;
        return around != null
                && (around.normalName().equals("pre") || around.normalName().equals("listing"));
    }

    private void hole(Element element, Reason why, List<Hole> to) {
        Range start = element.sourceRange();
        if (start.isTracked() && !start.isImplicit()) {
            Range end = element.endSourceRange();
            boolean closed = end.isTracked() && end.endPos() > start.startPos();
            to.add(new Hole(places.start(start.startPos()), closed ? places.end(end.endPos()) : Hole.OPEN, why));
        }
    }

    private static boolean hides(Attributes attributes, String name) {
        if (name.equals("body")) {
            return false;
        }
        if (attributes.hasKey("hidden")) {
            return !attributes.get("hidden").equals("until-found");
        }
        String style = attributes.get("style");
        if (style.isEmpty()) {
            return false;
        }
        String plain = style.replace(" ", "").toLowerCase(Locale.ROOT);
        for (String hiding : HIDING_STYLES) {
            if (plain.contains(hiding)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row holds values side by side, to be read as one line, rather than parts of a page. */
    private static boolean isRowOfData(@Nullable Element row) {
        if (row == null || !row.normalName().equals("tr")) {
            return false;
        }
        int units = 0;
        int nodes = 0;
        Node node = row;
        while (node != null) {
            boolean deeper = node.childNodeSize() > 0;
            if (node instanceof TextNode text) {
                units += text.getWholeText().length();
            } else if (node instanceof Element element && !element.equals(row)) {
                String name = element.normalName();
                boolean cell = name.equals("td") || name.equals("th");
                if (!cell && (name.equals("br") || Tags.of(name).isBlock())) {
                    return false;
                }
            }
            if (units > ROW_UNITS || ++nodes > ROW_NODES) {
                return false;
            }
            Node next = deeper ? node.childNode(0) : null;
            while (next == null && node != null && !node.equals(row)) {
                next = node.nextSibling();
                node = next == null ? node.parent() : node;
            }
            node = next;
        }
        return true;
    }

    private void removeHidden() {
        List<Stretch> shown = new ArrayList<>(stretches.size());
        Gap lost = Gap.NOTHING;
        for (Stretch stretch : stretches) {
            if (stretch.hidden()) {
                lost = lost.or(stretch.gap());
            } else {
                shown.add(stretch.from(stretch.start(), stretch.gap().or(lost)));
                lost = Gap.NOTHING;
            }
        }
        stretches.clear();
        stretches.addAll(shown);
    }

    private void putInOrder() {
        boolean ordered = true;
        for (int i = 1; i < stretches.size() && ordered; i++) {
            ordered = stretches.get(i - 1).end() <= stretches.get(i).start();
        }
        if (ordered) {
            return;
        }
        List<Stretch> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparingInt(Stretch::start));
        List<Stretch> apart = new ArrayList<>(sorted.size());
        int end = 0;
        Stretch before = null;
        for (Stretch stretch : sorted) {
            boolean moved =
                    before != null && before.place().number() != stretch.place().number();
            if (stretch.end() > end) {
                apart.add(stretch.from(Math.max(end, stretch.start()), moved ? Gap.BLANK_LINE : stretch.gap()));
                end = stretch.end();
                before = stretch;
            }
        }
        stretches.clear();
        stretches.addAll(apart);
    }
}
