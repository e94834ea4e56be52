package dev.winnow.stats;

import dev.winnow.rule.MatchText;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.People;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Characters;
import dev.winnow.text.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes line templates: dates, times, numbers, URLs, email addresses, hosts, and the names behind a word for "by" become slots. The
 * slots of rules, with the words of their lexicons, decide what a date or a name is.
 *
 * <p>Deterministic: the same line always gives the same template, whatever lines came before. Slots are found from left to right, the
 * longest value first. The template, written as a rule's {@code line}, matches the line it was made from. Bounded: lines of more than
 * {@value #LONGEST} UTF-16 units stay unchanged, and a line has at most {@value #MOST_SLOTS} slots; the text behind them stays text.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * LineGeneralizer general = new LineGeneralizer(lexicons);
 * general.template("By Ada Holm | 12 comments").text(); // "By {people} | {int} comments"
 * }</pre>
 */
public final class LineGeneralizer {

    /** Maximum length of a line to generalise, in UTF-16 units. Longer lines are prose: they recur unchanged or not at all. */
    public static final int LONGEST = 400;

    /** Maximum number of slots. A line with more is a table. */
    public static final int MOST_SLOTS = 12;

    /** Maximum number of words of a label before names. */
    private static final int LABEL_WORDS = 4;

    private static final int NOTHING = -1;

    /** Slot types for dates. Of two types that match the same text the first one in the list, the narrower one, is used. */
    private final List<SlotType> dates;

    private final List<SlotType> numbers;
    private final SlotType url;
    private final SlotType email;
    private final SlotType names;
    private final People people;

    /** Makes a generalizer that uses the words of these lexicons. */
    public LineGeneralizer(Lexicons lexicons) {
        SlotTypes types = SlotTypes.of(lexicons);
        this.dates = Stream.of("date", "time", "monthday", "datetime")
                .map(name -> type(types, name))
                .toList();
        this.numbers = Stream.of("int", "number").map(name -> type(types, name)).toList();
        this.url = type(types, "url");
        this.email = type(types, "email");
        this.names = type(types, "people");
        this.people = types.people();
    }

    private static SlotType type(SlotTypes types, String name) {
        return types.get(name).orElseThrow();
    }

    /**
     * Returns the template of a line.
     *
     * @param line not blank, without line breaks
     */
    public LineTemplate template(String line) {
        MatchText match = MatchText.of(line.strip());
        return line.length() > LONGEST
                ? new LineTemplate(LineTemplate.literal(match.text()), List.of())
                : new Search(match, line.length() - line.stripLeading().length()).template();
    }

    private final class Search {
        private final MatchText match;
        private final String text;
        private final int indent;
        private final boolean digits;
        private final boolean dots;
        private final StringBuilder template = new StringBuilder();
        private final List<LineTemplate.Value> values = new ArrayList<>();
        /** Offset up to which the line is already in the template. */
        private int done;

        Search(MatchText match, int indent) {
            this.match = match;
            this.text = match.text();
            this.indent = indent;
            this.digits = text.chars().anyMatch(c -> Characters.digit((char) c) >= 0);
            this.dots = text.indexOf('.') >= 0;
        }

        LineTemplate template() {
            names();
            for (int at = done; (digits || dots) && at < text.length() && values.size() < MOST_SLOTS; at++) {
                if (Characters.isWord(text.charAt(at)) || Characters.isUnspaced(text.charAt(at))) {
                    if (Characters.isBoundary(text, at) && slot(at)) {
                        at = done - 1;
                    }
                }
            }
            template.append(LineTemplate.literal(text.substring(done)));
            return new LineTemplate(template.toString(), values);
        }

        /** Finds names behind a label at the beginning of the line. Elsewhere names would look like any words with capitals. */
        private void names() {
            int words = 0;
            for (int at = 1; at < text.length() && words < LABEL_WORDS; at++) {
                char c = text.charAt(at);
                boolean space = Characters.isSpace(c);
                words += space ? 1 : 0;
                if ((space || Characters.isColon(c)) && people.isAuthorLabel(text.substring(0, at))) {
                    int start =
                            at + 1 < text.length() && Characters.isColon(c) && Characters.isSpace(text.charAt(at + 1))
                                    ? at + 2
                                    : at + 1;
                    int end = longest(names, start);
                    if (end > start) {
                        take(names, start, end);
                        return;
                    }
                }
            }
        }

        private boolean slot(int at) {
            int end = dots ? longest(email, at) : NOTHING;
            if (end > at) {
                return take(email, at, end);
            }
            end = dots ? longest(url, at) : NOTHING;
            if (end > at && Hosts.of(text.substring(at, end)) != null) {
                return take(url, at, end);
            }
            return digits && (longestOf(dates, at) || Characters.digit(text.charAt(at)) >= 0 && longestOf(numbers, at));
        }

        private boolean longestOf(List<SlotType> types, int at) {
            SlotType best = types.get(0);
            int end = NOTHING;
            for (SlotType type : types) {
                int next = type.mayBegin(text, at) ? longest(type, at) : NOTHING;
                if (next > end) {
                    best = type;
                    end = next;
                }
            }
            return end > at && take(best, at, end);
        }

        private int longest(SlotType type, int at) {
            int[] end = {NOTHING};
            type.ends(text, at, text.length(), found -> end[0] = Math.max(end[0], found));
            return end[0];
        }

        private boolean take(SlotType type, int start, int end) {
            template.append(LineTemplate.literal(text.substring(done, start)))
                    .append('{')
                    .append(type.name())
                    .append('}');
            values.add(new LineTemplate.Value(
                    type.name(),
                    text.substring(start, end),
                    indent + match.lineOffset(start),
                    // The mark or space behind a value is not part of the value.
                    indent + match.lineOffset(end - 1) + 1));
            done = end;
            return true;
        }
    }
}
