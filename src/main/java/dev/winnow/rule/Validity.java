package dev.winnow.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days for which a pack describes its site, both inclusive; null for no bound. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {

    public static final Validity ALWAYS = new Validity(null, null);

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
