package dev.winnow.audit;

/**
 * One row of a sheet: a line to judge.
 *
 * @param size number of lines of the stratum in the whole run, so that the sheet can be scored without the output
 * @param document id of the line's document
 * @param rule rule that removed the line; empty for a kept line
 * @param before text before the line, in the source for a removed line, in the cleaned text for a kept line
 * @param after text after the line, from the same place
 * @param verdict empty, or a key of {@link Judgement}
 */
record Row(
        Stratum stratum,
        long size,
        String document,
        String rule,
        String before,
        String text,
        String after,
        String verdict) {}
