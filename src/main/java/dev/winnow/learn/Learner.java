package dev.winnow.learn;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.rule.Field;
import dev.winnow.stats.LineGeneralizer;
import dev.winnow.text.Characters;
import dev.winnow.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proposes rules for a site from some of its pages. Every third page is held back: the precision of each rule is measured on
 * these pages, and rules below a limit are left out. The result loads, and its examples pass.
 *
 * <p>Precision is measured without a person. A match is right in three cases. The line is removed without the rule, too. Or it
 * stands above the headline, or below the last sentence that only this page has. Or it holds the day, right above the first
 * sentence. For one thread.
 */
public final class Learner {

    /** Minimum number of pages. With fewer pages it is not known which lines recur. */
    public static final int FEWEST_PAGES = 3;

    /** Confidence of the lower bound of a rule's precision. */
    public static final double CONFIDENCE = 0.8;

    /** {@link #CONFIDENCE} as a one-sided quantile of the normal distribution. */
    private static final double QUANTILE = 0.8416;

    /** One page in this many is held back. */
    private static final int HELD_BACK = 3;

    private static final int MOST_EXAMPLES = 9;

    private final Supplier<WinnowBuilder> builder;
    private final String site;
    private final double precision;
    private final List<String> left = new ArrayList<>();

    /**
     * Makes a learner for a site.
     *
     * @param builder gives a new builder for each call, with the settings to clean the pages, but without rules for the site
     * @param site its domain, such as {@code example.com}
     * @param precision minimum lower bound of a rule's precision, from 0 to 1
     */
    public Learner(Supplier<WinnowBuilder> builder, String site, double precision) {
        this.builder = builder;
        this.site = site;
        this.precision = precision;
    }

    /**
     * Proposes rules.
     *
     * @param pages of the site, text or HTML, at least {@link #FEWEST_PAGES}; their order does not matter
     * @return the pack; without rules where no unnamed line recurs, or no rule is precise enough
     */
    public Learnt learn(List<SourceDocument> pages) {
        List<Sample> samples = samples(pages);
        List<Sample> learning = new ArrayList<>();
        List<Sample> heldBack = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            (i % HELD_BACK == HELD_BACK - 1 ? heldBack : learning).add(samples.get(i));
        }
        RepeatedLines recurring = new RepeatedLines(learning);
        samples.forEach(sample -> sample.bound(recurring));
        int empty = (int) samples.stream().filter(sample -> !sample.hasText()).count();
        if (empty > 0) {
            left.add(empty + (empty == 1 ? " page" : " pages") + " without an article");
        }
        learning.removeIf(sample -> !sample.hasText());
        heldBack.removeIf(sample -> !sample.hasText());
        recurring.place(learning);

        Elements elements = new Elements(learning, recurring);
        Optional<String> article = elements.article();
        Map<Field, String> places = Places.of(learning, recurring.fewest());
        List<Draft> drafts = drafts(learning, recurring, elements, article.isPresent());
        String header = header(samples, article.orElse(null), places);
        Map<String, Learnt.Support> support = support(header, drafts, heldBack, recurring);
        return new Learnt(
                site,
                header,
                article.isPresent() || !places.isEmpty(),
                drafts.stream()
                        .map(draft -> proposed(draft, Objects.requireNonNull(support.get(draft.id()), draft.id())))
                        .toList(),
                learning.size(),
                heldBack.size(),
                left,
                missing(Stream.concat(learning.stream(), heldBack.stream()).toList(), drafts, places),
                heldBack.stream().map(Sample::source).limit(MOST_EXAMPLES).toList());
    }

    /**
     * Proposes rules even from fewer pages than {@link #FEWEST_PAGES}. These are lines around the article that may recur, for a
     * person to choose from, and the best selectors found.
     *
     * @param pages of the site, text or HTML, at least one; with {@link #FEWEST_PAGES} or more the same as {@link #learn}
     */
    public Learnt begin(List<SourceDocument> pages) {
        if (pages.size() >= FEWEST_PAGES) {
            return learn(pages);
        }
        List<Sample> samples = samples(pages);
        RepeatedLines recurring = new RepeatedLines(samples);
        samples.forEach(sample -> sample.bound(recurring));
        List<Sample> articles = samples.stream().filter(Sample::hasText).toList();
        Elements elements = new Elements(articles, recurring);
        Optional<String> article = elements.article();
        Map<Field, String> places = Places.of(articles, 1);
        String header = header(samples, article.orElse(null), places);
        List<Draft> drafts = new ArrayList<>(article.isPresent() ? List.of() : Beginning.drafts(articles));
        if (!drafts.isEmpty()) {
            Map<String, String> broken = broken(withRules(yaml(header, drafts)));
            drafts.removeIf(draft -> broken.containsKey(draft.id()));
        }
        return new Learnt(
                site,
                header,
                article.isPresent() || !places.isEmpty(),
                drafts.stream().map(draft -> draft.proposed(null)).toList(),
                samples.size(),
                0,
                List.of(),
                List.of(),
                samples.stream().map(Sample::source).toList());
    }

    private List<Sample> samples(List<SourceDocument> pages) {
        Winnow winnow = builder.get().build();
        LineGeneralizer general = new LineGeneralizer(winnow.rules().lexicons());
        // Sort the pages, so that their order does not matter.
        List<SourceDocument> ordered = pages.stream()
                .sorted(Comparator.comparing(SourceDocument::text))
                .toList();
        return ordered.parallelStream()
                .map(page -> new Sample(page, winnow, general))
                .toList();
    }

    private static List<Draft> drafts(
            List<Sample> learning, RepeatedLines recurring, Elements elements, boolean hasElement) {
        List<Draft> drafts = new ArrayList<>();
        elements.boxes().ifPresent(drafts::add);
        if (hasElement && learning.stream().allMatch(Sample::isHtml)) {
            // Lines outside of the article's element need no rule.
            return drafts;
        }
        Stretches stretches = new Stretches(learning, recurring);
        stretches.above().ifPresent(drafts::add);
        stretches.below().ifPresent(drafts::add);
        Lines lines = new Lines(learning, recurring, stretches);
        drafts.addAll(lines.metadata());
        lines.above().ifPresent(drafts::add);
        lines.within().ifPresent(drafts::add);
        lines.below().ifPresent(drafts::add);
        return drafts;
    }

    /** Removes rules that fail, until all that are left pass. Returns their results on the pages held back. */
    private Map<String, Learnt.Support> support(
            String header, List<Draft> drafts, List<Sample> heldBack, RepeatedLines recurring) {
        Map<String, Learnt.Support> support = Map.of();
        boolean changed = true;
        while (changed && !drafts.isEmpty()) {
            Winnow own = withRules(yaml(header, drafts));
            Map<String, Learnt.Support> found = support(own, heldBack, recurring);
            Map<String, String> broken = broken(own);
            changed = drafts.removeIf(draft -> {
                Learnt.Support of = found.get(draft.id());
                if (broken.containsKey(draft.id())) {
                    left.add("rule '" + draft.id() + "': an example fails: " + broken.get(draft.id()));
                    return true;
                }
                if (of == null) {
                    left.add("rule '" + draft.id() + "': it takes no line of the pages that were held back");
                    return true;
                }
                if (of.bound() < precision) {
                    left.add(String.format(
                            Locale.ROOT,
                            "rule '%s': right on %d of %d lines, so its precision is at least %.0f %%; %.0f %% is required",
                            draft.id(),
                            of.right(),
                            of.lines(),
                            100 * of.bound(),
                            100 * precision));
                    return true;
                }
                return false;
            });
            support = found;
        }
        return support;
    }

    private static Learnt.Proposed proposed(Draft draft, Learnt.Support support) {
        return draft.seen(String.format(
                        Locale.ROOT,
                        "\nHeld back: %d of %d lines right, on %d %s; precision at least %.0f %%.",
                        support.right(),
                        support.lines(),
                        support.pages(),
                        support.pages() == 1 ? "page" : "pages",
                        Math.floor(100 * support.bound())))
                .proposed(support);
    }

    private Winnow withRules(String yaml) {
        return builder.get().rules(site + ".yaml", yaml).site(site).build();
    }

    private Map<String, Learnt.Support> support(Winnow own, List<Sample> heldBack, RepeatedLines recurring) {
        Map<String, int[]> counts = new HashMap<>();
        Map<String, Set<Sample>> pages = new HashMap<>();
        String pack = site + '/';
        for (Sample sample : heldBack) {
            Article article = own.clean(sample.source());
            for (Sample.Item line : sample.lines()) {
                Article.LabelledLine now = article.lines().get(line.index());
                if (now.rule().startsWith(pack)) {
                    String id = now.rule().substring(pack.length());
                    int[] count = counts.computeIfAbsent(id, any -> new int[2]);
                    count[0]++;
                    count[1] += isRight(sample, line, now.label(), recurring) ? 1 : 0;
                    pages.computeIfAbsent(id, any -> new HashSet<>()).add(sample);
                }
            }
        }
        Map<String, Learnt.Support> support = new HashMap<>();
        counts.forEach((id, count) -> support.put(
                id,
                new Learnt.Support(
                        pages.getOrDefault(id, Set.of()).size(), count[0], count[1], bound(count[1], count[0]))));
        return support;
    }

    private static boolean isRight(Sample sample, Sample.Item line, Label label, RepeatedLines recurring) {
        if (sample.isText(line, recurring)) {
            return false;
        }
        // A title that is labelled noise would be lost.
        boolean lost = line.label() == Label.TITLE && label.group() == Label.Group.NOISE && line.index() > 0;
        boolean day = label == Label.TIMESTAMP && sample.isInHead(line);
        return !lost && (day || !line.kept() || sample.place(line) != Sample.Place.WITHIN);
    }

    /**
     * Returns the lower bound of the share of right lines, by Wilson's interval (E. B. Wilson, Probable inference, 1927),
     * one-sided.
     *
     * @param right of all
     */
    static double bound(int right, int all) {
        if (all == 0) {
            return 0;
        }
        double share = (double) right / all;
        double z = QUANTILE * QUANTILE;
        return (share + z / (2 * all) - QUANTILE * Math.sqrt(share * (1 - share) / all + z / (4.0 * all * all)))
                / (1 + z / all);
    }

    /** Returns the first problem of each rule whose examples fail. */
    private Map<String, String> broken(Winnow own) {
        String pack = site + '/';
        Map<String, String> broken = new HashMap<>();
        for (ExampleResult result : new ExampleRunner(own).run(rule -> rule.id().startsWith(pack))) {
            if (!result.ok()) {
                broken.put(
                        result.rule().id().substring(pack.length()),
                        result.problems().get(0));
            }
        }
        return broken;
    }

    private static String yaml(String header, List<Draft> drafts) {
        return Learnt.yaml(header, drafts.stream().map(Draft::yaml).toList());
    }

    private String header(List<Sample> samples, @Nullable String article, Map<Field, String> places) {
        List<String> lines = new ArrayList<>();
        lines.add("# Proposed by `winnow learn` from " + samples.size() + (samples.size() == 1 ? " page" : " pages")
                + ". Read it, correct it, and keep it tested.");
        lines.add("pack: " + site);
        String name = most(samples, sample -> sample.metadata().siteName())
                .or(() -> SiteMark.name(samples, site))
                .orElse(null);
        if (name != null) {
            lines.add("name: " + Yaml.Text.of(name));
        }
        lines.add("hosts: [" + site + ", \"*." + site + "\"]");
        if (samples.size() >= FEWEST_PAGES) {
            Optional<List<String>> mark = SiteMark.of(samples, site, name);
            mark.ifPresent(texts -> lines.add("fingerprint: [" + Yaml.list(texts) + "]"));
            if (mark.isEmpty()
                    && samples.stream().anyMatch(sample -> sample.source().url() == null)) {
                left.add("a fingerprint: no line around the articles names the site on all pages; without one,"
                        + " pages without a URL are not recognised");
            }
        }
        most(samples, sample -> sample.metadata().language())
                .ifPresent(language -> lines.add("languages: [" + language + "]"));
        order(samples).ifPresent(order -> lines.add("dates: {order: " + order + "}"));
        if (article != null) {
            lines.add("article: " + Yaml.Text.of(article));
        }
        if (!places.isEmpty()) {
            lines.add("metadata:");
            places.forEach((field, selector) -> lines.add("  " + field.key() + ": " + Yaml.Text.of(selector)));
        }
        lines.add("# These rules name only some of the lines. The line model judges the others.");
        lines.add("model: true");
        return String.join("\n", lines) + '\n';
    }

    private static List<String> missing(List<Sample> samples, List<Draft> drafts, Map<Field, String> places) {
        List<String> missing = new ArrayList<>();
        boolean dated = drafts.stream().anyMatch(draft -> draft.id().equals(Field.PUBLISHED.key()));
        if (!dated && !places.containsKey(Field.PUBLISHED)) {
            missing(
                            samples,
                            "the day of publication",
                            "a day",
                            sample -> sample.metadata().published() != null)
                    .ifPresent(missing::add);
        }
        if (!places.containsKey(Field.AUTHORS)) {
            missing(
                            samples,
                            "the authors",
                            "authors",
                            sample -> !sample.metadata().authors().isEmpty())
                    .ifPresent(missing::add);
        }
        return missing;
    }

    /** Returns a message if some pages lack a value that no new rule finds. */
    private static Optional<String> missing(
            List<Sample> samples, String what, String value, Predicate<Sample> hasValue) {
        long known = samples.stream().filter(hasValue).count();
        if (known == samples.size()) {
            return Optional.empty();
        }
        return Optional.of(
                known == 0
                        ? "no line with " + what + " was found"
                        : "no new line with " + what + " was found; " + known + " of " + samples.size() + " pages have "
                                + value + " without one");
    }

    /** Returns the value that more than half of the pages have; empty if there is none. */
    private static Optional<String> most(List<Sample> samples, Function<Sample, @Nullable String> value) {
        Map<String, Long> counted = samples.stream()
                .map(value)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(String::valueOf, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(entry -> 2 * entry.getValue() > samples.size())
                .map(Map.Entry::getKey);
    }

    /** Returns the order of day and month in numeric dates, if some of them have only one reading and all of these agree. */
    private static Optional<String> order(List<Sample> samples) {
        int dayFirst = 0;
        int monthFirst = 0;
        for (Sample sample : samples) {
            for (Sample.Item line : sample.lines()) {
                for (var value : line.template().values()) {
                    List<Integer> parts = numbers(value.text());
                    if (value.type().startsWith("date") && parts.size() > 2 && parts.get(2) > 31) {
                        dayFirst += parts.get(0) > 12 && parts.get(1) <= 12 ? 1 : 0;
                        monthFirst += parts.get(1) > 12 && parts.get(0) <= 12 ? 1 : 0;
                    }
                }
            }
        }
        return dayFirst > 1 && monthFirst == 0
                ? Optional.of("dmy")
                : monthFirst > 1 && dayFirst == 0 ? Optional.of("mdy") : Optional.empty();
    }

    /** Returns the numbers of a numeric date; empty where there are letters. */
    private static List<Integer> numbers(String day) {
        boolean letters = day.chars().anyMatch(c -> Characters.isLetter((char) c));
        return letters ? List.of() : Numbers.in(day);
    }
}
