package dev.winnow.source.html;

import dev.winnow.document.HeadValue;
import dev.winnow.source.html.MetaNames.Meaning;
import dev.winnow.source.html.MetaNames.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata that a page gives for programs, in the order of trust: JSON-LD, Open Graph, Dublin Core, microdata, {@code
 * <time>}, {@code <meta>}, {@code <title>}, headings, the canonical URL, {@code lang}, dates in scripts. For one page, in one
 * pass.
 */
final class HeadData {

    private static final String MICRODATA = "html/microdata";
    private static final String TIME = "html/time";
    private static final String TITLE = "html/title";
    private static final String HEADING = "html/h1";
    private static final String LOWER_HEADING = "html/h2";
    private static final String CANONICAL = "html/canonical";
    private static final String AUTHOR_LINK = "html/rel-author";

    private static final String CARD = "html/twitter-card";

    /** Prefixes of a Twitter card's extra facts: labels and values, each followed by a number. */
    private static final String CARD_LABEL = "twitter:label";

    private static final String CARD_VALUE = "twitter:data";

    private static final String SCRIPT = "html/script";
    private static final String LANGUAGE = "html/lang";

    private static final String PUBLISH = "ubli";
    private static final int BEFORE_PUBLISH = 12;
    private static final int AFTER_PUBLISH = 80;
    private static final int MOST_TRIES = 200;

    /** Names of the publication date in the data of scripts, in any naming style, followed by an ISO date. */
    private static final Pattern PUBLISHED_DATA = Pattern.compile(
            "\\\\?[\"'](?:date_?published|(?:first_?)?(?:publish|published|publication|publishing)_?(?:date|time|at|on)?"
                    + "|cmspublishingdate)\\\\?[\"']\\s?:\\s?\\\\?[\"']((?:19|20)\\d\\d-\\d\\d-\\d\\d[\\d:.TZ+ -]{0,20})",
            Pattern.CASE_INSENSITIVE);

    /** Properties of schema.org's articles. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "headline", "title",
            "author", "authors",
            "creator", "authors",
            "datepublished", "published",
            "datecreated", "published",
            "datemodified", "modified",
            "articlesection", "section",
            "keywords", "tags");

    private static final String HOME_LINK = "html/home-link";

    private static final int LONGEST_SITE_NAME = 60;

    private static final int MOST_HEADINGS = 30;

    /** Maximum number of ancestors examined. */
    private static final int DEEPEST = 40;

    private final MetaNames names;
    private final Besides besides;
    private final HeadValues values = new HeadValues();
    private final Map<Vocabulary, List<HeadValue>> metas = new EnumMap<>(Vocabulary.class);
    private final List<HeadValue> microdata = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private @Nullable String published;
    private @Nullable String marked;
    private @Nullable String language;
    private @Nullable String title;
    private @Nullable String heading;
    private int headings;
    private final List<HeadValue> shown = new ArrayList<>();
    private final List<HeadValue> lower = new ArrayList<>();
    private @Nullable String canonical;
    private final List<Element> programs = new ArrayList<>();
    private final List<String> authorLinks = new ArrayList<>();
    private final Map<String, String> cardLabels = new HashMap<>();
    private final Map<String, String> cardValues = new LinkedHashMap<>();

    private HeadData(MetaNames names, Besides besides) {
        this.names = names;
        this.besides = besides;
    }

    /**
     * @param all all elements of the page
     */
    static List<HeadValue> of(List<Element> all, MetaNames names, Besides besides) {
        HeadData data = new HeadData(names, besides);
        for (Element element : all) {
            data.see(element);
        }
        return data.inOrder();
    }

    private List<HeadValue> inOrder() {
        JsonLd.read(scripts, shownTitle(), values);
        addAll(Vocabulary.OPENGRAPH);
        addAll(Vocabulary.DUBLIN_CORE);
        microdata.forEach(values::add);
        values.add("published", marked, TIME);
        values.add("published", published, TIME);
        addAll(Vocabulary.CITATION);
        addAll(Vocabulary.META);
        authorLinks.forEach(name -> values.add("authors", name, AUTHOR_LINK));
        // The label shows whether the value is an author.
        cardValues.forEach((number, value) -> {
            String label = cardLabels.get(number);
            values.add("authors", label == null ? null : label + ": " + value, CARD);
        });
        values.add("title", title, TITLE);
        values.add("title", headings == 1 ? heading : null, HEADING);
        shown.stream().limit(MOST_HEADINGS).forEach(values::add);
        lower.forEach(values::add);
        values.add("url", canonical, CANONICAL);
        values.add("language", language, LANGUAGE);
        if (!values.has("published")) {
            programs.forEach(program -> values.add("published", dateIn(program.data()), SCRIPT));
        }
        return values.all();
    }

    private @Nullable String shownTitle() {
        for (HeadValue value : metas.getOrDefault(Vocabulary.OPENGRAPH, List.of())) {
            if (value.field().equals("title")) {
                return values.plain(value.text());
            }
        }
        return values.plain(title != null ? title : heading);
    }

    private void addAll(Vocabulary vocabulary) {
        metas.getOrDefault(vocabulary, List.of()).forEach(values::add);
    }

    private void see(Element element) {
        switch (element.normalName()) {
            case "html" -> language = element.attr(element.hasAttr("lang") ? "lang" : "xml:lang");
            case "meta" -> meta(element);
            case "script" -> script(element);
            // The title of a picture (SVG) describes only the picture.
            case "title" ->
                title = title == null && element.tag().namespace().equals(Parser.NamespaceHtml)
                        ? element.text()
                        : title;
            case "link" ->
                canonical = canonical == null && element.attr("rel").equalsIgnoreCase("canonical")
                        ? element.attr("href")
                        : canonical;
            case "time", "relative-time" -> time(element);
            case "h1", "h2" -> heading(element);
            case "a" -> link(element);
            default -> {
                // No other metadata than, perhaps, microdata.
            }
        }
        // The parser gives names in lower case, so the faster case-sensitive lookup is enough.
        if (element.attributes().hasKey("itemprop")) {
            property(element);
        }
    }

    private void meta(Element meta) {
        // Some web archives move the content to another attribute.
        String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
        for (String attribute : new String[] {"property", "name", "http-equiv"}) {
            String name = meta.attr(attribute);
            Meaning meaning = name.isEmpty() || content.isEmpty() ? null : names.of(name);
            if (name.startsWith(CARD_LABEL)) {
                cardLabels.put(name.substring(CARD_LABEL.length()), content);
            } else if (name.startsWith(CARD_VALUE)) {
                cardValues.put(name.substring(CARD_VALUE.length()), content);
            }
            // A link to an author's page in a social network is not a name.
            if (meaning != null && !(meaning.field().equals("authors") && isAddress(content))) {
                metas.computeIfAbsent(meaning.vocabulary(), vocabulary -> new ArrayList<>())
                        .add(new HeadValue(
                                meaning.field(), content, meaning.vocabulary().evidence()));
                return;
            }
        }
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http:")
                || text.startsWith("https:")
                || text.startsWith("//")
                || text.startsWith("www.");
    }

    private void script(Element script) {
        if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            scripts.add(script.data());
        } else if (!script.hasAttr("src")) {
            programs.add(script);
        }
    }

    /** Returns the day of publication in a script's data; null if there is none. */
    private static @Nullable String dateIn(String program) {
        // Nearly all scripts lack this word, and searching for it is fast.
        int at = program.indexOf(PUBLISH);
        for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
            int from = Math.max(0, at - BEFORE_PUBLISH);
            Matcher matcher = PUBLISHED_DATA.matcher(program);
            matcher.region(from, Math.min(program.length(), at + AFTER_PUBLISH));
            if (matcher.find()) {
                return matcher.group(1);
            }
            at = program.indexOf(PUBLISH, at + PUBLISH.length());
        }
        return null;
    }

    private void heading(Element element) {
        if (!element.hasText() || besides.hold(element)) {
            return;
        }
        if (element.selectStream("a").anyMatch(HeadData::leadsHome)) {
            values.add(HeadValues.HOME, element.text(), HOME_LINK);
        } else if (element.normalName().equals("h1")) {
            headings++;
            heading = heading == null ? element.text() : heading;
            shown.add(new HeadValue(HeadValues.HEADING, element.text(), HEADING));
        } else if (lower.size() < MOST_HEADINGS) {
            lower.add(new HeadValue(HeadValues.HEADING, element.text(), LOWER_HEADING));
        }
    }

    private void link(Element link) {
        String relation = link.attributes().get("rel");
        if (relation.equalsIgnoreCase("author") && !besides.hold(link)) {
            authorLinks.add(link.text());
        } else if (leadsHome(link) && link.text().length() <= LONGEST_SITE_NAME) {
            values.add(HeadValues.HOME, link.text(), HOME_LINK);
        }
    }

    /** Whether a link is declared as the link to the home page. Its text is the site's name. */
    private static boolean leadsHome(Element link) {
        return link.attributes().get("rel").equalsIgnoreCase("home");
    }

    private void time(Element time) {
        if (besides.hold(time) || time.attr("itemprop").toLowerCase(Locale.ROOT).contains("modified")) {
            return;
        }
        String value = time.hasAttr("datetime") ? time.attr("datetime") : time.text();
        if (time.hasAttr("pubdate") && marked == null) {
            marked = value;
        }
        if (published == null && !value.isBlank()) {
            published = value;
        }
    }

    private void property(Element element) {
        for (String name : element.attr("itemprop").toLowerCase(Locale.ROOT).split("\\s+")) {
            String field = PROPERTIES.get(name);
            if (field != null && isOfArticle(element)) {
                String value = value(element);
                boolean person = !element.hasAttr("itemscope")
                        || !element.attr("itemtype").endsWith("Organization");
                microdata.add(new HeadValue(person ? field : HeadValues.ORGANIZATION, value, MICRODATA));
            }
        }
    }

    private static String value(Element element) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        if (element.hasAttr("datetime")) {
            return element.attr("datetime");
        }
        Element name = element.hasAttr("itemscope") ? element.selectFirst("[itemprop=name]") : null;
        return name == null ? element.text() : name.hasAttr("content") ? name.attr("content") : name.text();
    }

    /** Whether a property belongs to the article and not to a comment, a picture or a teaser. */
    private boolean isOfArticle(Element element) {
        if (besides.holdByName(element)) {
            return false;
        }
        Element around = element.parent();
        for (int i = 0; around != null && i < DEEPEST; i++) {
            if (around.hasAttr("itemscope")) {
                String type = around.attr("itemtype").toLowerCase(Locale.ROOT);
                return type.isEmpty()
                        || type.endsWith("article")
                        || type.endsWith("posting")
                        || type.endsWith("webpage")
                        || type.endsWith("creativework")
                        || type.endsWith("recipe");
            }
            around = around.parent();
        }
        return !besides.hold(element);
    }
}
