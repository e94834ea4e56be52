package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the lines of a page of HTML that stand around its headline and may hold the day of publication, where neither the page's
 * head nor a rule gives it: what other words a site writes beside the date does not matter there.
 */
final class DateNearTitle {

    /** As evidence. */
    static final String ID = "mechanism/date-near-title";

    private static final int LINES_BELOW = 12;
    private static final int LINES_ABOVE = 4;
    private static final int LONGEST = 120;

    /** Dates there are of something else. */
    private static final Set<Label> ELSEWHERE =
            Set.of(Label.RELATED, Label.COMMENTS, Label.WIDGET, Label.FOOTER, Label.ADVERT, Label.TAGS);

    private DateNearTitle() {}

    /** Captures of whole lines, the likeliest first; the date is to be found in them. */
    static List<Capture> captures(Page page, List<Verdict> verdicts) {
        List<Capture> captures = new ArrayList<>();
        int title = title(page, verdicts);
        if (page.markup() == null || title < 0) {
            return captures;
        }
        for (int i = title + 1; i < page.lines().size() && i <= title + LINES_BELOW; i++) {
            if (page.lines().get(i).is(Shape.SENTENCE_LIKE)) {
                break;
            }
            add(page.lines().get(i), verdicts.get(i), captures);
        }
        for (int i = title - 1; i >= 0 && i >= title - LINES_ABOVE; i--) {
            add(page.lines().get(i), verdicts.get(i), captures);
        }
        return captures;
    }

    private static int title(Page page, List<Verdict> verdicts) {
        int heading = -1;
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).label() == Label.TITLE) {
                return i;
            }
            Block block = heading < 0 ? page.block(page.lines().get(i)) : null;
            if (block != null && block.kind() == Block.Kind.HEADING && block.level() == 1) {
                heading = i;
            }
        }
        return heading;
    }

    private static void add(Line line, Verdict verdict, List<Capture> captures) {
        if (line.length() <= LONGEST
                && !ELSEWHERE.contains(verdict.label())
                && line.text().chars().anyMatch(Character::isDigit)) {
            int match = Integer.MIN_VALUE / 64 - captures.size();
            captures.add(new Capture(
                    Field.PUBLISHED,
                    line.text(),
                    ID,
                    Capture.Origin.COMMON,
                    verdict.label(),
                    match,
                    line.index(),
                    DateSettings.UNKNOWN));
        }
    }
}
