package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import dev.winnow.text.WordCase;
import java.util.function.IntConsumer;

/**
 * A place as datelines name it: {@code MOSCOW}, {@code LA CROSSE, Wis.}, {@code WASHINGTON, D.C.}, {@code BEIJING/HONG KONG},
 * {@code Baku, Azerbaijan}. It begins with a capital, has at most eight words, and does not go beyond the end of a sentence.
 * Its lower-case words must be in the lexicon. Immutable and thread-safe.
 */
public final class PlaceSlot implements SlotType {

    private static final int MOST_WORDS = 8;
    private static final int SHORTENED = 5;
    /** Maximum length of a part after a comma that may be an abbreviation, in UTF-16 units. */
    private static final int ABBREVIATION = 3;

    private final NameWords words;
    private final int maxLength;

    PlaceSlot(NameWords words) {
        this(words, 64);
    }

    private PlaceSlot(NameWords words, int maxLength) {
        this.words = words;
        this.maxLength = maxLength;
    }

    @Override
    public String name() {
        return "place";
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public SlotType unlimited() {
        return new PlaceSlot(words, Integer.MAX_VALUE);
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength);
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

    /** Skips the letters of {@code D.C.}, up to but not including the last full stop. */
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

    /**
     * Returns a place as running text writes it: {@code Moscow}, {@code La Crosse, Wis.}, {@code Washington, D.C.}
     *
     * @param text a place, as this type takes it or as markup gives it, without signs around it
     */
    public String read(String text) {
        StringBuilder built = new StringBuilder(text.length());
        String[] parts = text.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                built.append(", ");
            }
            built.append(part(parts[i].strip(), i > 0));
        }
        return built.toString();
    }

    /** Changes the case of one part. A part after a comma may be an abbreviation and stays: NEW YORK, NY. */
    private String part(String part, boolean later) {
        if (!WordCase.allCapitals(part) || later && part.length() <= ABBREVIATION || isDotted(part)) {
            return part;
        }
        StringBuilder built = new StringBuilder(part.length());
        boolean first = true;
        for (String word : part.split(" ")) {
            if (!first) {
                built.append(' ');
            }
            boolean begins = first || built.length() > 1 && built.charAt(built.length() - 2) == '/';
            built.append(slashed(word, begins));
            first = false;
        }
        return built.toString();
    }

    private String slashed(String word, boolean first) {
        StringBuilder built = new StringBuilder(word.length());
        int from = 0;
        for (int at = 0; at <= word.length(); at++) {
            if (at == word.length() || word.charAt(at) == '/') {
                String part = word.substring(from, at);
                built.append(
                        isDotted(part) ? part : WordCase.capitalised(part, words.smallInPlaces, first || from > 0));
                if (at < word.length()) {
                    built.append('/');
                }
                from = at + 1;
            }
        }
        return built.toString();
    }

    /** Whether a word has letters with full stops between them: {@code D.C.}, {@code U.S.}, {@code N.M}. */
    private static boolean isDotted(String word) {
        int stop = word.indexOf('.');
        return stop == 1 && word.length() > 2;
    }
}
