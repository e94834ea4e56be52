package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to fit a template to a line: a depth-first search over the segments. Free slots take as little as they can,
 * typed slots as much as they can. A free slot that failed at one offset fails at every later one, and this is remembered; so
 * the time is linear in the length of the line. A constant limits the alternatives that the caller may refuse. Not
 * thread-safe.
 */
final class TemplateRun {

    /** Maximum number of ways offered to the caller. A breadcrumb of sixty words has this number of ways. */
    private static final int MAX_ALTERNATIVES = 64;

    private final CompiledTemplate template;
    private final Segment[] segments;
    private final MatchText match;
    private final String text;
    private final String compared;
    private final int length;
    private final Mode mode;
    private final MatchContext context;
    private final @Nullable Bindings bound;
    private final int part;
    private final Predicate<PatternMatch> accept;
    /**
     * For each segment its start; then for each its end; then for each the offset plus 1 from which it is known to fail, or
     * 0.
     */
    private final int[] places;

    private int from;
    private int alternatives;

    TemplateRun(
            CompiledTemplate template,
            MatchText match,
            Mode mode,
            MatchContext context,
            @Nullable Bindings bound,
            int part,
            Predicate<PatternMatch> accept) {
        this.template = template;
        this.segments = template.segments();
        this.match = match;
        this.text = match.text();
        this.compared = template.compared(match);
        this.length = text.length();
        this.mode = mode;
        this.context = context;
        this.bound = bound;
        this.part = part;
        this.accept = accept;
        this.places = new int[3 * segments.length];
    }

    boolean run() {
        if (mode.fromStart()) {
            return go(0, 0);
        }
        if (segments[0] instanceof Segment.Literal first) {
            for (int at = compared.indexOf(first.text()); at >= 0; at = compared.indexOf(first.text(), at + 1)) {
                if (startsAt(at)) {
                    return true;
                }
            }
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (compared.charAt(at) != ' ' && startsAt(at)) {
                return true;
            }
        }
        return false;
    }

    /**
     * After a successful run without length limits: returns the value that is too long for its slot; null for none.
     *
     * @param limited the segments with their length limits
     */
    @Nullable
    String tooLong(Segment[] limited) {
        for (int i = 0; i < limited.length; i++) {
            if (limited[i] instanceof Segment.Slot slot && slot.type() != null) {
                int end = end(i);
                if (Arrays.stream(match.ends(slot.type(), start(i))).noneMatch(known -> known == end)) {
                    String field = slot.field() == null ? "" : slot.field().key() + ":";
                    return "'{" + field + slot.type().name() + "}' takes at most "
                            + slot.type().limit() + ", this has " + (end - start(i));
                }
            }
        }
        return null;
    }

    /** After a successful run: returns the text that a slot took. */
    String taken(int slot) {
        return text.substring(start(slot), end(slot)).strip();
    }

    /** After a successful run: returns the literal text before a slot as the line has it; empty when there is none. */
    String before(int slot) {
        return slot > 0 && segments[slot - 1] instanceof Segment.Literal literal
                ? text.substring(start(slot) - literal.text().length(), start(slot))
                        .strip()
                : "";
    }

    private boolean startsAt(int at) {
        if (!Characters.isBoundary(text, at) || alternatives >= MAX_ALTERNATIVES) {
            return false;
        }
        from = at;
        return go(0, at);
    }

    private boolean go(int segment, int at) {
        if (segment == segments.length) {
            return reached(at);
        }
        Segment piece = segments[segment];
        if (piece instanceof Segment.Literal literal) {
            return compared.startsWith(literal.text(), at)
                    && go(segment + 1, at + literal.text().length());
        }
        if (piece instanceof Segment.Words words) {
            return words(segment, words, at);
        }
        if (piece instanceof Segment.Known known) {
            String value = context.known().get(known.field());
            return value != null && free(segment, at, true, value);
        }
        return slot(segment, (Segment.Slot) piece, at);
    }

    private boolean reached(int at) {
        boolean complete = mode.toEnd() ? at == length : Characters.isBoundary(text, at);
        if (!complete || at == from) {
            return false;
        }
        alternatives++;
        return accept.test(new PatternMatch(from, at, values()));
    }

    private List<PatternMatch.Value> values() {
        List<PatternMatch.Value> values = new ArrayList<>();
        for (int i = 0; i < segments.length; i++) {
            Field field = segments[i].capturedField();
            if (field != null) {
                int start = start(i);
                int end = end(i);
                while (start < end && compared.charAt(start) == ' ') {
                    start++;
                }
                while (end > start && compared.charAt(end - 1) == ' ') {
                    end--;
                }
                values.add(new PatternMatch.Value(field, start, end, text.substring(start, end)));
            }
        }
        return values;
    }

    private boolean words(int segment, Segment.Words words, int at) {
        if (at >= length || !Characters.isBoundary(text, at)) {
            return false;
        }
        for (Segment.Word word : words.index().at(compared, at)) {
            int end = at + word.text().length();
            if (context.speaks(word.language())
                    && compared.startsWith(word.text(), at)
                    && Characters.isBoundary(text, end)) {
                place(segment, at, end);
                if (go(segment + 1, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean slot(int segment, Segment.Slot slot, int at) {
        if (slot.field() != null && !completesDate(slot)) {
            String same = bound == null ? null : Bindings.boundElsewhere(bound, slot.field(), part);
            if (same == null) {
                same = boundEarlier(segment, slot.field());
            }
            if (same != null) {
                int skipped = at < length && compared.charAt(at) == ' ' ? 1 : 0;
                return match.folded().startsWith(same, at + skipped)
                        && taken(segment, at + skipped, at + skipped + same.length());
            }
        }
        SlotType type = slot.type();
        if (type == null) {
            return free(segment, at, slot.field() != null, null);
        }
        return Characters.isBoundary(text, at) && typed(segment, type, at);
    }

    /** Whether the slot is a time, which completes a date of the same field instead of repeating it. */
    private static boolean completesDate(Segment.Slot slot) {
        return slot.type() != null && slot.type().name().equals("time");
    }

    /** Returns the folded value that an earlier slot of this template holds for the field; null for none. */
    private @Nullable String boundEarlier(int segment, Field field) {
        for (int i = 0; i < segment; i++) {
            if (segments[i] instanceof Segment.Slot slot && slot.field() == field) {
                return match.folded().substring(start(i), end(i)).strip();
            }
        }
        return null;
    }

    private boolean typed(int segment, SlotType type, int at) {
        int skipped = at < length && compared.charAt(at) == ' ' && segment > 0 ? 1 : 0;
        int start = at + skipped;
        if (start >= length) {
            return false;
        }
        int[] ends = match.ends(type, start);
        for (int i = ends.length - 1; i >= 0; i--) {
            if (taken(segment, start, ends[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean taken(int segment, int start, int end) {
        place(segment, start, end);
        return end > start && go(segment + 1, end);
    }

    /** A slot for free text, or for a known value. */
    private boolean free(int segment, int at, boolean captures, @Nullable String known) {
        boolean remembers = known == null && !template.repeatsAField();
        if (remembers && isDead(segment, at)) {
            return false;
        }
        if (captures && !Characters.isBoundary(text, at)) {
            return false;
        }
        int before = alternatives;
        boolean accepted = segment == segments.length - 1
                ? freeTaken(segment, at, length, captures, known)
                : segments[segment + 1] instanceof Segment.Literal literal
                        ? freeUpTo(segment, at, literal.text(), captures, known)
                        : freeAnywhere(segment, at, captures, known);
        if (!accepted && remembers && alternatives == before) {
            places[2 * segments.length + segment] = at + 1;
        }
        return accepted;
    }

    private boolean freeUpTo(int segment, int at, String literal, boolean captures, @Nullable String known) {
        int first = captures ? at + 1 : at;
        if (!captures && at > 0 && literal.charAt(0) == ' ' && compared.charAt(at - 1) == ' ') {
            first = at - 1; // an empty slot between two spaces needs only one of them
        }
        for (int end = compared.indexOf(literal, first); end >= 0; end = compared.indexOf(literal, end + 1)) {
            if (freeTaken(segment, Math.min(at, end), end, captures, known)) {
                return true;
            }
            if (alternatives >= MAX_ALTERNATIVES) {
                return false;
            }
        }
        return false;
    }

    private boolean freeAnywhere(int segment, int at, boolean captures, @Nullable String known) {
        for (int end = captures ? at + 1 : at; end <= length; end++) {
            if (freeTaken(segment, at, end, captures, known)) {
                return true;
            }
            if (alternatives >= MAX_ALTERNATIVES) {
                return false;
            }
        }
        return false;
    }

    private boolean freeTaken(int segment, int at, int end, boolean captures, @Nullable String known) {
        if (captures && (!Characters.isBoundary(text, end) || isBlank(at, end))) {
            return false;
        }
        if (known != null && !Titles.same(text.substring(at, end), known)) {
            return false;
        }
        place(segment, at, end);
        return go(segment + 1, end);
    }

    private boolean isBlank(int at, int end) {
        return at == end || end - at == 1 && compared.charAt(at) == ' ';
    }

    private void place(int segment, int start, int end) {
        places[segment] = start;
        places[segments.length + segment] = end;
    }

    private int start(int segment) {
        return places[segment];
    }

    private int end(int segment) {
        return places[segments.length + segment];
    }

    /** Whether the segment failed at this offset or before it. */
    private boolean isDead(int segment, int at) {
        int deadFrom = places[2 * segments.length + segment] - 1;
        return deadFrom >= 0 && at >= deadFrom;
    }
}
