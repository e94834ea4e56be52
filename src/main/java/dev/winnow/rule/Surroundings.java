package dev.winnow.rule;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws what rules proposed where the lines around it show that it is the article's: wording alone is no reason to take a
 * line. Looks once all rules of a pass have spoken, since what they named does not count as text around.
 *
 * <p>Of rules for all pages whose label is noise, or the copyright, stay: what a line above announces, a heading over prose, an
 * item between others, as in an enumeration or a dialogue, a list that is written among paragraphs and leads nowhere, and one line
 * alone of which the text itself speaks. For any rule, a sentence stands in the zone that is left when the match itself is no text
 * of the article.
 */
final class Surroundings {

    /** More short lines in a row than this are a menu or a list of other pages, hardly ever a poem or a list of the text. */
    private static final int LONGEST_RUN = 12;

    /** In so many lines around a match other noise says that it is some, too. */
    private static final int NEAR = 5;

    /** A list that is announced is seldom longer. */
    private static final int LONGEST_LIST = 20;

    /** A page with so many other headings over prose has sections; one line above the text may be the headline. */
    private static final int OTHER_HEADINGS = 2;

    /** A line with more words invites or points elsewhere; headings of a section that are named by mistake are short. */
    private static final int SHORT_HEADING_WORDS = 2;

    /** Words and a number behind them. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}[\\p{L} ]*?) ?(\\d{1,4})");

    /** Longer lines are no headings that stand again, or are numbered. */
    private static final int LONGEST_COUNTED = 40;

    /** Pages with more headings than this are looked at so far. */
    private static final int MOST_HEADINGS = 200;

    /** A label and what is said of it, on one line. */
    private static final Pattern LABELLED = Pattern.compile("[\\p{L}][\\p{L}\\p{M} .'’-]{0,30} ?[:：] ?(?=\\S)");

    /** Labels of lists that lead to other pages. */
    private static final Set<Label> LISTS = EnumSet.of(Label.SHARE, Label.RELATED, Label.NAVIGATION);

    private final View view;
    private final Announcements announcements;
    private final Subjects subjects;
    private final ScannedPage.Left lines;
    /** Lines that are taken for something else than text. */
    private final BitSet named;
    /** For each line how often it is. */
    private final int[] namings;
    /** Rules that took a line and nothing else. */
    private final Map<Integer, String> alone = new HashMap<>();

    private int firstProse;
    private int lastProse;
    private boolean proseKnown;
    private @Nullable List<Integer> overProse;
    private @Nullable Map<String, Integer> shortLines;
    private @Nullable Map<String, Set<Integer>> numbers;

    private Surroundings(View view, Announcements announcements, Subjects subjects) {
        this.view = view;
        this.announcements = announcements;
        this.subjects = subjects;
        this.lines = view.lines();
        this.named = new BitSet(lines.size());
        this.namings = new int[lines.size()];
    }

    private static final String IN_PROSE = "prose of the article stands on both sides of it";
    private static final String AMONG_OTHERS = "it stands among short lines of the text, not among prose";

    /** A proposal that was withdrawn, and why, for a person. */
    record Withdrawn(Proposal proposal, String guard) {
        Proposal.NearMiss nearMiss() {
            Condition condition =
                    guard.equals(AMONG_OTHERS) ? Condition.AMONG : guard.equals(IN_PROSE) ? Condition.ZONE : null;
            return new Proposal.NearMiss(proposal.origin().id(), first(proposal), guard, false, 0, condition);
        }
    }

    /**
     * Sorts proposals of one pass into those that stand and those that do not.
     *
     * @param withdrawn is given the latter
     */
    static List<Proposal> settle(
            List<Proposal> proposals,
            View view,
            Announcements announcements,
            Subjects subjects,
            List<Withdrawn> withdrawn) {
        List<Proposal> guarded = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (isSubject(proposal)) {
                guarded.add(proposal);
            }
        }
        if (guarded.isEmpty()) {
            return proposals;
        }
        Surroundings around = new Surroundings(view, announcements, subjects);
        around.name(proposals);
        // Of those that begin together the rule's id decides, never the order of rules.
        guarded.sort(Comparator.comparingInt(Surroundings::first)
                .thenComparingInt(Surroundings::last)
                .thenComparing(proposal -> proposal.origin().id()));
        Set<Proposal> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Proposal subject : guarded) {
            String guard = around.guard(subject);
            if (guard != null) {
                gone.add(subject);
                withdrawn.add(new Withdrawn(subject, guard));
                around.unname(subject);
            }
        }
        return gone.isEmpty()
                ? proposals
                : proposals.stream()
                        .filter(proposal -> !gone.contains(proposal))
                        .toList();
    }

    /** Whether what stands around the proposal can make it go. */
    private static boolean isSubject(Proposal proposal) {
        Conditions conditions = rule(proposal).conditions();
        return isGuarded(proposal) || conditions.amongProse() || conditions.settlesZones();
    }

    private static boolean isGuarded(Proposal proposal) {
        if (proposal.standing().tier() != Tier.COMMON
                || rule(proposal).matcher() instanceof dev.winnow.rule.Matcher.OfElements) {
            return false;
        }
        for (Proposal.Piece piece : proposal.pieces()) {
            if (!piece.whole() || !isNoise(piece.label())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoise(Label label) {
        return label.group() == Label.Group.NOISE || label == Label.COPYRIGHT;
    }

    private void name(List<Proposal> proposals) {
        for (int line = 0; line < namings.length; line++) {
            Label label = view.labels()[line];
            if (label != null && label.group() != Label.Group.TEXT) {
                name(line);
            }
        }
        for (Proposal proposal : proposals) {
            for (Proposal.Piece piece : proposal.pieces()) {
                if (isNaming(proposal, piece)) {
                    name(piece.line());
                }
            }
            if (first(proposal) == last(proposal)) {
                alone.merge(
                        first(proposal),
                        proposal.origin().id(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
    }

    private void name(int line) {
        namings[line]++;
        named.set(line);
    }

    private void unname(Proposal proposal) {
        for (Proposal.Piece piece : proposal.pieces()) {
            if (isNaming(proposal, piece) && --namings[piece.line()] == 0) {
                named.clear(piece.line());
                proseKnown &= !isSentence(piece.line());
            }
        }
    }

    private static boolean isNaming(Proposal proposal, Proposal.Piece piece) {
        return piece.whole()
                && piece.label().group() != Label.Group.TEXT
                && !rule(proposal).keep();
    }

    private static Rule rule(Proposal proposal) {
        return ((Origin.OfRule) proposal.origin()).rule();
    }

    private static int first(Proposal proposal) {
        return proposal.pieces().get(0).line();
    }

    private static int last(Proposal proposal) {
        return proposal.pieces().get(proposal.pieces().size() - 1).line();
    }

    /** What speaks against the proposal; null when nothing does. */
    private @Nullable String guard(Proposal proposal) {
        Conditions conditions = rule(proposal).conditions();
        int first = first(proposal);
        int last = last(proposal);
        if (conditions.settlesZones() && isSentence(first) && !isInZone(conditions.zones(), first, last)) {
            return IN_PROSE;
        }
        if (conditions.amongProse() && !isAmongProse(first, last)) {
            return AMONG_OTHERS;
        }
        if (!isGuarded(proposal)) {
            return null;
        }
        boolean range = rule(proposal).matcher() instanceof dev.winnow.rule.Matcher.OfRange;
        if (range ? isAnnouncedByProse(first) : isAnnounced(first)) {
            return "a line above announces it";
        }
        if (last > first && isWritten(proposal, range ? first + 1 : first, last)) {
            return "it is written among the paragraphs, and leads nowhere";
        }
        if (first == last && isSubject(proposal.pieces().get(0).label(), first)) {
            return "the text is about it";
        }
        if (first == last && isHeadingOverProse(first, rule(proposal))) {
            return "it is a heading over prose";
        }
        boolean item = first == last && (isItem(first) || isLabelled(first) || isTerm(first)) || isNumbered(first);
        return item ? "it is an item between others" : null;
    }

    private boolean isSentence(int line) {
        return lines.line(line).is(Shape.SENTENCE_LIKE);
    }

    private boolean isProse(int line) {
        return !named.get(line) && isSentence(line);
    }

    private boolean hasProseAbove(int line) {
        findProse();
        return firstProse < line;
    }

    private boolean hasProseBelow(int line) {
        findProse();
        return lastProse > line;
    }

    /** Finds the first and the last line of prose anew, once a sentence is prose after all. */
    private void findProse() {
        if (proseKnown) {
            return;
        }
        proseKnown = true;
        firstProse = 0;
        while (firstProse < lines.size() && !isProse(firstProse)) {
            firstProse++;
        }
        lastProse = lines.size() - 1;
        while (lastProse >= 0 && !isProse(lastProse)) {
            lastProse--;
        }
    }

    private boolean isInZone(Set<Zone> zones, int first, int last) {
        return zones.contains(Zone.HEAD) && !hasProseAbove(first) || zones.contains(Zone.TAIL) && !hasProseBelow(last);
    }

    /** Whether the match stands outside of the prose, or right beside some of it; what was named does not count. */
    private boolean isAmongProse(int first, int last) {
        boolean above = hasProseAbove(first);
        boolean below = hasProseBelow(last);
        if (above != below) {
            return true;
        }
        int previous = first == 0 ? -1 : named.previousClearBit(first - 1);
        int next = named.nextClearBit(last + 1);
        return above && (previous >= 0 && isSentence(previous) || next < lines.size() && isSentence(next))
                || isNearNoise(first, -1)
                || isNearNoise(last, 1)
                || isInLongRun(first, last);
    }

    /** Whether more lines stand between the prose above and that below than a poem or a list of the text has. */
    private boolean isInLongRun(int first, int last) {
        int run = last - first + 1;
        for (int line = first - 1; line >= 0 && run <= LONGEST_RUN && !isProse(line); line--) {
            run++;
        }
        for (int line = last + 1; line < lines.size() && run <= LONGEST_RUN && !isProse(line); line++) {
            run++;
        }
        return run > LONGEST_RUN;
    }

    /** Whether other lines close by are named, or went in a round before, with no prose between. */
    private boolean isNearNoise(int match, int step) {
        Line before = lines.line(match);
        for (int i = 1; i <= NEAR; i++) {
            int line = match + i * step;
            if (line < 0 || line >= lines.size() || isProse(line)) {
                return false;
            }
            Line other = lines.line(line);
            if (Math.abs(other.index() - before.index()) > 1 || named.get(line) && !same(match, line)) {
                return true;
            }
            before = other;
        }
        return false;
    }

    /** A range has a heading of its own, over which a short line that ends in a colon says little, unless it stands below prose. */
    private boolean isAnnouncedByProse(int match) {
        return match > 0
                && !named.get(match - 1)
                && (isSentence(match - 1) || match > 1 && isProse(match - 2))
                && announcements.announces(lines.line(match - 1), view.context().language());
    }

    /**
     * Whether lines of a page of HTML are a list, or parted by line breaks in a paragraph, beside paragraphs of prose, and none of
     * them is a link: buttons and lists of other pages lead somewhere, and have an element of their own.
     */
    @SuppressWarnings("ReferenceEquality") // Two elements may be alike.
    private boolean isWritten(Proposal proposal, int first, int last) {
        Block begin = LISTS.contains(proposal.pieces().get(0).label()) ? lines.block(first) : null;
        if (begin == null || !holdsProse(begin.frame().holder())) {
            return false;
        }
        for (int line = first; line <= last; line++) {
            Block block = lines.block(line);
            boolean written = block != null
                    && block.linked() == 0
                    && block.frame().holder() == begin.frame().holder()
                    && (block.element() == Block.Element.LIST_ITEM
                            || last > first
                                    && block.element() == Block.Element.PARAGRAPH
                                    && block.frame() == begin.frame());
            if (!written || namings[line] > 1) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean holdsProse(Block.Frame holder) {
        for (int line = 0; line < lines.size(); line++) {
            Block block = isProse(line) ? lines.block(line) : null;
            if (block != null && block.frame().holder() == holder) {
                return true;
            }
        }
        return false;
    }

    /** Whether the article's own prose speaks of what the line is taken for, and nothing else beside the line is noise. */
    private boolean isSubject(Label label, int match) {
        if (!subjects.has(label) || isNearNoise(match, -1) || isNearNoise(match, 1)) {
            return false;
        }
        for (int line = 0; line < lines.size(); line++) {
            if (line != match
                    && isProse(line)
                    && subjects.isOf(label, lines.line(line).text())) {
                return true;
            }
        }
        return false;
    }

    /** What a list of terms explains. */
    private boolean isTerm(int line) {
        Block block = lines.block(line);
        return block != null && block.frame().tag().equals("dt");
    }

    /** Whether a line above announces a list, and only short lines stand between. */
    private boolean isAnnounced(int match) {
        String language = view.context().language();
        boolean apart = false;
        for (int line = match - 1; line >= 0 && match - line <= LONGEST_LIST && !named.get(line); line--) {
            boolean glued = lines.line(line + 1).glued();
            if (announcements.announces(lines.line(line), language) && isOfText(line, match)) {
                return true;
            }
            if (isSentence(line) || apart && glued) {
                return false;
            }
            apart |= !glued;
        }
        return false;
    }

    /** In menus a line may end as announcements do, too: so it is prose, or stands below some, or right above the match with a colon. */
    private boolean isOfText(int line, int match) {
        return isSentence(line)
                || line > 0 && isProse(line - 1)
                || line + 1 == match && lines.line(line).endsInColon();
    }

    private boolean isHeadingOverProse(int line, Rule rule) {
        if (isSentence(line) || !isOverProse(line)) {
            return false;
        }
        if (lines.line(line).asks()) {
            return !view.isHeading(line) || lines.headsProse(line);
        }
        if (!isShort(line)) {
            return false;
        }
        if (view.isHeading(line)) {
            return lines.headsProse(line);
        }
        int others = 0;
        for (int other : overProse()) {
            if (other != line && others < OTHER_HEADINGS) {
                boolean heading =
                        !named.get(other) || isShort(other) && rule.id().equals(alone.get(other));
                others += heading && !same(line, other) ? 1 : 0;
            }
        }
        return others == OTHER_HEADINGS && !isRepeated(line);
    }

    /** Lines over prose that could be headings, so many that they tell. */
    private List<Integer> overProse() {
        List<Integer> found = overProse;
        if (found == null) {
            found = new ArrayList<>();
            for (int line = 0; line < lines.size() && found.size() < MOST_HEADINGS; line++) {
                if (lines.line(line).is(Shape.HEADING_LIKE) && isOverProse(line)) {
                    found.add(line);
                }
            }
            overProse = found;
        }
        return found;
    }

    private boolean isOverProse(int line) {
        return line + 1 < lines.size() && isProse(line + 1);
    }

    private boolean isShort(int line) {
        return lines.line(line).words() <= SHORT_HEADING_WORDS;
    }

    /** A label stands again and again; a heading does not. */
    private boolean isRepeated(int line) {
        Map<String, Integer> counts = shortLines;
        if (counts == null) {
            counts = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.line(i).length() <= LONGEST_COUNTED) {
                    counts.merge(Characters.fold(lines.line(i).text()), 1, Integer::sum);
                }
            }
            shortLines = counts;
        }
        return counts.getOrDefault(Characters.fold(lines.line(line).text()), 0) > 1;
    }

    private boolean same(int line, int other) {
        return lines.line(line).length() == lines.line(other).length()
                && Characters.fold(lines.line(line).text())
                        .equals(Characters.fold(lines.line(other).text()));
    }

    /** Whether it begins as the line above or below does, with the next letter or number: (b), (c). */
    private boolean isItem(int line) {
        String mark = mark(lines.line(line));
        return mark != null && (follows(line - 1, mark) || follows(line + 1, mark));
    }

    /** Whether another line has the same words and the next number, as headings that are numbered: Comment 1, Comment 2. */
    private boolean isNumbered(int line) {
        Matcher own = numbered(lines.line(line));
        if (own == null) {
            return false;
        }
        Map<String, Set<Integer>> all = numbers;
        if (all == null) {
            all = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                Line other = lines.line(i);
                Matcher matcher = other.length() <= LONGEST_COUNTED ? numbered(other) : null;
                if (matcher != null) {
                    all.computeIfAbsent(Characters.fold(matcher.group(1)), words -> new HashSet<>())
                            .add(Integer.valueOf(matcher.group(2)));
                }
            }
            numbers = all;
        }
        int number = Integer.parseInt(own.group(2));
        Set<Integer> alike = all.getOrDefault(Characters.fold(own.group(1)), Set.of());
        return alike.contains(number - 1) || alike.contains(number + 1);
    }

    /** Words and a number behind them; null for other lines. */
    private static @Nullable Matcher numbered(Line line) {
        if (Characters.digit(line.charAt(line.length() - 1)) < 0) {
            return null;
        }
        Matcher matcher = NUMBERED.matcher(line.text());
        return matcher.matches() ? matcher : null;
    }

    private boolean follows(int line, String mark) {
        String other = line < 0 || line >= lines.size() || named.get(line) ? null : mark(lines.line(line));
        return other != null
                && !other.equals(mark)
                && other.charAt(other.length() - 1) == mark.charAt(mark.length() - 1)
                && (other.charAt(0) == '(') == (mark.charAt(0) == '(');
    }

    /** What an item of an enumeration begins with, as in "(c) twelve months" or "3. Share"; null when the line does not. */
    private static @Nullable String mark(Line line) {
        int at = line.charAt(0) == '(' ? 1 : 0;
        int from = at;
        while (at < line.length() && at - from < 4 && Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        boolean closed =
                at > from && at < line.length() && (line.charAt(at) == ')' || from == 0 && line.charAt(at) == '.');
        return closed ? line.text().substring(0, at + 1) : null;
    }

    /** Whether it begins with a word and a colon, and so does the line above or below, with another word: a dialogue, a glossary. */
    private boolean isLabelled(int line) {
        Matcher own = LABELLED.matcher(lines.line(line).text());
        return own.lookingAt()
                && (isLabelledOtherwise(line - 1, own.group()) || isLabelledOtherwise(line + 1, own.group()));
    }

    private boolean isLabelledOtherwise(int line, String label) {
        if (line < 0 || line >= lines.size() || named.get(line)) {
            return false;
        }
        Matcher other = LABELLED.matcher(lines.line(line).text());
        return other.lookingAt() && !other.group().equalsIgnoreCase(label);
    }
}
