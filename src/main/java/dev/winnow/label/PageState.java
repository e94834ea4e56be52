package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.rule.Recurrence;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.ScannedLine;
import dev.winnow.rule.ScannedPage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of a page between rounds: the remaining lines, and the site, language and title found for it. */
final class PageState {

    private static final int CERTAIN = 1000;

    final RuleSet rules;
    final Page page;
    final Known known;
    /** Tells on how many pages of its site a line stands. */
    final Recurrence recurrence;

    final boolean explaining;
    /** Whether the page is only a part of one. */
    final boolean excerpt;
    /** The remaining lines. */
    final ScannedPage left;

    final PageTitle title;
    final PageLanguage language;
    private final @Nullable RulePack forcedSite;
    private @Nullable RulePack site;
    private final boolean siteKnowsAll;
    private boolean asText;
    private boolean markupRead;
    private int sureness = -1;
    private @Nullable Boolean proseBesideCode;

    PageState(
            RuleSet rules,
            Page page,
            Known known,
            @Nullable RulePack forcedSite,
            @Nullable LanguageIdentifier languages,
            Recurrence recurrence,
            boolean explaining,
            boolean excerpt) {
        this.rules = rules;
        this.page = page;
        this.known = known;
        this.recurrence = recurrence;
        this.explaining = explaining;
        this.excerpt = excerpt;
        this.left = rules.scan(page);
        this.title = new PageTitle(known.title());
        this.language = new PageLanguage(known.language(), languages, page.lines());
        this.forcedSite = forcedSite;
        this.site = findSite();
        this.siteKnowsAll = site != null && !site.model();
    }

    /**
     * Returns the highest probability of any line, in thousandths. Only the first round counts; of a page judged in parts, the
     * part with the highest value. 1000 when the model was not asked.
     */
    int sureness() {
        return sureness < 0 ? CERTAIN : sureness;
    }

    /** Records that a labeller used the markup. The remaining lines must then be labelled once more without markup. */
    void readsMarkup() {
        markupRead = true;
    }

    void isSure(int perMille) {
        sureness = Math.max(sureness, perMille);
    }

    /** Returns the pack of the page's site; null when none applies. */
    @Nullable
    RulePack site() {
        return site;
    }

    /**
     * Whether a site pack applied at the beginning and does not ask for the line model, so its rules cover the whole page. The
     * lines with its fingerprint may have been removed since.
     */
    boolean siteKnowsAll() {
        return siteKnowsAll;
    }

    private @Nullable RulePack findSite() {
        if (forcedSite != null) {
            return forcedSite;
        }
        return known.host() != null
                ? rules.sites().ofHost(known.host(), known.day()).orElse(null)
                : rules.sites().ofPage(left, known.day()).orElse(null);
    }

    /**
     * Whether the remaining lines look different from before. Then they are labelled as if they were cleaned again. They may show
     * another site's fingerprint or none, another language or another headline, or lose their links.
     */
    boolean changes() {
        return isOfAnotherSite() | speaksAnotherLanguage() | title.isAnother() || losesItsLinks();
    }

    private boolean isOfAnotherSite() {
        RulePack last = site;
        site = findSite();
        return !Objects.equals(last == null ? null : last.place(), site == null ? null : site.place());
    }

    private boolean speaksAnotherLanguage() {
        List<Line> lines = lines();
        boolean other = language.isAnother(lines);
        if (other) {
            // Rules that cannot match in one language may match in the other.
            left.replace(lines);
        }
        return other;
    }

    /** Turns links into plain text. In the cleaned text a link does not show, so the line must also be labelled by its text. */
    private boolean losesItsLinks() {
        if (page.markup() == null || asText) {
            return false;
        }
        asText = true;
        List<Line> texts =
                lines().stream().filter(Line::isLink).map(Line::asText).toList();
        left.replace(texts);
        return !texts.isEmpty() || markupRead;
    }

    private List<Line> lines() {
        return left.lines().stream().map(ScannedLine::line).toList();
    }

    /** Whether links are marked: not on plain text, nor after links were turned into text. */
    boolean knowsLinks() {
        return page.markup() != null && !asText;
    }

    /** Whether a line is code on a page that has prose, too. Some pages show all of their text as code. */
    boolean isCode(Line line) {
        return page.isPreformatted(line.index()) && hasProseBesideCode();
    }

    private boolean hasProseBesideCode() {
        if (proseBesideCode == null) {
            proseBesideCode = page.lines().stream()
                    .anyMatch(line -> !page.isPreformatted(line.index()) && line.is(Shape.SENTENCE_LIKE));
        }
        return proseBesideCode;
    }
}
