package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pack that was proposed for a site. Immutable.
 *
 * @param site its domain
 * @param header the pack without its rules, as YAML
 * @param places whether the header has selectors for the article or for metadata
 * @param rules in the order of the pack
 * @param pages number of pages that it was learnt from
 * @param heldBack number of other pages that it was tested on
 * @param left why rules, or pages, were left out, for a person
 * @param missing metadata for which there is neither rule nor selector, though some pages lack it, for a person
 * @param examples a few pages for fixtures, the best first
 */
public record Learnt(
        String site,
        String header,
        boolean places,
        List<Proposed> rules,
        int pages,
        int heldBack,
        List<String> left,
        List<String> missing,
        List<SourceDocument> examples) {

    /**
     * A proposed rule.
     *
     * @param id its id in the pack
     * @param description one sentence with its full stop
     * @param yaml an item of {@code rules:}, its comments first; ends with a line break
     * @param support null where no pages were held back
     */
    public record Proposed(
            String id,
            String description,
            Label label,
            String yaml,
            @Nullable Support support) {}

    /**
     * The results of a rule on the pages that were held back.
     *
     * @param pages number of pages on which it took a line
     * @param lines number of lines that it took
     * @param right number of these lines that are right, see {@link Learner}
     * @param bound lower bound of its precision, from 0 to 1, with the confidence of {@link Learner#CONFIDENCE}
     */
    public record Support(int pages, int lines, int right, double bound) {}

    public Learnt {
        rules = List.copyOf(rules);
        left = List.copyOf(left);
        missing = List.copyOf(missing);
        examples = List.copyOf(examples);
    }

    /** Returns the pack as a rule file. */
    public String yaml() {
        return yaml(header, rules.stream().map(Proposed::yaml).toList());
    }

    /** Returns a pack from a header and rules, each an item of {@code rules:}. */
    static String yaml(String header, List<String> rules) {
        return rules.isEmpty() ? header : header + "\nrules:\n" + String.join("\n", rules);
    }

    /** Whether the pack has selectors or rules. */
    public boolean isAny() {
        return places || !rules.isEmpty();
    }
}
