package dev.winnow.source.html;

import dev.winnow.document.HeadValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the article's metadata from a page's JSON-LD, in the vocabulary of schema.org. For one page. */
final class JsonLd {

    static final String EVIDENCE = "html/json-ld";

    /** Article types whose names do not end in Article or Posting. */
    private static final Set<String> ARTICLES =
            Set.of("report", "blogpost", "liveblogupdate", "recipe", "review", "creativework");

    /** Types that contain an article, or are articles under another name. */
    private static final Set<String> PAGES =
            Set.of("webpage", "itempage", "videoobject", "newsmediaarticle", "podcastepisode");

    /** Types that also occur on pages about something else. They count only if they have the title that the page shows. */
    private static final Set<String> EMBEDDED =
            Set.of("socialmediaposting", "jobposting", "review", "liveblogupdate", "videoobject", "podcastepisode");

    /** Maximum number of values examined. More are lists of teasers. */
    private static final int MOST = 5_000;

    private static final int DEEPEST = 12;

    private final List<Map<?, ?>> articles = new ArrayList<>();
    private final List<Map<?, ?>> pages = new ArrayList<>();
    private final Map<String, Map<?, ?>> byId = new HashMap<>();
    private final HeadValues values;
    private final @Nullable String title;
    private int seen;

    private JsonLd(HeadValues values, @Nullable String title) {
        this.values = values;
        this.title = title;
    }

    /**
     * Adds the values of JSON-LD scripts.
     *
     * @param title the title that the page shows, to distinguish the article from teasers; null if it has none
     */
    static void read(List<String> scripts, @Nullable String title, HeadValues values) {
        JsonLd reading = new JsonLd(values, title);
        for (String script : scripts) {
            LooseJson.read(script).forEach(root -> reading.collect(root, 0));
        }
        Map<?, ?> article = reading.shown();
        if (article != null) {
            reading.article(article);
        }
        reading.pages.stream()
                .filter(page -> article == null || title == null || !isPlain(page.get("headline")))
                .limit(1)
                .forEach(page -> reading.page(page, article != null));
    }

    private void collect(@Nullable Object value, int depth) {
        if (depth > DEEPEST || ++seen > MOST) {
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            if (map.get("@id") instanceof String id && map.size() > 1) {
                byId.putIfAbsent(id, map);
            }
            boolean embedded = hasType(map, EMBEDDED) && !isNamed(map);
            if (!embedded && isArticle(map)) {
                articles.add(map);
            } else if (!embedded && hasType(map, PAGES)) {
                pages.add(map);
            }
            collect(map.get("@graph"), depth + 1);
            collect(map.get("mainEntity"), depth + 1);
            collect(map.get("mainEntityOfPage"), depth + 1);
        }
    }

    private static boolean isArticle(Map<?, ?> map) {
        return types(map).stream()
                .anyMatch(type -> type.endsWith("article") || type.endsWith("posting") || ARTICLES.contains(type));
    }

    /** Whether an object has the title that the page shows. True if the page has no title. */
    private boolean isNamed(Map<?, ?> map) {
        if (title == null) {
            return true;
        }
        for (String key : List.of("headline", "name")) {
            String name = values.plain(string(map.get(key)));
            if (name != null && (title.contains(name) || name.contains(title))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(Map<?, ?> map, Set<String> wanted) {
        return types(map).stream().anyMatch(wanted::contains);
    }

    private static List<String> types(Map<?, ?> map) {
        List<String> types = new ArrayList<>();
        for (Object type : list(map.get("@type"))) {
            String name = type.toString().toLowerCase(Locale.ROOT);
            types.add(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
        }
        return types;
    }

    /** Returns the article whose headline the page shows; else the first one. */
    private @Nullable Map<?, ?> shown() {
        if (title != null) {
            for (Map<?, ?> article : articles) {
                String headline = values.plain(string(article.get("headline")));
                if (headline != null && (title.contains(headline) || headline.contains(title))) {
                    return article;
                }
            }
        }
        return articles.isEmpty() ? null : articles.get(0);
    }

    private void article(Map<?, ?> article) {
        add("title", article.get("headline"));
        add("title", article.get("name"));
        add("description", article.get("description"));
        people(article.get("author"));
        if (article.get("author") == null) {
            people(article.get("creator"));
        }
        add("published", article.get("datePublished"));
        add("published", article.get("dateCreated"));
        add("modified", article.get("dateModified"));
        add("section", article.get("articleSection"));
        add("language", article.get("inLanguage"));
        list(article.get("keywords")).forEach(keyword -> add("tags", keyword));
        organization(article.get("publisher"), true);
        add("url", article.get("url"));
        add("url", article.get("mainEntityOfPage"));
    }

    private void page(Map<?, ?> page, boolean known) {
        if (!known) {
            add("title", page.get("headline"));
            add("title", page.get("name"));
            add("description", page.get("description"));
            people(page.get("author"));
            add("published", page.get("datePublished"));
            add("published", page.get("uploadDate"));
        }
        add("modified", page.get("dateModified"));
        organization(page.get("publisher"), true);
    }

    private void people(@Nullable Object value) {
        for (Object each : list(value)) {
            Object person = resolved(each);
            if (person instanceof Map<?, ?> map) {
                boolean organization = types(map).stream().anyMatch(type -> type.endsWith("organization"));
                if (organization) {
                    organization(map, false);
                } else {
                    list(map.get("name")).forEach(name -> add("authors", name));
                    if (map.get("name") == null) {
                        add("authors", inParts(map));
                    }
                }
            } else {
                add("authors", person);
            }
        }
    }

    /** Returns a name given in two parts; null if one of them is missing. */
    private static @Nullable String inParts(Map<?, ?> person) {
        String given = string(person.get("givenName"));
        String family = string(person.get("familyName"));
        return given == null || family == null ? null : given + ' ' + family;
    }

    private void organization(@Nullable Object value, boolean publisher) {
        for (Object each : list(value)) {
            if (resolved(each) instanceof Map<?, ?> map) {
                add(publisher ? "site_name" : HeadValues.ORGANIZATION, map.get("name"));
            }
        }
    }

    /** Returns the complete object for a reference by {@code @id} to another place in the graph. */
    private Object resolved(Object value) {
        if (value instanceof Map<?, ?> map && map.get("@id") instanceof String id && map.get("name") == null) {
            return byId.getOrDefault(id, map);
        }
        return value;
    }

    private void add(String field, @Nullable Object value) {
        for (Object each : list(value)) {
            String text = string(each);
            if (text != null) {
                values.add(new HeadValue(field, text, EVIDENCE));
            }
        }
    }

    private static @Nullable String string(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Object text = map.get("@value") != null ? map.get("@value") : map.get("@id");
            return text instanceof String known ? known : null;
        }
        return value instanceof String text ? text : null;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }
}
