package dev.winnow.cli;

import dev.winnow.Explanation;
import dev.winnow.Explanation.LineExplanation;
import dev.winnow.Explanation.NearMiss;
import dev.winnow.Explanation.Stretch;
import dev.winnow.document.Article;
import dev.winnow.document.Article.LabelledLine;
import dev.winnow.document.Image;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.Metadata;
import dev.winnow.document.Shape;
import dev.winnow.document.SourceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints an explanation for a person. First the metadata; then every line with the number of its line in the source, a mark
 * (blank: stays, −: removed), its label and its text. Below each run of lines stand the rule and the reason that they share, and
 * their shapes.
 *
 * @param style colours
 * @param width width of the output in columns
 * @param brief whether each line of the page is cut to one row
 */
record ExplainView(Style style, int width, boolean brief) {

    private static final String GOES = "−";
    private static final String NEARLY = "nearly: ";
    private static final String BELOW = "╰ ";
    private static final int QUOTED = 40;

    /** Returns the whole explanation; it ends with a line feed. */
    String show(String origin, SourceDocument source, Explanation explanation) {
        StringBuilder out = new StringBuilder();
        header(origin, source, explanation, out);
        out.append('\n');
        List<Integer> all =
                IntStream.range(0, explanation.lines().size()).boxed().toList();
        return out.append(lines(explanation, all)).toString();
    }

    // ---- header ----

    private void header(String origin, SourceDocument source, Explanation explanation, StringBuilder out) {
        Article article = explanation.article();
        out.append(style.bold(Console.printable(origin))).append('\n');
        Metadata metadata = article.metadata();
        Map<String, Fact> facts = siteFacts(explanation);
        facts.putAll(facts(metadata));
        metadata.undecided()
                .forEach(date -> facts.put(
                        date.field() + "?",
                        new Fact(date.raw() + " is " + String.join(" or ", date.candidates()), "")));
        facts.put("charset", new Fact(article.charset(), ""));
        facts.put("repaired", new Fact(repairs(article.ledger()), ""));
        facts.put("kept", new Fact(kept(article), ""));
        facts.put("conflict", new Fact(String.join("; ", explanation.conflicts()), ""));
        table(facts, out);
        for (String warning : article.warnings()) {
            List<String> wrapped = Columns.wrap(Console.flat(warning), width - 4);
            for (int i = 0; i < wrapped.size(); i++) {
                out.append(style.yellow((i == 0 ? "! " : "  ") + wrapped.get(i)))
                        .append('\n');
            }
        }
        if (!source.undecodable().isEmpty() && article.warnings().isEmpty()) {
            out.append(style.yellow("! some bytes are no text")).append('\n');
        }
    }

    /**
     * Returns some lines of the page below its site; it ends with a line feed.
     *
     * @param shown indexes of the lines, from 0, ascending
     */
    String show(String heading, Explanation explanation, List<Integer> shown) {
        StringBuilder out = new StringBuilder(style.bold(Console.printable(heading))).append('\n');
        table(siteFacts(explanation), out);
        return out.append(lines(explanation, shown)).toString();
    }

    private static Map<String, Fact> siteFacts(Explanation explanation) {
        Metadata metadata = explanation.article().metadata();
        String site = metadata.site();
        Map<String, Fact> facts = new LinkedHashMap<>();
        String known = site == null ? "unknown" : join(" · ", site, metadata.siteName());
        facts.put("site", new Fact(explanation.site() == null ? known + ": common rules only" : known, ""));
        facts.put("why", new Fact(String.join("; ", explanation.siteMisses()), ""));
        return facts;
    }

    /** Appends a row for each fact that has a value. */
    private void table(Map<String, Fact> all, StringBuilder out) {
        Map<String, Fact> facts = new LinkedHashMap<>(all);
        facts.values().removeIf(fact -> fact.value() == null || fact.value().isEmpty());
        int names = facts.keySet().stream().mapToInt(Columns::width).max().orElse(0);
        int rules = facts.values().stream()
                .mapToInt(fact -> Columns.width(fact.evidence()))
                .max()
                .orElse(0);
        int room = Math.max(20, width - names - rules - 6);
        facts.forEach((name, fact) -> {
            List<String> wrapped = Columns.wrap(Console.flat(String.valueOf(fact.value())), room);
            for (int i = 0; i < wrapped.size(); i++) {
                out.append("  ")
                        .append(style.dim(Columns.pad(i == 0 ? name : "", names)))
                        .append("  ");
                boolean withEvidence = i == 0 && !fact.evidence().isEmpty();
                out.append(withEvidence ? Columns.pad(wrapped.get(i), room) : wrapped.get(i));
                out.append(withEvidence ? "  " + style.dim(fact.evidence()) : "")
                        .append('\n');
            }
        });
    }

    private static Map<String, Fact> facts(Metadata metadata) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        // Reserve the first rows, beside the site, for URL and language.
        facts.put("url", new Fact(null, ""));
        facts.put("language", new Fact(null, ""));
        metadata.fields().forEach((name, value) -> {
            switch (name) {
                case "site", "site_name" -> {}
                case "images" -> images(metadata, facts);
                default -> facts.put(name, new Fact(shown(value), evidence(metadata, name)));
            }
        });
        return facts;
    }

    private static void images(Metadata metadata, Map<String, Fact> facts) {
        int number = 0;
        for (Image image : metadata.images()) {
            number++;
            facts.put(
                    metadata.images().size() == 1 ? "image" : "image " + number,
                    new Fact(join(" / ", image.caption(), image.credit()), evidence(metadata, "caption")));
        }
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }

    private static String evidence(Metadata metadata, String field) {
        return metadata.evidence().getOrDefault(field.equals("credits") ? "credit" : field, "");
    }

    private static String join(String between, @Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? String.valueOf(second) : first;
        }
        return first + between + second;
    }

    /** Lists the normaliser steps that changed something, with the number of changes. */
    private static String repairs(Ledger ledger) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        for (Ledger.Entry entry : ledger.entries()) {
            if (entry.rule().startsWith("normalize/")) {
                steps.merge(entry.rule().substring("normalize/".length()), 1, Integer::sum);
            }
        }
        List<String> shown = new ArrayList<>();
        steps.forEach((step, times) -> shown.add(times == 1 ? step : step + " " + times + "×"));
        return String.join(", ", shown);
    }

    private static String kept(Article article) {
        long lines = article.lines().stream().filter(LabelledLine::kept).count();
        return String.format(
                Locale.ROOT,
                "%.0f %% of the text, %d of %s",
                100 * article.kept(),
                lines,
                Standard.count(article.lines().size(), "line"));
    }

    // ---- lines ----

    private String lines(Explanation explanation, List<Integer> shown) {
        StringBuilder out = new StringBuilder();
        List<LineExplanation> lines = explanation.lines();
        int numbers = lines.isEmpty()
                ? 0
                : String.valueOf(lines.get(lines.size() - 1).number()).length();
        int labels = lines.stream()
                .mapToInt(line -> line.line().label().key().length())
                .max()
                .orElse(0);
        Layout layout = new Layout(numbers, labels, Math.max(20, width - numbers - labels - 7));
        int first = 0;
        for (int at = 0; at < shown.size(); at++) {
            LineExplanation line = lines.get(shown.get(at));
            text(line, layout, out);
            List<String> notes = notes(line);
            boolean shared = at + 1 < shown.size()
                    && shown.get(at + 1) == shown.get(at) + 1
                    && sameReason(line, lines.get(shown.get(at + 1)));
            if (!shared || !notes.isEmpty()) {
                notes.add(0, range(lines.get(shown.get(first)), line, at - first + 1) + reason(line));
                first = at + 1;
            }
            notes.forEach(note -> note(note, layout, out));
        }
        return out.toString();
    }

    /** Returns what concerns one line only: its stretches, and what nearly took it. */
    private List<String> notes(LineExplanation explained) {
        LabelledLine line = explained.line();
        List<String> notes = new ArrayList<>();
        for (Stretch stretch : explained.stretches()) {
            notes.add(stretch(stretch, line.text()));
        }
        nearMisses(explained)
                .forEach(near -> notes.add(style.yellow(NEARLY) + near.rule() + style.dim("  but " + near.guard())));
        String model = explained.model();
        if (model != null && line.kept()) {
            notes.add(style.yellow(NEARLY) + "model" + style.dim("  " + model));
        }
        return notes;
    }

    /** Returns the near misses that are shown. A partial match of a sequence concerns its other lines, too, so it always is. */
    static Stream<NearMiss> nearMisses(LineExplanation explained) {
        return explained.nearMisses().stream().filter(near -> explained.line().kept() || near.partial());
    }

    private String reason(LineExplanation explained) {
        LabelledLine line = explained.line();
        String model = explained.model();
        return style.cyan(line.rule())
                + reason(model == null || line.kept() ? line.why() : model)
                + style.dim(shapes(explained));
    }

    /** Says which lines share a reason; empty for one line. */
    private String range(LineExplanation first, LineExplanation last, int count) {
        if (count == 1) {
            return "";
        }
        // In HTML all may begin on one line of the source.
        return style.dim(
                (first.number() < last.number() ? first.number() + "–" + last.number() : count + " lines") + ": ");
    }

    /** Returns the shapes of a line in brackets; they follow the reason. */
    private static String shapes(LineExplanation line) {
        return "  [" + String.join(" ", line.shapes().stream().map(Shape::key).toList()) + "]";
    }

    private void text(LineExplanation explained, Layout layout, StringBuilder out) {
        LabelledLine line = explained.line();
        String text = Console.flat(line.text());
        List<String> rows = brief ? List.of(Columns.cut(text, layout.text())) : Columns.wrap(text, layout.text());
        for (int i = 0; i < rows.size(); i++) {
            String shownNumber = i == 0 ? String.valueOf(explained.number()) : "";
            out.append(style.dim(" ".repeat(layout.numbers() - shownNumber.length()) + shownNumber))
                    .append(' ')
                    .append(line.kept() || i > 0 ? " " : style.red(GOES))
                    .append(' ')
                    .append(label(i == 0 ? line.label().key() : "", line, layout.labels()))
                    .append("  ")
                    .append(line.kept() ? rows.get(i) : style.dim(rows.get(i)))
                    .append('\n');
        }
    }

    private String label(String shown, LabelledLine line, int labels) {
        String padded = Columns.pad(shown, labels);
        if (line.label().group() == Label.Group.NOISE) {
            return style.red(padded);
        }
        return line.label().group() == Label.Group.TEXT ? style.green(padded) : style.cyan(padded);
    }

    /** Describes a span inside a line that a rule removed or only labelled. */
    private String stretch(Stretch stretch, String text) {
        String quoted = "\u201C"
                + Columns.cut(
                        Console.flat(
                                text.substring(stretch.start(), stretch.end()).strip()),
                        QUOTED) + "\u201D";
        return (stretch.removed() ? style.red(GOES + " " + quoted) : quoted)
                + " is "
                + stretch.label()
                + "  "
                + style.cyan(stretch.rule())
                + reason(stretch.why());
    }

    private String reason(String why) {
        return why.isEmpty() ? "" : style.dim("  " + Console.flat(why));
    }

    private void note(String note, Layout layout, StringBuilder out) {
        String indent = " ".repeat(layout.numbers() + layout.labels() + 5);
        List<String> rows = Columns.wrap(note, layout.text() - BELOW.length());
        for (int i = 0; i < rows.size(); i++) {
            out.append(indent)
                    .append(i == 0 ? style.dim(BELOW) : "  ")
                    .append(rows.get(i))
                    .append('\n');
        }
    }

    private static boolean sameReason(LineExplanation one, LineExplanation other) {
        LabelledLine a = one.line();
        LabelledLine b = other.line();
        return a.kept() == b.kept()
                && a.rule().equals(b.rule())
                && a.why().equals(b.why())
                && Objects.equals(one.model(), other.model())
                && one.shapes().equals(other.shapes());
    }

    private record Fact(@Nullable String value, String evidence) {}

    /**
     * Widths of the columns of the table.
     *
     * @param numbers width for line numbers
     * @param labels width for labels
     * @param text width for the text
     */
    private record Layout(int numbers, int labels, int text) {}
}
