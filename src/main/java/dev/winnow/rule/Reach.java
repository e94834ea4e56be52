package dev.winnow.rule;

import dev.winnow.document.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Where in a page a line must stand for a rule to try it: what {@link Conditions} say, ready for a look that most candidates do
 * not survive.
 *
 * @param zones in which the line may stand, as bits
 * @param before number of the line before which it must stand
 * @param last among how many last lines it must stand; {@link Integer#MAX_VALUE} for any
 * @param neighbours whether lines beside this one decide, too: those are left to a second look
 */
record Reach(int zones, int before, int last, boolean neighbours) {

    private static final int ANY_ZONE = (1 << Zone.values().length) - 1;

    static final Reach ANYWHERE = new Reach(ANY_ZONE, Integer.MAX_VALUE, Integer.MAX_VALUE, false);

    /** Of a rule that takes the line. */
    static Reach of(Conditions conditions) {
        int last = conditions.last() == 0 ? Integer.MAX_VALUE : conditions.last();
        boolean neighbours = !(conditions.after().isEmpty()
                && conditions.before().isEmpty()
                && conditions.beside().isEmpty()
                && conditions.following().isEmpty()
                && conditions.preceding().isEmpty());
        return new Reach(zones(conditions), first(conditions), last, neighbours);
    }

    /** Of a rule that takes the line and others behind it. */
    static Reach ofFirst(Conditions conditions) {
        return new Reach(zones(conditions), first(conditions), Integer.MAX_VALUE, false);
    }

    /** Of a rule for which the line may be any of so many: the zone may change on the way. */
    static Reach ofSequence(Conditions conditions, int longest) {
        int first = first(conditions);
        return new Reach(ANY_ZONE, Math.max(first, first + longest - 1), Integer.MAX_VALUE, false);
    }

    private static int first(Conditions conditions) {
        return conditions.first() == 0 ? Integer.MAX_VALUE : conditions.first();
    }

    private static int zones(Conditions conditions) {
        int zones = conditions.zones().stream()
                .mapToInt(zone -> 1 << zone.ordinal())
                .sum();
        // Where a sentence stands is settled when all rules have spoken.
        zones |= conditions.settlesZones() ? 1 << Zone.BODY.ordinal() : 0;
        return zones == 0 ? ANY_ZONE : zones;
    }

    /** Whether the line stands too far up for the rule; what stands too far down is no candidate. */
    boolean excludes(int line, int lines) {
        return lines - line > last;
    }

    /** @param zone null before zones are known: then no rule is tried that asks for one */
    boolean excludes(@Nullable Zone zone) {
        return zone == null ? zones != ANY_ZONE : (zones >>> zone.ordinal() & 1) == 0;
    }
}
