package dev.winnow.label;

import dev.winnow.rule.Proposal;
import dev.winnow.rule.RulePack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of labelling one page.
 *
 * @param decisions one for each line of the page
 * @param captures values found by the matches that were accepted, in document order
 * @param site the site's pack; null when none applied
 * @param language of the page before any removal, ISO 639-1 code; null when unknown
 * @param sureness the line model's highest probability of any line of the page, in thousandths; 1000 where the model was not
 *     asked
 * @param nearMisses rules that matched but were stopped by a guard; line numbers are those of the page
 * @param said the line model's judgement of lines, by line number, for a person; only when explaining
 * @param conflicts pairs of rules of equal standing that contradict each other, each with the first line that they dispute:
 *     {@code common/a and common/b on line 12}
 * @param warnings findings that a person should check
 * @param siteMisses why no site's pack applies, for a person; only when explaining
 */
public record Labelling(
        Decisions decisions,
        List<Capture> captures,
        @Nullable RulePack site,
        @Nullable String language,
        int sureness,
        List<Proposal.NearMiss> nearMisses,
        Map<Integer, String> said,
        List<String> conflicts,
        List<String> warnings,
        List<String> siteMisses) {

    /**
     * Sorts warnings by line. They begin with "line N:", so an earlier colon means a smaller number. The text comes second, so
     * that the order of rules does not matter.
     */
    private static final Comparator<String> BY_LINE =
            Comparator.<String>comparingInt(warning -> warning.indexOf(':')).thenComparing(Comparator.naturalOrder());

    public Labelling {
        captures = List.copyOf(captures);
        nearMisses = List.copyOf(nearMisses);
        conflicts = List.copyOf(conflicts);
        siteMisses = List.copyOf(siteMisses);
        warnings = warnings.stream().sorted(BY_LINE).toList();
    }
}
