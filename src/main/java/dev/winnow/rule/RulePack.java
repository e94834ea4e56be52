package dev.winnow.rule;

import dev.winnow.document.LazyList;
import java.util.List;

/**
 * One rule file.
 *
 * @param id for a site its domain; for common rules {@code common}
 * @param name of the site, for people; empty when not given
 * @param hosts hosts of the site; {@code *.domain} stands for all subdomains
 * @param fingerprints each is a sequence of consecutive lines that only this site has; used when the URL is unknown
 * @param languages of its pages; empty for any
 * @param valid the days for which it describes the layout; pages of other days need another pack
 * @param selectors selectors for the markup of its pages
 * @param model whether the line model judges all lines that its rules do not take
 * @param disable full ids of common rules that do not apply here
 * @param digest SHA-256 of the file, in hexadecimal
 */
public record RulePack(
        String id,
        String name,
        List<String> hosts,
        List<List<Pattern>> fingerprints,
        List<String> languages,
        DateSettings dates,
        Validity valid,
        PageSelectors selectors,
        boolean model,
        List<String> disable,
        List<Rule> rules,
        Place place,
        String digest) {

    public RulePack {
        hosts = List.copyOf(hosts);
        fingerprints = fingerprints.stream().map(List::copyOf).toList();
        languages = List.copyOf(languages);
        disable = List.copyOf(disable);
        rules = LazyList.copyOf(rules);
    }

    /** Returns a copy with other rules. */
    public RulePack withRules(List<Rule> other) {
        return new RulePack(
                id,
                name,
                hosts,
                fingerprints,
                languages,
                dates,
                valid,
                selectors,
                model,
                disable,
                other,
                place,
                digest);
    }

    /** Whether it describes one site (or platform) rather than pages in general. */
    public boolean ofSite() {
        return !hosts.isEmpty() || !fingerprints.isEmpty();
    }
}
