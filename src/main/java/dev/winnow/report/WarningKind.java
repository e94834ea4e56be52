package dev.winnow.report;

import java.util.regex.Pattern;

/** The kind of a warning: its words without the numbers and quotations that are of its document alone. */
public final class WarningKind {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private WarningKind() {}

    /** {@code line 12: common/tail is over budget} gives {@code line N: common/tail is over budget}. */
    public static String of(String warning) {
        return NUMBER.matcher(QUOTED.matcher(warning).replaceAll("'…'")).replaceAll("N");
    }
}
