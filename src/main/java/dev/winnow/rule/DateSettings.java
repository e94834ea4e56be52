package dev.winnow.rule;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a site writes its dates.
 *
 * @param order of year, month and day in numeric dates; null when unknown, then such dates stay undecided
 * @param zone default time zone: an offset, or a place with its summer time; null when unknown
 */
public record DateSettings(@Nullable Order order, @Nullable ZoneId zone) {

    public static final DateSettings UNKNOWN = new DateSettings(null, null);

    /** Order of the parts of a numeric date. */
    public enum Order {
        YMD,
        DMY,
        MDY
    }
}
