package dev.winnow.report;

import java.util.regex.Pattern;

/** Determines the kind of a warning: its text without the numbers and quotations of the single document. */
public final class WarningKind {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private WarningKind() {}

    /**
     * Returns the kind of a warning. For example, {@code line 12: common/tail is over budget} gives
     * {@code line N: common/tail is over budget}.
     */
    public static String of(String warning) {
        return NUMBER.matcher(QUOTED.matcher(warning).replaceAll("'…'")).replaceAll("N");
    }
}
