package dev.winnow.learn;

import dev.winnow.document.SourceDocument;
import java.util.List;

/**
 * Rules that were proposed for a site. Immutable.
 *
 * @param site its domain
 * @param yaml the pack, as a rule file
 * @param rules what is known of each of its rules
 * @param pages how many pages it was learnt from
 * @param heldBack how many other pages it was tried on
 * @param left why rules, or pages, were left out, for a person
 * @param examples pages for fixtures, the best first; few
 */
public record Learnt(
        String site,
        String yaml,
        List<Support> rules,
        int pages,
        int heldBack,
        List<String> left,
        List<SourceDocument> examples) {

    /**
     * What a rule did on the pages that were held back.
     *
     * @param rule its id in the pack
     * @param pages on which it took anything
     * @param lines that it took
     * @param right of these that stand outside of the article, or go without the rule, too
     * @param bound the precision that it has at least, from 0 to 1, with the confidence of {@link Learner#CONFIDENCE}
     */
    public record Support(String rule, int pages, int lines, int right, double bound) {}

    /** Whether the pack says anything of its pages. */
    public boolean isAny() {
        return yaml.contains("\nrules:") || yaml.contains("\narticle:") || yaml.contains("\nmetadata:");
    }

    public Learnt {
        rules = List.copyOf(rules);
        left = List.copyOf(left);
        examples = List.copyOf(examples);
    }
}
