package dev.winnow.metadata;

import dev.winnow.rule.Titles;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places as datelines give them, written as in running text: {@code Moscow}, {@code La Crosse, Wis.}, {@code Washington, D.C.}. */
final class PlaceNames {

    private static final int ABBREVIATION = 3;

    private final Set<String> small = new HashSet<>();

    PlaceNames(Lexicons lexicons) {
        for (String list : new String[] {"place-particles", "name-particles"}) {
            LexiconEntry.of(lexicons, list)
                    .forEach(entry -> entry.spellings().stream()
                            // A shortened word such as St. begins a name.
                            .filter(word -> Character.isLowerCase(word.charAt(0)))
                            .forEach(word -> small.add(Titles.fold(word))));
        }
    }

    @Nullable
    String read(String text) {
        String place = TextValues.section(text);
        if (place == null) {
            return null;
        }
        while (place.endsWith(",") || place.endsWith(";")) {
            place = place.substring(0, place.length() - 1).strip();
        }
        StringBuilder built = new StringBuilder(place.length());
        String[] parts = place.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                built.append(", ");
            }
            built.append(part(parts[i].strip(), i > 0));
        }
        return built.length() == 0 ? null : built.toString();
    }

    /** The part after a comma may be an abbreviation: NEW YORK, NY. */
    private String part(String part, boolean later) {
        if (!WordCase.allCapitals(part) || later && part.length() <= ABBREVIATION || dotted(part)) {
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
                built.append(dotted(part) ? part : WordCase.capitalised(part, small, first || from > 0));
                if (at < word.length()) {
                    built.append('/');
                }
                from = at + 1;
            }
        }
        return built.toString();
    }

    /** {@code D.C.}, {@code U.S.}, {@code N.M}: letters with stops between them. */
    private static boolean dotted(String word) {
        int stop = word.indexOf('.');
        return stop == 1 && word.length() > 2;
    }
}
