package dev.winnow.rule;

import dev.winnow.document.Block;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tries rules on the elements that their selectors found. For one pass over one document; not thread-safe. */
final class ElementProposer {

    private final Proposer pass;
    private final View view;
    /** Total length of the sentence-like lines in UTF-16 units; negative until computed. */
    private long prose = -1;
    /** By rule, the lines of elements already tried. Elements inside of these are not tried again. */
    private final Map<Integer, BitSet> taken = new HashMap<>();

    ElementProposer(Proposer pass) {
        this.pass = pass;
        this.view = pass.view();
    }

    /** Proposes the lines of an element that are still there, except those that their shape protects. */
    void attempt(SelectedElements.Taken element, ScannedPage page) {
        CompiledRule rule = element.rule();
        ElementMatcher matcher = (ElementMatcher) rule.matcher();
        BitSet covered = taken.computeIfAbsent(rule.index(), index -> new BitSet());
        BitSet rest = (BitSet) element.lines().clone();
        rest.andNot(covered);
        if (rest.isEmpty() || holdsArticle(element, page)) {
            return;
        }
        covered.or(element.lines());
        List<Proposal.Piece> pieces = new ArrayList<>();
        List<Proposal.Captured> captures = new ArrayList<>(0);
        for (int i = element.lines().nextSetBit(0); i >= 0; i = element.lines().nextSetBit(i + 1)) {
            int line = page.place(i);
            if (line < 0) {
                continue;
            }
            String guard = pass.guards().shape(rule, line);
            if (guard != null) {
                pass.missed(rule, line, Condition.SHAPE, guard);
                continue;
            }
            if (!rule.source().ofSite()
                    && rule.rule().conditions().shapes() == Conditions.NO_SHAPE
                    && headsProse(element, line)) {
                pass.missed(rule, line, null, "it is a heading or a question over prose");
                continue;
            }
            pieces.add(pass.piece(line, rule.label()));
            if (matcher.field() != null) {
                captures.add(new Proposal.Captured(
                        matcher.field(), view.lines().line(line).text(), line));
            }
        }
        if (!pieces.isEmpty()
                && pass.counts(
                        rule,
                        pieces.get(0).line(),
                        pieces.get(pieces.size() - 1).line())) {
            pass.propose(rule, pieces, captures, "it stands in an element that fits '" + matcher.selector() + "'");
        }
    }

    /**
     * Whether an element holds so much of the page's prose that it is the article, whatever its name. Not checked for a
     * site's own rules, which know the layout.
     */
    private boolean holdsArticle(SelectedElements.Taken element, ScannedPage page) {
        CompiledRule rule = element.rule();
        if (rule.source().ofSite() || rule.rule().keep()) {
            return false;
        }
        if (prose < 0) {
            prose = 0;
            for (int i = 0; i < view.lines().size(); i++) {
                prose += prose(i);
            }
        }
        long inside = 0;
        int first = -1;
        boolean headline = false;
        for (int i = element.lines().nextSetBit(0); i >= 0; i = element.lines().nextSetBit(i + 1)) {
            int line = page.place(i);
            if (line >= 0) {
                first = first < 0 ? line : first;
                inside += prose(line);
                headline |= isHeadline(line);
            }
        }
        double most = rule.rule().budget().prose();
        if (inside <= most * prose || inside <= 2 * most * prose && beginsElsewhere(element, first, headline)) {
            return false;
        }
        pass.missed(rule, first, Condition.BUDGET, "it holds most of the page's prose");
        return true;
    }

    /**
     * Whether the article begins outside of an element. A headline stands above it; or the element has no headline, and there
     * is one outside or prose above.
     */
    private boolean beginsElsewhere(SelectedElements.Taken element, int first, boolean headline) {
        for (int i = 0; i < view.lines().size(); i++) {
            boolean inside = element.lines().get(view.lines().line(i).index());
            boolean above = !inside && i < first;
            if (above && isHeadline(i) || !inside && !headline && (isHeadline(i) || above && prose(i) > 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeadline(int line) {
        Block block = view.lines().block(line);
        return block != null && block.element() == Block.Element.HEADING && block.level() == 1;
    }

    private int prose(int line) {
        Line read = view.lines().line(line);
        return read.is(Shape.SENTENCE_LIKE) ? read.length() : 0;
    }

    /** Whether a line that is alone in its element is a heading or a question over the prose below it, and no button. */
    private boolean headsProse(SelectedElements.Taken element, int line) {
        if (line + 1 >= view.lines().size()
                || element.lines().get(view.lines().line(line + 1).index())
                || !view.lines().line(line + 1).is(Shape.SENTENCE_LIKE)) {
            return false;
        }
        return view.lines().headsProse(line) || view.lines().line(line).asks() || opens(line) && isOneOfSeveral(line);
    }

    /** Whether the next line is prose in an element of its own, and this line holds no link. */
    private boolean opens(int line) {
        Block block = line + 1 < view.lines().size() ? view.lines().block(line) : null;
        Block below = block == null ? null : view.lines().block(line + 1);
        return block != null
                && below != null
                && block.linked() == 0
                && view.lines().line(line + 1).is(Shape.SENTENCE_LIKE)
                && block.opens(below);
    }

    /** Whether a line with other words opens prose in the same way. A single button over a text may belong to the whole text. */
    private boolean isOneOfSeveral(int line) {
        ScannedPage.Left lines = view.lines();
        Block block = lines.block(line);
        String path = block == null ? "" : block.frame().path();
        for (int other = 0; other < lines.size(); other++) {
            Block alike = lines.block(other);
            if (other != line
                    && alike != null
                    && lines.line(other).is(Shape.HEADING_LIKE)
                    && opens(other)
                    && alike.frame().path().equals(path)
                    && !lines.line(other).text().equals(lines.line(line).text())) {
                return true;
            }
        }
        return false;
    }
}
