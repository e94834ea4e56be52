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
 * Counts what other rules change on the pages of a corpus, in bounded memory. Pages are added in the order of the input; then the
 * result is the same however many threads compared them. For one thread.
 */
public final class Trial {

    /** Effects told apart; further ones are only counted. */
    private static final int MOST = 100_000;

    /** Characters of a text that are shown; texts are told apart by them. */
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
     * An effect with how often it was met.
     *
     * @param times how often
     * @param pages on how many pages
     * @param example the first of them
     */
    public record Frequent(Effect effect, long times, long pages, String example) {}

    /**
     * Adds a page.
     *
     * @param page names it to a person
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

    /** Pages added. */
    public long pages() {
        return pages;
    }

    /** Sites whose rules, as they are to be, apply to some page. */
    public Set<String> sites() {
        return Collections.unmodifiableSet(sites);
    }

    /** Pages on which anything changes. */
    public long changedPages() {
        return changed;
    }

    /** How often effects of a kind were met. */
    public long times(Kind kind) {
        return times.getOrDefault(kind, 0L);
    }

    /** Characters of the texts of a kind, as a share of all text that stayed before; 0 of no text. */
    public double share(Kind kind) {
        return kept == 0 ? 0 : characters.getOrDefault(kind, 0L) / (double) kept;
    }

    /** The share of the text that is newly removed or spared. */
    public double change() {
        return share(Kind.REMOVED) + share(Kind.SPARED);
    }

    /** The effects of a kind, those on most pages first; then in the order in which they were met. */
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

    /** How many effects of a kind are told apart. */
    public long distinct(Kind kind) {
        return counts.keySet().stream().filter(effect -> effect.kind() == kind).count();
    }
}
