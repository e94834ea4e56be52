package dev.winnow.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Metadata fields that rules can fill. A closed set; each has a default slot type. */
public enum Field {
    TITLE("any"),
    DESCRIPTION("any"),
    AUTHORS("people"),
    PUBLISHED("datetime"),
    MODIFIED("datetime"),
    SECTION("any"),
    TAGS("tags"),
    LANGUAGE("any"),
    SITE_NAME("any"),
    URL("url"),
    PLACE("place"),
    DATELINE_DATE("monthday"),
    AGENCY("any"),
    CAPTION("any"),
    CREDIT("credit"),
    READING_MINUTES("int");

    private final String key = name().toLowerCase(Locale.ROOT);
    private final String defaultType;

    Field(String defaultType) {
        this.defaultType = defaultType;
    }

    /** The name used in templates and output, for example {@code reading_minutes}. */
    public String key() {
        return key;
    }

    /** The slot type used when a template names none, as in {@code {field}}. */
    public String defaultType() {
        return defaultType;
    }

    public static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Field::key).toList();
    }
}
