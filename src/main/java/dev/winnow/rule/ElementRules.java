package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.document.Span;
import dev.winnow.source.html.HtmlPage;
import dev.winnow.source.html.Selection;
import dev.winnow.source.html.Selectors;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that select elements, and the selectors in the headers of packs. All are evaluated in one walk over a page.
 * Immutable and thread-safe.
 */
final class ElementRules {

    /** Minimum share of the page's prose in the article element that a pack for all pages selects. */
    private static final double MOST_PROSE = 0.8;

    /** Fields that take all values of the first selector with a result, and none of later selectors. */
    private static final Set<Field> LISTS = EnumSet.of(Field.AUTHORS, Field.TAGS);

    /** Labels of what stands beside the article. Lines of common rules with these labels give no metadata. */
    private static final Set<Label> BESIDE = EnumSet.of(Label.COMMENTS, Label.RELATED, Label.ADVERT, Label.NEWSLETTER);

    /** Maximum number of author elements. If more are found, they belong to teasers of other articles. */
    private static final int MOST_AUTHORS = 3;

    /** Maximum number of lines between a standfirst and the article element: byline, date, picture and share buttons. */
    private static final int STANDFIRST_LINES = 15;

    private final List<CompiledRule> rules;
    private final List<RulePack> packs;
    private final Selectors selectors;

    /** @param rules that select elements */
    ElementRules(List<CompiledRule> rules, List<RulePack> packs) {
        this.packs = packs.stream()
                .filter(pack -> !pack.selectors().equals(PageSelectors.NONE))
                .toList();
        this.rules = List.copyOf(rules);
        List<String> css = new ArrayList<>();
        List<Integer> besides = new ArrayList<>();
        for (CompiledRule rule : rules) {
            if (!rule.source().ofSite() && BESIDE.contains(rule.rule().label())) {
                besides.add(css.size());
            }
            css.add(((ElementMatcher) rule.matcher()).selector());
        }
        for (RulePack pack : this.packs) {
            css.addAll(pack.selectors().article());
            pack.selectors().metadata().values().forEach(css::addAll);
        }
        for (RulePack pack : this.packs) {
            for (String selector : pack.selectors().beside()) {
                besides.add(css.size());
                css.add(selector);
            }
        }
        this.selectors = new Selectors(css, besides);
    }

    /** Returns all selectors; pages must be read with them. */
    Selectors selectors() {
        return selectors;
    }

    /**
     * Evaluates all selectors on a page.
     *
     * @param markup of the page, read with these selectors
     */
    SelectedElements select(Page page, HtmlPage markup) {
        Selection selection = markup.select();
        List<SelectedElements.Taken> taken = new ArrayList<>();
        int at = 0;
        for (CompiledRule rule : rules) {
            for (Span span : selection.spans(at++)) {
                BitSet lines = page.linesIn(span);
                if (!lines.isEmpty()) {
                    taken.add(new SelectedElements.Taken(rule, lines));
                }
            }
        }
        List<SelectedElements.Outside> outside = new ArrayList<>();
        List<SelectedElements.Value> values = new ArrayList<>();
        for (RulePack pack : packs) {
            boolean holds = false;
            for (String selector : pack.selectors().article()) {
                BitSet inside = new BitSet();
                selection.spans(at++).forEach(span -> inside.or(page.linesIn(span)));
                if (!holds && holdsArticle(page, inside, pack.ofSite())) {
                    holds = true;
                    inside.flip(0, page.lines().size());
                    outside.add(new SelectedElements.Outside(
                            pack, selector, pack.ofSite() ? inside : withoutStandfirst(page, inside)));
                }
            }
            for (Map.Entry<Field, List<String>> field :
                    pack.selectors().metadata().entrySet()) {
                List<String> found = List.of();
                for (int i = 0; i < field.getValue().size(); i++) {
                    int place = at++;
                    List<String> here = selection.values(place);
                    boolean more = !LISTS.contains(field.getKey());
                    boolean teasers = !pack.ofSite() && !more && here.size() > MOST_AUTHORS;
                    if (!teasers && (more || found.isEmpty())) {
                        here.forEach(
                                value -> values.add(new SelectedElements.Value(pack, field.getKey(), place, value)));
                        found = here;
                    }
                }
            }
        }
        BitSet beside = new BitSet();
        selection.spansBeside().forEach(span -> beside.or(page.linesIn(span)));
        return new SelectedElements(taken, outside, values, beside);
    }

    /**
     * Returns the lines outside of the article element without sentence-like lines right above it, often a standfirst. Used
     * for packs for all pages, whose selectors are less certain.
     */
    private static BitSet withoutStandfirst(Page page, BitSet outside) {
        BitSet rest = (BitSet) outside.clone();
        int first = outside.nextClearBit(0);
        for (int i = Math.max(0, first - STANDFIRST_LINES); i < first; i++) {
            rest.set(i, !page.lines().get(i).is(Shape.SENTENCE_LIKE));
        }
        return rest;
    }

    private static boolean holdsArticle(Page page, BitSet inside, boolean ofSite) {
        long prose = 0;
        long all = 0;
        for (Line line : page.lines()) {
            if (line.is(Shape.SENTENCE_LIKE)) {
                all += line.length();
                prose += inside.get(line.index()) ? line.length() : 0;
            }
        }
        return prose > 0 && (ofSite || prose >= MOST_PROSE * all);
    }
}
