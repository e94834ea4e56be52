package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words in names of persons, places and picture credits, from lexicons. Immutable and thread-safe. */
final class NameWords {

    /** Roles of words of {@code credit-marks}. */
    enum Role {
        LABEL,
        BY,
        MARK,
        VIA;

        private static final Role[] ALL = values();

        /** Returns the role of a word found in {@link #marks}. */
        static Role of(long found) {
            return ALL[WordTrie.value(found)];
        }
    }

    final WordTrie particles;
    final WordTrie titles;
    final WordTrie staff;
    final WordTrie joins;
    final WordTrie placeParticles;
    /** Lower-case words in place names, folded. Abbreviations such as St. are not among them, since they begin a name. */
    final Set<String> smallInPlaces = new HashSet<>();

    final WordTrie agencies;
    final WordTrie smallAgencies;
    final WordTrie marks;
    private final WordTrie vias;
    final DateWords dates;

    NameWords(Lexicons lexicons, DateWords dates) {
        this.dates = dates;
        particles = LexiconEntry.words(lexicons, "name-particles");
        titles = LexiconEntry.words(lexicons, "name-titles");
        staff = LexiconEntry.words(lexicons, "staff-names");
        joins = LexiconEntry.words(lexicons, "person-joins");
        placeParticles = LexiconEntry.words(lexicons, "place-particles", "name-particles");
        for (String list : new String[] {"place-particles", "name-particles"}) {
            LexiconEntry.of(lexicons, list).stream()
                    .flatMap(entry -> entry.spellings().stream())
                    .filter(word -> Character.isLowerCase(word.charAt(0)))
                    .forEach(word -> smallInPlaces.add(Folding.fold(word)));
        }
        agencies = LexiconEntry.words(lexicons, "agencies");
        smallAgencies = WordTrie.of(add -> LexiconEntry.of(lexicons, "agencies").stream()
                .flatMap(entry -> entry.spellings().stream())
                .filter(word -> Character.isLowerCase(word.charAt(0)))
                .forEach(word -> add.accept(word, 0)));
        List<LexiconEntry> entries = LexiconEntry.of(lexicons, "credit-marks");
        marks = WordTrie.of(add -> {
            for (Role role : new Role[] {Role.BY, Role.LABEL, Role.MARK}) {
                addRole(entries, role, add);
            }
        });
        vias = WordTrie.of(add -> addRole(entries, Role.VIA, add));
    }

    /** Adds the words of a role. A word may have several roles; the first one added counts. */
    private static void addRole(List<LexiconEntry> entries, Role role, java.util.function.ObjIntConsumer<String> add) {
        String key = role.name().toLowerCase(java.util.Locale.ROOT);
        for (LexiconEntry entry : entries) {
            if (entry.value().equals(key)) {
                entry.spellings().forEach(word -> add.accept(word, role.ordinal()));
            }
        }
    }

    /** Returns the end of the phrase of this list at {@code at}; -1 for none. */
    static int end(WordTrie list, String text, int at, int limit) {
        long found = list.longest(text, at, limit);
        return found == WordTrie.NONE ? -1 : WordTrie.end(found);
    }

    int agency(String text, int at, int limit) {
        char c = text.charAt(at);
        return end(Character.isLowerCase(c) ? smallAgencies : agencies, text, at, limit);
    }

    int via(String text, int at, int limit) {
        return end(vias, text, at, limit);
    }

    /** Whether the text from {@code at} to {@code end} is a weekday or month. */
    boolean dateWord(String text, int at, int end) {
        long month = dates.month(text, at, end);
        return dates.weekday(text, at, end) == end || month != WordTrie.NONE && WordTrie.end(month) == end;
    }

    /**
     * Returns the end of one word of a name; -1 for none. It is a capital or a letter without case, then letters with inner
     * apostrophes and hyphens ({@code O'Brien}, {@code El-Din}); or an initial such as {@code J.}, without its full stop.
     */
    static int nameWord(String text, int at, int limit) {
        if (at >= limit) {
            return -1;
        }
        char first = text.charAt(at);
        if (!Characters.isLetter(first) && !Character.isHighSurrogate(first) || Character.isLowerCase(first)) {
            return -1;
        }
        int p = at + 1;
        while (p < text.length() && p <= limit) {
            char c = text.charAt(p);
            boolean inner = (Characters.isApostrophe(c) || Characters.isDash(c) && c != '\u2014' && c != '\u2013')
                    && p + 1 < text.length()
                    && Characters.isLetter(text.charAt(p + 1));
            if (!Characters.isLetter(c) && !inner && !Character.isSurrogate(c)) {
                break;
            }
            p++;
        }
        boolean number = p < text.length() && Characters.isWord(text.charAt(p));
        return p > limit || number ? -1 : p;
    }
}
