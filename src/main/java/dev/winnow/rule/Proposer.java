package dev.winnow.rule;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Tries rules on the lines the index named and collects what they propose. For one pass over one document. */
final class Proposer {

    private final View view;
    /** Length of all lines that read as prose; negative until somebody asks. */
    private long prose = -1;

    private final boolean explaining;
    private final List<Proposal.NearMiss> nearMisses;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Guards guards;
    /** Matches found already: several triggers may lead to the same one. */
    private final Set<Long> taken = new HashSet<>();
    /** For each rule the last line its runs and sequences have taken: none begins inside another one. */
    private final Map<Integer, Integer> lastLine = new HashMap<>();
    /** For each rule the lines of elements that it was tried on: it is not tried again on those inside of them. */
    private final Map<Integer, BitSet> elements = new HashMap<>();
    /** For each range the lines between which it was found not to end: no start in there looks at them again. */
    private final Map<Integer, int[]> endless = new HashMap<>(0);
    /** Whether the pattern that is tried can never match the line. */
    private boolean hopeless;

    /**
     * Prepares a pass.
     *
     * @param explaining whether rules that fit but for a guard are asked for; those over their budget always are
     */
    Proposer(View view, boolean explaining, List<Proposal.NearMiss> nearMisses) {
        this.view = view;
        this.explaining = explaining;
        this.nearMisses = nearMisses;
        this.guards = new Guards(view);
    }

    List<Proposal> proposals() {
        return proposals;
    }

    /**
     * Tries a rule on a line.
     *
     * @return whether its pattern may fit the line, be it later: false tells never to try again
     */
    boolean attempt(CompiledRule rule, Trigger trigger, int line) {
        hopeless = false;
        attemptAt(rule, trigger, line);
        return !hopeless;
    }

    private void attemptAt(CompiledRule rule, Trigger trigger, int line) {
        CompiledMatcher matcher = rule.matcher();
        if (!explaining && guards.outOfReach(rule, line)) {
            return;
        }
        if (matcher instanceof CompiledMatcher.OfLine ofLine) {
            line(rule, ofLine, trigger, line);
        } else if (matcher instanceof CompiledMatcher.Inside inside) {
            inside(rule, inside, trigger, line);
        } else if (line <= lastLine.getOrDefault(rule.index(), -1)) {
            return;
        } else if (matcher instanceof CompiledMatcher.OfRange range) {
            range(rule, range, trigger, line);
        } else if (matcher instanceof CompiledMatcher.OfLines lines) {
            sequence(rule, lines, trigger, line);
        }
    }

    /** Proposes the lines of an element that are left, but those whose shape protects them. */
    void element(SelectedElements.Taken element, ScannedPage page) {
        CompiledRule rule = element.rule();
        CompiledMatcher.OfElements matcher = (CompiledMatcher.OfElements) rule.matcher();
        BitSet covered = elements.computeIfAbsent(rule.index(), index -> new BitSet());
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
            String guard = guards.shape(rule, line);
            if (guard != null) {
                missed(rule, line, guard, false);
                continue;
            }
            if (!rule.source().ofSite()
                    && rule.rule().conditions().shapes() == Conditions.NO_SHAPE
                    && headsProse(element, line)) {
                missed(rule, line, "it is a heading or a question over prose", false);
                continue;
            }
            pieces.add(piece(line, label(rule)));
            if (matcher.field() != null) {
                captures.add(new Proposal.Captured(
                        matcher.field(), view.lines().line(line).text(), line));
            }
        }
        if (!pieces.isEmpty()
                && counts(
                        rule,
                        pieces.get(0).line(),
                        pieces.get(pieces.size() - 1).line())) {
            propose(rule, pieces, captures, "it stands in an element that fits '" + matcher.selector() + "'");
        }
    }

    /**
     * Whether an element holds so much of the page's prose that it holds the article, whatever it is called. A site's own rules
     * know better.
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
        missed(rule, first, "it holds most of the page's prose", false);
        return true;
    }

    /** Whether there is a headline above an element, or it has none while there is one, or prose above it. */
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

    /** Whether a line alone in its element, such as a button, is a heading or a question over what is written below. */
    private boolean headsProse(SelectedElements.Taken element, int line) {
        if (line + 1 >= view.lines().size()
                || element.lines().get(view.lines().line(line + 1).index())
                || !view.lines().line(line + 1).is(Shape.SENTENCE_LIKE)) {
            return false;
        }
        return view.lines().headsProse(line) || view.lines().line(line).asks() || opens(line) && isOneOfSeveral(line);
    }

    /** Whether prose stands below in an element of its own. */
    private boolean opens(int line) {
        Block block = line + 1 < view.lines().size() ? view.lines().block(line) : null;
        Block below = block == null ? null : view.lines().block(line + 1);
        return block != null
                && below != null
                && block.linked() == 0
                && view.lines().line(line + 1).is(Shape.SENTENCE_LIKE)
                && block.opens(below);
    }

    /** Whether another line opens prose in the same way, with other words: one button over a text may be for all of it. */
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

    private void sequence(CompiledRule rule, CompiledMatcher.OfLines lines, Trigger trigger, int line) {
        CompiledPattern anchor = lines.parts().get(trigger.part()).patterns().get(trigger.pattern());
        if (!anchor.needsKnown() && whole(anchor, view.lines().get(line)) == null) {
            hopeless = true;
            return;
        }
        SequenceSearch search = new SequenceSearch(rule, lines, view, explaining);
        SequenceSearch.Found found = search.around(trigger.part(), line);
        SequenceSearch.Stop stop = search.stop();
        if (found == null && stop != null) {
            nearMisses.add(new Proposal.NearMiss(rule.rule().id(), line, stop.why(), false, stop.parts()));
        }
        if (found != null) {
            int count = found.pieces().size();
            if (counts(rule, found.first(), found.first() + count - 1)) {
                propose(rule, found.pieces(), found.captures(), "a sequence of " + count + " lines fits");
            }
        }
    }

    private void line(CompiledRule rule, CompiledMatcher.OfLine matcher, Trigger trigger, int line) {
        ScannedLine scanned = view.lines().get(line);
        String guard = guards.shape(rule, line);
        if (guard != null && !explaining) {
            hopeless = true;
            return;
        }
        CompiledPattern pattern = matcher.patterns().get(trigger.pattern());
        PatternMatch match = whole(pattern, scanned);
        if (match == null) {
            forget(pattern);
        } else if (guard != null) {
            missed(rule, line, guard, false);
        } else if (counts(rule, line, line)) {
            List<Proposal.Captured> captures = new ArrayList<>(0);
            capture(match, line, captures);
            propose(
                    rule,
                    List.of(piece(line, label(rule))),
                    captures,
                    matcher.evidence().get(trigger.pattern()));
        }
    }

    /** A pattern that asks for nothing but the line will never fit it. */
    private void forget(CompiledPattern pattern) {
        hopeless |= !pattern.needsKnown();
    }

    private void inside(CompiledRule rule, CompiledMatcher.Inside matcher, Trigger trigger, int line) {
        ScannedLine scanned = view.lines().get(line);
        Label label = label(rule);
        String guard = label.group() == Label.Group.TEXT ? null : guards.shape(rule, line);
        if (guard != null && !explaining) {
            return;
        }
        boolean atEnd = matcher.mode() == Mode.END;
        MatchText text = atEnd ? scanned.tail() : scanned.text();
        int shift = atEnd ? scanned.tailStart() : 0;
        List<Proposal.Piece> pieces = new ArrayList<>();
        List<Proposal.Captured> captures = new ArrayList<>();
        CompiledPattern pattern = matcher.patterns().get(trigger.pattern());
        pattern.match(text, matcher.mode(), view.context(), null, 0, match -> {
            int start = shift + text.lineOffset(match.start());
            int end = shift + text.lineOffset(match.end());
            if (!pieces.isEmpty() && start < pieces.get(pieces.size() - 1).end()) {
                return false;
            }
            boolean all = start == 0 && end == scanned.line().length();
            pieces.add(new Proposal.Piece(line, start, end, all, label));
            capture(match, line, captures);
            return matcher.mode() != Mode.ANYWHERE;
        });
        if (pieces.isEmpty()) {
            forget(pattern);
        } else if (guard != null) {
            missed(rule, line, guard, false);
        } else if (counts(rule, line, line)) {
            propose(rule, pieces, captures, matcher.evidence().get(trigger.pattern()));
        }
    }

    private void range(CompiledRule rule, CompiledMatcher.OfRange range, Trigger trigger, int line) {
        List<Proposal.Captured> captures = new ArrayList<>();
        ScannedLine scanned = view.lines().get(line);
        if (range.fromStart() && trigger.part() == Trigger.RANGE_END) {
            List<CompiledPattern> ends = range.to().isEmpty() ? range.before() : range.to();
            PatternMatch match = whole(ends.get(trigger.pattern()), scanned);
            int after = range.to().isEmpty() ? line : line + 1;
            if (match != null && fits(range, after - 1)) {
                captureUnless(range.to().isEmpty(), match, line, captures);
                sweep(rule, 0, after, captures, range);
            } else if (match != null) {
                missed(rule, line, lengths(range, after - 1), false);
            }
            return;
        }
        CompiledPattern from = range.from().get(trigger.pattern());
        PatternMatch start = whole(from, scanned);
        String guard = start == null ? null : guards.shape(rule, line);
        if (start == null) {
            forget(from);
            return;
        }
        if (guard != null) {
            missed(rule, line, guard, false);
            return;
        }
        capture(start, line, captures);
        int after = end(rule, range, line, captures);
        if (after > 0 && fits(range, after - line - 1)) {
            sweep(rule, line, after, captures, range);
        } else if (explaining) {
            missed(rule, line, after > 0 ? lengths(range, after - line - 1) : endless(rule, range, line), false);
        }
    }

    /** Why a range of so many lines behind its first one does not count. */
    private static String lengths(CompiledMatcher.OfRange range, int following) {
        String lines = following + (following == 1 ? " line belongs" : " lines belong") + " to it beside the first, ";
        return following < range.atLeast()
                ? lines + "at least " + range.atLeast() + " must"
                : lines + "at most " + range.atMost() + " may";
    }

    /** Why a range has no end. */
    private String endless(CompiledRule rule, CompiledMatcher.OfRange range, int from) {
        Matcher.OfRange written = (Matcher.OfRange) rule.rule().matcher();
        List<Pattern> ends = written.before().isEmpty() ? written.to() : written.before();
        String names = String.join(
                " or ", ends.stream().map(end -> "'" + end.written() + "'").toList());
        boolean limited = range.atMost() < view.lines().size() - from;
        return "it never ends: no line fits " + names
                + (limited ? " within the " + range.atMost() + " lines it may have" : "");
    }

    private static boolean fits(CompiledMatcher.OfRange range, int following) {
        return following >= range.atLeast() && following <= range.atMost();
    }

    /** Index of the first line after the range; 0 when it does not end as it must. */
    private int end(CompiledRule rule, CompiledMatcher.OfRange range, int from, List<Proposal.Captured> captures) {
        int lines = view.lines().size();
        int limit = range.atMost() >= lines ? lines : Math.min(lines, from + 1 + range.atMost());
        Shape shape = range.whileShape();
        if (shape != null) {
            return firstEnd(
                    rule, from, limit, at -> !goesOn(range, shape, view.lines().line(at)));
        }
        if (range.toEnd()) {
            return lines;
        }
        boolean inclusive = range.before().isEmpty();
        List<CompiledPattern> ends = inclusive ? range.to() : range.before();
        int most = Math.min(lines, limit + 1);
        int at = firstEnd(rule, from, most, line -> first(ends, line) != null);
        PatternMatch match = at < most ? first(ends, at) : null;
        if (match == null) {
            return 0;
        }
        captureUnless(!inclusive, match, at, captures);
        return inclusive ? at + 1 : at;
    }

    /** The first line behind another one at which a range ends; the limit when there is none before it. */
    private int firstEnd(CompiledRule rule, int from, int limit, IntPredicate ends) {
        int[] known = endless.computeIfAbsent(rule.index(), index -> new int[] {from, from + 1});
        if (from < known[0] || from >= known[1]) {
            known[0] = from;
            known[1] = from + 1;
        }
        while (known[1] < limit && !ends.test(known[1])) {
            known[1]++;
        }
        return Math.min(known[1], limit);
    }

    private static boolean goesOn(CompiledMatcher.OfRange range, Shape shape, Line line) {
        return line.is(shape) && (line.glued() || !range.glued());
    }

    private void sweep(
            CompiledRule rule, int from, int after, List<Proposal.Captured> captures, CompiledMatcher.OfRange range) {
        if (from == after || !counts(rule, from, after - 1)) {
            return;
        }
        // Asked before pieces are made of what may be half the page.
        if (overBudget(rule, from, guards.budget(rule, after - from, guards.units(from, after)))) {
            return;
        }
        List<Proposal.Piece> pieces = new ArrayList<>(after - from);
        for (int at = from; at < after; at++) {
            pieces.add(piece(at, label(rule)));
        }
        String why = range.fromStart()
                ? "from the start of the page, " + pieces.size() + " lines"
                : "from '" + shortened(view.lines().line(from).text()) + "'"
                        + (range.toEnd() ? " to the end" : "") + ", " + pieces.size()
                        + (pieces.size() == 1 ? " line" : " lines");
        add(rule, pieces, captures, why);
    }

    private static String shortened(String line) {
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }

    private @Nullable PatternMatch first(List<CompiledPattern> patterns, int line) {
        for (CompiledPattern pattern : patterns) {
            PatternMatch match = whole(pattern, view.lines().get(line));
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    private @Nullable PatternMatch whole(CompiledPattern pattern, ScannedLine line) {
        if (!line.mayFit(pattern)) {
            return null;
        }
        PatternMatch[] found = new PatternMatch[1];
        pattern.match(line.text(), Mode.WHOLE, view.context(), null, 0, match -> {
            found[0] = match;
            return true;
        });
        return found[0];
    }

    private static void capture(PatternMatch match, int line, List<Proposal.Captured> captures) {
        for (PatternMatch.Value value : match.values()) {
            captures.add(new Proposal.Captured(value.field(), value.text(), line));
        }
    }

    /** The line before which a range ends is not part of it. */
    private static void captureUnless(boolean outside, PatternMatch match, int line, List<Proposal.Captured> captures) {
        if (!outside) {
            capture(match, line, captures);
        }
    }

    private Proposal.Piece piece(int line, Label label) {
        return new Proposal.Piece(line, 0, view.lines().line(line).length(), true, label);
    }

    static Label label(CompiledRule rule) {
        Label label = rule.rule().label();
        return label == null ? Label.BODY : label;
    }

    /** Whether a match of these lines is a new one, and stands where the rule asks. */
    private boolean counts(CompiledRule rule, int first, int last) {
        if (!taken.add((long) rule.index() << 32 | first)) {
            return false;
        }
        if (guards.allows(rule, first, last)) {
            return true;
        }
        if (explaining) {
            missed(rule, first, guards.objection(rule, first, last), false);
        }
        return false;
    }

    private void propose(CompiledRule rule, List<Proposal.Piece> pieces, List<Proposal.Captured> captures, String why) {
        if (!overBudget(rule, pieces.get(0).line(), guards.budget(rule, pieces))) {
            add(rule, pieces, captures, why);
        }
    }

    /** @param guard the budget's answer */
    private boolean overBudget(CompiledRule rule, int first, @Nullable String guard) {
        if (guard != null) {
            missed(rule, first, guard, true);
        }
        return guard != null;
    }

    private void add(CompiledRule rule, List<Proposal.Piece> pieces, List<Proposal.Captured> captures, String why) {
        boolean range = rule.matcher() instanceof CompiledMatcher.OfRange;
        boolean sweeping = range || rule.matcher() instanceof CompiledMatcher.OfElements;
        if (range || rule.matcher() instanceof CompiledMatcher.OfLines) {
            lastLine.put(rule.index(), pieces.get(pieces.size() - 1).line());
        }
        proposals.add(new Proposal(
                rule.rule(),
                rule.source(),
                rule.tier(),
                sweeping,
                rule.literalLength(),
                List.copyOf(pieces),
                List.copyOf(captures),
                why));
    }

    private void missed(CompiledRule rule, int line, String guard, boolean budget) {
        if (explaining || budget) {
            nearMisses.add(new Proposal.NearMiss(rule.rule().id(), line, guard, budget, 0));
        }
    }
}
