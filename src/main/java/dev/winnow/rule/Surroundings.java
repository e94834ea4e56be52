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
 * Withdraws proposals of rules where the lines around show that the line belongs to the article. Runs after all rules of a
 * pass, since lines that rules took do not count as surrounding text.
 *
 * <p>Five kinds of lines stay, if the rule is for all pages and its label is noise or copyright. A line above announces it.
 * It is a heading over prose. It is an item of an enumeration, dialogue or glossary. It belongs to a list among paragraphs,
 * without links. It stands alone, and the text itself is about its subject.
 *
 * <p>For all rules: a sentence that a rule takes by its zone must stand in that zone. Sentences taken by rules do not count
 * as prose then.
 */
final class Surroundings {

    /**
     * Maximum number of short lines in a row in a poem or a list of the text. A longer run is a menu or a list of other
     * pages.
     */
    private static final int LONGEST_RUN = 12;

    /** Number of lines around a match in which other noise confirms the match. */
    private static final int NEAR = 5;

    /** Maximum number of lines between an announcement and an item of its list. */
    private static final int LONGEST_LIST = 20;

    /**
     * Number of other headings over prose that show that a page has sections. With fewer, a single line above the text may be
     * the headline.
     */
    private static final int OTHER_HEADINGS = 2;

    /** Maximum number of words of a protected section heading. Longer lines invite or point elsewhere. */
    private static final int SHORT_HEADING_WORDS = 2;

    /** Words followed by a number. */
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}[\\p{L} ]*?) ?(\\d{1,4})");

    /** Maximum length in UTF-16 units of lines that are checked for repetition and numbering. */
    private static final int LONGEST_COUNTED = 40;

    /** Maximum number of headings collected from a page. */
    private static final int MOST_HEADINGS = 200;

    /** A label with a colon, and text after it on the same line. */
    private static final Pattern LABELLED = Pattern.compile("[\\p{L}][\\p{L}\\p{M} .'’-]{0,30} ?[:：] ?(?=\\S)");

    /** Labels of lists that lead to other pages. */
    private static final Set<Label> LISTS = EnumSet.of(Label.SHARE, Label.RELATED, Label.NAVIGATION);

    private final View view;
    private final Announcements announcements;
    private final Subjects subjects;
    private final ScannedPage.Left lines;
    /** Lines that have, or are proposed, a label other than text. */
    private final BitSet named;
    /** For each line the number of labels and proposals that name it. */
    private final int[] namings;
    /** By line, the rule that took this line alone; of several the smallest id. */
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

    /** A withdrawn proposal, and the reason for people. */
    record Withdrawn(Proposal proposal, String guard) {
        Proposal.NearMiss nearMiss() {
            Condition condition =
                    guard.equals(AMONG_OTHERS) ? Condition.AMONG : guard.equals(IN_PROSE) ? Condition.ZONE : null;
            return new Proposal.NearMiss(proposal.origin().id(), first(proposal), guard, false, 0, condition);
        }
    }

    /**
     * Returns the proposals of one pass that stand.
     *
     * @param withdrawn receives the others
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
        // Of proposals for the same lines the rule's id decides, never the order of rules.
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

    /** Whether surrounding lines can lead to withdrawal of the proposal. */
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

    /** Returns the reason to withdraw the proposal; null when there is none. */
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
            return "it is a list among paragraphs of the text, without links";
        }
        if (first == last && isSubject(proposal.pieces().get(0).label(), first)) {
            return "the text is about it";
        }
        if (first == last && isHeadingOverProse(first, rule(proposal))) {
            return "it is a heading over prose";
        }
        boolean item = first == last && (isItem(first) || isLabelled(first) || isTerm(first)) || isNumbered(first);
        return item ? "it is an item of a list, dialogue or glossary" : null;
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

    /** Finds the first and the last line of prose again, after a withdrawn sentence has become prose. */
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

    /** Whether the match stands before or after all prose, right beside some, or near noise. Named lines do not count. */
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

    /** Whether more lines without prose stand around the match than a poem or a list of the text has. */
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

    /** Whether other lines close by are named or were removed in an earlier round, with no prose between. */
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

    /**
     * Whether the line above announces a range. A range has its own heading, so a short line with a colon counts only below
     * prose.
     */
    private boolean isAnnouncedByProse(int match) {
        return match > 0
                && !named.get(match - 1)
                && (isSentence(match - 1) || match > 1 && isProse(match - 2))
                && announcements.announces(lines.line(match - 1), view.context().language());
    }

    /**
     * Whether lines of an HTML page are a list, or are separated by line breaks in a paragraph, beside paragraphs of prose
     * and without links. Buttons and lists of other pages have links and an element of their own.
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

    /** Whether the article's prose treats what the label stands for, and no other noise is near the line. */
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

    /** Whether the line is a term of a definition list ({@code <dt>}). */
    private boolean isTerm(int line) {
        Block block = lines.block(line);
        return block != null && block.frame().tag().equals("dt");
    }

    /** Whether a line above announces a list, with only short lines between. */
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

    /**
     * Whether an announcing line belongs to the text: it is prose, stands right below prose, or stands right above the match
     * with a colon. Menu lines may end in the same words.
     */
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

    /** Returns heading-like lines over prose, at most {@link #MOST_HEADINGS}. */
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

    /** Whether another line has the same text: labels recur on a page, headings do not. */
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

    /**
     * Whether the line is an item of an enumeration: the line above or below begins with a mark of the same kind, as (b) and
     * (c).
     */
    private boolean isItem(int line) {
        String mark = mark(lines.line(line));
        return mark != null && (follows(line - 1, mark) || follows(line + 1, mark));
    }

    /** Whether another line has the same words and the previous or next number, as in Comment 1, Comment 2. */
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

    /** Returns a match of words followed by a number; null for other lines. */
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

    /** Returns the mark at the start of an item, as in "(c) twelve months" or "3. Share"; null when there is none. */
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

    /** Whether the line, and the one above or below, begin with different labels and a colon, as in a dialogue or glossary. */
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
