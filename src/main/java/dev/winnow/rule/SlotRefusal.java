package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the slot that keeps a template from fitting a line whose literal text fits. For one line; not thread-safe.
 *
 * @param template that does not fit the line
 */
record SlotRefusal(CompiledTemplate template, MatchText text, MatchContext context) {

    private static final int LONGEST_SHOWN = 40;

    /** Returns which slot refuses which text, for people; null when it is not a slot that keeps the template from fitting. */
    @Nullable
    String message() {
        int count = template.segments().length;
        if (freed(0, 0) != null || freed(0, count) == null) {
            return null;
        }
        // The last slot without which nothing fits is the first that refuses: all slots before it take their text.
        for (int slot = count - 1; slot >= 0; slot--) {
            if (type(slot) != null) {
                TemplateRun alone = freed(slot, slot + 1);
                TemplateRun run = alone == null ? freed(slot, count) : alone;
                if (run != null) {
                    return message(slot, run);
                }
            }
        }
        return null;
    }

    private @Nullable SlotType type(int segment) {
        return template.segments()[segment] instanceof Segment.Slot slot ? slot.type() : null;
    }

    /** Returns a fit in which the typed slots of a range take any text; null when there is none. */
    private @Nullable TemplateRun freed(int from, int to) {
        List<Segment> segments = new ArrayList<>(Arrays.asList(template.segments()));
        segments.subList(from, to).replaceAll(SlotRefusal::freed);
        TemplateRun run = new TemplateRun(template.with(segments), text, Mode.WHOLE, context, null, 0, match -> true);
        return run.run() ? run : null;
    }

    private static Segment freed(Segment segment) {
        if (!(segment instanceof Segment.Slot slot) || slot.type() == null) {
            return segment;
        }
        // As free text of its field, the time would have to repeat the date.
        return new Segment.Slot(slot.type().name().equals("time") ? null : slot.field(), null);
    }

    private @Nullable String message(int segment, TemplateRun run) {
        String value = run.taken(segment);
        if (value.isEmpty()) {
            return null;
        }
        Segment.Slot slot = (Segment.Slot) template.segments()[segment];
        String before = run.before(segment);
        return written(slot) + " does not take '" + cut(value) + "'"
                + (before.isEmpty() ? "" : " after '" + cut(before) + "'")
                + wayOut(slot, value);
    }

    /** Returns the slot as the template writes it. */
    private String written(Segment.Slot slot) {
        Field field = slot.field();
        String brief = field == null ? "" : "{" + field.key() + "}";
        return field != null && template.written().contains(brief)
                ? brief
                : named(field, Objects.requireNonNull(slot.type()).name());
    }

    private static String named(@Nullable Field field, String type) {
        return "{" + (field == null ? "" : field.key() + ":") + type + "}";
    }

    /** Names a type that takes the text. Free text is none for dates and numbers, which nothing reads from it. */
    private static String wayOut(Segment.Slot slot, String value) {
        SlotType type = Objects.requireNonNull(slot.type());
        SlotType wider = type.wider();
        if (wider != null && takes(wider, value)) {
            return "; " + named(slot.field(), wider.name()) + " does";
        }
        return type.needsDigit() ? "" : "; " + named(slot.field(), "any") + " takes any text";
    }

    private static boolean takes(SlotType type, String value) {
        boolean[] whole = new boolean[1];
        type.ends(value, 0, value.length(), end -> whole[0] |= end == value.length());
        return whole[0];
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
    }
}
