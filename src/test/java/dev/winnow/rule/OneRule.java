package dev.winnow.rule;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.label.Capture;
import dev.winnow.label.Known;
import dev.winnow.label.Labeller;
import dev.winnow.label.Labelling;
import java.util.List;
import java.util.stream.IntStream;

/** One rule of a site on the lines of a page; others say what stands beside it. */
final class OneRule {

    private static final String PACK = "pack: harbour.com\nname: Harbour\nhosts: [harbour.com]\nrules:\n";
    private static final String EXAMPLES = "  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private final Labelling labelling;

    private OneRule(Labelling labelling) {
        this.labelling = labelling;
    }

    /**
     * Tries a rule.
     *
     * @param rule its keys but for {@code id} and {@code examples}, a line each
     */
    static OneRule on(String rule, String... lines) {
        return on(rule, false, lines);
    }

    /** The same on a part of a page. */
    static OneRule onExcerpt(String rule, String... lines) {
        return on(rule, true, lines);
    }

    private static OneRule on(String rule, boolean excerpt, String... lines) {
        String yaml = PACK + "- id: r\n" + rule.strip().indent(2) + EXAMPLES
                + "- id: share\n  label: share\n  line: Share\n" + EXAMPLES;
        Winnow winnow =
                Winnow.builder().builtinRules(false).rules("rules.yaml", yaml).build();
        Labeller labeller = new Labeller(winnow.rules(), winnow.rules().packs().get(0), null, List.of());
        return new OneRule(labeller.labelOnly(
                "harbour.com/r",
                winnow.page(SourceDocument.of("-", String.join("\n", lines))),
                Known.NOTHING,
                excerpt));
    }

    /** Numbers of the lines that it takes. */
    List<Integer> taken() {
        return IntStream.range(0, labelling.decisions().size())
                .filter(i -> labelling.decisions().get(i).reason().rule().equals("harbour.com/r"))
                .boxed()
                .toList();
    }

    /** What the page's lines are. */
    List<Label> labels() {
        return IntStream.range(0, labelling.decisions().size())
                .mapToObj(i -> labelling.decisions().get(i).label())
                .toList();
    }

    /** Why it does not take lines, each with the line's number. */
    List<String> misses() {
        return labelling.nearMisses().stream()
                .map(miss -> miss.line() + ": " + miss.guard())
                .toList();
    }

    /** The values that it finds. */
    List<String> values() {
        return labelling.captures().stream().map(Capture::text).toList();
    }

    /** What the ledger will say of a line. */
    String why(int line) {
        return labelling.decisions().get(line).reason().why();
    }
}
