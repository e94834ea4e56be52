package dev.winnow.audit;

/**
 * One line to judge.
 *
 * @param size lines of the stratum in the whole run, so that the sheet can be scored by itself
 * @param document the id of its document
 * @param rule that removed it; empty for a kept line
 * @param before what stands before it in the source, or among the kept lines
 * @param after what stands after it there
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
