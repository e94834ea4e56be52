package dev.winnow.stats;

import dev.winnow.rule.Field;
import dev.winnow.text.Characters;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line with slots for the parts that differ between pages: {@code Published {date}} for {@code Published 2 June 2019}. Made by
 * {@link LineGeneralizer}. Immutable.
 *
 * @param text in the syntax of a rule's {@code line}: slots in braces, braces of the line itself doubled, runs of white space as
 *     one space. A line without slots is its own template.
 * @param values values of the slots, in order; empty for a line without slots
 */
public record LineTemplate(String text, List<Value> values) {

    /**
     * The value of a slot.
     *
     * @param type of the slot, such as {@code date}
     * @param text from the line, runs of white space as one space
     * @param start offset in the line
     * @param end offset in the line
     */
    public record Value(String type, String text, int start, int end) {}

    public LineTemplate {
        values = List.copyOf(values);
    }

    /** Whether the template has slots. */
    public boolean hasSlots() {
        return !values.isEmpty();
    }

    /**
     * Returns the text without differences of case and of the style of quotes and dashes. Templates with the same key are the
     * same.
     */
    public String key() {
        return Characters.fold(text);
    }

    /** Returns a template that matches only this text: braces are doubled. */
    public static String literal(String text) {
        return text.indexOf('{') < 0 && text.indexOf('}') < 0
                ? text
                : text.replace("{", "{{").replace("}", "}}");
    }

    /** Returns the text as a rule's {@code line} that fills no field. */
    public String capturingNothing() {
        return capturing(value -> null);
    }

    /**
     * Returns the text as a rule's {@code line}, with field names in its slots: {@code Published {published:date}}. A slot
     * without a field fills none: {@code {:url}}, as {@code {url}} is a field.
     *
     * @param field returns the key of the field for a value; null for none
     */
    public String capturing(Function<Value, @Nullable String> field) {
        StringBuilder capturing = new StringBuilder();
        int at = 0;
        for (Value value : values) {
            int slot = slot(at) + 1;
            String key = field.apply(value);
            boolean namesField = Field.ofKey(value.type()).isPresent();
            capturing.append(text, at, slot).append(key != null ? key + ':' : namesField ? ":" : "");
            at = slot + value.type().length() + 1;
            capturing.append(text, slot, at);
        }
        return capturing.append(text, at, text.length()).toString();
    }

    /** Returns the number of letters outside of the slots. */
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

    /** Returns the offset of the next slot; doubled braces of the line are skipped. */
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
