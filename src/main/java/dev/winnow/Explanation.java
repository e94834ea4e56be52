package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Shape;
import dev.winnow.render.Format;
import dev.winnow.render.PlainJson;
import dev.winnow.rule.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reasons behind one cleaned document: for each line its label, its rule, and the rules that nearly matched.
 *
 * @param article the result
 * @param site full id of the site pack that was used; null when none applied
 * @param lines one entry for each of {@link Article#lines()}
 * @param conflicts pairs of rules of equal standing that contradict each other, each with the first line that they dispute:
 *     {@code common/a and common/b on line 12}
 * @param siteMisses why no site pack applies: one sentence for each candidate; empty when a pack applies
 */
public record Explanation(
        Article article,
        @Nullable String site,
        List<LineExplanation> lines,
        List<String> conflicts,
        List<String> siteMisses) {

    /**
     * The reasons for the label of one line.
     *
     * @param number line of the source on which the line begins, from 1; in HTML several lines may begin on one
     * @param line the line with its label, rule and evidence
     * @param shapes the line's shapes
     * @param stretches stretches inside the line that a rule labelled, in order
     * @param nearMisses rules that nearly matched
     * @param model message of the line model about this line; null if the model was not asked, or if it is sure that the line
     *     is text
     */
    public record LineExplanation(
            int number,
            Article.LabelledLine line,
            List<Shape> shapes,
            List<Stretch> stretches,
            List<NearMiss> nearMisses,
            @Nullable String model) {
        public LineExplanation {
            shapes = List.copyOf(shapes);
            stretches = List.copyOf(stretches);
            nearMisses = List.copyOf(nearMisses);
        }

        /**
         * Returns all fields as plain values, under the names that {@link #toJson} uses: strings, numbers, booleans, null,
         * lists and maps.
         */
        public Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            plain.put("line", number);
            plain.put("text", line.text());
            plain.put("label", line.label().key());
            plain.put("rule", line.rule());
            plain.put("why", line.why());
            plain.put("kept", line.kept());
            plain.put("start", line.source().start());
            plain.put("end", line.source().end());
            plain.put("shapes", shapes().stream().map(Shape::key).toList());
            plain.put("stretches", stretches().stream().map(Explanation::plain).toList());
            plain.put(
                    "near_misses", nearMisses().stream().map(Explanation::plain).toList());
            plain.put("model", model());
            return plain;
        }
    }

    /**
     * A stretch of a line that a rule labelled.
     *
     * @param start offset in the line's text
     * @param end offset in the line's text
     * @param label key of the label
     * @param removed true if the stretch was removed from the text
     */
    public record Stretch(int start, int end, String label, String rule, String why, boolean removed) {}

    /**
     * A rule that nearly matched a line.
     *
     * @param guard the check that stopped the rule, as text for a person
     * @param partial true if only a part of a sequence matched; false if the rule matched and only the guard stopped it
     * @param condition the condition of the rule that stopped it; null if something else did
     */
    public record NearMiss(
            String rule,
            String guard,
            boolean partial,
            @Nullable Condition condition) {}

    public Explanation {
        lines = List.copyOf(lines);
        conflicts = List.copyOf(conflicts);
        siteMisses = List.copyOf(siteMisses);
    }

    /**
     * Returns the whole explanation as one line of JSON. {@code article} is the object of the JSON Lines output, with ledger
     * and labels. {@code lines} holds all lines of the document, with the rules that matched or nearly matched.
     */
    public String toJson() {
        Map<String, @Nullable Object> why = new LinkedHashMap<>();
        why.put("site", site);
        why.put("site_misses", siteMisses);
        why.put("conflicts", conflicts);
        why.put("lines", lines.stream().map(LineExplanation::fields).toList());
        String known = Format.JSONL.render(article, Format.Detail.LEDGER, Format.Detail.LABELS);
        return "{\"article\":" + known.strip() + "," + PlainJson.of(why).substring(1);
    }

    private static Map<String, Object> plain(Stretch stretch) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("start", stretch.start());
        plain.put("end", stretch.end());
        plain.put("label", stretch.label());
        plain.put("rule", stretch.rule());
        plain.put("why", stretch.why());
        plain.put("removed", stretch.removed());
        return plain;
    }

    private static Map<String, Object> plain(NearMiss miss) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("rule", miss.rule());
        plain.put("guard", miss.guard());
        plain.put("partial", miss.partial());
        return plain;
    }
}
