package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Markup;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.ScannedPage;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds lists of links that the author wrote. Such lists stand among the article's paragraphs, in one of three places. They stand
 * right below a sentence that announces them. Or they stand below a heading, with paragraphs on both sides. Or they stand below
 * any sentence or heading, and lead to other sites. A page's own teasers do none of this.
 */
final class WrittenLists {

    private final ScannedPage.Left lines;
    private final Round round;
    /** Host of the page; null when unknown. */
    private final @Nullable String host;
    /** Elements that hold prose; null until first needed. */
    private @Nullable Set<Block.Frame> holders;

    WrittenLists(Round round) {
        this.round = round;
        this.lines = round.lines();
        this.host = round.known().host();
    }

    /** Returns the end of the list that begins at a line; that line itself where there is none. */
    int end(int first, int to) {
        Block.Frame holder = holder(first);
        if (first == 0 || holder == null || !isIn(holder, first - 1) || !holdsProse(holder) || isNoise(first - 1)) {
            return first;
        }
        int end = first + 1;
        while (end < to && isIn(holder, end)) {
            end++;
        }
        return end - first > 1
                        && (isAnnounced(first)
                                || isSection(holder, first, end)
                                || isUnder(first) && leadsAway(first, end))
                ? end
                : first;
    }

    private Block.@Nullable Frame holder(int line) {
        Block block = lines.block(line);
        return block == null ? null : block.frame().holder();
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isIn(Block.Frame holder, int line) {
        return holder(line) == holder;
    }

    private boolean isNoise(int line) {
        Label label = round.label(line);
        return label != null && label.group() == Label.Group.NOISE;
    }

    private boolean isProse(int line) {
        Block block = lines.block(line);
        return block != null
                && !block.isLink()
                && !isNoise(line)
                && lines.line(line).is(Shape.SENTENCE_LIKE);
    }

    private boolean holdsProse(Block.Frame holder) {
        if (holders == null) {
            holders = Collections.newSetFromMap(new IdentityHashMap<>());
            for (int i = 0; i < lines.size(); i++) {
                Block.Frame around = isProse(i) ? holder(i) : null;
                if (around != null) {
                    holders.add(around);
                }
            }
        }
        return holders.contains(holder);
    }

    /** Whether the line above has some words and ends with a colon. */
    private boolean isAnnounced(int list) {
        Line above = lines.line(list - 1);
        Block block = lines.block(list - 1);
        return above.endsInColon() && !above.is(Shape.SHORT) && block != null && !block.isLink() && !isNoise(list - 1);
    }

    /**
     * Whether the list has a heading of its own between paragraphs. Lists of other pages stand in an element of their own, or
     * below the text. One or two words with a colon are a label ("More:"), not a heading.
     */
    private boolean isSection(Block.Frame holder, int list, int end) {
        Block heading = lines.block(list - 1);
        return heading != null
                && heading.element() == Block.Element.HEADING
                && !heading.isLink()
                && !(lines.line(list - 1).endsInColon() && lines.line(list - 1).is(Shape.SHORT))
                && list > 1
                && isProse(list - 2)
                && isIn(holder, list - 2)
                && end < lines.size()
                && isProse(end)
                && isIn(holder, end);
    }

    private boolean isUnder(int list) {
        Block above = lines.block(list - 1);
        return isProse(list - 1) || above != null && above.element() == Block.Element.HEADING && !above.isLink();
    }

    /** Whether most links lead to other sites. Where the page's own host is not known, there must be several of them. */
    private boolean leadsAway(int from, int to) {
        Page page = round.page();
        Markup markup = page.markup();
        Set<String> others = new HashSet<>();
        int away = 0;
        for (int i = from; i < to && markup != null; i++) {
            String other = markup.linkedHost(
                    page.sourceOffset(page.lines().get(lines.line(i).index())));
            if (other != null && !isOwn(other)) {
                others.add(other);
                away++;
            }
        }
        return 2 * away > to - from && (host != null || others.size() > 1);
    }

    private boolean isOwn(String other) {
        return host != null && (other.equals(host) || other.endsWith('.' + host) || host.endsWith('.' + other));
    }
}
