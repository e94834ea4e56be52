package dev.winnow.metadata;

import dev.winnow.document.Crawl;
import dev.winnow.document.HeadValue;
import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import dev.winnow.label.Capture;
import dev.winnow.label.Findings;
import dev.winnow.label.Provenance;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.DateSettings.Order;
import dev.winnow.rule.Field;
import dev.winnow.rule.PageSelectors;
import dev.winnow.rule.Place;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.Validity;
import dev.winnow.rule.slot.TestLexicons;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings for tests, in the order of the calls. Each capture is a match of its own unless {@link #sameMatch} says else. */
final class FindingsBuilder {

    private static final MetadataReader READER = new MetadataReader(TestLexicons.shipped());

    private static final RulePack PACK = new RulePack(
            "common",
            "",
            List.of(),
            List.of(),
            List.of(),
            DateSettings.UNKNOWN,
            Validity.ALWAYS,
            PageSelectors.NONE,
            false,
            List.of(),
            List.of(),
            Place.NOWHERE,
            "");

    private final List<Capture> captures = new ArrayList<>();
    private final List<HeadValue> head = new ArrayList<>();
    private SourceDocument source = SourceDocument.of("x.txt", "");
    private DateSettings dates = DateSettings.UNKNOWN;
    private String site;
    private String siteName;
    private @Nullable String language = "en";
    private boolean ofSite;
    private int match;
    private int line;

    static FindingsBuilder page() {
        return new FindingsBuilder();
    }

    FindingsBuilder url(String url) {
        source = source.withUrl(url);
        return this;
    }

    FindingsBuilder crawled(String date) {
        source = source.withCrawled(LocalDate.parse(date));
        return this;
    }

    FindingsBuilder crawledAt(String time) {
        source = source.toBuilder().crawl(new Crawl(time, null)).build();
        return this;
    }

    FindingsBuilder extra(String key, Object value) {
        source = source.toBuilder().extra(Map.of(key, value)).build();
        return this;
    }

    FindingsBuilder site(String domain, String name) {
        site = domain;
        siteName = name;
        return this;
    }

    /** What the text is written in; null when it does not tell. */
    FindingsBuilder language(@Nullable String code) {
        language = code;
        return this;
    }

    FindingsBuilder order(Order order) {
        dates = new DateSettings(order, dates.zone());
        return this;
    }

    FindingsBuilder zone(String zone) {
        dates = new DateSettings(dates.order(), ZoneId.of(zone));
        return this;
    }

    /** Captures that follow come from rules of the site. */
    FindingsBuilder bySite() {
        ofSite = true;
        return this;
    }

    FindingsBuilder byCommon() {
        ofSite = false;
        return this;
    }

    /** The next line of the page, some lines on. */
    FindingsBuilder further() {
        line += 5;
        return this;
    }

    FindingsBuilder capture(Field field, String text) {
        match++;
        line++;
        return sameMatch(field, text);
    }

    /** The page says so for programs. */
    FindingsBuilder head(String field, String text, String evidence) {
        head.add(new HeadValue(field, text, evidence));
        return this;
    }

    /** A line near the headline may hold the day of publication. */
    FindingsBuilder nearTitle(String text) {
        return add(Field.PUBLISHED, text, new Provenance.NearTitle(++line));
    }

    /** So may a line anywhere on the page. */
    FindingsBuilder onPage(String text, boolean ofSitesFurniture) {
        return add(Field.PUBLISHED, text, new Provenance.OnPage(++line, ofSitesFurniture));
    }

    /** It stands where a pack for all pages says; all that one selector finds have its number. */
    FindingsBuilder selected(Field field, String text, int selector) {
        return add(field, text, new Provenance.Selected(PACK, selector));
    }

    private FindingsBuilder add(Field field, String text, Provenance provenance) {
        captures.add(new Capture(field, text, provenance, dates));
        return this;
    }

    /** In the same line and match as the one before. */
    FindingsBuilder sameMatch(Field field, String text) {
        String rule = (ofSite ? "site/" : "common/") + field.key() + captures.size();
        Provenance.Rank rank = ofSite ? Provenance.Rank.SITE : Provenance.Rank.COMMON;
        captures.add(new Capture(field, text, new Provenance.Match(rule, rank, match, line), dates));
        return this;
    }

    /** In the next line, but in the same match as the one before. */
    FindingsBuilder nextLine(Field field, String text) {
        line++;
        return sameMatch(field, text);
    }

    Metadata read() {
        return READER.read(new Findings(source, language, site, siteName, captures, head));
    }
}
