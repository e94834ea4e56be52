package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Span;
import dev.winnow.rule.TitleParts;
import dev.winnow.rule.TitleParts.Parting;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import dev.winnow.text.Hosts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The title of a page as a browser shows it. Where the markup is lost, it is the first line. The site's name stands before or
 * behind the headline. The page's host tells that name: {@code Storm ends | Daily Harbour} on {@code dailyharbour.example}.
 *
 * @param line its number; -1 when the title came with the page
 * @param bare the title without the site's name, and without short parts behind a bar
 * @param site the site's name; null when the host does not tell it
 */
record BrowserTitle(
        int line, String text, String bare, @Nullable String site) {

    /** A browser's title stands on the first line, or below a date that a scraper put there. */
    private static final int TITLE_LINES = 2;

    private static final int LONGEST = 300;
    private static final int MIN_WORDS = 3;

    /** Maximum number of words in a site's name. */
    private static final int SITE_WORDS = 5;

    private static final int MIN_LETTERS = 8;

    /** Minimum length of a host's name. Shorter names are parts of many words. */
    private static final int SHORTEST_HOST = 3;

    /** Labels that a line may have if it is the headline. */
    static final Set<Label> POSSIBLE =
            EnumSet.of(Label.TITLE, Label.BODY, Label.HEADING, Label.NAVIGATION, Label.BOILERPLATE);

    /** Returns a title that came with the page. */
    static BrowserTitle given(String title, @Nullable String host) {
        return of(-1, title, host);
    }

    /** Finds the title in the page's first lines; null when no such line could be a title. */
    static @Nullable BrowserTitle find(Page page, List<Decision> decisions, @Nullable String host) {
        for (int i = 0; i < Math.min(page.lines().size(), TITLE_LINES); i++) {
            if (POSSIBLE.contains(decisions.get(i).label())) {
                Line line = page.lines().get(i);
                return couldBeTitle(line) ? of(i, line.text(), host) : null;
            }
        }
        return null;
    }

    /** Whether a line has the length of a title, and words rather than numbers. */
    static boolean couldBeTitle(Line line) {
        return line.length() <= LONGEST
                && Characters.isWordy(line.text(), MIN_WORDS, MIN_LETTERS)
                && 2 * line.text().codePoints().filter(Character::isLetter).count() > line.length();
    }

    private static BrowserTitle of(int line, String title, @Nullable String host) {
        List<Parting> partings = TitleParts.of(title);
        String name = nameOf(host);
        String site = null;
        Span left = new Span(0, title.length());
        for (int i = partings.size() - 1; i >= 0; i--) {
            Parting parting = partings.get(i);
            String behind = title.substring(parting.end(), left.end());
            boolean ofSite = isOfHost(behind, name);
            if (!ofSite && !(parting.strong() && behind.length() < parting.start())) {
                break;
            }
            site = ofSite ? title.substring(parting.end()) : site;
            left = new Span(0, parting.start());
        }
        boolean first = left.end() == title.length();
        if (first
                && !partings.isEmpty()
                && isOfHost(title.substring(0, partings.get(0).start()), name)) {
            site = title.substring(0, partings.get(0).start());
            left = new Span(partings.get(0).end(), title.length());
        }
        return new BrowserTitle(line, title, left.of(title), site);
    }

    /** Returns the first part of the title, which is often the headline alone. A colon does not split a headline. */
    String start() {
        return TitleParts.of(text).stream()
                .filter(parting -> !parting.colon())
                .findFirst()
                .map(parting -> text.substring(0, parting.start()))
                .orElse(text);
    }

    /**
     * Returns the site's name where the host does not tell it: the last part of the title, if a copyright line of the page has
     * the same name. Without such a line the last part may also be a section or a second headline; then null.
     */
    @Nullable
    String holderOfRights(Page page, List<Decision> decisions) {
        List<Parting> partings = TitleParts.of(text);
        if (partings.isEmpty() || partings.get(partings.size() - 1).colon()) {
            return null;
        }
        Parting last = partings.get(partings.size() - 1);
        String name = text.substring(last.end());
        boolean isName =
                Characters.words(name) <= SITE_WORDS && !couldEndSentence(name) && name.length() < last.start();
        return isName && hasRights(name, page, decisions) ? name : null;
    }

    private static boolean hasRights(String name, Page page, List<Decision> decisions) {
        String wanted = ' ' + Folding.fold(name) + ' ';
        return page.lines().stream()
                .anyMatch(line -> decisions.get(line.index()).label() == Label.COPYRIGHT
                        && (' ' + Folding.fold(line.text()) + ' ').contains(wanted));
    }

    private static boolean couldEndSentence(String name) {
        return "?!…".indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    /** Whether a line holds the site's name and nothing else. */
    boolean isSite(String line) {
        return site != null && compact(site).equals(compact(line));
    }

    private static @Nullable String nameOf(@Nullable String host) {
        if (host == null) {
            return null;
        }
        String registered = Hosts.registered("http://" + host + "/");
        String domain = registered == null ? host : registered;
        int dot = domain.indexOf('.');
        String name = compact(dot < 0 ? domain : domain.substring(0, dot));
        return name.length() < SHORTEST_HOST ? null : name;
    }

    private static boolean isOfHost(String part, @Nullable String host) {
        String name = compact(part);
        return host != null && name.length() >= SHORTEST_HOST && (name.contains(host) || host.contains(name));
    }

    private static String compact(String text) {
        return Folding.fold(text).replace(" ", "");
    }
}
