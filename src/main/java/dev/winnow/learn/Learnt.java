package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that were proposed for a site. Immutable.
 *
 * @param site its domain
 * @param header the pack but for its rules, as YAML
 * @param places whether the header says where in the markup article or metadata stand
 * @param rules in the order of the pack
 * @param pages how many pages it was learnt from
 * @param heldBack how many other pages it was tried on
 * @param left why rules, or pages, were left out, for a person
 * @param examples pages for fixtures, the best first; few
 */
public record Learnt(
        String site,
        String header,
        boolean places,
        List<Proposed> rules,
        int pages,
        int heldBack,
        List<String> left,
        List<SourceDocument> examples) {

    /**
     * A rule.
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
     * What a rule did on the pages that were held back.
     *
     * @param pages on which it took anything
     * @param lines that it took
     * @param right of these that stand outside of the article, or go without the rule, too
     * @param bound the precision that it has at least, from 0 to 1, with the confidence of {@link Learner#CONFIDENCE}
     */
    public record Support(int pages, int lines, int right, double bound) {}

    public Learnt {
        rules = List.copyOf(rules);
        left = List.copyOf(left);
        examples = List.copyOf(examples);
    }

    /** The pack, as a rule file. */
    public String yaml() {
        return yaml(header, rules.stream().map(Proposed::yaml).toList());
    }

    /** A pack of a header and rules, each as an item of {@code rules:}. */
    static String yaml(String header, List<String> rules) {
        return rules.isEmpty() ? header : header + "\nrules:\n" + String.join("\n", rules);
    }

    /** Whether the pack says anything of its pages. */
    public boolean isAny() {
        return places || !rules.isEmpty();
    }
}
