package dev.winnow.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways to group pages. */
public enum By {
    COLLECTION("collection"),
    LANGUAGE("language"),
    PAGE_TYPE("page-type"),
    SITE("site");

    private static final String UNKNOWN = "(unknown)";

    private final String key;

    By(String key) {
        this.key = key;
    }

    /** Returns the name on the command line and in JSON. */
    public String key() {
        return key;
    }

    String group(Gold gold) {
        String name = switch (this) {
            case COLLECTION -> gold.collection();
            case LANGUAGE -> gold.language();
            case PAGE_TYPE -> gold.pageType();
            case SITE -> gold.site();
        };
        return name == null ? UNKNOWN : name;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(By::key).toList();
    }

    public static Optional<By> ofKey(String key) {
        return Arrays.stream(values()).filter(by -> by.key.equals(key)).findFirst();
    }
}
