package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Standing;
import dev.winnow.rule.slot.DateParser;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.WrittenDate;
import dev.winnow.text.Characters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates over the entries of a diary or a chronicle. The first of them stands where a day of publication may stand, too.
 * A later day further down, between paragraphs, tells the difference: an article is not published before a day it tells of.
 * Immutable and thread-safe.
 */
final class DatedEntries implements LineLabeller {

    static final Origin ORIGIN = new Origin.OfMechanism("mechanism/dated-entries");

    /** Maximum length of a date line: a day with its weekday and a time. Longer lines say more. */
    private static final int LONGEST = 60;

    private final DateParser dates;

    DatedEntries(Lexicons lexicons) {
        dates = new DateParser(lexicons);
    }

    /** Proposes to label such dates as headings; empty when there is none. */
    @Override
    public List<Proposal> propose(Round round) {
        ScannedPage.Left lines = round.lines();
        List<Integer> overProse = new ArrayList<>(0);
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isProse(lines, i + 1) && mayBeDay(lines.line(i))) {
                overProse.add(i);
            }
        }
        if (overProse.size() < 2) {
            return List.of();
        }
        List<Proposal.Piece> pieces = new ArrayList<>();
        LocalDate first = null;
        boolean later = false;
        for (int i : overProse) {
            LocalDate day = first == null || isProse(lines, i - 1) ? day(lines.line(i)) : null;
            if (day != null) {
                first = first == null ? day : first;
                later |= day.isAfter(first);
                pieces.add(Proposal.Piece.whole(lines, i, Label.HEADING));
            }
        }
        return later
                ? List.of(new Proposal(
                        ORIGIN,
                        Standing.BEFORE_COMMON,
                        pieces,
                        List.of(),
                        "a date over an entry, with a later one further down"))
                : List.of();
    }

    private static boolean isProse(ScannedPage.Left lines, int line) {
        return line >= 0 && lines.line(line).is(Shape.SENTENCE_LIKE);
    }

    private static boolean mayBeDay(Line line) {
        boolean digit = false;
        for (int i = 0; i < line.length() && line.length() <= LONGEST && !digit; i++) {
            digit = Characters.digit(line.charAt(i)) >= 0;
        }
        return digit;
    }

    private @Nullable LocalDate day(Line line) {
        WrittenDate written = dates.parse(line.text()).orElse(null);
        if (written == null || written.year() == null || written.month() == null || written.day() == null) {
            return null;
        }
        try {
            return LocalDate.of(written.year(), written.month(), written.day());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
