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
public final class DateNearTitle {

    /** As evidence. */
    static final String ID = "mechanism/date-near-title";

    /** As evidence that holds only where all of it is the same day. */
    public static final String ELSEWHERE_ID = "mechanism/date-on-page";

    private static final int LINES_BELOW = 12;
    private static final int LINES_ABOVE = 4;
    private static final int LONGEST = 120;

    /** Lines looked at that stand elsewhere on the page; where there are more, it is a list. */
    private static final int MOST_ELSEWHERE = 20;

    /** A day, a month and a year have at least so many digits, or so many and a word. */
    private static final int FEWEST_DIGITS = 3;

    /** How far a date reaches that a text begins with. */
    private static final int LONGEST_START = 40;

    /** What parts such a date from the text. */
    private static final String[] PARTINGS = {")", " – ", " — ", " - ", " | ", ": "};

    /** Dates there are of something else. */
    private static final Set<Label> ELSEWHERE =
            Set.of(Label.RELATED, Label.COMMENTS, Label.WIDGET, Label.FOOTER, Label.ADVERT, Label.TAGS);

    /** Far from the title, dates there are of today or of the rights. */
    private static final Set<Label> OF_THE_SITE =
            Set.of(Label.NAVIGATION, Label.COPYRIGHT, Label.NEWSLETTER, Label.CAPTION, Label.CREDIT, Label.PAYWALL);

    private DateNearTitle() {}

    /** Whether a capture's rule is this mechanism. */
    public static boolean isEvidence(String rule) {
        return rule.equals(ID) || rule.equals(ELSEWHERE_ID);
    }

    /** Captures of whole lines, the likeliest first; the date is to be found in them. */
    static List<Capture> captures(Page page, List<Verdict> verdicts) {
        List<Capture> captures = new ArrayList<>();
        if (page.markup() == null) {
            return captures;
        }
        int title = title(page, verdicts);
        if (title >= 0) {
            near(page, verdicts, title, captures);
        }
        elsewhere(page, verdicts, captures);
        return captures;
    }

    private static void near(Page page, List<Verdict> verdicts, int title, List<Capture> captures) {
        for (int i = title + 1; i < page.lines().size() && i <= title + LINES_BELOW; i++) {
            Line line = page.lines().get(i);
            if (line.is(Shape.SENTENCE_LIKE)) {
                addStart(line, verdicts.get(i), captures);
                break;
            }
            add(line, verdicts.get(i), ID, captures);
        }
        for (int i = title - 1; i >= 0 && i >= title - LINES_ABOVE; i--) {
            add(page.lines().get(i), verdicts.get(i), ID, captures);
        }
    }

    /** A date that the text begins with, and that is no part of its first sentence. */
    private static void addStart(Line line, Verdict verdict, List<Capture> captures) {
        String start = line.text().substring(0, Math.min(line.length(), LONGEST_START));
        int end = -1;
        for (String parting : PARTINGS) {
            int at = start.indexOf(parting);
            end = at > 0 && (end < 0 || at < end) ? at : end;
        }
        if (end > 0 && digits(start.substring(0, end)) >= FEWEST_DIGITS) {
            captures.add(capture(line, start.substring(0, end), verdict, ID, captures.size()));
        }
    }

    /** Short lines of the rest of the page. */
    private static void elsewhere(Page page, List<Verdict> verdicts, List<Capture> captures) {
        List<Capture> dated = new ArrayList<>();
        for (int i = 0; i < page.lines().size() && dated.size() <= MOST_ELSEWHERE; i++) {
            Line line = page.lines().get(i);
            if (line.length() <= LONGEST && digits(line.text()) >= FEWEST_DIGITS) {
                Verdict verdict = verdicts.get(i);
                if (!OF_THE_SITE.contains(verdict.label())) {
                    add(line, verdict, ELSEWHERE_ID, dated);
                }
            }
        }
        if (dated.size() <= MOST_ELSEWHERE) {
            captures.addAll(dated);
        }
    }

    private static int digits(CharSequence text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
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

    private static void add(Line line, Verdict verdict, String id, List<Capture> captures) {
        if (line.length() <= LONGEST && !ELSEWHERE.contains(verdict.label()) && digits(line.text()) > 0) {
            captures.add(capture(line, line.text(), verdict, id, captures.size()));
        }
    }

    private static Capture capture(Line line, String text, Verdict verdict, String id, int number) {
        int match = Integer.MIN_VALUE / 64 - number;
        return new Capture(
                Field.PUBLISHED,
                text,
                id,
                Capture.Origin.COMMON,
                verdict.label(),
                match,
                line.index(),
                DateSettings.UNKNOWN);
    }
}
