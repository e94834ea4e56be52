package dev.winnow.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line, or a span in it, is. The set is closed: rule packs choose from it, and policies are sets of it. */
public enum Label {
    BODY("body", Group.TEXT),
    HEADING("heading", Group.TEXT),
    LIST("list", Group.TEXT),
    QUOTE("quote", Group.TEXT),
    DATELINE("dateline", Group.TEXT),
    CORRECTION("correction", Group.TEXT),

    TITLE("title", Group.ABOUT),
    STANDFIRST("standfirst", Group.ABOUT),
    BYLINE("byline", Group.ABOUT),
    TIMESTAMP("timestamp", Group.ABOUT),
    SECTION("section", Group.ABOUT),
    TAGS("tags", Group.ABOUT),
    SOURCE("source", Group.ABOUT),
    CAPTION("caption", Group.ABOUT),
    CREDIT("credit", Group.ABOUT),
    READING_TIME("reading-time", Group.ABOUT),
    AUTHOR_BIO("author-bio", Group.ABOUT),
    COPYRIGHT("copyright", Group.ABOUT),

    BANNER("banner", Group.NOISE),
    NAVIGATION("navigation", Group.NOISE),
    RELATED("related", Group.NOISE),
    SHARE("share", Group.NOISE),
    NEWSLETTER("newsletter", Group.NOISE),
    ADVERT("advert", Group.NOISE),
    PAYWALL("paywall", Group.NOISE),
    CONSENT("consent", Group.NOISE),
    COMMENTS("comments", Group.NOISE),
    APP_PROMO("app-promo", Group.NOISE),
    PLAYER("player", Group.NOISE),
    WIDGET("widget", Group.NOISE),
    FOOTER("footer", Group.NOISE),
    /** Not part of the article; nothing more is known about it. */
    BOILERPLATE("boilerplate", Group.NOISE);

    /** What a label says about the relation of the line to the article. */
    public enum Group {
        /** The article itself. */
        TEXT,
        /** Information about the article; collected into metadata. */
        ABOUT,
        /** Neither text nor information about the article. */
        NOISE
    }

    private static final Map<String, Label> BY_KEY = new HashMap<>();

    static {
        for (Label label : values()) {
            BY_KEY.put(label.key, label);
        }
    }

    private final String key;
    private final Group group;

    Label(String key, Group group) {
        this.key = key;
        this.group = group;
    }

    /** The name used in rule packs, on the command line and in output, for example {@code reading-time}. */
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public static Optional<Label> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** All keys, in the order of declaration. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Label::key).toList();
    }

    @Override
    public String toString() {
        return key;
    }
}
