package dev.winnow.rule;

import dev.winnow.document.Zone;

/**
 * Where in a page a line must stand for a rule to try it: what {@link Conditions} say, ready for a look that most candidates do
 * not survive. A yes says nothing of neighbours.
 *
 * @param zones in which the line may stand, as bits
 * @param before number of the line before which it must stand
 * @param last among how many last lines it must stand; {@link Integer#MAX_VALUE} for any
 */
record Reach(int zones, int before, int last) {

    private static final int ANY_ZONE = (1 << Zone.values().length) - 1;

    static final Reach ANYWHERE = new Reach(ANY_ZONE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    static Reach of(Conditions conditions, CompiledMatcher matcher) {
        if (matcher instanceof CompiledMatcher.OfRange range && range.fromStart()) {
            // The line that is looked up ends such a range; its first line is the page's.
            return ANYWHERE;
        }
        int zones = conditions.zones().stream()
                .mapToInt(zone -> 1 << zone.ordinal())
                .sum();
        int first = conditions.first() == 0 ? Integer.MAX_VALUE : conditions.first();
        if (matcher instanceof CompiledMatcher.OfLines lines) {
            // The line may be any part of the sequence, and the zone may change on the way.
            return new Reach(ANY_ZONE, Math.max(first, first + lines.longest() - 1), Integer.MAX_VALUE);
        }
        boolean range = matcher instanceof CompiledMatcher.OfRange;
        int last = range || conditions.last() == 0 ? Integer.MAX_VALUE : conditions.last();
        return new Reach(zones == 0 ? ANY_ZONE : zones, first, last);
    }

    /** Whether the rule need not be tried on the line, whatever it says. */
    boolean excludes(int line, int lines) {
        return line >= before || lines - line > last;
    }

    boolean excludes(Zone zone) {
        return (zones >>> zone.ordinal() & 1) == 0;
    }
}
