package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What selectors found on one page; lines are numbered as in the page. Not thread-safe. */
final class SelectedElements {

    private final List<Taken> taken;
    private final List<Outside> outside;
    private final List<Value> values;
    private final BitSet beside;

    SelectedElements(List<Taken> taken, List<Outside> outside, List<Value> values, BitSet beside) {
        this.taken = taken;
        this.outside = outside;
        this.values = values;
        this.beside = beside;
    }

    /** The lines in one element that a rule selects. */
    record Taken(CompiledRule rule, BitSet lines) {}

    /** The lines outside of the article element of a pack. */
    record Outside(RulePack pack, String selector, BitSet lines) {}

    /**
     * A metadata value that a selector of a pack found.
     *
     * @param place number of the selector
     */
    record Value(RulePack pack, Field field, int place, String text) {}

    List<Taken> taken() {
        return taken;
    }

    /** Whether a line stands in an element beside the article. */
    boolean isBeside(int line) {
        return beside.get(line);
    }

    /** Returns the metadata values of the site's pack and of packs for all pages. */
    List<Value> values(@Nullable RulePack site) {
        return values.stream().filter(value -> applies(value.pack, site)).toList();
    }

    /**
     * Returns the proposal that lines outside of the article element are navigation. The site's pack goes before others.
     * Empty when no pack knows the article element.
     *
     * @param page the lines that are left
     */
    List<Proposal> outside(ScannedPage page, @Nullable RulePack site) {
        Outside best = null;
        for (Outside each : outside) {
            if (applies(each.pack, site) && (best == null || each.pack.ofSite())) {
                best = each;
            }
        }
        if (best == null) {
            return List.of();
        }
        List<Proposal.Piece> pieces = new ArrayList<>();
        for (int line = 0; line < page.lines().size(); line++) {
            if (best.lines.get(page.lines().line(line).index())) {
                pieces.add(Proposal.Piece.whole(page.lines(), line, Label.NAVIGATION));
            }
        }
        return pieces.isEmpty()
                ? List.of()
                : List.of(new Proposal(
                        new Origin.OfPack(best.pack, "article"),
                        new Standing(Tier.MECHANISM, 1, true, 0),
                        pieces,
                        List.of(),
                        "it stands outside of the article's element '" + best.selector + "'"));
    }

    private static boolean applies(RulePack pack, @Nullable RulePack site) {
        return !pack.ofSite() || site != null && site.place().equals(pack.place());
    }
}
