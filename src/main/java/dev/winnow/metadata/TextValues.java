package dev.winnow.metadata;

import dev.winnow.rule.slot.TagsSlot;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tidies simple values: sections, tags, agencies. All methods return null (or an empty list) for empty input. */
final class TextValues {

    /** Maximum length of a tag. A longer one is a sentence. */
    private static final int LONGEST_TAG = 80;

    private static final int MOST_TAG_WORDS = 8;

    private TextValues() {}

    /** Removes white space at both ends and reduces runs of it to one space. */
    static @Nullable String plain(String text) {
        return tidy(text) ? text : tidied(text);
    }

    /** Whether all white space consists of single spaces between other characters. Usually true; false for an empty text. */
    private static boolean tidy(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Characters.isSpace(c);
            if (space && (gap || c != ' ') || isUnseen(c)) {
                return false;
            }
            gap = space;
        }
        return !gap;
    }

    /** Whether a character has no width and is needed by no script: a space, a joiner, a byte-order mark. */
    private static boolean isUnseen(char c) {
        return c == '\u200B' || c == '\u2060' || c == '\uFEFF';
    }

    private static @Nullable String tidied(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isSpace(c)) {
                gap = tidy.length() > 0;
            } else if (!isUnseen(c)) {
                if (gap) {
                    tidy.append(' ');
                }
                gap = false;
                tidy.append(c);
            }
        }
        return tidy.length() == 0 ? null : tidy.toString();
    }

    /** Returns a key that is equal for two values that look the same to a reader. */
    static String key(String value) {
        String folded = Folding.fold(value);
        return folded.isEmpty() ? value : folded;
    }

    /** Whether a text is one of these names, or the first part of one that is a host. */
    static boolean isSite(String part, List<String> siteNames) {
        String folded = compact(part);
        for (String name : siteNames) {
            String known = compact(name);
            int dot = name.indexOf('.');
            if (folded.equals(known)
                    || folded.equals("www" + known)
                    || dot > 0 && folded.equals(compact(name.substring(0, dot)))) {
                return !folded.isEmpty();
            }
        }
        return false;
    }

    private static String compact(String text) {
        return Folding.fold(text).replace(" ", "");
    }

    static @Nullable String section(String text) {
        return trimmed(text, " >»›/|:·-–—");
    }

    /** Returns a place without signs around it, nor a comma or semicolon at its end. */
    static @Nullable String place(String text) {
        String place = section(text);
        while (place != null && (place.endsWith(",") || place.endsWith(";"))) {
            place = place.substring(0, place.length() - 1).strip();
        }
        return place;
    }

    /** Returns an agency without slashes or brackets around it, and without a full stop behind it. */
    static @Nullable String agency(String text) {
        return trimmed(text, " /()[]（）【】.,;:-–—");
    }

    static List<String> tags(String text) {
        return TagsSlot.items(text).stream()
                .map(TextValues::plain)
                .filter(tag -> tag != null && tag.length() <= LONGEST_TAG && tag.split(" ").length <= MOST_TAG_WORDS)
                .toList();
    }

    private static @Nullable String trimmed(String text, String outer) {
        String plain = plain(text);
        if (plain == null) {
            return null;
        }
        int from = 0;
        int to = plain.length();
        while (from < to && outer.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && outer.indexOf(plain.charAt(to - 1)) >= 0) {
            to--;
        }
        String trimmed = plain.substring(from, to);
        return trimmed.chars().anyMatch(Character::isLetterOrDigit) ? trimmed : null;
    }
}
