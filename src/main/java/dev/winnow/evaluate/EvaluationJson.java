package dev.winnow.evaluate;

import dev.winnow.evaluate.Figure.Interval;
import dev.winnow.evaluate.Figure.Paired;
import dev.winnow.render.PlainJson;
import dev.winnow.render.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an evaluation for programs: one JSON object. */
public final class EvaluationJson {

    private EvaluationJson() {}

    /**
     * Returns the figures of all groups, as UTF-8 with a line feed at the end.
     *
     * @param missing ids of gold pages without a prediction
     */
    public static byte[] of(Evaluation evaluation, List<String> missing) {
        Map<String, Object> by = new LinkedHashMap<>();
        evaluation.groups().forEach((kind, named) -> {
            Map<String, Object> groups = new LinkedHashMap<>();
            named.forEach((name, group) -> groups.put(name, plain(group)));
            by.put(kind.key(), groups);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", Version.current());
        all.put("pages", evaluation.pages());
        all.put("missing", missing);
        all.put("by", by);
        return PlainJson.line(all);
    }

    private static Map<String, Object> plain(Group group) {
        Map<String, Object> figures = new LinkedHashMap<>();
        group.figures().forEach((measure, figure) -> figures.put(measure.key(), plain(figure)));
        Map<String, Object> differences = new LinkedHashMap<>();
        group.differences().forEach((measure, paired) -> differences.put(measure.key(), plain(paired)));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("pages", group.pages());
        plain.put("sites", group.sites());
        plain.put("measures", figures);
        if (!differences.isEmpty()) {
            plain.put("differences", differences);
        }
        return plain;
    }

    private static Map<String, @Nullable Object> plain(Figure figure) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        Interval interval = figure.interval();
        plain.put("value", figure.value());
        plain.put("low", interval == null ? null : interval.low());
        plain.put("high", interval == null ? null : interval.high());
        plain.put("pages", figure.pages());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(Paired paired) {
        Map<String, @Nullable Object> plain = plain(paired.difference());
        plain.put("other", paired.other());
        plain.put("better", paired.better());
        plain.put("worse", paired.worse());
        return plain;
    }
}
