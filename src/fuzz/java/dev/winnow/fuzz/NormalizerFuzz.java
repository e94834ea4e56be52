package dev.winnow.fuzz;

import dev.winnow.document.Change;
import dev.winnow.document.Ledger;
import dev.winnow.document.TrackedText;
import dev.winnow.normalize.Normalizer;

/** Any text, made normal with every step: the way back is exact, and once is enough. */
public final class NormalizerFuzz {

    private static final Normalizer STANDARD = Normalizer.standard();
    private static final Normalizer EVERY_STEP = STANDARD.with("quotes").with("dashes");

    private NormalizerFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = Texts.of(bytes);
        check(text, STANDARD);
        check(text, EVERY_STEP);
    }

    private static void check(String text, Normalizer normalizer) {
        TrackedText normal = normalizer.normalize(TrackedText.of(text));
        int at = 0;
        for (Change change : normal.changes()) {
            Promise.holds(at <= change.start() && change.start() <= change.end(), "changes are in order");
            at = change.end();
        }
        Promise.holds(at <= text.length(), "changes lie inside the source");
        Promise.same(text, Ledger.of(normal).restore(normal.text()), "the changes lead back to the source");
        Promise.same(
                normal.text(),
                normalizer.normalize(TrackedText.of(normal.text())).text(),
                "normal text stays as it is");
    }
}
