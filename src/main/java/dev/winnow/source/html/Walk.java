package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.LineFeeds;
import dev.winnow.document.Reason;
import dev.winnow.document.Span;
import dev.winnow.source.html.Stretch.Gap;
import dev.winnow.source.html.Stretch.Hole;
import dev.winnow.source.html.Stretch.Place;
import dev.winnow.source.html.Stretch.Space;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a parsed page and collects the parts of its source that are text, with the gaps between them. For one page.
 *
 * <p>The tree of a broken page is not in the order of its source: text may be moved out of a table, elements may be opened
 * again. So the parts are sorted by their source offset, and overlaps are cut off.
 */
final class Walk {

    private static final Reason HIDDEN = new Reason("html/hidden", null, "hidden element");
    private static final Reason TWICE = new Reason("html/formula", null, "a formula that is shown once already");
    private static final Reason NUMBERS = new Reason("html/line-numbers", null, "numbers of the lines of code");
    private static final Reason FORMULA = new Reason("html/formula", null, "formula on one line");
    private static final Reason PICTURE = new Reason("html/picture", null, "picture that stands for a character");
    private static final Reason QUOTATION = new Reason("html/quotation", null, "mark that a browser shows");
    private static final Reason ABOVE = new Reason("html/raised", null, "above the line");
    private static final Reason BELOW = new Reason("html/raised", null, "below the line");

    /** The place outside {@code html}, which holds no text. */
    private static final Place OUTSIDE = new Place(Block.Element.OTHER, 0, new Block.Frame("", "", "", null), 0);

    /**
     * Minimum number of units of {@code noscript} text that counts as an article. Shorter text asks the reader to enable
     * scripts.
     */
    private static final int LEAST_WITHOUT_SCRIPTS = 400;

    /** Elements whose content is not markup. */
    private static final Set<String> SWALLOWING =
            Set.of("title", "textarea", "script", "style", "iframe", "xmp", "noembed");

    private static final int LEAST_SWALLOWED = 200;

    private static final String CDATA = "<![CDATA[";

    /** Elements whose characters must not be changed, such as code. */
    private static final Set<String> CODE = Set.of("pre", "code", "samp", "kbd", "tt");

    /** Number of units of the text before that are kept, for deciding about the next mark. */
    private static final int TAIL = 24;

    /** Maximum number of units and nodes in a table row of data. A larger row, or one that holds blocks, is layout. */
    private static final int ROW_UNITS = 300;

    private static final int ROW_NODES = 100;

    /** Minimum length of unlinked text that counts as prose, in units. */
    private static final int PROSE_UNITS = 50;

    /** Ratio of hidden to visible prose beyond which the hidden text is the article. On such pages only menus are visible. */
    private static final int MUCH_MORE = 3;

    private final String source;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private final List<Hole> hiddenHoles = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final List<Span> code = new ArrayList<>();
    private final Deque<Context> contexts = new ArrayDeque<>();
    private final Typography typography;
    private Gap gap = Gap.NOTHING;
    private boolean afterBreak;
    /** The end of the last visible text. */
    private String tail = "";

    private int blocks;
    private boolean lines;
    /** Elements for readers without scripts, and whether they are shown. */
    private final List<Element> withoutScripts = new ArrayList<>();

    private long unitsWithoutScripts;
    private boolean showing;
    private final List<String> warnings = new ArrayList<>();
    private long shownUnits;
    private long hiddenUnits;
    /** The same numbers for prose. */
    private long shownProse;

    private long hiddenProse;

    /**
     * Walks over a page.
     *
     */
    Walk(Document document, String source, Typography typography) {
        this.source = source;
        this.typography = typography;
        contexts.push(new Context(document, OUTSIDE, Space.FLOWING, false, false, null, Gap.NOTHING, ""));
        over(document);
        showWhatIsMeantForOthers();
        // A page that hides more than it shows will show it later, after a wall or by a script.
        if (hiddenUnits > shownUnits || hiddenProse > MUCH_MORE * shownProse) {
            hiddenHoles.clear();
        } else if (hiddenUnits > 0) {
            removeHidden();
        }
        holes.addAll(hiddenHoles);
        holes.sort(Comparator.comparingInt(Hole::start));
        putInOrder();
    }

    /**
     * The state that applies to the nodes in an element.
     *
     * @param script the reason for writing characters as superscript or subscript; null on the line
     * @param after gap between the element and the text after it
     * @param closing text that replaces the end tag; empty for none
     */
    private record Context(
            Node of,
            Place place,
            Space space,
            boolean linked,
            boolean hidden,
            @Nullable Reason script,
            Gap after,
            String closing) {}

    /**
     * On a page with little visible text, takes the article from its JSON-LD or from its elements for readers without scripts.
     */
    private void showWhatIsMeantForOthers() {
        List<Stretch> body = ArticleBody.of(elements, source, stretches, blocks + 1);
        if (!body.isEmpty()) {
            stretches.addAll(body);
            warnings.add("the page shows no article; its text was taken from its JSON-LD");
            return;
        }
        if (withoutScripts.size() > 0
                && unitsWithoutScripts >= LEAST_WITHOUT_SCRIPTS
                && unitsWithoutScripts > shownUnits + hiddenUnits) {
            gap = Gap.BLANK_LINE;
            showing = true;
            int seen = elements.size();
            for (Element element : withoutScripts) {
                part(Gap.BLANK_LINE);
                over(element);
            }
            elements.subList(seen, elements.size()).clear();
            holes.removeIf(hole -> hole.why().equals(Tags.WITHOUT_SCRIPTS));
            warnings.add("the page shows no article; its text was taken from what it has for readers without scripts");
        }
        for (Element element : elements) {
            unclosed(element);
        }
    }

    /** Warns about an element such as {@code title} that is never closed and so holds the rest of the page. */
    private void unclosed(Element element) {
        if (!SWALLOWING.contains(element.normalName())) {
            return;
        }
        Range start = element.sourceRange();
        if (!start.isTracked()
                || element.endSourceRange().isTracked()
                        && !element.endSourceRange().isImplicit()) {
            return;
        }
        int from = start.endPos();
        int left = source.length() - from;
        if (left > LEAST_SWALLOWED
                && element.wholeText().length() + element.data().length() > left / 2) {
            warnings.add("line " + (LineFeeds.ofSource(source).at(start.startPos()) + 1) + ": <" + element.normalName()
                    + "> is never closed: it holds the rest of the page");
        }
    }

    /** Whether the page breaks lines inside blocks. */
    boolean hasLines() {
        return lines;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** In the order of the source, without overlap. */
    List<Stretch> stretches() {
        return stretches;
    }

    /** In the order of the source; one may lie inside another. */
    List<Hole> holes() {
        return holes;
    }

    /** All elements of the page in the order of the tree, those without visible text included. */
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

    /** Returns whether its children must be visited. */
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
        if (standsForText(element, name)) {
            addElementsIn(element);
            return false;
        }
        Reason leftOut = leftOut(element, name, tags);
        if (leftOut != null && name.equals("noscript")) {
            if (showing) {
                return true;
            }
            withoutScripts.add(element);
            unitsWithoutScripts += element.text().length();
        }
        if (leftOut != null) {
            part(tags.around());
            hole(element, leftOut, holes);
            addElementsIn(element);
            return false;
        }
        enter(element, name, tags);
        return true;
    }

    /** Replaces an element whose text is not readable in a line, or that has none. Returns whether it did. */
    private boolean standsForText(Element element, String name) {
        String text = "";
        Reason why = FORMULA;
        switch (name) {
            case "math" -> text = Formula.of(element);
            case "script" -> text = Formulas.isScript(element) ? Formula.plain(element.data()) : "";
            case "img" -> {
                String alternative = element.attr("alt").strip();
                if (PictureText.isCharacter(alternative)
                        || PictureText.isInitial(alternative, Texts.characterBehind(element))) {
                    text = alternative;
                    why = PICTURE;
                } else if (Formula.isTex(alternative) && !Formulas.isBesideMath(element)) {
                    text = Formula.plain(alternative);
                }
            }
            default -> {
                return false;
            }
        }
        Range start = element.sourceRange();
        if (text.isEmpty() || !start.isTracked() || start.endPos() <= start.startPos()) {
            return false;
        }
        int from = start.startPos();
        Range end = element.endSourceRange();
        boolean closed = end.isTracked() && end.endPos() > start.startPos();
        if (!closed && element.childNodeSize() > 0) {
            return false;
        }
        show(from, closed ? end.endPos() : start.endPos(), text, why);
        return true;
    }

    private static @Nullable Reason leftOut(Element element, String name, Tags tags) {
        if (tags.leftOut() != null) {
            return tags.isReading() && !Texts.isIn(element, "ruby") ? null : tags.leftOut();
        }
        boolean passedOver = element.attributes().hasKey("aria-hidden");
        if (passedOver && (Formulas.isBesideMath(element) || Formulas.repeatsTheOneBefore(element))
                || Formulas.isBeforeScript(element)) {
            return TWICE;
        }
        return name.equals("td") && Texts.isLineNumbers(element) ? NUMBERS : null;
    }

    /** The library's own iteration looks up every sibling again. That took as long as extracting the text. */
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
        Style style = Style.of(attributes.get("style"));
        boolean hides = !outside.hidden && hides(attributes, name, style) && !Formulas.isOnlyMath(element);
        if (hides) {
            hole(element, HIDDEN, hiddenHoles);
        }
        if (CODE.contains(name)) {
            code(element);
        }
        boolean links = name.equals("a") && attributes.hasKey("href");
        boolean inCode = outside.place.element() == Block.Element.PREFORMATTED;
        Gap around = around(element, name, tags, style);
        if (inCode && around == Gap.BLANK_LINE && !name.equals("p")) {
            // Each line of code stands in an element of its own.
            around = Gap.LINE;
        }
        part(around);
        boolean struck = Texts.isStruck(name, style);
        if (Texts.isApart(element, name) || struck && Raised.isNumber(Texts.lastWord(tail))) {
            part(Gap.WORDS);
        }
        if (struck && (gap != Gap.NOTHING || Texts.lastWord(tail).isEmpty())) {
            // Struck text and the text that replaces it must not become one word.
            around = around.or(Gap.WORDS);
        }
        Place place = outside.place;
        lines |= tags.element() == Block.Element.PREFORMATTED;
        if (!inCode && (around.endsLine() || tags.isBlock())) {
            place = place(attributes, name, tags, place);
        }
        Space space = tags.element() == Block.Element.PREFORMATTED
                ? Space.PRESERVED
                : outside.space == Space.FLOWING && style.lines() ? Space.LINES : outside.space;
        Raised raised = raised(element, name, style, links);
        Reason script = raised == null || raised.text() == null ? outside.script : isBelow(name, style) ? BELOW : ABOVE;
        String closing = "";
        if (Raised.LONG.equals(raised)) {
            around = Gap.WORDS;
            part(around);
        } else if (raised != null && hasEndTag(element)) {
            show(element.sourceRange(), raised.before(), isBelow(name, style) ? BELOW : ABOVE);
            closing = raised.behind();
        } else if (name.equals("q") && hasEndTag(element) && !isQuoted(element)) {
            Typography.Quotes quotes = typography.quotes(Texts.language(element));
            boolean inner = Texts.isIn(element, "q");
            show(element.sourceRange(), inner ? quotes.innerOpen() : quotes.open(), QUOTATION);
            closing = inner ? quotes.innerClose() : quotes.close();
        }
        if (around != Gap.NOTHING
                || hides
                || links
                || space != outside.space
                || !Objects.equals(script, outside.script)
                || !closing.isEmpty()) {
            contexts.push(new Context(
                    element, place, space, outside.linked || links, outside.hidden || hides, script, around, closing));
        }
    }

    private static Gap around(Element element, String name, Tags tags, Style style) {
        if ((name.equals("td") || name.equals("th")) && isRowOfData(element.parent())) {
            return Gap.SPACE;
        }
        if (tags.around() != Gap.NOTHING) {
            return tags.around();
        }
        if (style.inlineBlock()) {
            return Gap.WORDS;
        }
        return style.block() || Texts.isLineOfCode(element) ? Gap.LINE : Gap.NOTHING;
    }

    private void code(Element element) {
        Range start = element.sourceRange();
        Range end = element.endSourceRange();
        if (start.isTracked() && end.isTracked() && end.endPos() > start.endPos()) {
            int from = start.endPos();
            if (code.isEmpty() || code.get(code.size() - 1).end() <= from) {
                code.add(new Span(from, Math.max(from, end.startPos())));
            }
        }
    }

    /**
     * Spans of the source whose characters must not be changed, in order. None if most of the page is such text; then it is the
     * page's normal text.
     */
    List<Span> code() {
        long units = 0;
        int next = 0;
        for (Stretch stretch : stretches) {
            while (next < code.size() && code.get(next).end() <= stretch.start()) {
                next++;
            }
            if (next < code.size() && code.get(next).start() <= stretch.start()) {
                units += stretch.end() - stretch.start();
            }
        }
        return 2 * units > shownUnits + hiddenUnits ? List.of() : List.copyOf(code);
    }

    private static boolean isBelow(String name, Style style) {
        return name.equals("sub") || style.below();
    }

    /** Tells how to write the text of a superscript or subscript element; null for other elements. */
    private @Nullable Raised raised(Element element, String name, Style style, boolean links) {
        boolean below = isBelow(name, style);
        boolean above = name.equals("sup") || style.above();
        boolean note = links && element.attr("href").startsWith("#") && contexts.element().script == null;
        if (!below && !above && !note) {
            return null;
        }
        String text = Texts.shortOf(element);
        String word = gap.compareTo(Gap.WORDS) > 0 ? "" : Texts.lastWord(tail);
        if (text == null) {
            return note ? null : Raised.LONG;
        }
        if (below) {
            return Raised.below(text, word, Texts.characterBehind(element));
        }
        if (note
                && (word.isEmpty()
                        || !Raised.isNumber(text)
                        || Character.isLetterOrDigit(Texts.characterBehind(element)))) {
            return null;
        }
        return Raised.above(text, word, typography.endings());
    }

    private boolean hasEndTag(Element element) {
        Range start = element.sourceRange();
        Range end = element.endSourceRange();
        return start.isTracked()
                && start.endPos() > start.startPos()
                && end.isTracked()
                && end.startPos() >= start.endPos()
                && end.endPos() > end.startPos()
                && source.startsWith("</", end.startPos());
    }

    /** Whether the text already has quotation marks. */
    private boolean isQuoted(Element element) {
        boolean behindMark =
                gap.compareTo(Gap.WORDS) <= 0 && !tail.isEmpty() && Texts.isQuote(tail.codePointBefore(tail.length()));
        return behindMark || Texts.isQuote(Texts.firstCharacter(element));
    }

    private Place place(Attributes attributes, String name, Tags tags, Place outside) {
        Block.Frame around = outside.number() == 0 ? null : outside.frame();
        Block.Frame frame = new Block.Frame(name, attributes.get("id"), attributes.get("class"), around);
        int number = ++blocks;
        if (tags.level() > 0) {
            return new Place(Block.Element.HEADING, tags.level(), frame, number);
        }
        boolean inHeading = outside.element() == Block.Element.HEADING;
        return new Place(
                inHeading ? Block.Element.HEADING : tags.elementIn(outside.element()),
                inHeading ? outside.level() : 0,
                frame,
                number);
    }

    private void leave(Node node) {
        Context context = contexts.element();
        if (context.of.equals(node)) {
            if (node instanceof Element element && !context.closing.isEmpty()) {
                show(
                        element.endSourceRange(),
                        context.closing,
                        element.normalName().equals("q") ? QUOTATION : ABOVE);
            }
            contexts.pop();
            part(context.after);
        }
    }

    /** Shows a text in place of a tag; does nothing if it is empty. */
    private void show(Range tag, String text, Reason why) {
        if (!text.isEmpty()) {
            show(tag.startPos(), tag.endPos(), text, why);
        }
    }

    private void show(int start, int end, String text, Reason why) {
        add(start, end, new Stretch.Shown(text, why));
        tail = text;
    }

    private void part(Gap by) {
        gap = gap.or(by);
        afterBreak &= !by.endsLine();
    }

    /** Pages without paragraph elements separate paragraphs by two line breaks. */
    private void lineBreak() {
        lines = true;
        gap = gap.or(afterBreak ? Gap.BLANK_LINE : Gap.LINE);
        afterBreak = true;
    }

    private void text(TextNode text) {
        Context context = contexts.element();
        String whole = text.getWholeText();
        if (context.space != Space.PRESERVED && text.isBlank()) {
            gap = gap.or(blank(whole, context.space));
            return;
        }
        Range range = text.sourceRange();
        if (!range.isTracked() || range.startPos() >= range.endPos()) {
            return;
        }
        int start = range.startPos();
        int end = Math.min(range.endPos(), source.length());
        if (text instanceof CDataNode && source.startsWith(CDATA, start) && source.startsWith("]]>", end - 3)) {
            start += CDATA.length();
            end -= 3;
        }
        if (context.space == Space.PRESERVED && source.charAt(start) == '\n' && beginsPreformatted(text)) {
            start++;
        }
        if (context.script == null || !raise(start, end, whole, context.script)) {
            add(start, end, null);
        }
        tail = whole.length() > TAIL ? whole.substring(whole.length() - TAIL) : whole;
    }

    private void add(int start, int end, Stretch.@Nullable Shown shown) {
        Context context = contexts.element();
        int units = shown == null ? end - start : shown.text().length();
        int prose = !context.linked && units >= PROSE_UNITS ? units : 0;
        if (context.hidden) {
            hiddenUnits += units;
            hiddenProse += prose;
        } else {
            shownUnits += units;
            shownProse += prose;
        }
        stretches.add(
                new Stretch(start, end, gap, context.space, context.linked, context.hidden, context.place, shown));
        gap = Gap.NOTHING;
        afterBreak = false;
    }

    /** Writes text in superscript or subscript characters; returns false if there are none for it. */
    private boolean raise(int start, int end, String whole, Reason script) {
        String text = whole.strip();
        String written = Raised.characters(text, script.equals(ABOVE));
        if (written.equals(text)) {
            return false;
        }
        int from = start;
        int to = end;
        while (from < to && Assembly.isSpace(source.charAt(from))) {
            from++;
        }
        while (to > from && Assembly.isSpace(source.charAt(to - 1))) {
            to--;
        }
        part(from > start ? Gap.BLANK : Gap.NOTHING);
        add(from, to, new Stretch.Shown(written, script));
        part(to < end ? Gap.BLANK : Gap.NOTHING);
        return true;
    }

    private static Gap blank(String text, Space space) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return Gap.BLANK;
        }
        if (space != Space.LINES) {
            return Gap.FEED;
        }
        return text.indexOf('\n', feed + 1) < 0 ? Gap.LINE : Gap.BLANK_LINE;
    }

    /** Whether the text directly follows a start tag that swallows a line feed: section 13.2.6.4.7 of the HTML standard. */
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
            to.add(new Hole(start.startPos(), closed ? end.endPos() : Hole.OPEN, why));
        }
    }

    private static boolean hides(Attributes attributes, String name, Style style) {
        if (name.equals("body")) {
            return false;
        }
        if (attributes.hasKey("hidden")) {
            return !attributes.get("hidden").equals("until-found");
        }
        return style.hides();
    }

    /** Whether a table row holds values to be read as one line, and not parts of a page layout. */
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
