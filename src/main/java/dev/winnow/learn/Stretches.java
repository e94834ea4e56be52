package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.learn.RepeatedLines.RepeatedLine;
import dev.winnow.learn.Sample.Item;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Proposes rules that take many lines at once: from the first recurring line below the article to the end, and from the first to
 * the last recurring line above it. The lines between need not recur.
 */
final class Stretches {

    /** Minimum number of lines of a stretch. Shorter ones are better named line by line. */
    private static final int FEWEST_LINES = 3;

    /** Share of the page that a range may take beyond the largest share on the pages learnt from. */
    private static final double ROOM = 0.15;

    private static final double MOST_SHARE = 0.9;

    private final List<Sample> samples;
    private final RepeatedLines recurring;
    private final Map<Sample, BitSet> taken = new IdentityHashMap<>();

    Stretches(List<Sample> samples, RepeatedLines recurring) {
        this.samples = samples;
        this.recurring = recurring;
    }

    /** Whether one of these rules takes a line. */
    boolean takes(Sample sample, Item line) {
        BitSet lines = taken.get(sample);
        return lines != null && lines.get(line.index());
    }

    /** Returns a rule for all lines below the article. */
    Optional<Draft> below() {
        Map<Sample, Item> markers = markers(
                sample ->
                        sample.lines().subList(sample.end() + 1, sample.lines().size()),
                RepeatedLine::isOnlyBelow);
        Set<String> chosen = chosen(markers.values());
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        int pages = 0;
        double share = 0;
        Map<Label, Integer> labels = new HashMap<>();
        for (Sample sample : samples) {
            Item marker = markers.get(sample);
            if (marker != null && chosen.contains(marker.key())) {
                pages++;
                share = Math.max(
                        share, take(sample, marker.index(), sample.lines().size(), labels));
            }
        }
        List<RepeatedLine> from = recurrences(chosen);
        List<String> more = others(from, RepeatedLine::isOnlyBelow);
        return Optional.of(new Draft(
                "below",
                "All that stands below the article.",
                label(labels, Label.FOOTER),
                List.of("range: {from: " + Yaml.list(templates(from)) + ", to: end}", budget(share)),
                hits(from, more, ""),
                List.of(joined(from.get(0).text(), more)),
                seen(pages)));
    }

    /** Returns a rule for the lines above the article, except the page's first line, which is often its title. */
    Optional<Draft> above() {
        Function<Sample, List<Item>> above =
                sample -> sample.isTitled() ? sample.lines().subList(1, Math.max(1, sample.begin())) : List.of();
        Map<Sample, Item> starts = markers(above, RepeatedLine::isOnlyAbove);
        Map<Sample, Item> ends = markers(above.andThen(Stretches::reversed), RepeatedLine::isOnlyAbove);
        starts.entrySet().removeIf(start -> {
            Item end = ends.get(start.getKey());
            return end == null || end.index() - start.getValue().index() < FEWEST_LINES;
        });
        Set<String> first = chosen(starts.values());
        starts.entrySet().removeIf(start -> !first.contains(start.getValue().key()));
        ends.keySet().retainAll(starts.keySet());
        Set<String> last = chosen(ends.values());
        last.removeAll(first);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        int pages = 0;
        int deepest = 0;
        int longest = 0;
        double share = 0;
        Map<Label, Integer> labels = new HashMap<>();
        for (Sample sample : starts.keySet()) {
            int from = starts.get(sample).index();
            int to = from + 1;
            while (to < sample.begin() && !last.contains(sample.lines().get(to).key())) {
                to++;
            }
            if (to < sample.begin()) {
                pages++;
                deepest = Math.max(deepest, from + 1);
                longest = Math.max(longest, to - from);
                share = Math.max(share, take(sample, from, to + 1, labels));
            }
        }
        if (pages < recurring.fewest()) {
            taken.clear();
            return Optional.empty();
        }
        List<RepeatedLine> from = recurrences(first);
        List<RepeatedLine> to = recurrences(last);
        return Optional.of(new Draft(
                "above",
                "The menu and all else that stands above the headline.",
                label(labels, Label.NAVIGATION),
                List.of(
                        "range: {from: " + Yaml.list(templates(from)) + ", to: " + Yaml.list(templates(to))
                                + ", at_most: " + atMost(longest) + "}",
                        "first: " + (deepest + 2),
                        budget(share)),
                hits(from, List.of(), '\n' + to.get(0).text()),
                List.of(joined(from.get(0).text(), List.of(to.get(0).text()))),
                seen(pages)));
    }

    private static List<Item> reversed(List<Item> lines) {
        List<Item> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Returns for each page the first of the given lines that recurs, has words, and stands only in that place. */
    private Map<Sample, Item> markers(Function<Sample, List<Item>> lines, Predicate<RepeatedLine> onlyThere) {
        Map<Sample, Item> markers = new IdentityHashMap<>();
        for (Sample sample : samples) {
            lines.apply(sample).stream()
                    .filter(line -> recurring.isOften(line.key()))
                    .filter(line -> isMarker(recurring.of(line.key()), onlyThere))
                    .findFirst()
                    .ifPresent(line -> markers.put(sample, line));
        }
        return markers;
    }

    private boolean isMarker(RepeatedLine line, Predicate<RepeatedLine> onlyThere) {
        return line.isWorded()
                && line.isLasting(samples.size())
                && !line.isSentence()
                && onlyThere.test(line)
                && Lines.canBeWritten(line.text());
    }

    /** Returns the keys of markers that are the first on several pages. */
    private Set<String> chosen(Collection<Item> markers) {
        Map<String, Integer> pages = new TreeMap<>();
        markers.forEach(marker -> pages.merge(marker.key(), 1, Integer::sum));
        Set<String> chosen = new LinkedHashSet<>();
        pages.forEach((key, count) -> {
            if (count >= Math.max(2, recurring.fewest() / 2)) {
                chosen.add(key);
            }
        });
        return chosen;
    }

    private double take(Sample sample, int from, int to, Map<Label, Integer> labels) {
        taken.computeIfAbsent(sample, any -> new BitSet()).set(from, to);
        long units = 0;
        long all = 0;
        for (Item line : sample.lines()) {
            all += line.text().length();
            if (line.index() >= from && line.index() < to) {
                units += line.text().length();
                if (line.common() && line.label().group() == Label.Group.NOISE) {
                    labels.merge(line.label(), 1, Integer::sum);
                }
            }
        }
        return (double) units / all;
    }

    /** Returns the label that common rules give to most lines of the stretch. */
    private static Label label(Map<Label, Integer> labels, Label otherwise) {
        return labels.entrySet().stream()
                .max(Map.Entry.<Label, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    private List<RepeatedLine> recurrences(Set<String> keys) {
        return keys.stream()
                .map(recurring::of)
                .sorted(Comparator.comparing((RepeatedLine of) -> -of.pages()).thenComparing(RepeatedLine::key))
                .toList();
    }

    private static List<String> templates(List<RepeatedLine> lines) {
        return lines.stream().map(RepeatedLine::template).toList();
    }

    /** Returns some more lines of the stretch, for its examples. */
    private List<String> others(List<RepeatedLine> than, Predicate<RepeatedLine> there) {
        Set<RepeatedLine> known = new HashSet<>(than);
        return recurring.often().stream()
                .filter(line -> !known.contains(line) && isMarker(line, there))
                .map(RepeatedLine::text)
                .limit(2)
                .toList();
    }

    private static List<String> hits(List<RepeatedLine> from, List<String> more, String last) {
        return from.stream()
                .map(line -> "⟦" + line.text()
                        + more.stream().map(text -> '\n' + text).reduce("", String::concat) + last + "⟧")
                .toList();
    }

    /** Joins a line with another one into a single line, which the rule must not match. */
    static String joined(String line, List<String> others) {
        return line + ' ' + (others.isEmpty() ? line : others.get(0));
    }

    /** Returns the budget of a range, from the largest share seen. */
    static String budget(double seen) {
        return String.format(Locale.ROOT, "budget: {share: %.2f}", Math.min(MOST_SHARE, seen + ROOM));
    }

    /** Returns the maximum number of lines behind the first one of a range, from the largest number seen. */
    static int atMost(int seen) {
        return seen + seen / 4 + 2;
    }

    private String seen(int pages) {
        return "On " + pages + " of " + samples.size() + " pages that it was learnt from.";
    }
}
