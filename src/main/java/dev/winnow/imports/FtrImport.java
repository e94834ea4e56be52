package dev.winnow.imports;

import dev.winnow.document.Label;
import dev.winnow.imports.Css.Attribute;
import dev.winnow.imports.Css.Compared;
import dev.winnow.imports.Css.Compound;
import dev.winnow.imports.Css.Selector;
import dev.winnow.imports.Outcome.Kind;
import dev.winnow.imports.XPathToCss.Selected;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.Suggestion;
import dev.winnow.source.html.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes rule packs from the site files of Full-Text RSS and similar programs
 * (<a href="https://github.com/fivefilters/ftr-site-config">ftr-site-config</a>). Immutable and thread-safe.
 *
 * <p>{@code body} becomes {@code article} of the pack; {@code title}, {@code author} and {@code date} become its {@code
 * metadata}; {@code strip} lines become {@code css} rules. XPath is translated only if a CSS selector selects the same
 * elements. Every other line is reported with its number.
 */
public final class FtrImport {

    private static final Map<String, String> FIELDS =
            Map.of("title", "title", "author", "authors", "date", "published");

    /** Label of an element that shows a metadata value. */
    private static final Map<String, Label> SHOWN =
            Map.of("title", Label.TITLE, "author", Label.BYLINE, "date", Label.TIMESTAMP);

    private static final Set<String> STRIPS = Set.of("strip", "strip_id_or_class");

    private static final Set<String> TESTS = Set.of("test_url", "test_contains");

    private static final Set<String> FETCHES = Set.of(
            "http_header",
            "single_page_link",
            "single_page_link_in_feed",
            "next_page_link",
            "if_page_contains",
            "autodetect_next_page",
            "requires_login",
            "login_uri",
            "login_username_field",
            "login_password_field",
            "login_extra_fields",
            "not_logged_in_xpath");

    private static final Map<String, String> NOT_NEEDED = new LinkedHashMap<>();

    private static final Map<String, String> LOST = Map.of(
            "find_string",
            "Winnow does not replace text in the markup of a page",
            "replace_string",
            "Winnow does not replace text in the markup of a page",
            "move_into",
            "Winnow does not move text of a page",
            "native_ad_clue",
            "Winnow has no mark for articles that are advertisements",
            "skip_json_ld",
            "Winnow always reads the metadata in the markup, after those that the pack names",
            "skip_id_or_class",
            "it protects elements from steps that only other programs have");

    static {
        String reading = "Winnow reads broken markup as browsers do";
        String pictures = "it concerns pictures; Winnow takes only text";
        String looks = "it concerns layout; Winnow takes only text";
        NOT_NEEDED.put("tidy", reading);
        NOT_NEEDED.put("parser", reading);
        NOT_NEEDED.put("convert_double_br_tags", "Winnow always ends a paragraph at two line breaks");
        NOT_NEEDED.put("prune", "Winnow judges the content of the article element by its own rules");
        NOT_NEEDED.put("autodetect_on_failure", "Winnow finds the article by itself if no selector does");
        NOT_NEEDED.put("strip_comments", "comments in markup are never text");
        NOT_NEEDED.put("strip_image_src", pictures);
        NOT_NEEDED.put("insert_detected_image", pictures);
        NOT_NEEDED.put("src_lazy_load_attr", pictures);
        NOT_NEEDED.put("strip_attr", "attributes are no text");
        NOT_NEEDED.put("post_strip_attr", "attributes are no text");
        NOT_NEEDED.put("dissolve", looks);
        NOT_NEEDED.put("wrap_in", looks);
        NOT_NEEDED.put("footnotes", looks);
    }

    /** Names of elements without text. */
    private static final Set<String> TEXTLESS = Set.of(
            "img",
            "svg",
            "script",
            "style",
            "source",
            "br",
            "hr",
            "wbr",
            "input",
            "link",
            "meta",
            "path",
            "canvas",
            "iframe",
            "embed",
            "object",
            "audio",
            "video",
            "track",
            "noscript",
            "select",
            "textarea",
            "datalist",
            "template",
            "title",
            "head");

    /** A replacement that only changes the source of a picture. */
    private static final Pattern PICTURE = Pattern.compile(
            "[\"' ]*(?:data-[\\w-]*|srcset|src|loading|sizes)=[^<>]*|</?(?:img|source|picture|amp-img|video|audio|iframe)\\b[^>]*>?");

    private static final Pattern HEADING = Pattern.compile("</?h[1-6]>?");

    private final List<Label> labels = new ArrayList<>();
    private final Selectors named;

    /** @param known common packs; their {@code css} rules give an element its label by name, id and class */
    public FtrImport(List<RulePack> known) {
        List<String> css = new ArrayList<>();
        for (RulePack pack : known) {
            pack.rules().forEach(rule -> {
                Label label = rule.label();
                if (!pack.ofSite()
                        && rule.matcher() instanceof Matcher.OfElements elements
                        && label != null
                        && label.group() != Label.Group.TEXT) {
                    css.add(elements.selector());
                    labels.add(label);
                }
            });
        }
        named = new Selectors(css);
    }

    /**
     * Translates one file.
     *
     * @param path path; the file name is the host with {@code .txt}. A dot before the host means all its subdomains
     * @param text text of the file
     * @throws IllegalArgumentException if the file name is not a host
     */
    public Imported read(String path, String text) {
        try {
            return new Run(SiteConfig.read(path, text)).imported();
        } catch (UntranslatableException none) {
            throw new IllegalArgumentException(none.reason(), none);
        }
    }

    /** The translation of one file. */
    private final class Run {

        private final SiteConfig config;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final PackText pack;
        /** Selectors of metadata, with the label of the element. */
        private final Map<String, Label> shown = new LinkedHashMap<>();

        /** By line number, the label of the rule that the line became a part of. */
        private final Map<Integer, Label> strips = new HashMap<>();

        Run(SiteConfig config) {
            this.config = config;
            this.pack = new PackText(config);
        }

        Imported imported() {
            // Read the selectors of metadata first: they decide the labels of stripped elements.
            config.lines().stream()
                    .filter(line -> FIELDS.containsKey(line.key()))
                    .forEach(this::take);
            config.lines().stream()
                    .filter(line -> !FIELDS.containsKey(line.key()))
                    .forEach(this::take);
            List<Label> untried = pack.dropUntried();
            outcomes.replaceAll(outcome -> untried.contains(strips.get(outcome.line())) ? untried(outcome) : outcome);
            outcomes.sort((a, b) -> Integer.compare(a.line(), b.line()));
            return new Imported(config.id(), pack.isEmpty() ? "" : pack.write(outcomes), outcomes);
        }

        private static Outcome untried(Outcome outcome) {
            return new Outcome(
                    outcome.line(),
                    outcome.key(),
                    outcome.written(),
                    Kind.LEFT_OUT,
                    "no HTML example could be made for its selector");
        }

        private void take(SiteConfig.Line line) {
            Kind kind = Kind.TRANSLATED;
            String reason = "";
            String key = line.key();
            try {
                if (line.value().isEmpty() && !key.isEmpty() && isKnown(key)) {
                    throw new UntranslatableException("there is no value after the colon");
                }
                if (FIELDS.containsKey(key)) {
                    metadata(line);
                } else if (key.equals("body")) {
                    body(line);
                } else if (STRIPS.contains(key)) {
                    reason = strip(line);
                    kind = reason.isEmpty() ? Kind.TRANSLATED : Kind.NOT_NEEDED;
                } else if (TESTS.contains(key)) {
                    kind = Kind.TEST;
                } else if (FETCHES.contains(key)) {
                    kind = Kind.FETCHING;
                    reason = "Winnow does not fetch pages";
                } else if (NOT_NEEDED.containsKey(key)) {
                    kind = Kind.NOT_NEEDED;
                    reason = NOT_NEEDED.getOrDefault(key, "");
                } else if (LOST.containsKey(key)) {
                    kind = isHarmless(line) ? Kind.NOT_NEEDED : Kind.LEFT_OUT;
                    reason = kind == Kind.LEFT_OUT
                            ? LOST.getOrDefault(key, "")
                            : "it concerns pictures or the level of headings";
                } else {
                    kind = Kind.UNKNOWN;
                    reason = unknown(line);
                }
            } catch (UntranslatableException none) {
                kind = Kind.LEFT_OUT;
                reason = none.reason();
            }
            outcomes.add(new Outcome(line.number(), key, line.written(), kind, reason));
        }

        private String unknown(SiteConfig.Line line) {
            if (line.key().isEmpty()) {
                return "there is no key before a colon, so no program reads this line";
            }
            List<String> keys = new ArrayList<>(FIELDS.keySet());
            keys.add("body");
            List.of(STRIPS, TESTS, FETCHES, NOT_NEEDED.keySet(), LOST.keySet()).forEach(keys::addAll);
            return "no program knows the key '" + line.key() + "'"
                    + Suggestion.of(line.key(), keys.stream().sorted().toList());
        }

        private void metadata(SiteConfig.Line line) {
            boolean single = !line.key().equals("author");
            for (Selected selected : translate(line.value(), single)) {
                String css = checked(selected);
                pack.metadata(FIELDS.getOrDefault(line.key(), ""), css);
                if (selected.attribute().isEmpty()) {
                    selected.elements()
                            .forEach(element -> shown.putIfAbsent(
                                    element.toString(), SHOWN.getOrDefault(line.key(), Label.BOILERPLATE)));
                }
            }
        }

        private void body(SiteConfig.Line line) {
            for (Selected selected : translate(line.value(), false)) {
                if (!selected.attribute().isEmpty()) {
                    throw new UntranslatableException("an attribute cannot be the article");
                }
                pack.article(checked(selected));
            }
        }

        /** Translates a strip line. Returns the reason if no rule is needed, else an empty text. */
        private String strip(SiteConfig.Line line) {
            List<Selector> elements = new ArrayList<>();
            if (line.key().equals("strip_id_or_class")) {
                String name = line.value().replaceAll("[\"']", "");
                if (name.isEmpty()) {
                    throw new UntranslatableException("there is no value after the colon");
                }
                for (String attribute : List.of("class", "id")) {
                    elements.add(Selector.of(Compound.ANY.with(new Attribute(attribute, Compared.CONTAINS, name))));
                }
            } else {
                for (Selected selected : translate(line.value(), false)) {
                    if (!selected.attribute().isEmpty()) {
                        return "attributes are no text";
                    }
                    elements.addAll(selected.elements());
                }
            }
            List<Selector> withText = elements.stream()
                    .filter(element -> !TEXTLESS.contains(element.last().name()) && !isHidden(element))
                    .toList();
            if (withText.isEmpty()) {
                return "such elements have no text that Winnow takes";
            }
            checked(new Selected(withText, ""));
            Label label = label(withText);
            pack.strip(withText, label);
            strips.put(line.number(), label);
            return "";
        }

        private Label label(List<Selector> elements) {
            return elements.stream()
                    .map(element -> {
                        Label label = shown.get(element.toString());
                        return label != null ? label : byName(element);
                    })
                    .filter(label -> label != Label.BOILERPLATE)
                    .findFirst()
                    .orElse(Label.BOILERPLATE);
        }

        /** Whether a text replacement does not matter for Winnow. The two lines of a pair must follow each other. */
        private boolean isHarmless(SiteConfig.Line line) {
            if (!line.key().endsWith("_string")) {
                return false;
            }
            String found = line.argument();
            String put = line.value();
            if (found.isEmpty()) {
                int at = config.lines().indexOf(line);
                int other = line.key().equals("find_string") ? at + 1 : at - 1;
                if (other < 0
                        || other >= config.lines().size()
                        || !config.lines().get(other).key().endsWith("_string")
                        || config.lines().get(other).key().equals(line.key())) {
                    return false;
                }
                found = config.lines().get(Math.min(at, other)).value();
                put = config.lines().get(Math.max(at, other)).value();
            }
            return PICTURE.matcher(found).matches() && PICTURE.matcher(put).matches()
                    || HEADING.matcher(found).matches() && HEADING.matcher(put).matches();
        }
    }

    private static boolean isHidden(Selector element) {
        return element.last().conditions().stream()
                .anyMatch(condition -> condition instanceof Attribute style
                        && style.name().equals("style")
                        && style.value().replace(" ", "").contains("display:none"));
    }

    private static boolean isKnown(String key) {
        return FIELDS.containsKey(key) || key.equals("body") || STRIPS.contains(key);
    }

    /** Returns the label that the common rules give an element with this name, id and class. */
    private Label byName(Selector element) {
        List<List<String>> selected = named.texts(Skeleton.of(Selector.of(element.last()), "text"));
        Label label = Label.BOILERPLATE;
        for (int i = 0; i < labels.size(); i++) {
            if (selected.get(i).stream().anyMatch(text -> text.startsWith(Skeleton.OPEN))) {
                label = labels.get(i);
            }
        }
        return label;
    }

    private static List<Selected> translate(String xpath, boolean single) {
        return XPathToCss.translate(XPathParser.parse(xpath), single);
    }

    private static String checked(Selected selected) {
        String css = selected.css();
        String problem = Selectors.problem(css);
        if (problem != null) {
            throw new UntranslatableException("its selector cannot be read (" + problem + ")");
        }
        return css;
    }
}
