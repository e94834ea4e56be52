package dev.winnow.label;

import dev.winnow.rule.Proposal;
import java.util.Comparator;

/** Which of two proposals for the same line goes first: the more specific one, never the one that stands first in a file. */
final class Standing {

    /** Weaker first. Equal standing is decided by the rule's id, so that results do not depend on the order of files. */
    static final Comparator<Proposal> ORDER = Comparator.comparing(Proposal::tier)
            .thenComparing(proposal -> !proposal.sweeping())
            .thenComparing(Proposal::literalLength)
            .thenComparing(proposal -> proposal.rule().id(), Comparator.reverseOrder());

    private Standing() {}

    static boolean equal(Proposal a, Proposal b) {
        return a.tier() == b.tier() && a.sweeping() == b.sweeping() && a.literalLength() == b.literalLength();
    }
}
