package dev.winnow.imports;

import dev.winnow.document.Label;
import dev.winnow.imports.Css.Selector;
import dev.winnow.source.html.Selectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the YAML of a pack in the style of a person. For one file. */
final class PackText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z.][\\w. >+~()*=:/@-]*");
    private static final String PROSE =
            "The first ferry left the harbour on Sunday morning with forty people on board.";
    private static final String TITLE = "Ferry service resumes after storm";
    private static final List<String> OTHERS = List.of("div", "p", "blockquote", "section", "h4");

    /** Text in the example of a label. Labels that are not listed use the text of {@code BOILERPLATE}. */
    private static final Map<Label, String> SAMPLES = Map.of(
            Label.BOILERPLATE, "Bakery wins prize for rye bread",
            Label.TITLE, TITLE,
            Label.BYLINE, "Mara Lind",
            Label.TIMESTAMP, "2 June 2019");

    private final SiteConfig config;
    private final Set<String> article = new LinkedHashSet<>();
    private final Map<String, Set<String>> metadata = new TreeMap<>(
            // In the order of a page.
            Comparator.comparingInt(
                    field -> List.of("title", "authors", "published").indexOf(field)));
    private final Map<Label, Set<List<Selector>>> stripped = new LinkedHashMap<>();

    PackText(SiteConfig config) {
        this.config = config;
    }

    void article(String css) {
        article.add(css);
    }

    void metadata(String field, String css) {
        metadata.computeIfAbsent(field, first -> new LinkedHashSet<>()).add(css);
    }

    /** @param elements the elements that one line of the file strips */
    void strip(List<Selector> elements, Label label) {
        if (stripped.values().stream().noneMatch(all -> all.contains(elements))) {
            stripped.computeIfAbsent(label, first -> new LinkedHashSet<>()).add(elements);
        }
    }

    /** Removes the rules for which no example can be made. Returns their labels. */
    List<Label> dropUntried() {
        List<Label> untried = stripped.entrySet().stream()
                .filter(entry -> hit(
                                entry.getKey(),
                                entry.getValue().stream().flatMap(List::stream).toList())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        untried.forEach(stripped::remove);
        return untried;
    }

    boolean isEmpty() {
        return article.isEmpty() && metadata.isEmpty() && stripped.isEmpty();
    }

    /** @param outcomes outcomes of all lines */
    String write(List<Outcome> outcomes) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# Made from ")
                .append(config.host())
                .append(".txt of ftr-site-config, which is in the public domain.\n");
        comments(outcomes, yaml);
        yaml.append("pack: ").append(config.id()).append('\n');
        yaml.append("hosts: [")
                .append(String.join(
                        ", ", config.hosts().stream().map(PackText::quoted).toList()))
                .append("]\n");
        if (!article.isEmpty()) {
            yaml.append('\n');
            list("article", "", article, yaml);
        }
        if (!metadata.isEmpty()) {
            yaml.append(article.isEmpty() ? "\n" : "").append("metadata:\n");
            metadata.forEach((field, css) -> list(field, "  ", css, yaml));
        }
        if (!stripped.isEmpty()) {
            yaml.append("\nrules:\n");
            List<String> rules = new ArrayList<>();
            stripped.forEach((label, elements) -> rules.add(rule(label, List.copyOf(elements))));
            yaml.append(String.join("\n", rules));
        }
        return yaml.toString();
    }

    private static void comments(List<Outcome> outcomes, StringBuilder yaml) {
        section("Pages to try it with", Outcome.Kind.TEST, outcomes, yaml);
        section("For the program that fetches the pages", Outcome.Kind.FETCHING, outcomes, yaml);
        section("Not translated", Outcome.Kind.LEFT_OUT, outcomes, yaml);
        section("Without a meaning", Outcome.Kind.UNKNOWN, outcomes, yaml);
    }

    private static void section(String title, Outcome.Kind kind, List<Outcome> outcomes, StringBuilder yaml) {
        List<Outcome> of =
                outcomes.stream().filter(outcome -> outcome.kind() == kind).toList();
        if (of.isEmpty()) {
            return;
        }
        yaml.append("#\n# ").append(title).append(":\n");
        for (Outcome outcome : of) {
            String written = outcome.written().replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ");
            yaml.append("#   ");
            if (kind.isLoss()) {
                yaml.append("line ").append(outcome.line()).append(": ").append(written);
                yaml.append("\n#     (").append(outcome.reason()).append(')');
            } else {
                yaml.append(
                        kind == Outcome.Kind.TEST
                                ? written.substring(written.indexOf(':') + 1).strip()
                                : written);
            }
            yaml.append('\n');
        }
    }

    private static void list(String key, String indent, Set<String> values, StringBuilder yaml) {
        yaml.append(indent).append(key).append(':');
        if (values.size() == 1) {
            yaml.append(' ').append(quoted(values.iterator().next())).append('\n');
            return;
        }
        yaml.append('\n');
        values.forEach(
                value -> yaml.append(indent).append("- ").append(quoted(value)).append('\n'));
    }

    private static String rule(Label label, List<List<Selector>> rows) {
        List<Selector> elements = rows.stream().flatMap(List::stream).toList();
        StringBuilder yaml = new StringBuilder();
        yaml.append("- id: ").append(id(label)).append('\n');
        yaml.append("  description: ").append(description(label)).append('\n');
        yaml.append("  label: ").append(label.key()).append('\n');
        List<String> css = rows.stream().map(Css::joined).toList();
        if (css.size() == 1) {
            yaml.append("  css: ").append(quoted(css.get(0))).append('\n');
        } else {
            yaml.append("  css: >-\n    ").append(String.join(",\n    ", css)).append('\n');
        }
        yaml.append("  shape: any\n");
        yaml.append("  examples:\n");
        yaml.append("  - hit: |\n");
        lines(hit(label, elements), yaml);
        yaml.append("  - miss: |\n");
        lines(miss(elements), yaml);
        return yaml.toString();
    }

    private static void lines(String html, StringBuilder yaml) {
        html.lines().forEach(line -> yaml.append("      ").append(line).append('\n'));
    }

    private static String id(Label label) {
        return label == Label.BOILERPLATE ? "stripped" : "stripped-" + label.key();
    }

    private static String description(Label label) {
        return switch (label) {
            case BOILERPLATE -> "Elements inside the article's element that are not part of the article.";
            case TITLE, BYLINE, TIMESTAMP -> "The " + label.key() + ", which the metadata have.";
            default -> "Elements with label '" + label.key() + "' inside the article's element.";
        };
    }

    /**
     * Returns HTML with an element that one of the selectors takes, and a paragraph that none takes, if possible. The result is
     * tested with the selectors. Empty if none is found.
     */
    private static String hit(Label label, List<Selector> elements) {
        String sample = SAMPLES.getOrDefault(label, String.valueOf(SAMPLES.get(Label.BOILERPLATE)));
        Selectors all = new Selectors(List.of(Css.joined(elements)));
        return candidates(elements, sample)
                .filter(html -> isHit(all, html))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> candidates(List<Selector> elements, String sample) {
        String prose = "<p>" + PROSE + "</p>";
        return elements.stream()
                .map(element -> Skeleton.of(element, sample))
                .flatMap(html -> Stream.of(html + "\n" + prose, prose + "\n" + html, html));
    }

    private static boolean isHit(Selectors all, String html) {
        List<String> texts = all.texts(html).get(0).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> text.startsWith(Skeleton.OPEN) && text.endsWith(Skeleton.CLOSE));
    }

    /** Returns a paragraph in an element that none of the selectors takes. */
    private static String miss(List<Selector> elements) {
        Selectors all = new Selectors(List.of(Css.joined(elements)));
        List<String> names = new ArrayList<>();
        elements.stream().map(element -> element.last().name()).forEach(names::add);
        names.addAll(OTHERS);
        return names.stream()
                .filter(name -> OTHERS.contains(name))
                .map(name -> "<" + name + ">" + PROSE + "</" + name + ">")
                .filter(html -> all.texts(html).get(0).isEmpty())
                .findFirst()
                .orElse("<main>" + PROSE + "</main>");
    }

    private static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.contains(": ") && !text.endsWith(":");
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
