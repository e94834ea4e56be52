package dev.winnow.label;

import dev.winnow.rule.Field;
import dev.winnow.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Collects the values that were found on a page, and leaves out those that do not belong to the article. */
final class Captures {

    private final PageState state;
    private final List<Decision> decisions;
    private final @Nullable TextHead head;
    private final List<Capture> captures = new ArrayList<>();

    private Captures(PageState state, List<Decision> decisions, Bylines bylines) {
        this.state = state;
        this.decisions = decisions;
        this.head = TextHead.of(state, decisions, bylines);
    }

    /** @param ofLines found in lines, in document order */
    static List<Capture> of(
            PageState state, List<Decision> decisions, List<Capture> ofLines, Masthead masthead, Bylines bylines) {
        Captures all = new Captures(state, decisions, bylines);
        all.collect(ofLines, bylines);
        all.leaveOut(masthead);
        return all.captures;
    }

    private void collect(List<Capture> ofLines, Bylines bylines) {
        for (RuleSet.Stated stated : state.rules.stated(state.left, state.site())) {
            captures.add(new Capture(
                    stated.field(),
                    stated.text(),
                    new Provenance.Selected(stated.pack(), stated.place()),
                    stated.pack().dates()));
        }
        if (head != null) {
            captures.addAll(head.captures());
            captures.addAll(bylines.captures(head, state.page, decisions));
        } else if (state.page.markup() != null) {
            int headline = DateNearTitle.title(state.page, decisions, state.known.title());
            captures.addAll(bylines.captures(state.page, decisions, headline));
        }
        captures.addAll(ofLines);
        if (head != null) {
            captures.addAll(StandfirstInText.captures(head, state.page, decisions, bylines));
        }
        String repeated = state.title.repeated();
        if (repeated != null) {
            captures.add(new Capture(Field.TITLE, repeated, new Provenance.Repeated()));
        }
        captures.addAll(DateNearTitle.captures(state.page, decisions, state.known.title()));
        // Without a headline, dates around the first paragraph may be any dates.
        if (head != null && head.headline() >= 0) {
            captures.addAll(DateNearTitle.captures(head.around(), decisions));
        }
    }

    private void leaveOut(Masthead masthead) {
        captures.removeIf(this::isOfOthers);
        captures.removeIf(this::isOfEntry);
        int headline = head != null && head.headline() >= 0
                ? head.headline()
                : DateNearTitle.title(state.page, decisions, state.title.text());
        List<Capture> all = List.copyOf(captures);
        captures.removeIf(date -> masthead.holds(date, all, state.page, decisions, headline));
        if (state.page.markup() == null
                && captures.stream().anyMatch(date -> isFound(date) && masthead.isNamed(date, state.page))) {
            captures.removeIf(date -> isFound(date) && !masthead.isNamed(date, state.page));
        }
    }

    /** Whether a rule for all pages found the date by its words. */
    private static boolean isFound(Capture date) {
        return date.field() == Field.PUBLISHED
                && date.provenance() instanceof Provenance.Match match
                && match.rank() == Provenance.Rank.COMMON;
    }

    /** Whether a value comes from a line beside the article. A caption may stand there: it tells of the article's picture. */
    private boolean isOfOthers(Capture capture) {
        OptionalInt line = capture.provenance().line();
        return capture.rank() == Provenance.Rank.COMMON
                && line.isPresent()
                && capture.field() != Field.CAPTION
                && capture.field() != Field.CREDIT
                && state.rules.isBeside(state.left, line.getAsInt());
    }

    /** Whether a date stands over an entry of a diary or a chronicle. */
    private boolean isOfEntry(Capture date) {
        OptionalInt line = date.provenance().line();
        return line.isPresent()
                && date.field() == Field.PUBLISHED
                && DatedEntries.ORIGIN
                        .id()
                        .equals(decisions.get(line.getAsInt()).reason().rule());
    }
}
