package dev.winnow.learn;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.learn.Sample.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds selectors in pages of HTML: one for the article's element, and some for elements in it that hold none of its text. */
final class Elements {

    /** Minimum share of the article's text in its element, and of the pages on which its selector works. */
    private static final double NEARLY_ALL = 0.95;

    /** Ids and classes that may serve as selectors. Names with digits are left out, because numbers differ from page to page. */
    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{2,40}");

    private static final int MOST_SELECTORS = 8;

    private final List<Sample> samples;
    private final RepeatedLines recurring;
    private final Map<Sample, Block.Frame> articles = new IdentityHashMap<>();

    Elements(List<Sample> samples, RepeatedLines recurring) {
        this.samples = samples.stream().filter(Sample::isHtml).toList();
        this.recurring = recurring;
    }

    /** Counts of a selector for the article's element. */
    private static final class Fit {
        private int pages;
        private long noise;
    }

    /** Returns the selector whose first element holds the article on nearly all pages, and holds the least noise. */
    Optional<String> article() {
        Map<String, Fit> fits = new TreeMap<>();
        for (Sample sample : samples) {
            Set<String> seen = new LinkedHashSet<>();
            for (Block.Frame frame : around(sample)) {
                for (String selector : selectors(frame)) {
                    if (seen.add(selector) && isFirst(sample, selector, frame)) {
                        Fit fit = fits.computeIfAbsent(selector, any -> new Fit());
                        fit.pages++;
                        fit.noise += noise(sample, frame);
                    }
                }
            }
        }
        Optional<String> best = fits.entrySet().stream()
                .filter(entry -> entry.getValue().pages >= Math.min(recurring.fewest(), samples.size())
                        && entry.getValue().pages >= NEARLY_ALL * samples.size())
                .min(Map.Entry.<String, Fit>comparingByValue(
                                Comparator.comparingDouble(fit -> (double) fit.noise / fit.pages))
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        best.ifPresent(selector -> samples.forEach(sample -> around(sample).stream()
                .filter(frame -> selectors(frame).contains(selector))
                .findFirst()
                .ifPresent(frame -> articles.put(sample, frame))));
        return best;
    }

    /** Whether a line stands outside of the article's element. Such a line needs no rule. */
    boolean isOutside(Sample sample, Item line) {
        Block.Frame article = articles.get(sample);
        return article != null && line.block() != null && !line.block().frame().isIn(article);
    }

    @SuppressWarnings("ReferenceEquality") // Two elements may be alike.
    private boolean isArticle(Sample sample, Block.Frame frame) {
        return frame == articles.get(sample);
    }

    /** Returns a rule for elements inside of the article's element that hold removed lines, and never text of the article. */
    Optional<Draft> boxes() {
        Map<String, Set<Sample>> pages = new TreeMap<>();
        Map<String, String> shown = new TreeMap<>();
        Set<String> ofText = new LinkedHashSet<>();
        for (Sample sample : samples) {
            for (Item line : sample.lines()) {
                if (line.block() == null || isOutside(sample, line)) {
                    continue;
                }
                boolean goes = !line.kept() && line.label().group() == Label.Group.NOISE;
                for (Block.Frame frame = line.block().frame(); frame != null; frame = frame.around()) {
                    if (isArticle(sample, frame)) {
                        break;
                    }
                    for (String selector : classes(frame)) {
                        if (goes && Lines.canBeWritten(line.text()) && !line.sentence()) {
                            pages.computeIfAbsent(selector, any -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                    .add(sample);
                            shown.putIfAbsent(selector, line.text());
                        } else if (!goes) {
                            ofText.add(selector);
                        }
                    }
                }
            }
        }
        List<String> chosen = pages.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= recurring.fewest() && !ofText.contains(entry.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, Set<Sample>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(MOST_SELECTORS)
                .toList();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        List<String> hits = chosen.stream()
                .map(selector -> element(selector, List.of(String.valueOf(shown.get(selector)))))
                .toList();
        return Optional.of(new Draft(
                "boxes",
                "Elements in the article that hold none of its text.",
                Label.WIDGET,
                List.of("css: " + Yaml.Text.of(String.join(", ", chosen))),
                hits,
                List.of(paragraph(String.valueOf(shown.get(chosen.get(0))))),
                "Each on " + recurring.fewest() + " or more of " + samples.size() + " pages that it was learnt from."));
    }

    /**
     * Returns HTML of an element with marked lines, for an example.
     *
     * @param selector of a class or an id
     */
    static String element(String selector, List<String> lines) {
        return "<div "
                + (selector.startsWith("#") ? "id" : "class")
                + "=\"" + selector.substring(1) + "\">"
                + lines.stream().map(line -> paragraph('⟦' + line + '⟧')).collect(Collectors.joining())
                + "</div>";
    }

    /** Returns HTML of one line, for an example. */
    static String paragraph(String line) {
        return "<p>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
    }

    /** Returns the innermost element with nearly all text of the article, and the elements around it. */
    private List<Block.Frame> around(Sample sample) {
        List<Item> texts = sample.lines().stream()
                .filter(line -> line.block() != null && sample.isText(line, recurring))
                .toList();
        List<Block.Frame> around = new ArrayList<>();
        if (texts.isEmpty()) {
            return around;
        }
        long all = texts.stream().mapToLong(line -> line.text().length()).sum();
        for (Block.Frame frame = frame(texts.get(texts.size() / 2)); frame != null; frame = frame.around()) {
            Block.Frame here = frame;
            long held = texts.stream()
                    .filter(line -> frame(line).isIn(here))
                    .mapToLong(line -> line.text().length())
                    .sum();
            if (held >= NEARLY_ALL * all
                    && !frame.tag().equals("body")
                    && !frame.tag().equals("html")) {
                around.add(frame);
            }
        }
        return around;
    }

    @SuppressWarnings("NullAway") // callers check that there is a block
    private static Block.Frame frame(Item line) {
        return line.block().frame();
    }

    /** Whether this is the first element with prose that the selector matches on the page. */
    private boolean isFirst(Sample sample, String selector, Block.Frame frame) {
        for (Item line : sample.lines()) {
            if (line.block() == null || !line.sentence()) {
                continue;
            }
            for (Block.Frame other = line.block().frame(); other != null; other = other.around()) {
                if (selectors(other).contains(selector)) {
                    return line.block().frame().isIn(frame);
                }
            }
        }
        return false;
    }

    private long noise(Sample sample, Block.Frame frame) {
        return sample.lines().stream()
                .filter(line -> line.block() != null
                        && !line.kept()
                        && line.block().frame().isIn(frame))
                .count();
    }

    private static List<String> selectors(Block.Frame frame) {
        List<String> selectors = names(frame);
        if (frame.tag().equals("article") || frame.tag().equals("main")) {
            selectors.add(frame.tag());
        }
        return selectors;
    }

    /** Returns selectors of an element's classes and its id, without names that hold digits. */
    static List<String> names(Block.Frame frame) {
        List<String> names = classes(frame);
        if (NAME.matcher(frame.id()).matches()) {
            names.add("#" + frame.id());
        }
        return names;
    }

    private static List<String> classes(Block.Frame frame) {
        List<String> classes = new ArrayList<>();
        for (String name : frame.classes().split("\\s+")) {
            if (NAME.matcher(name).matches()) {
                classes.add("." + name);
            }
        }
        return classes;
    }
}
