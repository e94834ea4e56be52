package dev.winnow.stats;

import dev.winnow.document.Line;
import dev.winnow.rule.Recurrence;
import dev.winnow.text.Characters;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Statistics of a site for the lines of one page. Each line is looked up once. For one page and one thread. */
public final class PageRecurrence implements Recurrence {

    /** Minimum number of letters of a template that counts. A date alone, or a number, tells next to nothing. */
    private static final int FEWEST_LETTERS = 3;

    private final SiteStatistics site;
    private final LineGeneralizer general;
    private final Fingerprints prints = new Fingerprints();
    private final IdentityHashMap<Line, Seen> seen = new IdentityHashMap<>();

    /**
     * The statistics of a line; null where there are none.
     *
     * @param line statistics of the unchanged line
     * @param template statistics of its template
     * @param worded whether the template has letters outside of its slots
     */
    public record Seen(@Nullable Recurring line, @Nullable Recurring template, boolean worded) {

        /** Returns the number of pages that have the line or, if the template has words, its template. */
        public int pages() {
            return Math.max(line == null ? 0 : line.pages(), template == null || !worded ? 0 : template.pages());
        }
    }

    public PageRecurrence(SiteStatistics site, LineGeneralizer general) {
        this.site = site;
        this.general = general;
    }

    public SiteStatistics site() {
        return site;
    }

    /** Returns the statistics of a line of the page, or of the rest of a line. */
    public Seen seen(Line line) {
        return seen.computeIfAbsent(line, this::look);
    }

    private Seen look(Line line) {
        LineTemplate template = general.template(line.text());
        return new Seen(
                site.find(prints.line(Characters.fold(line.text()))),
                template.hasSlots() ? site.find(prints.template(template.key())) : null,
                template.literalLetters() >= FEWEST_LETTERS);
    }

    @Override
    public int pages(Line line) {
        return seen(line).pages();
    }
}
