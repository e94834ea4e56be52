package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.function.IntConsumer;

/**
 * A place as datelines name it: {@code MOSCOW}, {@code LA CROSSE, Wis.}, {@code WASHINGTON, D.C.},
 * {@code BEIJING/HONG KONG}, {@code Baku, Azerbaijan}. Begins with a capital, at most eight words; small words only from the
 * lexicon; never beyond the end of a sentence.
 */
record PlaceSlot(NameWords words) implements SlotType {

    private static final int MOST_WORDS = 8;
    private static final int SHORTENED = 5;

    @Override
    public String name() {
        return "place";
    }

    @Override
    public int maxLength() {
        return 64;
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength());
        int at = start;
        boolean comma = false;
        boolean particleOnly = false;
        for (int count = 0; count < MOST_WORDS && at < bound; count++) {
            if (Characters.isRunOn(text.charAt(at))) {
                unspaced(text, at, bound, end);
                return;
            }
            int next = NameWords.nameWord(text, at, bound);
            if (next < 0 || comma && words.dateWord(text, at, next)) {
                next = count == 0 ? -1 : NameWords.end(words.placeParticles, text, at, bound);
                particleOnly = true;
                if (next < 0) {
                    return;
                }
            } else {
                particleOnly = false;
                next = initials(text, next, bound);
                if (Characters.isValueBoundary(text, next)) {
                    end.accept(next);
                }
            }
            if (at(text, next, bound) == '.' && next - at <= SHORTENED) {
                boolean shortened = NameWords.end(words.placeParticles, text, at, bound) == next + 1;
                next++;
                if (!particleOnly) {
                    end.accept(next);
                }
                char after = at(text, next, bound);
                if (after != ',' && after != '/' && !shortened) {
                    return;
                }
            }
            char joint = at(text, next, bound);
            comma = joint == ',' && at(text, next + 1, bound) == ' ';
            if (comma) {
                at = next + 2;
            } else if (joint == ' ' && at(text, next + 1, bound) == '/' && at(text, next + 2, bound) == ' ') {
                at = next + 3;
            } else if (joint == ' ' || joint == '/') {
                at = next + 1;
            } else {
                return;
            }
        }
    }

    /** Goes on over the letters of {@code D.C.}, up to before the last stop. */
    private static int initials(String text, int at, int limit) {
        int p = at;
        while (p + 1 < limit
                && text.charAt(p) == '.'
                && Characters.isUpper(text.charAt(p + 1))
                && Characters.isValueBoundary(text, p + 2)) {
            p += 2;
        }
        return p;
    }

    private static void unspaced(String text, int at, int limit, IntConsumer end) {
        for (int p = at + 1; p <= limit && p - at <= 10 && Characters.isRunOn(text.charAt(p - 1)); p++) {
            if (!Character.isHighSurrogate(text.charAt(p - 1)) && p - at >= 2) {
                end.accept(p);
            }
        }
    }

    private static char at(String text, int index, int limit) {
        return index < limit ? text.charAt(index) : '\0';
    }
}
