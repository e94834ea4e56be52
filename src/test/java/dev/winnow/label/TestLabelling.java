package dev.winnow.label;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Field;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.RuleRoot;
import java.util.List;

/** Labels small pages by the mechanisms and few rules, for tests. */
final class TestLabelling {

    static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";
    static final String MORE = "Nobody was hurt in the storm, the harbour master told the council later.";

    private static final Winnow MECHANISMS = common("id: share\nlabel: share\nline: Share");

    private static final Winnow WORDS = Winnow.builder()
            .builtinRules(false)
            .rules(RuleRoot.builtInLexicons())
            .build();

    private TestLabelling() {}

    /** A pack, its rules without examples, and no other rules. */
    static Winnow winnow(String header, String... rules) {
        return builder(header, rules).build();
    }

    /** The same with other files: lexicons, packs. */
    static Winnow withFiles(List<String> files, String header, String... rules) {
        WinnowBuilder builder = builder(header, rules);
        for (int i = 0; i < files.size(); i++) {
            builder.rules("file" + i + ".yaml", files.get(i));
        }
        return builder.build();
    }

    private static WinnowBuilder builder(String header, String... rules) {
        StringBuilder yaml = new StringBuilder(header).append("\nrules:\n");
        for (String rule : rules) {
            yaml.append(rule.strip().indent(2).replaceFirst("^ {2}", "- "))
                    .append("  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n");
        }
        return Winnow.builder().builtinRules(false).rules("rules.yaml", yaml.toString());
    }

    /** Rules for all pages. */
    static Winnow common(String... rules) {
        return winnow("pack: common", rules);
    }

    /** Only what knows no wording, beside a rule for the line "Share". */
    static Winnow mechanisms() {
        return MECHANISMS;
    }

    /** The words that Winnow brings along, and no rule. */
    static Winnow words() {
        return WORDS;
    }

    static Labelling label(Winnow winnow, SourceDocument source, Known known) {
        RuleSet rules = winnow.rules();
        return new Labeller(rules, null, null, Labeller.standard(rules, LineModel::standard, Strictness.OFF))
                .label(winnow.page(source), known, true);
    }

    static Labelling label(Winnow winnow, String... lines) {
        return label(winnow, text(lines), Known.NOTHING);
    }

    static SourceDocument text(String... lines) {
        return SourceDocument.of("-", String.join("\n", lines));
    }

    /** A page of HTML at an address. */
    static Labelling html(Winnow winnow, String url, String body) {
        SourceDocument source = SourceDocument.html("-", "<html><body>" + body + "</body></html>")
                .withUrl(url);
        Page page = winnow.page(source);
        return label(winnow, source, Known.of(source, null, page.markup().head()));
    }

    static Labelling html(Winnow winnow, String body) {
        return html(winnow, "https://harbour.example/1", body);
    }

    static List<Label> labels(Labelling labelling) {
        return labelling.decisions().stream().map(Decision::label).toList();
    }

    /** The values of a field that one mechanism found. */
    static List<String> values(Labelling labelling, Field field, String mechanism) {
        return labelling.captures().stream()
                .filter(capture -> capture.field() == field
                        && capture.provenance().evidence().equals("mechanism/" + mechanism))
                .map(Capture::text)
                .toList();
    }

    static List<String> rulesOf(Labelling labelling) {
        return labelling.decisions().stream()
                .map(decision -> decision.reason().rule())
                .toList();
    }
}
