package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.function.IntConsumer;

/** Short items separated by commas, semicolons, bars or number signs: {@code Harbours, Storms}, {@code #ferry #storm}. */
record TagsSlot() implements SlotType {

    private static final int ITEM_LENGTH = 60;
    private static final int ITEM_WORDS = 6;

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public int maxLength() {
        return 1000;
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength());
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
            } else if (",;|#\u3001\uFF0C\u060C\u00B7\u2022/".indexOf(c) >= 0) {
                item = at + 1;
                words = 0;
            } else if (endsSentence(text, at) || words > ITEM_WORDS) {
                return;
            }
        }
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        return (Characters.isSentenceEnd(c) || Characters.isColon(c))
                && at + 1 < text.length()
                && Characters.isSpace(text.charAt(at + 1));
    }
}
