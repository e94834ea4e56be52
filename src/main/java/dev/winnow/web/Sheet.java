package dev.winnow.web;

import dev.winnow.Explanation;
import dev.winnow.Explanation.LineExplanation;
import dev.winnow.document.Article;
import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.UndecidedDate;
import dev.winnow.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cleaned page with its explanation as plain values for JSON. Immutable.
 *
 * @param page number of the page
 */
record Sheet(int page, SourceDocument source, Explanation explanation) {

    /** Number of lines in the first answer, and default number in later ones. */
    static final int LINES_AT_ONCE = 500;

    /** Maximum number of lines named as evidence of one value. */
    private static final int MOST_EVIDENCE = 20;

    Map<String, @Nullable Object> plain(String key, Map<String, @Nullable Object> row) {
        Article article = explanation.article();
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("key", key);
        plain.put("page", row);
        plain.put("site", explanation.site());
        plain.put("site_misses", explanation.siteMisses());
        plain.put("conflicts", explanation.conflicts());
        plain.put("warnings", article.warnings());
        plain.put("presence", article.presence().verdict().key());
        plain.put("kept", article.kept());
        plain.put("total", explanation.lines().size());
        int total = explanation.lines().size();
        plain.put("last", total == 0 ? 0 : number(total - 1));
        plain.put(
                "removed",
                explanation.lines().stream().filter(line -> !line.line().kept()).count());
        plain.put("metadata", metadata(article.metadata()));
        plain.put(
                "undecided",
                article.metadata().undecided().stream().map(this::undecided).toList());
        plain.put("lines", lines(0, LINES_AT_ONCE));
        return plain;
    }

    List<Map<String, @Nullable Object>> lines(int from, int count) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (int i = from; i < Math.min((long) from + count, explanation.lines().size()); i++) {
            lines.add(line(i, explanation.lines().get(i)));
        }
        return lines;
    }

    private static Map<String, @Nullable Object> line(int number, LineExplanation explained) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("i", number);
        plain.putAll(explained.fields());
        plain.put("group", Labels.group(explained.line().label()));
        return plain;
    }

    // ---- metadata ----

    private List<Map<String, Object>> metadata(Metadata metadata) {
        List<Map<String, Object>> fields = new ArrayList<>();
        metadata.fields().forEach((name, value) -> {
            List<String> values = values(value);
            if (!values.isEmpty()) {
                String evidence = metadata.evidence().getOrDefault(name, "");
                List<Integer> lines = evidence.isEmpty() ? List.of() : evidence(evidence, values);
                fields.add(Map.of(
                        "field",
                        name,
                        "values",
                        values,
                        "evidence",
                        evidence,
                        "lines",
                        lines,
                        "line",
                        lines.isEmpty() ? 0 : number(lines.get(0))));
            }
        });
        return fields;
    }

    /** Returns the number of a line for people. */
    private int number(int line) {
        return explanation.lines().get(line).number();
    }

    private static List<String> values(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> values(item).stream()).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(item -> values(item).stream()).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    /**
     * Returns the lines that are evidence of a value: those of its rule that contain it; else those of its rule, or that
     * contain it.
     */
    private List<Integer> evidence(String rule, List<String> values) {
        List<Integer> byRule = new ArrayList<>();
        List<Integer> byText = new ArrayList<>();
        for (int i = 0; i < explanation.lines().size(); i++) {
            LineExplanation line = explanation.lines().get(i);
            boolean says = values.stream().anyMatch(line.line().text()::contains);
            if (!rule.isEmpty()
                    && (line.line().rule().equals(rule)
                            || line.stretches().stream()
                                    .anyMatch(stretch -> stretch.rule().equals(rule)))) {
                byRule.add(i);
            }
            if (says) {
                byText.add(i);
            }
        }
        List<Integer> both = byRule.stream().filter(byText::contains).toList();
        List<Integer> best = !both.isEmpty() ? both : !byRule.isEmpty() ? byRule : byText;
        return best.stream().limit(MOST_EVIDENCE).toList();
    }

    private Map<String, @Nullable Object> undecided(UndecidedDate date) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("field", date.field());
        plain.put("raw", date.raw());
        plain.put("candidates", date.candidates());
        plain.put(
                "orders",
                date.candidates().stream()
                        .map(candidate -> order(date.raw(), candidate))
                        .toList());
        plain.put("lines", evidence("", List.of(date.raw())));
        return plain;
    }

    /** Returns the order of day, month and year in which a text gives a date; null if no order that packs can name gives it. */
    static @Nullable String order(String raw, String iso) {
        List<Integer> numbers = Numbers.in(raw);
        List<Integer> day = Numbers.in(iso);
        if (numbers.size() < 3 || day.size() < 3) {
            return null;
        }
        int year = day.get(0);
        for (String order : List.of("dmy", "mdy", "ymd")) {
            int at = order.indexOf('y');
            boolean sameYear = numbers.get(at) == year || numbers.get(at) == year % 100;
            if (sameYear
                    && numbers.get(order.indexOf('m')).equals(day.get(1))
                    && numbers.get(order.indexOf('d')).equals(day.get(2))) {
                return order;
            }
        }
        return null;
    }
}
