package dev.winnow.trial;

import dev.winnow.Explanation;
import dev.winnow.Explanation.LineExplanation;
import dev.winnow.Explanation.Stretch;
import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import dev.winnow.trial.Effect.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cleans pages with two sets of rules and compares the results. Immutable and thread-safe.
 *
 * @param before with the old rules
 * @param after with the new rules
 */
public record Comparison(Winnow before, Winnow after) {

    private static final String BECOMES = " → ";

    /**
     * The changes that the new rules make on one page.
     *
     * @param site whose rules apply under the new rules; null when no site's rules apply
     * @param kept length of the text with the old rules, in characters
     * @param effects in the order of the page, text before metadata; empty when the result is the same
     */
    public record PageEffects(@Nullable String site, long kept, List<Effect> effects) {

        public PageEffects {
            effects = List.copyOf(effects);
        }
    }

    /** Compares the results for a page. */
    public PageEffects of(SourceDocument source) {
        Article old = before.clean(source);
        Article now = after.clean(source);
        List<Effect> effects = new ArrayList<>();
        if (!old.text().equals(now.text()) || !old.lines().equals(now.lines())) {
            // Only an explanation holds the stretches of a line.
            lines(before.explain(source), after.explain(source), effects);
        }
        fields(old.metadata(), now.metadata(), effects);
        return new PageEffects(now.metadata().site(), old.text().length(), effects);
    }

    private static void lines(Explanation old, Explanation now, List<Effect> effects) {
        Map<Integer, LineExplanation> known = new HashMap<>();
        old.lines().forEach(line -> known.put(line.line().source().start(), line));
        for (LineExplanation line : now.lines()) {
            LineExplanation was = known.get(line.line().source().start());
            if (was != null) {
                line(was, line, effects);
            }
        }
    }

    private static void line(LineExplanation old, LineExplanation now, List<Effect> effects) {
        Article.LabelledLine was = old.line();
        Article.LabelledLine is = now.line();
        if (was.kept() != is.kept()) {
            Article.LabelledLine behind = is.kept() ? was : is;
            effects.add(new Effect(
                    is.kept() ? Kind.SPARED : Kind.REMOVED, behind.label().key(), behind.rule(), is.text()));
            return;
        }
        if (was.label() != is.label()) {
            effects.add(new Effect(
                    Kind.RELABELLED, was.label().key() + BECOMES + is.label().key(), is.rule(), is.text()));
        }
        if (is.kept()) {
            stretches(now, old, Kind.REMOVED, effects);
            stretches(old, now, Kind.SPARED, effects);
        }
    }

    /** Adds the stretches that are removed from one of two kept lines, but not from the other. */
    private static void stretches(LineExplanation of, LineExplanation other, Kind kind, List<Effect> effects) {
        for (Stretch stretch : of.stretches()) {
            if (stretch.removed()
                    && other.stretches().stream()
                            .noneMatch(same ->
                                    same.removed() && same.start() == stretch.start() && same.end() == stretch.end())) {
                effects.add(new Effect(
                        kind,
                        stretch.label(),
                        stretch.rule(),
                        of.line().text().substring(stretch.start(), stretch.end())));
            }
        }
    }

    private static void fields(Metadata old, Metadata now, List<Effect> effects) {
        Map<String, @Nullable Object> values = now.fields();
        old.fields().forEach((name, value) -> {
            String was = shown(value);
            String is = shown(values.get(name));
            if (Objects.equals(was, is)) {
                return;
            }
            Kind kind = was == null ? Kind.CAPTURED : is == null ? Kind.LOST : Kind.CHANGED;
            Metadata behind = kind == Kind.LOST ? old : now;
            effects.add(new Effect(
                    kind,
                    name,
                    behind.evidence().getOrDefault(name, ""),
                    kind == Kind.CHANGED ? was + BECOMES + is : String.valueOf(is == null ? was : is)));
        });
    }

    /** Returns a value as text for a person; null when there is none. */
    private static @Nullable String shown(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list.stream().map(Comparison::inner).collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }

    private static String inner(Object value) {
        return value instanceof Map<?, ?> map
                ? map.values().stream()
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" / "))
                : String.valueOf(value);
    }
}
