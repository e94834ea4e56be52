package dev.winnow.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive lines that only pages of one site have.
 *
 * @param pack index of the site's pack
 * @param lines for each line its alternative patterns
 * @param anchor index of the line that is looked up
 */
record Fingerprint(int pack, List<List<CompiledPattern>> lines, int anchor) {

    private static final MatchContext NOTHING_KNOWN = new MatchContext(null, java.util.Map.of());

    /** Whether the lines around a candidate for the anchor fit. */
    boolean fits(List<ScannedLine> page, int anchorLine) {
        int first = anchorLine - anchor;
        return !lines.isEmpty() && first >= 0 && first + lines.size() <= page.size() && fits(page, first, 0, null);
    }

    /**
     * Returns for people where a page that holds the anchor's literal stops to fit. Empty if none of several lines fits: the
     * literal alone occurs on pages of other sites, too.
     */
    Optional<String> stop(ScannedPage.Left page, int anchorLine) {
        int fitting = 0;
        String stopped = null;
        for (int i = 0; i < lines.size(); i++) {
            int at = anchorLine - anchor + i;
            boolean there = at >= 0 && at < page.size();
            if (there && !page.get(at).isTooLong() && fits(i, page.get(at), null, match -> true)) {
                fitting++;
            } else if (stopped == null) {
                stopped = (there ? "line " + page.number(at) + " does not fit" : "no line is there for") + " '"
                        + lines.get(i).get(0).written() + "'";
            }
        }
        if (fitting == 0 && lines.size() > 1) {
            return Optional.empty();
        }
        return Optional.of("fingerprint: " + fitting + " of " + lines.size()
                + (lines.size() == 1 ? " line fits; " : " lines fit; ")
                + (stopped == null ? "two slots of one field hold different texts" : stopped));
    }

    private boolean fits(List<ScannedLine> page, int first, int line, @Nullable Bindings bound) {
        if (line == lines.size()) {
            return true;
        }
        ScannedLine scanned = page.get(first + line);
        return !scanned.isTooLong()
                && fits(line, scanned, bound, match -> {
                    Bindings chain = Bindings.extended(bound, match, scanned.text(), line, first + line);
                    return fits(page, first, line + 1, chain);
                });
    }

    private boolean fits(int line, ScannedLine scanned, @Nullable Bindings bound, Predicate<PatternMatch> accept) {
        return lines.get(line).stream()
                .anyMatch(way -> way.match(scanned.text(), Mode.WHOLE, NOTHING_KNOWN, bound, line, accept));
    }
}
