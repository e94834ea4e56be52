package dev.winnow.label;

import dev.winnow.rule.Proposal;
import dev.winnow.rule.RulePack;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a page.
 *
 * @param decisions one for each line of the page
 * @param captures values found by the matches that were accepted, in document order
 * @param site the site's pack; null when none applied
 * @param language of the page as it came, ISO 639-1 code; null when unknown
 * @param sureness how likely the likeliest line of the page is, as the line model says, in thousandths; 1000 where it said nothing
 * @param nearMisses rules that fitted a line but for a guard; lines are those of the page
 * @param said what the line model said of lines, by number, for a person; only when somebody asks
 * @param conflicts pairs of rules of equal standing that contradict each other
 * @param warnings what a person should look at
 * @param siteMisses why no site's pack applies, for a person; only when somebody asks
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

    /** Warnings begin with "line N:", so a shorter number is a smaller one; the rest keeps the order of rules out of it. */
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
