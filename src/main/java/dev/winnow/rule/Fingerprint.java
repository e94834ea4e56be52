package dev.winnow.rule;

import java.util.List;

/**
 * Consecutive lines that only pages of one site have.
 *
 * @param pack index of the site's pack
 * @param lines a pattern for each
 * @param anchor which of them the index looks up
 */
record Fingerprint(int pack, List<CompiledPattern> lines, int anchor) {

    private static final MatchContext NOTHING_KNOWN = new MatchContext(null, java.util.Map.of());

    /** Whether the lines around the one that could be the anchor fit. */
    boolean fits(List<ScannedLine> page, int anchorLine) {
        int first = anchorLine - anchor;
        return !lines.isEmpty() && first >= 0 && first + lines.size() <= page.size() && fits(page, first, 0, null);
    }

    private boolean fits(
            List<ScannedLine> page, int first, int line, @org.jspecify.annotations.Nullable Bindings bound) {
        if (line == lines.size()) {
            return true;
        }
        ScannedLine scanned = page.get(first + line);
        return !scanned.isTooLong()
                && lines.get(line).match(scanned.text(), Mode.WHOLE, NOTHING_KNOWN, bound, line, match -> {
                    Bindings chain = Bindings.extended(bound, match, scanned.text(), line, first + line);
                    return fits(page, first, line + 1, chain);
                });
    }
}
