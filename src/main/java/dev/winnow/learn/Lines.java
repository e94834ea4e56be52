package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.learn.RepeatedLines.RepeatedLine;
import dev.winnow.learn.Sample.Item;
import dev.winnow.stats.LineTemplate;
import dev.winnow.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Proposes rules for single lines: recurring lines that no stretch takes, and the line with the day of the article. */
final class Lines {

    /** Number of lines that a line may stand deeper on other pages than on the pages learnt from. */
    static final int ROOM = 5;

    /** Maximum number of lines in one example. */
    static final int MOST_SHOWN = 6;

    private static final double MOSTLY = 0.8;

    private final List<Sample> samples;
    private final RepeatedLines recurring;
    private final Stretches stretches;
    private final Set<String> named = new HashSet<>();

    Lines(List<Sample> samples, RepeatedLines recurring, Stretches stretches) {
        this.samples = samples;
        this.recurring = recurring;
        this.stretches = stretches;
    }

    /** Whether a line can stand in an example. */
    static boolean canBeWritten(String line) {
        return line.indexOf('⟦') < 0 && line.indexOf('⟧') < 0;
    }

    /** Returns a rule for lines above the headline. */
    Optional<Draft> above() {
        List<RepeatedLine> lines = left(RepeatedLine::isOnlyAbove);
        return draft(
                "above-lines",
                "Lines that recur above the headline.",
                Label.NAVIGATION,
                lines,
                lines.stream().mapToInt(RepeatedLine::deepest).max().stream()
                        .mapToObj(deepest -> "first: " + (deepest + ROOM))
                        .toList());
    }

    /** Returns a rule for lines below the article. */
    Optional<Draft> below() {
        List<RepeatedLine> lines = left(RepeatedLine::isOnlyBelow);
        return draft(
                "below-lines",
                "Lines that recur below the article.",
                Label.FOOTER,
                lines,
                lines.stream().mapToInt(RepeatedLine::highest).max().stream()
                        .mapToObj(highest -> "last: " + (highest + ROOM))
                        .toList());
    }

    /** Returns a rule for lines between paragraphs. */
    Optional<Draft> within() {
        return draft(
                "within",
                "Lines that recur between paragraphs.",
                Label.WIDGET,
                left(RepeatedLine::isDroppedWithin),
                List.of("among: prose"));
    }

    /** Returns recurring lines with words that neither common rules nor stretches take on most of their pages. */
    private List<RepeatedLine> left(Predicate<RepeatedLine> there) {
        Map<String, int[]> open = new HashMap<>();
        for (Sample sample : samples) {
            for (Item line : sample.lines()) {
                if (recurring.isOften(line.key())) {
                    int[] count = open.computeIfAbsent(line.key(), key -> new int[2]);
                    count[stretches.takes(sample, line) ? 0 : 1]++;
                }
            }
        }
        return recurring.often().stream()
                .filter(line -> line.isLasting(samples.size())
                        && line.isWorded()
                        && !line.isCommon()
                        && there.test(line)
                        && canBeWritten(line.text()))
                .filter(line -> {
                    int[] count = open.getOrDefault(line.key(), new int[2]);
                    return count[1] > (1 - MOSTLY) * (count[0] + count[1]);
                })
                .filter(line -> !named.contains(line.key()))
                .toList();
    }

    private Optional<Draft> draft(
            String id, String description, Label label, List<RepeatedLine> lines, List<String> place) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.forEach(line -> named.add(line.key()));
        List<String> keys = new ArrayList<>(Yaml.oneOrMore(
                "line", lines.stream().map(RepeatedLine::template).toList()));
        keys.addAll(place);
        if (lines.stream().anyMatch(RepeatedLine::isSentence)) {
            keys.add("shape: any");
        }
        List<String> shown =
                lines.stream().map(RepeatedLine::text).limit(MOST_SHOWN).toList();
        String first = shown.get(0);
        String miss = first + ' ' + (shown.size() > 1 ? shown.get(1) : first);
        int pages = lines.stream().mapToInt(RepeatedLine::pages).max().orElse(0);
        int fewest = lines.stream().mapToInt(RepeatedLine::pages).min().orElse(0);
        return Optional.of(new Draft(
                id,
                description,
                label,
                keys,
                List.of('⟦' + String.join("\n", shown) + '⟧'),
                List.of(miss),
                "Each on " + (fewest == pages ? "" : fewest + " to ") + pages + " of " + samples.size()
                        + " pages that it was learnt from."));
    }

    /** Returns rules for the lines with the day of publication and of the last change, where these agree with other sources. */
    List<Draft> metadata() {
        List<Draft> drafts = new ArrayList<>();
        dated("published", "The line with the day of publication.", false).ifPresent(drafts::add);
        dated("modified", "The line with the day of the last change.", true).ifPresent(drafts::add);
        return drafts;
    }

    private Optional<Draft> dated(String field, String description, boolean modified) {
        Map<String, Evidence> found = evidence(modified);
        Optional<Evidence> best = found.values().stream()
                .filter(evidence -> evidence.isSure(recurring.fewest()))
                .min(Comparator.comparingInt((Evidence evidence) -> -evidence.right)
                        .thenComparing(evidence -> evidence.line.key()));
        if (best.isEmpty() && !modified) {
            List<Evidence> only = found.values().stream()
                    .filter(evidence -> evidence.isUndisputed(samples.size()))
                    .toList();
            best = only.size() == 1 ? Optional.of(only.get(0)) : Optional.empty();
        }
        return best.map(evidence -> {
            named.add(evidence.line.key());
            return dated(field, description, evidence);
        });
    }

    /** Returns recurring lines with a day that no rule names, by their keys. */
    private Map<String, Evidence> evidence(boolean modified) {
        Map<String, Evidence> found = new HashMap<>();
        for (Sample sample : samples) {
            String known =
                    modified ? sample.metadata().modified() : sample.metadata().published();
            for (Item line : sample.lines()) {
                LineTemplate.Value day = day(line);
                if (day != null && !line.common() && recurring.isOften(line.key()) && canBeWritten(line.text())) {
                    Evidence evidence = found.computeIfAbsent(line.key(), key -> new Evidence(line, day));
                    evidence.lines++;
                    evidence.days.add(day.text());
                    evidence.inHead += sample.isInHead(line) ? 1 : 0;
                    evidence.told += known == null ? 0 : 1;
                    evidence.right += known != null && isDay(day.text(), known) ? 1 : 0;
                }
            }
        }
        found.keySet().removeAll(named);
        return found;
    }

    private Draft dated(String field, String description, Evidence evidence) {
        String template = evidence.line.template().capturing(value -> value.equals(evidence.day) ? field : null);
        return new Draft(
                field,
                description,
                Label.TIMESTAMP,
                Yaml.oneOrMore("line", List.of(template)),
                List.of('⟦' + evidence.line.text() + '⟧'),
                List.of(evidence.line.text() + ' ' + evidence.line.text()),
                evidence.seen());
    }

    /** A line with a day, and counts of how often the day is right. */
    private static final class Evidence {
        private final Item line;
        private final LineTemplate.Value day;
        private int lines;
        private int told;
        private int right;
        private int inHead;
        private final Set<String> days = new HashSet<>();

        private Evidence(Item line, LineTemplate.Value day) {
            this.line = line;
            this.day = day;
        }

        private boolean isSure(int fewest) {
            return right >= fewest && right >= MOSTLY * told && right >= MOSTLY * lines;
        }

        /** Whether it stands above the text of nearly all pages, mostly with different days, and no other source gives a day. */
        private boolean isUndisputed(int samples) {
            return told == 0 && inHead == lines && lines >= MOSTLY * samples && 2 * days.size() > lines;
        }

        private String seen() {
            return told == 0
                    ? "No other source gives the day of these pages: check that it is the right one."
                    : "It agrees with the day from other sources on " + right + " of " + told + " pages.";
        }
    }

    private static LineTemplate.@Nullable Value day(Item line) {
        return line.template().values().stream()
                .filter(value -> value.type().equals("date") || value.type().equals("datetime"))
                .findFirst()
                .orElse(null);
    }

    /** Whether a written day has the numbers of a known day; its month may be a word. */
    private static boolean isDay(String written, String known) {
        if (known.length() < 10) {
            return false;
        }
        List<Integer> numbers = Numbers.in(written);
        int year = Integer.parseInt(known.substring(0, 4));
        return (numbers.contains(year) || numbers.contains(year % 100))
                && numbers.contains(Integer.parseInt(known.substring(8, 10)))
                && (numbers.contains(Integer.parseInt(known.substring(5, 7)))
                        || written.chars().anyMatch(Character::isLetter));
    }
}
