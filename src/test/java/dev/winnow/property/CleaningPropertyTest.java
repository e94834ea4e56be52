package dev.winnow.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.Span;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.RuleSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any page whatever. */
class CleaningPropertyTest {

    private static final int PAGES = 500;

    private static final Winnow WINNOW = Winnow.builder().build();

    @Test
    void theLedgerRestoresTheSourceExactly() {
        for (long seed = 0; seed < PAGES; seed++) {
            String page = RandomPages.page(seed);
            Article article = WINNOW.clean(page);
            assertThat(article.ledger().restore(article.text()))
                    .as("seed %d", seed)
                    .isEqualTo(page);
        }
    }

    @Test
    void cleaningAgainChangesNothing() {
        for (long seed = 0; seed < PAGES; seed++) {
            String text = WINNOW.clean(RandomPages.page(seed)).text();
            assertThat(WINNOW.clean(text).text()).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void cleaningTheTextOfAPageOfHtmlAgainChangesNothing() {
        Winnow rules = Winnow.builder().model(Strictness.OFF).build();
        for (long seed = 0; seed < 4 * PAGES; seed++) {
            assertThat(lost(rules, seed)).as("seed %d", seed).isEmpty();
        }
    }

    /** To the line model the text of a page is another page: blank lines stand between all its paragraphs. */
    @Test
    void theLineModelHardlyEverTakesMoreOfTheTextOfAPageOfHtml() {
        List<String> changed = new ArrayList<>();
        for (long seed = 0; seed < 4 * PAGES; seed++) {
            List<String> lost = lost(WINNOW, seed);
            if (!lost.isEmpty()) {
                changed.add("seed " + seed + ": " + lost);
            }
        }
        assertThat(changed).hasSizeLessThanOrEqualTo(4 * PAGES / 500);
    }

    /** Lines of the text of a page of HTML that are gone when it is cleaned again. */
    private static List<String> lost(Winnow winnow, long seed) {
        Article article = winnow.clean(html(RandomPages.html(seed)));
        // Nearly all of it is noise, and a rule was over its budget; of the text alone the shares are others.
        // What showed the site by its fingerprint is gone.
        if (!article.warnings().isEmpty() || article.metadata().site() != null) {
            return List.of();
        }
        List<String> lost = new ArrayList<>(article.text().lines().toList());
        winnow.clean(article.text()).text().lines().forEach(lost::remove);
        // That a word or two are a heading, a line is one of code, or a list has no links, only markup can tell.
        List<Article.Paragraph> paragraphs = article.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean list = false;
            for (int below = i;
                    below < paragraphs.size() && paragraphs.get(below).text().length() < 40;
                    below++) {
                list |= paragraphs.get(below).label() == Label.LIST;
            }
            if (list
                    || paragraphs.get(i).label() == Label.HEADING
                    || paragraphs.get(i).isPreformatted()) {
                paragraphs.get(i).text().lines().forEach(lost::remove);
            }
        }
        article.lines().stream()
                .filter(line -> line.why().equals("its white space is shown as it is"))
                .forEach(line -> lost.remove(line.text()));
        // A page that shows &nbsp; names an entity; of text alone nobody knows that.
        lost.removeIf(line -> line.isEmpty() || line.matches(".*&#?\\w+;.*"));
        return lost;
    }

    @Test
    void theLedgerRestoresAPageOfHtmlExactly() {
        for (long seed = 0; seed < PAGES; seed++) {
            String page = RandomPages.html(seed);
            Article article = WINNOW.clean(html(page));
            assertThat(article.ledger().restore(article.text()))
                    .as("seed %d", seed)
                    .isEqualTo(page);
        }
    }

    private static SourceDocument html(String page) {
        return SourceDocument.html("p", page);
    }

    @Test
    void spansLieInsideTheSourceInOrder() {
        for (long seed = 0; seed < PAGES; seed++) {
            String page = RandomPages.page(seed);
            Article article = WINNOW.clean(page);
            int at = 0;
            for (Ledger.Entry entry : article.ledger().entries()) {
                assertThat(entry.start()).as("seed %d", seed).isBetween(at, page.length());
                assertThat(entry.end()).as("seed %d", seed).isBetween(entry.start(), page.length());
                if (entry.times() == 1) {
                    assertThat(page.substring(entry.start(), entry.end())).isEqualTo(entry.text());
                } else {
                    assertThat(page.substring(entry.start(), entry.end()))
                            .startsWith(entry.text())
                            .endsWith(entry.text());
                }
                at = entry.end();
            }
            int line = 0;
            for (Article.LabelledLine labelled : article.lines()) {
                assertThat(labelled.source().start()).as("seed %d", seed).isGreaterThanOrEqualTo(line);
                assertThat(labelled.source().end())
                        .as("seed %d", seed)
                        .isBetween(labelled.source().start(), page.length());
                line = labelled.source().start();
            }
        }
    }

    @Test
    void everyParagraphComesFromTheSource() {
        for (long seed = 0; seed < PAGES; seed++) {
            String page = RandomPages.page(seed);
            Article article = WINNOW.clean(page);
            assertThat(String.join(
                            "\n\n",
                            article.paragraphs().stream()
                                    .map(Article.Paragraph::text)
                                    .toList()))
                    .isEqualTo(article.text());
            for (Article.Paragraph paragraph : article.paragraphs()) {
                assertThat(rebuilt(page, paragraph.source(), article.ledger()))
                        .as("seed %d", seed)
                        .contains(paragraph.text());
            }
        }
    }

    /** A stretch of the source as the ledger says it was changed. */
    private static String rebuilt(String page, Span span, Ledger ledger) {
        StringBuilder text = new StringBuilder();
        int at = span.start();
        for (Ledger.Entry entry : ledger.entries()) {
            if (entry.start() >= at && entry.end() <= span.end()) {
                text.append(page, at, entry.start()).append(entry.with());
                at = entry.end();
            }
        }
        return text.append(page, at, span.end()).toString();
    }

    @Test
    void theOrderOfRulesAndPacksChangesNothing() {
        RuleSet rules = WINNOW.rules();
        for (int shuffle = 0; shuffle < 3; shuffle++) {
            Random random = new Random(shuffle);
            List<RulePack> packs = new ArrayList<>();
            for (RulePack pack : rules.packs()) {
                List<Rule> shuffled = new ArrayList<>(pack.rules());
                Collections.shuffle(shuffled, random);
                packs.add(pack.withRules(shuffled));
            }
            Collections.shuffle(packs, random);
            Winnow other = Winnow.builder()
                    .rules(RuleSet.compile(new RuleSources(packs, rules.lexicons()), rules.digest()))
                    .build();
            for (long seed = 0; seed < PAGES; seed++) {
                String page = RandomPages.page(seed);
                assertThat(other.clean(page)).as("seed %d", seed).isEqualTo(WINNOW.clean(page));
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        List<Callable<Article>> tasks = new ArrayList<>();
        for (long seed = 0; seed < PAGES; seed++) {
            String page = RandomPages.page(seed);
            tasks.add(() -> WINNOW.clean(page));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Article>> articles = threads.invokeAll(tasks);
            for (int seed = 0; seed < PAGES; seed++) {
                assertThat(articles.get(seed).get())
                        .as("seed %d", seed)
                        .isEqualTo(tasks.get(seed).call());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist"})
    void theDefaultLocaleChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        List<Article> expected = new ArrayList<>();
        for (long seed = 0; seed < 100; seed++) {
            expected.add(WINNOW.clean(RandomPages.page(seed)));
        }
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            Winnow abroad = Winnow.builder().build();
            for (int seed = 0; seed < 100; seed++) {
                assertThat(abroad.clean(RandomPages.page(seed)))
                        .as("seed %d", seed)
                        .isEqualTo(expected.get(seed));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void explainingSaysTheSameAsCleaning() {
        for (long seed = 0; seed < PAGES; seed++) {
            SourceDocument page = SourceDocument.of("p" + seed, RandomPages.page(seed));
            assertThat(WINNOW.explain(page).article()).as("seed %d", seed).isEqualTo(WINNOW.clean(page));
        }
    }
}
