package dev.winnow.rule;

import dev.winnow.document.LazyList;
import java.util.List;

/**
 * One rule file.
 *
 * @param id for a site its domain; for common rules {@code common}
 * @param name of the site, for people; empty when not given
 * @param hosts the hosts it is for; {@code *.domain} stands for all below a domain
 * @param fingerprints each a sequence of consecutive lines that only pages of this site have; used when the URL is unknown
 * @param languages of its pages; empty for any
 * @param valid layouts change, old pages keep their old rules
 * @param selectors what its pages' markup tells of them
 * @param model whether its rules say only a part, so that the line model judges all other lines
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

    /** The same pack with other rules. */
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
