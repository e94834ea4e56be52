package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.HeadValue;
import dev.winnow.document.Ledger;
import dev.winnow.document.Line;
import dev.winnow.document.Metadata;
import dev.winnow.document.Page;
import dev.winnow.document.Policy;
import dev.winnow.document.Shape;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.TrackedText;
import dev.winnow.label.Decision;
import dev.winnow.label.Findings;
import dev.winnow.label.Known;
import dev.winnow.label.Labeller;
import dev.winnow.label.Labelling;
import dev.winnow.label.LineLabeller;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.metadata.MetadataReader;
import dev.winnow.normalize.Normalizer;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.source.html.HtmlPage;
import dev.winnow.source.html.MetaNames;
import dev.winnow.source.html.MetaNames.Vocabulary;
import dev.winnow.source.html.Typography;
import dev.winnow.stats.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns scraped articles into clean text. Winnow labels every line, drops the labels that the policy does not keep, and records
 * every changed character in a ledger. Immutable and thread-safe; create one instance and use it for all documents.
 *
 * <pre>{@code
 * Winnow winnow = Winnow.builder().build();
 * Article article = winnow.clean("3 MIN READ\nThe ferry left at noon on Sunday, the harbour master said.");
 * article.text(); // "The ferry left at noon on Sunday, the harbour master said."
 * }</pre>
 */
public final class Winnow {

    private final RuleSet rules;
    private final Normalizer normalizer;
    /**
     * For HTML. The parser has already decoded references and joined lines, so the steps {@code entities} and {@code unwrap}
     * are off.
     */
    private final Normalizer ofHtml;

    /** For HTML with line breaks of its own, which a program may have inserted to wrap text: {@code unwrap} is on. */
    private final Normalizer ofLines;

    private final MetaNames metaNames;
    private final Typography typography;

    private final Policy policy;
    private final Labeller labeller;
    private final MetadataReader metadata;
    private final PresenceReader presence;
    private final @Nullable String model;
    private final @Nullable String statistics;

    Winnow(
            RuleSet rules,
            Normalizer normalizer,
            LanguageIdentifier languages,
            Policy policy,
            @Nullable RulePack site,
            List<LineLabeller> labellers,
            @Nullable String model,
            @Nullable Statistics statistics) {
        this.rules = rules;
        this.normalizer = normalizer;
        this.ofLines = normalizer.without("entities");
        this.ofHtml = ofLines.without("unwrap");
        this.metaNames = metaNames(rules.lexicons());
        this.typography = typography(rules.lexicons());
        this.policy = policy;
        this.labeller = new Labeller(rules, site, languages, labellers, statistics);
        this.metadata = new MetadataReader(rules.lexicons());
        this.presence = new PresenceReader(rules.lexicons());
        this.model = model;
        this.statistics = statistics == null ? null : statistics.digest();
    }

    private Winnow(Winnow like, RuleSet rules) {
        this.rules = rules;
        this.normalizer = like.normalizer;
        this.ofLines = like.ofLines;
        this.ofHtml = like.ofHtml;
        this.metaNames = like.metaNames;
        this.typography = like.typography;
        this.policy = like.policy;
        this.labeller = like.labeller.with(rules);
        this.metadata = like.metadata;
        this.presence = like.presence;
        this.model = like.model;
        this.statistics = like.statistics;
    }

    private static MetaNames metaNames(Lexicons lexicons) {
        Map<Vocabulary, Map<String, String>> fields = new EnumMap<>(Vocabulary.class);
        for (Vocabulary vocabulary : Vocabulary.values()) {
            fields.put(vocabulary, LexiconEntry.values(lexicons, vocabulary.lexicon()));
        }
        return new MetaNames(fields);
    }

    private static Typography typography(Lexicons lexicons) {
        Map<String, List<String>> marks = lexicons.get("quotation-marks")
                .map(lexicon -> {
                    Map<String, List<String>> read = new HashMap<>();
                    lexicon.words()
                            .forEach((language, entries) -> read.put(
                                    language, LexiconEntry.read(entries.get(0)).spellings()));
                    return read;
                })
                .orElse(new HashMap<>());
        return new Typography(
                marks, LexiconEntry.values(lexicons, "raised-endings").keySet());
    }

    /** A builder with the built-in rules, the standard normaliser and the policy {@code article}. */
    public static WinnowBuilder builder() {
        return new WinnowBuilder();
    }

    /**
     * Returns a Winnow with the same settings and other rules.
     *
     * @param other rules with the same lexicons, as {@link RuleSet#with} returns them
     */
    public Winnow withRules(RuleSet other) {
        return new Winnow(this, other);
    }

    /** The rules in use. */
    public RuleSet rules() {
        return rules;
    }

    /** Returns the labeller, which decides what each line of a page is; for programs that try out rules. */
    public Labeller labeller() {
        return labeller;
    }

    /** Returns the digest of the user's own line model; null for the model that comes with this version. */
    public @Nullable String model() {
        return model;
    }

    /** Returns the digest of the site statistics in use; null if there are none. */
    public @Nullable String statistics() {
        return statistics;
    }

    /** Cleans a text without URL and other facts. The article's id is {@code "-"}. */
    public Article clean(String text) {
        return clean(SourceDocument.of("-", text));
    }

    /**
     * Cleans a document.
     *
     * @throws CancellationException if the thread was interrupted; checked between the stages, which can be some seconds apart
     *     for the largest documents
     */
    public Article clean(SourceDocument source) {
        return new Run(source, false).article();
    }

    /** Cleans a document and returns the kept and the removed stretches with the article; for statistics. */
    public Account account(SourceDocument source) {
        return new Run(source, false).account();
    }

    /**
     * Cleans a document and returns the reasons for the label of each line, and the rules that nearly matched. Slower than
     * {@link #clean}.
     */
    public Explanation explain(SourceDocument source) {
        return new Run(source, true).explanation();
    }

    /** Returns a document as rules see it: without markup, normalised, and split into lines. */
    public Page page(SourceDocument source) {
        if (source.form() == SourceDocument.Form.HTML) {
            HtmlPage html = HtmlPage.parse(source.text(), metaNames, rules.selectors(), typography);
            return Page.of((html.hasLines() ? ofLines : ofHtml).normalize(html.text(), html.code()), html);
        }
        return Page.of(normalizer.normalize(TrackedText.of(source.text())));
    }

    /** The cleaning of one document. */
    private final class Run {
        private final SourceDocument source;
        private final Page page;
        private final List<HeadValue> head;
        private final Labelling labelling;
        private @Nullable Verdicts verdicts;

        Run(SourceDocument source, boolean explaining) {
            this.source = source;
            this.page = page(source);
            goOnUnlessInterrupted();
            this.head = page.markup() == null ? List.of() : page.markup().head();
            this.labelling = labeller.label(page, Known.of(source, null, head), explaining);
            goOnUnlessInterrupted();
        }

        private void goOnUnlessInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while cleaning " + source.id());
            }
        }

        Article article() {
            Metadata found = metadata();
            Projection projection = new Projection(page, verdicts());
            TrackedText text = projection.text();
            return new Article(
                    source.id(),
                    text.text(),
                    projection.paragraphs(),
                    projection.lines(),
                    found,
                    // Warnings of a record that came as text are about its fields, not about its characters.
                    Ledger.of(text, source.charset() == null ? List.of() : source.warnings()),
                    presence.read(page, verdicts(), policy, labelling),
                    projection.share(),
                    rules.digest(),
                    warnings(text.text()),
                    source.charset(),
                    source.undecodable(),
                    source.extra(),
                    source.crawl());
        }

        /** Returns the policy's verdicts on the labels. */
        private Verdicts verdicts() {
            Verdicts known = verdicts;
            if (known == null) {
                known = new Verdicts(page, labelling.decisions(), policy);
                verdicts = known;
            }
            return known;
        }

        private List<String> warnings(String text) {
            List<String> warnings = new ArrayList<>(source.warnings());
            if (page.markup() instanceof HtmlPage html) {
                warnings.addAll(html.warnings());
            }
            warnings.addAll(labelling.warnings());
            if (text.isBlank()) {
                warnings.add(
                        source.text().isBlank()
                                ? "there is no text: the document is empty"
                                : page.lines().isEmpty()
                                        ? "there is no text in the document"
                                        : "no text is left: every line was removed; winnow explain shows why");
            }
            return warnings;
        }

        Account account() {
            return Account.of(article(), page, verdicts());
        }

        private Metadata metadata() {
            RulePack site = labelling.site();
            String name = site == null || site.name().isEmpty() ? null : site.name();
            return metadata.read(new Findings(
                    source, labelling.language(), site == null ? null : site.id(), name, labelling.captures(), head));
        }

        Explanation explanation() {
            Article article = article();
            List<Explanation.LineExplanation> lines = new ArrayList<>();
            for (int i = 0; i < article.lines().size(); i++) {
                int line = i;
                lines.add(new Explanation.LineExplanation(
                        page.sourceLine(i),
                        article.lines().get(i),
                        shapes(page.lines().get(i)),
                        stretches(verdicts().get(i)),
                        labelling.nearMisses().stream()
                                .filter(miss -> miss.line() == line)
                                .map(miss -> new Explanation.NearMiss(
                                        miss.rule(), miss.guard(), miss.parts() > 0, miss.condition()))
                                .toList(),
                        labelling.said().get(i)));
            }
            RulePack site = labelling.site();
            return new Explanation(
                    article, site == null ? null : site.id(), lines, labelling.conflicts(), labelling.siteMisses());
        }

        private static List<Shape> shapes(Line line) {
            return Arrays.stream(Shape.values()).filter(line::is).toList();
        }

        private static List<Explanation.Stretch> stretches(Verdict verdict) {
            List<Explanation.Stretch> stretches = new ArrayList<>();
            verdict.cuts().forEach(cut -> stretches.add(stretch(cut, true)));
            verdict.stretches().forEach(cut -> stretches.add(stretch(cut, false)));
            stretches.sort(java.util.Comparator.comparingInt(Explanation.Stretch::start));
            return stretches;
        }

        private static Explanation.Stretch stretch(Decision.Stretch cut, boolean removed) {
            return new Explanation.Stretch(
                    cut.start(),
                    cut.end(),
                    cut.label().key(),
                    cut.reason().rule(),
                    cut.reason().why(),
                    removed);
        }
    }
}
