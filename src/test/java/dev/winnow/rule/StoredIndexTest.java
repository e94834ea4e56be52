package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that are found by an index that was made before. */
class StoredIndexTest {

    private static final String EXAMPLES = "  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private static final List<RuleRoot> ROOTS = List.of(
            RuleRoot.text(
                    "common.yaml",
                    "pack: common\nrules:\n- id: share\n  label: share\n  line: [Share, \"Share: {any}\", \"{@marks}\"]\n"
                            + EXAMPLES + "- id: box\n  label: related\n  css: .box\n" + EXAMPLES
                            + "- id: mail\n  label: share\n  inside: {end: (Mail)}\n" + EXAMPLES
                            + "- id: less\n  label: related\n  regex: Less [a-z]+ than this\n" + EXAMPLES),
            RuleRoot.text("marks.yaml", "lexicon: marks\ndescription: Marks.\nany: [Boats, Boats and goats]\n"),
            RuleRoot.text(
                    "site.yaml",
                    "pack: harbour.com\nhosts: [harbour.com]\nfingerprint: [Harbour Daily]\nrules:\n"
                            + "- id: more\n  label: related\n  line: \"More of {any}\"\n" + EXAMPLES));

    private static final String PAGE = "<p>Harbour Daily</p><p>Share</p><p>Share: all of it</p><p>Boats and goats</p>"
            + "<p>Boats</p><p>More of boats</p><p>Less goats than this</p><p>The rope is new (Mail)</p><p>More</p>"
            + "<div class=box>Ropes</div><p>The ferry left the harbour at noon on Sunday, four days late.</p>";

    private static Article clean(RuleSet rules, String url) {
        SourceDocument page = SourceDocument.html("-", "<html><body>" + PAGE + "</body></html>");
        return Winnow.builder().rules(rules).build().clean(url.isEmpty() ? page : page.withUrl(url));
    }

    @Test
    void doTheSame() {
        LoadedRules loaded = new RuleLoader().load(ROOTS);
        RuleSet rules = RuleSet.compile(loaded.sources(), "");
        byte[] index = rules.index();
        RuleSet stored = RuleSet.compile(
                new RuleSources(loaded.sources().packs(), loaded.sources().lexicons(), true, ByteBuffer.wrap(index)),
                "");
        for (String url : List.of("", "https://harbour.com/1", "https://goats.com/1")) {
            Article article = clean(stored, url);
            assertThat(article.text()).isEqualTo(clean(rules, url).text());
            assertThat(article.ledger().entries())
                    .isEqualTo(clean(rules, url).ledger().entries());
            assertThat(article.metadata()).isEqualTo(clean(rules, url).metadata());
        }
        assertThat(clean(stored, "").text())
                .isEqualTo("Harbour Daily\n\nThe rope is new\n\nMore\n\n"
                        + "The ferry left the harbour at noon on Sunday, four days late.");
        assertThat(stored.index()).isEqualTo(index);
    }

    @Test
    void areCompiledAnewWhereAnotherVersionWroteIt() {
        LoadedRules loaded = new RuleLoader().load(ROOTS);
        byte[] index = RuleSet.compile(loaded.sources(), "").index();
        index[0]++;
        RuleSet rules = RuleSet.compile(
                new RuleSources(loaded.sources().packs(), loaded.sources().lexicons(), true, ByteBuffer.wrap(index)),
                "");
        assertThat(clean(rules, "").text()).doesNotContain("Share").contains("The ferry left");
    }
}
