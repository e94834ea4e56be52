package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Puts the values that were found on a page together, and leaves out those that are not the article's. */
final class Captures {

    private final PageState state;
    private final List<Decision> decisions;
    private final List<Capture> captures = new ArrayList<>();

    private Captures(PageState state, List<Decision> decisions) {
        this.state = state;
        this.decisions = decisions;
    }

    /** @param ofLines found in lines, in document order */
    static List<Capture> of(PageState state, List<Decision> decisions, List<Capture> ofLines, Masthead masthead) {
        Captures all = new Captures(state, decisions);
        all.collect(ofLines);
        all.leaveOut(masthead);
        return all.captures;
    }

    private void collect(List<Capture> ofLines) {
        for (RuleSet.Stated stated : state.rules.stated(state.left, state.site())) {
            captures.add(stated(stated, -1 - captures.size()));
        }
        captures.addAll(ofLines);
        String repeated = state.title.repeated();
        if (repeated != null) {
            captures.add(new Capture(
                    Field.TITLE,
                    repeated,
                    RepeatedTitle.ORIGIN.id(),
                    Capture.Origin.COMMON,
                    Label.TITLE,
                    -1 - captures.size(),
                    -1,
                    DateSettings.UNKNOWN));
        }
        captures.addAll(DateNearTitle.captures(state.page, decisions, state.known.title()));
    }

    private void leaveOut(Masthead masthead) {
        captures.removeIf(this::isOfOthers);
        captures.removeIf(this::isOfEntry);
        int headline = DateNearTitle.title(state.page, decisions, state.title.text());
        List<Capture> all = List.copyOf(captures);
        captures.removeIf(date -> masthead.holds(date, all, state.page, decisions, headline));
    }

    /** What a line says that stands beside the article; a caption may, since it is its picture that it tells of. */
    private boolean isOfOthers(Capture capture) {
        return capture.origin() == Capture.Origin.COMMON
                && capture.line() >= 0
                && capture.field() != Field.CAPTION
                && capture.field() != Field.CREDIT
                && state.rules.isBeside(state.left, capture.line());
    }

    /** A day that the text tells of. */
    private boolean isOfEntry(Capture date) {
        return date.line() >= 0
                && date.field() == Field.PUBLISHED
                && DatedEntries.ORIGIN
                        .id()
                        .equals(decisions.get(date.line()).reason().rule());
    }

    /** @param match a number of its own, beside those of rules and lines */
    private static Capture stated(RuleSet.Stated value, int match) {
        RulePack pack = value.pack();
        return new Capture(
                value.field(),
                value.text(),
                pack.id() + "/metadata",
                pack.ofSite() ? Capture.Origin.SITE : Capture.Origin.COMMON,
                Label.BODY,
                match,
                -1 - value.place(),
                pack.dates());
    }
}
