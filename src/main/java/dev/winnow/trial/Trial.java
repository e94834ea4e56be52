package dev.winnow.trial;

import dev.winnow.trial.Comparison.PageEffects;
import dev.winnow.trial.Effect.Kind;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the changes that new rules make on the pages of a corpus, in bounded memory. Add pages in the order of the input; then
 * the result does not depend on the number of threads that compared them. For one thread.
 */
public final class Trial {

    /** Maximum number of distinct effects. Further ones only count in the totals. */
    private static final int MOST = 100_000;

    /** Maximum number of characters of a text that are shown. Texts with the same beginning count as one. */
    private static final int LONGEST = 160;

    private final Map<Effect, Count> counts = new LinkedHashMap<>();
    private final Map<Kind, Long> times = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> characters = new EnumMap<>(Kind.class);
    private final Set<String> sites = new TreeSet<>();
    private long pages;
    private long changed;
    private long kept;

    private static final class Count {
        private final String example;
        private long times;
        private long pages;

        Count(String example) {
            this.example = example;
        }
    }

    /**
     * An effect with its counts.
     *
     * @param times number of occurrences
     * @param pages number of pages
     * @param example name of the first of these pages
     */
    public record Frequent(Effect effect, long times, long pages, String example) {}

    /**
     * Adds a page.
     *
     * @param page name of the page, for a person
     */
    public void add(String page, PageEffects found) {
        pages++;
        if (found.site() != null) {
            sites.add(found.site());
        }
        kept += found.kept();
        changed += found.effects().isEmpty() ? 0 : 1;
        Set<Effect> met = new HashSet<>();
        for (Effect effect : found.effects()) {
            times.merge(effect.kind(), 1L, Long::sum);
            characters.merge(effect.kind(), (long) effect.text().length(), Long::sum);
            Effect shown = new Effect(effect.kind(), effect.subject(), effect.rule(), cut(effect.text()));
            if (counts.size() < MOST) {
                counts.putIfAbsent(shown, new Count(page));
            }
            Count count = counts.get(shown);
            if (count != null) {
                count.times++;
                count.pages += met.add(shown) ? 1 : 0;
            }
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }

    /** Returns the number of pages added. */
    public long pages() {
        return pages;
    }

    /** Returns the sites whose new rules apply to some page. */
    public Set<String> sites() {
        return Collections.unmodifiableSet(sites);
    }

    /** Returns the number of pages with changes. */
    public long changedPages() {
        return changed;
    }

    /** Returns the number of effects of a kind. */
    public long times(Kind kind) {
        return times.getOrDefault(kind, 0L);
    }

    /** Returns the characters in effects of a kind as a share of all text that stayed before; 0 if there was no text. */
    public double share(Kind kind) {
        return kept == 0 ? 0 : characters.getOrDefault(kind, 0L) / (double) kept;
    }

    /** Returns the share of the text that is newly removed or spared. */
    public double change() {
        return share(Kind.REMOVED) + share(Kind.SPARED);
    }

    /** Returns the effects of a kind, sorted by number of pages, most first; then by number of occurrences. */
    public List<Frequent> top(Kind kind, int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .sorted(Comparator.comparingLong((Map.Entry<Effect, Count> entry) -> -entry.getValue().pages)
                        .thenComparingLong(entry -> -entry.getValue().times))
                .limit(most)
                .map(entry -> {
                    Count count = Objects.requireNonNull(entry.getValue());
                    return new Frequent(entry.getKey(), count.times, count.pages, count.example);
                })
                .toList();
    }

    /** Returns the number of distinct effects of a kind. */
    public long distinct(Kind kind) {
        return counts.keySet().stream().filter(effect -> effect.kind() == kind).count();
    }
}
