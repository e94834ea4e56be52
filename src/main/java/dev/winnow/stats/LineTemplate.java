package dev.winnow.stats;

import dev.winnow.text.Characters;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line with slots where pages differ: {@code Published {date}} for {@code Published 2 June 2019}. Made by
 * {@link LineGeneralizer}. Immutable.
 *
 * @param text as a rule's {@code line} has it: slots in braces, braces of the line itself doubled; runs of white space are one
 *     space. A line without slots is its own template
 * @param values what stands in the slots, in order; empty for a line without slots
 */
public record LineTemplate(String text, List<Value> values) {

    /**
     * What stands in a slot.
     *
     * @param type the slot's, such as {@code date}
     * @param text as the line has it, runs of white space as one space
     * @param start offset in the line
     * @param end offset in the line
     */
    public record Value(String type, String text, int start, int end) {}

    public LineTemplate {
        values = List.copyOf(values);
    }

    /** Whether anything was generalised. */
    public boolean hasSlots() {
        return !values.isEmpty();
    }

    /** The text without regard to case and to the style of quotes and dashes: templates with the same key are the same. */
    public String key() {
        return Characters.fold(text);
    }

    /** A text as a template that fits it and nothing else: braces are doubled. */
    public static String literal(String text) {
        return text.indexOf('{') < 0 && text.indexOf('}') < 0
                ? text
                : text.replace("{", "{{").replace("}", "}}");
    }

    /**
     * The text with a field in a slot: {@code Published {published:date}}.
     *
     * @param field the key of the field for a value; null for none
     */
    public String capturing(Function<Value, @Nullable String> field) {
        StringBuilder capturing = new StringBuilder();
        int at = 0;
        for (Value value : values) {
            int slot = slot(at) + 1;
            String key = field.apply(value);
            capturing.append(text, at, slot).append(key == null ? "" : key + ':');
            at = slot + value.type().length() + 1;
            capturing.append(text, slot, at);
        }
        return capturing.append(text, at, text.length()).toString();
    }

    /** Letters outside of the slots: what the template says by wording. */
    public int literalLetters() {
        int letters = 0;
        int at = 0;
        for (Value value : values) {
            int slot = slot(at);
            letters += letters(at, slot);
            at = slot + value.type().length() + 2;
        }
        return letters + letters(at, text.length());
    }

    /** Where the next slot begins; braces of the line are doubled. */
    private int slot(int from) {
        int at = text.indexOf('{', from);
        while (text.startsWith("{{", at)) {
            at = text.indexOf('{', at + 2);
        }
        return at;
    }

    private int letters(int from, int to) {
        return (int) text.substring(from, to)
                .chars()
                .filter(c -> Characters.isLetter((char) c))
                .count();
    }
}
