package dev.winnow.learn;

import dev.winnow.Winnow;
import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.learn.Sample.Item;
import dev.winnow.learn.Suggestion.Kind;
import dev.winnow.learn.Yaml.Text;
import dev.winnow.rule.Field;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.load.WordFiles;
import dev.winnow.stats.LineGeneralizer;
import dev.winnow.stats.LineTemplate;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import dev.winnow.trial.RuleTrial;
import dev.winnow.trial.RuleTrial.Took;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes rules for lines that a person chose on one page, from exact to general. Each rule loads alone, its examples pass, and
 * it takes the chosen lines of the page; some take more.
 *
 * <p>A rule that uses only words also has, if possible, a condition on the place of the lines: above, below or among the
 * sentences that stay.
 */
public final class Suggestions {

    /** Maximum number of parts of a sequence. For a longer one a range is better. */
    private static final int MOST_PARTS = 12;

    /** Maximum number of lines that an example shows between the first and the last line of a range. */
    private static final int MOST_BETWEEN = 2;

    private static final int MOST_SELECTORS = 2;

    /** Maximum number of words of a line in an id. */
    private static final int MOST_WORDS = 5;

    /** Maximum number of characters of a line in a title. */
    private static final int LONGEST_SHOWN = 40;

    private static final List<String> NOWHERE = List.of();

    private final Sample sample;
    private final List<Item> chosen;
    private final Set<Integer> numbers;
    private final Label label;
    private final Wording wording;
    /** Index of the first and the last sentence that stays and was not chosen; -1 if there is none. */
    private final int firstSentence;

    private final int lastSentence;
    /** A sentence of an article, for examples. */
    private final String sentence;

    private final List<Candidate> candidates = new ArrayList<>();

    /**
     * A rule with several ways to write it, the best first.
     *
     * @param name its id without the label
     */
    private record Candidate(Kind kind, String name, String title, List<Draft> ways) {}

    /** One way to write a rule. */
    private record Way(List<String> keys, String hit, String miss) {}

    private Suggestions(Winnow winnow, SourceDocument page, SortedSet<Integer> lines, Label label) {
        this.sample =
                new Sample(page, winnow, new LineGeneralizer(winnow.rules().lexicons()));
        this.chosen = lines.stream().map(sample.lines()::get).toList();
        this.numbers = new HashSet<>(lines);
        this.label = label;
        String language = sample.metadata().language();
        this.wording = new Wording(winnow.rules(), label, language);
        List<Integer> sentences = sample.lines().stream()
                .filter(line -> line.kept() && line.sentence() && !lines.contains(line.index()))
                .map(Item::index)
                .toList();
        this.firstSentence = sentences.isEmpty() ? -1 : sentences.get(0);
        this.lastSentence = sentences.isEmpty() ? -1 : sentences.get(sentences.size() - 1);
        this.sentence = sentence(language, chosen);
    }

    /**
     * Proposes rules.
     *
     * @param winnow with the rules in use
     * @param lines numbers of lines of the page, from 0; at least one
     * @param label of the lines
     * @return rules from exact to general; empty where no rule takes all lines
     * @throws IndexOutOfBoundsException if the page has no such line
     */
    public static List<Suggestion> of(Winnow winnow, SourceDocument page, SortedSet<Integer> lines, Label label) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Suggestions suggestions = new Suggestions(winnow, page, lines, label);
        if (suggestions.chosen.stream().allMatch(line -> Lines.canBeWritten(line.text()))) {
            suggestions.literal();
            suggestions.template();
            suggestions.lexicon();
            suggestions.lines();
            suggestions.title();
            suggestions.range();
            suggestions.selectors();
        }
        return suggestions.held(winnow);
    }

    /** Returns the sentence that shares the fewest words with the lines, so that a rule for them does not take it. */
    private static String sentence(@Nullable String language, List<Item> lines) {
        Map<String, List<String>> prose = WordFiles.prose();
        List<String> sentences = language == null ? null : prose.get(language);
        Set<String> words = lines.stream()
                .flatMap(line -> Arrays.stream(Folding.fold(line.text()).split(" ")))
                .collect(Collectors.toSet());
        return (sentences == null ? prose.values().stream().flatMap(List::stream) : sentences.stream())
                .min((a, b) -> Long.compare(shared(a, words), shared(b, words)))
                .orElse("");
    }

    private static long shared(String sentence, Set<String> words) {
        return Arrays.stream(Folding.fold(sentence).split(" "))
                .filter(words::contains)
                .count();
    }

    private void literal() {
        List<String> texts = distinct(line -> LineTemplate.literal(line.text()));
        byLine(
                Kind.LITERAL,
                slug(chosen.get(0).text()),
                texts.size() == 1
                        ? "The line " + quoted(chosen.get(0).text())
                        : "The line " + quoted(chosen.get(0).text()) + " and " + (texts.size() - 1) + " more",
                List.of(texts));
    }

    private void template() {
        byTemplate(List.of(distinct(wording::template)));
        List<List<String>> labelled = Stream.of(false, true)
                .map(loose -> distinct(line -> wording.labelled(line, loose)))
                .filter(patterns -> !patterns.isEmpty())
                .toList();
        if (!labelled.isEmpty()) {
            byTemplate(labelled);
        }
    }

    private void byTemplate(List<List<String>> patterns) {
        String first = patterns.get(0).get(0);
        byLine(
                Kind.TEMPLATE,
                slug(first.replaceAll("\\{[^{}]*\\}", " ")),
                "Lines of the form " + quoted(first),
                patterns);
    }

    private void lexicon() {
        List<List<String>> patterns = Stream.of(false, true)
                .map(loose -> distinct(line -> wording.byLexicon(line, loose)))
                .filter(found -> !found.isEmpty())
                .toList();
        if (!patterns.isEmpty()) {
            String first = patterns.get(0).get(0);
            String name = first.substring(2, first.indexOf('}'));
            byLine(Kind.LEXICON, name, "Lines with words of the list " + quoted(name), patterns);
        }
    }

    /** Returns a pattern for each line, without duplicates; empty where a line has none. */
    private List<String> distinct(Function<Item, @Nullable String> pattern) {
        Map<String, String> distinct = new LinkedHashMap<>();
        for (Item line : chosen) {
            String found = pattern.apply(line);
            if (found == null) {
                return List.of();
            }
            distinct.putIfAbsent(Characters.fold(found), found);
        }
        return List.copyOf(distinct.values());
    }

    private void byLine(Kind kind, String name, String title, List<List<String>> patterns) {
        List<String> shown = chosen.stream()
                .map(Item::text)
                .distinct()
                .limit(Lines.MOST_SHOWN)
                .toList();
        String marked = '⟦' + String.join("\n", shown) + '⟧';
        List<Way> ways = new ArrayList<>();
        for (List<String> way : patterns) {
            for (List<String> place : places(chosen.get(chosen.size() - 1))) {
                List<String> keys = new ArrayList<>(Yaml.oneOrMore("line", way));
                keys.addAll(place);
                anyShape(chosen, keys);
                ways.addAll(ways(
                        keys,
                        isAmong(place) ? sentence + '\n' + marked : marked,
                        Stretches.joined(shown.get(0), shown.subList(1, shown.size()))));
            }
        }
        add(kind, name, title, ways);
    }

    /** Returns the same rule with several near misses, since an open slot may match some of them. */
    private List<Way> ways(List<String> keys, String hit, String miss) {
        return Stream.of(miss, sentence + ' ' + chosen.get(0).text(), sentence)
                .map(nearly -> new Way(keys, hit, nearly))
                .toList();
    }

    private static void anyShape(List<Item> lines, List<String> keys) {
        if (lines.stream().anyMatch(Item::sentence)) {
            keys.add("shape: any");
        }
    }

    /**
     * Returns conditions on the place of the lines, the best first; the last one is empty.
     *
     * @param lowest the lowest line at which a match above the text begins
     */
    private List<List<String>> places(Item lowest) {
        List<List<String>> places = new ArrayList<>();
        Item highest = chosen.get(0);
        if (label.group() != Label.Group.TEXT) {
            if (firstSentence < 0 || lowest.index() < firstSentence) {
                places.add(List.of("first: " + (lowest.index() + 1 + Lines.ROOM)));
            } else if (highest.index() > lastSentence) {
                places.add(List.of("last: " + (sample.lines().size() - highest.index() + Lines.ROOM)));
            } else {
                places.add(List.of("among: prose"));
            }
        }
        places.add(NOWHERE);
        return places;
    }

    private static boolean isAmong(List<String> place) {
        return place.stream().anyMatch(key -> key.startsWith("among"));
    }

    private boolean areNeighbours() {
        return chosen.size() > 1
                && chosen.get(chosen.size() - 1).index() - chosen.get(0).index() == chosen.size() - 1;
    }

    private void lines() {
        if (areNeighbours() && chosen.size() <= MOST_PARTS) {
            List<String> parts = chosen.stream()
                    .map(line -> part(wording.template(line), line, null))
                    .toList();
            String first = chosen.get(0).text();
            add(
                    Kind.LINES,
                    Kind.LINES.key(),
                    chosen.size() + " lines in a row, the first one " + quoted(first),
                    sequence(parts, chosen));
        }
    }

    /** Proposes a rule for a title. A title has no fixed words, so the rule matches a line beside it that has. */
    private void title() {
        if (label != Label.TITLE || chosen.size() != 1) {
            return;
        }
        Item title = chosen.get(0);
        List<Way> ways = new ArrayList<>();
        for (int step : new int[] {1, -1}) {
            int at = title.index() + step;
            Item beside = at < 0 || at == sample.lines().size()
                    ? null
                    : sample.lines().get(at);
            if (beside != null && beside.label().group() == Label.Group.ABOUT && Lines.canBeWritten(beside.text())) {
                List<String> parts = new ArrayList<>(List.of(part('{' + Field.TITLE.key() + '}', title, null)));
                List<Item> both = new ArrayList<>(List.of(title));
                parts.add(step > 0 ? 1 : 0, part(wording.template(beside, beside.label()), beside, beside.label()));
                both.add(step > 0 ? 1 : 0, beside);
                ways.addAll(sequence(parts, both));
            }
        }
        add(Kind.LINES, Kind.LINES.key(), "The title by the line beside it", ways);
    }

    private List<Way> sequence(List<String> parts, List<Item> lines) {
        List<Way> ways = new ArrayList<>();
        for (List<String> place : places(lines.get(0))) {
            List<String> keys = new ArrayList<>(List.of("lines:"));
            keys.addAll(parts);
            keys.addAll(place);
            String marked = lines.stream().map(Item::text).collect(Collectors.joining("\n", "⟦", "⟧"));
            ways.addAll(ways(
                    keys,
                    isAmong(place) ? sentence + '\n' + marked : marked,
                    Stretches.joined(lines.get(0).text(), List.of(lines.get(1).text()))));
        }
        return ways;
    }

    private static String part(String template, Item line, @Nullable Label other) {
        return "- {line: " + Text.inList(template) + (other == null ? "" : ", label: " + other.key())
                + (line.sentence() ? ", shape: any}" : "}");
    }

    private void range() {
        if (!areNeighbours()) {
            return;
        }
        Item first = chosen.get(0);
        Item last = chosen.get(chosen.size() - 1);
        String from = Text.inList(wording.template(first));
        List<Item> between = chosen.subList(1, chosen.size() - 1);
        List<String> shown =
                between.stream().map(Item::text).limit(MOST_BETWEEN).toList();
        List<Way> ways = new ArrayList<>();
        for (List<String> place : places(first)) {
            if (!isAmong(place)) {
                List<String> keys = new ArrayList<>(List.of("range: {from: " + from + ", to: "
                        + Text.inList(wording.template(last)) + ", at_most: " + Stretches.atMost(chosen.size() - 1)
                        + "}"));
                keys.addAll(place);
                keys.add(Stretches.budget(share(last.index())));
                ways.addAll(range(keys, first, shown, last));
            }
        }
        add(Kind.RANGE, Kind.RANGE.key(), "From " + quoted(first.text()) + " to " + quoted(last.text()), ways);
        boolean toEnd = sample.lines().stream().noneMatch(line -> line.kept() && line.index() > last.index());
        if (toEnd) {
            List<String> keys = new ArrayList<>(List.of("range: {from: " + from + ", to: end}"));
            keys.add(Stretches.budget(share(sample.lines().size() - 1)));
            add(Kind.RANGE, "to-end", "From " + quoted(first.text()) + " to the end", range(keys, first, shown, last));
        }
    }

    private List<Way> range(List<String> keys, Item first, List<String> between, Item last) {
        anyShape(List.of(first), keys);
        String hit = Stream.of(List.of(first.text()), between, List.of(last.text()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "⟦", "⟧"));
        return ways(keys, hit, Stretches.joined(first.text(), List.of(last.text())));
    }

    /** Returns the share of the page from the first chosen line to a given line. */
    private double share(int to) {
        long all = 0;
        long units = 0;
        for (Item line : sample.lines()) {
            all += line.text().length();
            units += line.index() >= chosen.get(0).index() && line.index() <= to
                    ? line.text().length()
                    : 0;
        }
        return (double) units / all;
    }

    /**
     * Proposes selectors of elements around all of the lines, or around each of them, that hold no line that stays; at most two.
     */
    private void selectors() {
        Set<String> common = new HashSet<>(around(chosen.get(0)));
        chosen.forEach(line -> common.retainAll(around(line)));
        for (Item line : sample.lines()) {
            if (line.kept() && !numbers.contains(line.index())) {
                common.removeAll(around(line));
            }
        }
        List<String> shown =
                chosen.stream().map(Item::text).limit(Lines.MOST_SHOWN).toList();
        Field field = wording.field();
        elements(chosen.get(0))
                .flatMap(frame ->
                        Elements.names(frame).stream().filter(common::contains).limit(1))
                .distinct()
                .limit(MOST_SELECTORS)
                .forEach(selector -> {
                    List<String> keys = new ArrayList<>(List.of("css: " + Text.of(selector)));
                    if (field != null) {
                        keys.add("field: " + field.key());
                    }
                    anyShape(chosen, keys);
                    add(
                            Kind.SELECTOR,
                            slug(selector),
                            "All that stands in elements " + quoted(selector),
                            List.of(new Way(
                                    keys, Elements.element(selector, shown), Elements.paragraph(shown.get(0)))));
                });
    }

    private static List<String> around(Item line) {
        return elements(line).map(Elements::names).flatMap(List::stream).toList();
    }

    /** Returns the elements around a line, the innermost first; empty for plain text. */
    private static Stream<Block.Frame> elements(Item line) {
        Block block = line.block();
        return block == null ? Stream.of() : Stream.iterate(block.frame(), Objects::nonNull, Block.Frame::around);
    }

    private void add(Kind kind, String name, String title, List<Way> ways) {
        Set<List<String>> known = candidates.stream()
                .flatMap(candidate -> candidate.ways().stream())
                .map(Draft::keys)
                .collect(Collectors.toSet());
        List<Draft> drafts = ways.stream()
                .filter(way -> !known.contains(way.keys()))
                .map(way -> new Draft("", title + '.', label, way.keys(), List.of(way.hit()), List.of(way.miss()), ""))
                .toList();
        candidates.add(new Candidate(kind, name, title, drafts));
    }

    /** Returns for each candidate the first way that loads, whose examples pass, and that takes the lines. */
    private List<Suggestion> held(Winnow winnow) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Map<Candidate, Iterator<String>> open = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            List<String> ids = new ArrayList<>();
            for (Draft draft : candidate.ways()) {
                ids.add("r" + drafts.size());
                drafts.put("r" + drafts.size(), draft);
            }
            open.put(candidate, ids.iterator());
        }
        RuleTrial trial = trial(winnow, drafts);
        if (trial == null) {
            return List.of();
        }
        Set<String> broken = trial.problems().keySet();
        Map<Candidate, Draft> held = new HashMap<>();
        while (!open.isEmpty()) {
            Map<String, Candidate> next = new LinkedHashMap<>();
            open.forEach((candidate, ids) -> {
                while (ids.hasNext()) {
                    String id = ids.next();
                    if (drafts.containsKey(id) && !broken.contains(id)) {
                        next.put(id, candidate);
                        return;
                    }
                }
            });
            open.keySet().retainAll(next.values());
            for (Took took : next.isEmpty() ? List.<Took>of() : trial.of(sample.source(), next::containsKey)) {
                if (took.lines().containsAll(numbers)) {
                    Candidate candidate = Objects.requireNonNull(next.get(took.rule()));
                    held.put(candidate, Objects.requireNonNull(drafts.get(took.rule())));
                    open.remove(candidate);
                }
            }
        }
        Set<String> ids = new HashSet<>();
        return candidates.stream()
                .filter(held::containsKey)
                .map(candidate -> suggestion(candidate, Objects.requireNonNull(held.get(candidate)), ids))
                .toList();
    }

    /** Compiles the drafts that load, and removes the others from the map. */
    private static @Nullable RuleTrial trial(Winnow winnow, Map<String, Draft> drafts) {
        try {
            return compiled(winnow, drafts);
        } catch (RuleException some) {
            drafts.entrySet().removeIf(draft -> {
                try {
                    compiled(winnow, Map.ofEntries(draft));
                    return false;
                } catch (RuleException broken) {
                    return true;
                }
            });
            return compiled(winnow, drafts);
        }
    }

    private static @Nullable RuleTrial compiled(Winnow winnow, Map<String, Draft> drafts) {
        List<String> rules = new ArrayList<>();
        drafts.forEach((id, draft) -> rules.add(draft.named(id).yaml()));
        return rules.isEmpty() ? null : RuleTrial.ofSite(winnow, rules);
    }

    private Suggestion suggestion(Candidate candidate, Draft draft, Set<String> ids) {
        String name = candidate.name().isEmpty() ? candidate.kind().key() : candidate.name();
        String id = (name + '-').startsWith(label.key() + '-') ? name : label.key() + '-' + name;
        String unique = id;
        for (int i = 2; !ids.add(unique); i++) {
            unique = i == 2
                    ? id + '-' + candidate.kind().key()
                    : id + '-' + candidate.kind().key() + '-' + (i - 1);
        }
        return new Suggestion(
                unique, candidate.kind(), candidate.title(), draft.named(unique).yaml());
    }

    /** Returns the first words of a text that are possible in an id; empty if there are none. */
    private static String slug(String text) {
        return Arrays.stream(Folding.fold(text).split(" "))
                .filter(word -> word.matches("[a-z0-9]+"))
                .limit(MOST_WORDS)
                .collect(Collectors.joining("-"));
    }

    private static String quoted(String text) {
        return "“"
                + (text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…")
                + "”";
    }
}
