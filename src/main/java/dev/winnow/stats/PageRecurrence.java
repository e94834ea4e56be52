package dev.winnow.stats;

import dev.winnow.document.Line;
import dev.winnow.rule.Recurrence;
import dev.winnow.text.Characters;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** What the statistics of its site say of the lines of a page. Lines are looked up once. For one page and one thread. */
public final class PageRecurrence implements Recurrence {

    /** A template with fewer letters says next to nothing: a date alone, a number. */
    private static final int FEWEST_LETTERS = 3;

    private final SiteStatistics site;
    private final LineGeneralizer general;
    private final Fingerprints prints = new Fingerprints();
    private final IdentityHashMap<Line, Seen> seen = new IdentityHashMap<>();

    /**
     * What is known of a line; null for what is not.
     *
     * @param line of the line as it is
     * @param template of its template
     * @param worded whether the template has letters outside of its slots
     */
    public record Seen(@Nullable Recurring line, @Nullable Recurring template, boolean worded) {

        /** How many pages have the line or, where it has some wording, its template. */
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

    /** What is known of a line of the page, or of what is left of one. */
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
