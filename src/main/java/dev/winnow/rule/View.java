package dev.winnow.rule;

import dev.winnow.document.Label;
import org.jspecify.annotations.Nullable;

/**
 * What a pass of the rules sees of a document.
 *
 * @param lines the lines still there
 * @param site the site's pack; null when none applies
 * @param context language and known values
 * @param zones for each line where it stands; null before they are known
 * @param labels for each line what earlier passes said; null entries for nothing
 */
public record View(
        ScannedPage.Left lines,
        @Nullable RulePack site,
        MatchContext context,
        @Nullable Zones zones,
        @Nullable Label[] labels) {}
