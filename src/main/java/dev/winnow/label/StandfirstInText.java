package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.rule.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the standfirst on a page whose markup is lost: the only paragraph between the headline and the line of the date or of the
 * authors. A paragraph below that line may be the text.
 */
final class StandfirstInText {

    private static final String MECHANISM = "mechanism/standfirst";

    /** Maximum number of lines from the headline to the date or the authors. */
    private static final int LINES_BELOW = 8;

    /** Minimum number of words. Shorter lines are buttons, sections, names and captions. */
    private static final int FEWEST_WORDS = 8;

    private static final int LONGEST = 500;

    private static final Set<Label> POSSIBLE =
            EnumSet.of(Label.STANDFIRST, Label.BODY, Label.HEADING, Label.BOILERPLATE, Label.LIST);

    private StandfirstInText() {}

    /** Returns at most one capture. */
    static List<Capture> captures(TextHead head, Page page, List<Decision> decisions, Bylines bylines) {
        int headline = head.headline();
        Line found = null;
        for (int i = headline + 1;
                headline >= 0 && i < Math.min(page.lines().size(), headline + 1 + LINES_BELOW);
                i++) {
            Line line = page.lines().get(i);
            if (bylines.isOfHead(page, i)) {
                return found == null
                        ? List.of()
                        : List.of(new Capture(
                                Field.DESCRIPTION, found.text(), new Provenance.InText(MECHANISM, found.index())));
            }
            if (line.words() >= FEWEST_WORDS) {
                if (found != null
                        || line.length() > LONGEST
                        || !POSSIBLE.contains(decisions.get(i).label())
                        || bylines.tellsDay(line)) {
                    return List.of();
                }
                found = line;
            }
        }
        return List.of();
    }
}
