package dev.winnow.rule;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a site writes its dates.
 *
 * @param order of year, month and day in dates of numbers only; null when unknown: such dates then stay undecided
 * @param zone of times that name none, an offset or a place with its summer time; null when unknown
 */
public record DateSettings(@Nullable Order order, @Nullable ZoneId zone) {

    public static final DateSettings UNKNOWN = new DateSettings(null, null);

    /** Order of the parts of a date of numbers only. */
    public enum Order {
        YMD,
        DMY,
        MDY
    }
}
