package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.rule.Budget;
import dev.winnow.rule.Conditions;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.Place;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.Rule;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Tier;
import dev.winnow.rule.slot.DateParser;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.WrittenDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows the dates over the entries of a diary or a chronicle: the first one stands where a day of publication stands, too. What
 * tells is a later day further down, between paragraphs of the text: nothing was published before the day it tells of. Immutable
 * and thread-safe.
 */
final class DatedEntries {

    /** Full id, as evidence. */
    static final String ID = "mechanism/dated-entries";

    /** A day with its weekday and a time; longer lines say more. */
    private static final int LONGEST = 60;

    private static final Rule RULE = new Rule(
            ID,
            "Dates over the entries of a diary.",
            new Matcher.OfLine(List.of()),
            Label.HEADING,
            false,
            false,
            Conditions.NONE,
            Budget.NONE,
            List.of(),
            Place.NOWHERE);

    private final DateParser dates;

    DatedEntries(Lexicons lexicons) {
        dates = new DateParser(lexicons);
    }

    /** The proposal to call such dates headings; empty when there is none. It goes before those of rules for all pages. */
    List<Proposal> propose(ScannedPage.Left lines) {
        List<Proposal.Piece> pieces = new ArrayList<>();
        LocalDate first = null;
        boolean later = false;
        for (int i = 0; i + 1 < lines.size(); i++) {
            LocalDate day = isProse(lines, i + 1) ? day(lines.line(i)) : null;
            if (day != null && (first == null || isProse(lines, i - 1))) {
                first = first == null ? day : first;
                later |= day.isAfter(first);
                pieces.add(new Proposal.Piece(i, 0, lines.line(i).length(), true, Label.HEADING));
            }
        }
        return later
                ? List.of(new Proposal(
                        RULE,
                        Mechanism.PACK,
                        Tier.COMMON,
                        false,
                        Integer.MAX_VALUE,
                        pieces,
                        List.of(),
                        "a date over an entry, with a later one further down"))
                : List.of();
    }

    private static boolean isProse(ScannedPage.Left lines, int line) {
        return line >= 0 && lines.line(line).is(Shape.SENTENCE_LIKE);
    }

    private @Nullable LocalDate day(Line line) {
        boolean may = line.length() <= LONGEST && line.text().codePoints().anyMatch(Character::isDigit);
        WrittenDate written = may ? dates.parse(line.text()).orElse(null) : null;
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
