package dev.winnow.rule;

import java.util.List;

/**
 * Consecutive lines that only pages of one site have.
 *
 * @param pack index of the site's pack
 * @param lines a pattern for each
 * @param anchor which of them the index looks up
 * @param written the patterns as the pack's author wrote them
 */
record Fingerprint(int pack, List<CompiledPattern> lines, int anchor, List<String> written) {

    private static final MatchContext NOTHING_KNOWN = new MatchContext(null, java.util.Map.of());

    /** Whether the lines around the one that could be the anchor fit. */
    boolean fits(List<ScannedLine> page, int anchorLine) {
        int first = anchorLine - anchor;
        return !lines.isEmpty() && first >= 0 && first + lines.size() <= page.size() && fits(page, first, 0, null);
    }

    /** Where a page that has the anchor's words stops to fit, for a person. */
    String stop(ScannedPage.Left page, int anchorLine) {
        int fitting = 0;
        String stopped = null;
        for (int i = 0; i < lines.size(); i++) {
            int at = anchorLine - anchor + i;
            boolean there = at >= 0 && at < page.size();
            if (there
                    && !page.get(at).isTooLong()
                    && lines.get(i).match(page.get(at).text(), Mode.WHOLE, NOTHING_KNOWN, null, i, match -> true)) {
                fitting++;
            } else if (stopped == null) {
                stopped = (there ? "line " + (page.line(at).index() + 1) + " does not fit" : "no line is there for")
                        + " '" + written.get(i) + "'";
            }
        }
        return "fingerprint: " + fitting + " of " + lines.size() + (lines.size() == 1 ? " line fits; " : " lines fit; ")
                + (stopped == null ? "the same name stands for two texts" : stopped);
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
