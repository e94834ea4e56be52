package dev.winnow.source.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which field a {@code <meta>} is for, by its name or property: the Open Graph protocol with its {@code article} vocabulary,
 * Dublin Core (as DC and DCTERMS), and names that publishing systems and the readers of their pages agreed on.
 */
final class MetaNames {

    /** What a name means. */
    record Meaning(String field, Vocabulary vocabulary) {}

    /** Where names come from, the most trustworthy first. */
    enum Vocabulary {
        OPENGRAPH("html/opengraph"),
        DUBLIN_CORE("html/dublin-core"),
        META("html/meta");

        private final String evidence;

        Vocabulary(String evidence) {
            this.evidence = evidence;
        }

        String evidence() {
            return evidence;
        }
    }

    private static final Map<String, Meaning> BY_NAME = new HashMap<>();

    static {
        put(Vocabulary.OPENGRAPH, "title", "og:title");
        put(Vocabulary.OPENGRAPH, "description", "og:description");
        put(Vocabulary.OPENGRAPH, "site_name", "og:site_name");
        put(Vocabulary.OPENGRAPH, "url", "og:url");
        put(Vocabulary.OPENGRAPH, "authors", "article:author og:article:author book:author");
        put(
                Vocabulary.OPENGRAPH,
                "published",
                "article:published_time og:article:published_time article:published og:published_time og:pubdate"
                        + " og:release_date article:published_date");
        put(
                Vocabulary.OPENGRAPH,
                "modified",
                "article:modified_time og:article:modified_time article:modified og:updated_time og:modified_time");
        put(Vocabulary.OPENGRAPH, "section", "article:section og:article:section");
        put(Vocabulary.OPENGRAPH, "tags", "article:tag og:article:tag");
        put(Vocabulary.DUBLIN_CORE, "title", "dc.title dcterms.title");
        put(Vocabulary.DUBLIN_CORE, "description", "dc.description dcterms.description");
        put(Vocabulary.DUBLIN_CORE, "authors", "dc.creator dcterms.creator dc.contributor");
        put(
                Vocabulary.DUBLIN_CORE,
                "published",
                "dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dc.issued dc.created"
                        + " dc.date.published dcterms.available dc.date.available");
        put(Vocabulary.DUBLIN_CORE, "modified", "dc.date.modified dcterms.modified dc.modified");
        put(Vocabulary.DUBLIN_CORE, "tags", "dc.subject dcterms.subject");
        put(Vocabulary.META, "title", "title headline parsely-title sailthru.title twitter:title citation_title");
        put(Vocabulary.META, "description", "description twitter:description sailthru.description");
        put(
                Vocabulary.META,
                "authors",
                "author authors byl byline parsely-author sailthru.author citation_author article.author article_author"
                        + " author_name cxenseparse:author");
        put(
                Vocabulary.META,
                "published",
                "date published pubdate publishdate publish-date publish_date published-date published_date publicationdate"
                        + " publication_date publication-date parsely-pub-date sailthru.date article.published"
                        + " article_date_original article.created datepublished citation_publication_date citation_date"
                        + " originalpublicationdate original-publish-date cxenseparse:recs:publishtime"
                        + " cxenseparse:publishtime bt:pubdate ptime displaydate display_date publishedtime"
                        + " published_time date_published date-published datecreated date_created date.created created"
                        + " created-date article.publishdate rnews:datepublished article:date article:post_date"
                        + " analytics_article_published_date shareaholic:article_published_time"
                        + " content_published_date sort-date gentime timestamp pubdatetime pub_date release_date");
        put(
                Vocabulary.META,
                "modified",
                "last-modified modified lastmod lastmodified revised dateupdated dateupdate datemodified date_modified"
                        + " moddate updated last-updated last_updated article.updated revision_date"
                        + " shareaholic:article_modified_time");
        put(Vocabulary.META, "section", "section article.section parsely-section cxenseparse:section");
        put(Vocabulary.META, "tags", "keywords news_keywords parsely-tags sailthru.tags");
        put(Vocabulary.META, "site_name", "application-name cre");
    }

    private MetaNames() {}

    private static void put(Vocabulary vocabulary, String field, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, new Meaning(field, vocabulary));
        }
    }

    /** What a name means; null when it is not known. */
    static @Nullable Meaning of(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        Meaning meaning = BY_NAME.get(key);
        return meaning != null || !key.startsWith("dc")
                ? meaning
                : BY_NAME.get(key.replace(':', '.').replace('_', '.'));
    }
}
