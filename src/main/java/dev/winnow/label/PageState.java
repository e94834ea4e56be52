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

/** A page on its way through the rounds: what is left of it, and what it is taken for. */
final class PageState {

    private static final int CERTAIN = 1000;

    final RuleSet rules;
    final Page page;
    final Known known;
    /** On how many pages of its site a line stands. */
    final Recurrence recurrence;

    final boolean explaining;
    /** Whether the page is a part of one. */
    final boolean excerpt;
    /** The lines that are left. */
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

    /** How likely the likeliest line is; the first look at the page counts, and of its parts the surest. */
    int sureness() {
        return sureness < 0 ? CERTAIN : sureness;
    }

    /** A labeller read the markup: what is left has to be looked at once more without. */
    void readsMarkup() {
        markupRead = true;
    }

    void isSure(int perMille) {
        sureness = Math.max(sureness, perMille);
    }

    /** The pack of the page's site; null when none applies. */
    @Nullable
    RulePack site() {
        return site;
    }

    /**
     * Whether a pack applied at the beginning, and does not say of itself that its rules say only a part. What showed its fingerprint may
     * have gone since.
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
     * Whether what is left is taken for something else than before: then it is labelled as if it were cleaned again. It may show another
     * site's fingerprint, or none, speak another language, show another headline, or lose its links.
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
            // What could not match in the one language may match in the other.
            left.replace(lines);
        }
        return other;
    }

    /** Without markup nobody sees that a line is a link: what it is as text counts then. */
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

    /** Whether links are told from text: not on plain text, nor once that has been used up. */
    boolean knowsLinks() {
        return page.markup() != null && !asText;
    }

    /** Whether a line stands among code, on a page that has prose around it: some pages show all they have as code. */
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
