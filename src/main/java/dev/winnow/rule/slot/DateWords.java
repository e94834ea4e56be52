package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of dates and times, from the lexicons {@code months}, {@code calendar-months}, {@code eras}, {@code time-ago},
 * {@code weekdays}, {@code date-words} and {@code zones}. Immutable and thread-safe.
 */
final class DateWords {

    /** Role of a word of {@code date-words}; the entry names it in lower case before the equals sign. */
    enum Role {
        /** Between date and time: at, um, à. */
        AT,
        /** Between the parts of a date: of, de. */
        OF,
        /** Before a day: the, den, le. */
        THE,
        /** After the number of a day: st, nd, er, º. */
        ORDINAL,
        AM,
        PM,
        /** After the number of a year, month or day: 年 月 日; after a year also г. */
        YEAR,
        MONTH,
        DAY,
        /** After the number of an hour: h, Uhr, 時. */
        HOUR,
        MINUTE,
        SECOND,
        /** Instead of the number of an era's first year: 元. */
        FIRST
    }

    /**
     * Number of low bits for the month. Higher bits hold the number of an entry in {@link #calendars} plus 1, or 0 for the
     * common era.
     */
    private static final int ERA_SHIFT = 4;

    private final WordTrie months;
    private final WordTrie eras;
    private final List<Era> erasByNumber = new ArrayList<>();
    private final List<String> calendars = new ArrayList<>();
    private final CountedPhrases ago;
    private final WordTrie weekdays;
    /** Words that begin a date or time: months, weekdays, eras, time-ago phrases, am and pm. */
    private final WordTrie openings;
    /** Words by ordinal of the role. */
    private final WordTrie[] roles = new WordTrie[Role.values().length];

    private final WordTrie zones;
    private final List<@Nullable ZoneOffset> offsets = new ArrayList<>();

    /**
     * An era mark.
     *
     * @param name name of the era, as in {@link Eras}
     * @param language the only language in which it is an era, for single letters such as R; null for any
     */
    record Era(String name, @Nullable String language) {}

    DateWords(Lexicons lexicons) {
        months = WordTrie.of(add -> {
            lexicons.get("months")
                    .ifPresent(lexicon -> lexicon.words().values().forEach(list -> {
                        for (int i = 0; i < list.size(); i++) {
                            int month = i % 12 + 1;
                            LexiconEntry.read(list.get(i)).spellings().forEach(word -> add.accept(word, month));
                        }
                    }));
            lexicons.get("calendar-months")
                    .ifPresent(lexicon -> lexicon.words().values().forEach(list -> {
                        for (int i = 0; i < list.size(); i++) {
                            LexiconEntry entry = LexiconEntry.read(list.get(i));
                            calendars.add(entry.value());
                            int month = calendars.size() << ERA_SHIFT | i % 12 + 1;
                            entry.spellings().forEach(word -> add.accept(word, month));
                        }
                    }));
        });
        eras = WordTrie.of(add -> lexicons.get("eras")
                .ifPresent(lexicon -> lexicon.words()
                        .forEach((language, list) -> list.forEach(written -> {
                            LexiconEntry entry = LexiconEntry.read(written);
                            for (String mark : entry.spellings()) {
                                boolean initial = mark.length() == 1 && mark.charAt(0) < 0x80;
                                erasByNumber.add(new Era(entry.value(), initial ? language : null));
                                add.accept(mark, erasByNumber.size() - 1);
                            }
                        }))));
        ago = new CountedPhrases(lexicons, "time-ago");
        weekdays = LexiconEntry.words(lexicons, "weekdays");
        List<LexiconEntry> words = LexiconEntry.of(lexicons, "date-words");
        for (Role role : Role.values()) {
            String key = role.name().toLowerCase(Locale.ROOT);
            roles[role.ordinal()] = WordTrie.of(add -> words.stream()
                    .filter(entry -> entry.value().equals(key))
                    .forEach(entry -> entry.spellings().forEach(word -> add.accept(word, 0))));
        }
        openings = WordTrie.union(months, weekdays, eras, ago.openings(), trie(Role.AM), trie(Role.PM));
        zones = WordTrie.of(add -> LexiconEntry.of(lexicons, "zones").forEach(entry -> {
            offsets.add(offset(entry.value()));
            entry.spellings().forEach(word -> add.accept(word, offsets.size() - 1));
        }));
    }

    private static @Nullable ZoneOffset offset(String value) {
        try {
            return value.isEmpty() ? null : ZoneOffset.of(value);
        } catch (DateTimeException notAnOffset) {
            return null;
        }
    }

    long month(String text, int at, int limit) {
        return months.longest(text, at, limit);
    }

    /** Returns the number of a month that was found, 1 to 12. */
    static int monthOf(long found) {
        return WordTrie.value(found) & (1 << ERA_SHIFT) - 1;
    }

    /** Returns the era of a month that was found; null for the common era. */
    @Nullable
    String eraOfMonth(long found) {
        int calendar = WordTrie.value(found) >> ERA_SHIFT;
        return calendar == 0 ? null : calendars.get(calendar - 1);
    }

    long era(String text, int at, int limit) {
        return eras.longest(text, at, limit);
    }

    Era eraOf(long found) {
        return erasByNumber.get(WordTrie.value(found));
    }

    /** Returns the phrases such as {@code 3 hours ago}. */
    CountedPhrases ago() {
        return ago;
    }

    /** Returns the end of the weekday at {@code at}, or -1. */
    int weekday(String text, int at, int limit) {
        return endOf(weekdays.longest(text, at, limit));
    }

    /** Returns the end of the word with this role at {@code at}, or -1. */
    int role(Role role, String text, int at, int limit) {
        return endOf(trie(role).longest(text, at, limit));
    }

    long zone(String text, int at, int limit) {
        return zones.longest(text, at, limit);
    }

    /** Returns the UTC offset of a zone found by {@link #zone}; null when the name is ambiguous. */
    @Nullable
    ZoneOffset offsetOf(long found) {
        return offsets.get(WordTrie.value(found));
    }

    /** Quick check of the first digit or word: false when no date or time begins at the offset. */
    boolean begin(String text, int at) {
        return Characters.digit(text.charAt(at)) >= 0 || openings.longest(text, at, text.length()) != WordTrie.NONE;
    }

    /** Returns the words that begin a date or time. */
    WordTrie openings() {
        return openings;
    }

    private WordTrie trie(Role role) {
        return roles[role.ordinal()];
    }

    private static int endOf(long found) {
        return found == WordTrie.NONE ? -1 : WordTrie.end(found);
    }
}
