package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Short items separated by commas, semicolons, bars, number signs, or slashes between spaces: {@code Harbours, Storms},
 * {@code #ferry #storm}, {@code Harbours / Storms}.
 */
public record TagsSlot(int maxLength) implements SlotType {

    private static final String SEPARATORS = ",;#|\u00B7\u2022\n\u3001\uFF0C\u060C\uFF1B";

    private static final int ITEM_LENGTH = 60;
    private static final int ITEM_WORDS = 6;

    @Override
    public String name() {
        return "tags";
    }

    /** Makes the type with the limit of templates. */
    public TagsSlot() {
        this(1000);
    }

    @Override
    public SlotType unlimited() {
        return new TagsSlot(Integer.MAX_VALUE);
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength);
        if (start >= bound || !Characters.isWord(text.charAt(start)) && text.charAt(start) != '#') {
            return;
        }
        int item = start;
        int words = 0;
        for (int at = start; at < bound; at++) {
            char c = text.charAt(at);
            if (Characters.isWord(c)) {
                if (at + 1 - item > ITEM_LENGTH) {
                    return;
                }
                if (at == start || !Characters.isWord(text.charAt(at - 1))) {
                    words++;
                }
                boolean last =
                        at + 1 == text.length() || !Characters.isWord(text.charAt(at + 1)) || Characters.isRunOn(c);
                if (last && !Character.isHighSurrogate(c)) {
                    end.accept(at + 1);
                }
            } else if (isSeparator(text, at)) {
                item = at + 1;
                words = 0;
            } else if (endsSentence(text, at) || words > ITEM_WORDS) {
                return;
            }
        }
    }

    /** Returns the items of a text, unchanged. */
    public static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isSeparator(text, at)) {
                items.add(text.substring(from, at));
                from = at + 1;
            }
        }
        items.add(text.substring(from));
        return items;
    }

    /** Whether a separator stands at an offset. A slash inside a word is none: {@code AC/DC}. */
    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        return SEPARATORS.indexOf(c) >= 0
                || c == '/'
                        && at > 0
                        && at + 1 < text.length()
                        && Characters.isSpace(text.charAt(at - 1))
                        && Characters.isSpace(text.charAt(at + 1));
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        return (Characters.isSentenceEnd(c) || Characters.isColon(c))
                && at + 1 < text.length()
                && Characters.isSpace(text.charAt(at + 1));
    }
}
