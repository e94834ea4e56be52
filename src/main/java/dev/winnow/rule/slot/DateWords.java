package dev.winnow.rule.slot;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of dates and times, from the lexicons {@code months}, {@code weekdays}, {@code date-words} and {@code zones}. */
final class DateWords {

    /** What a word of {@code date-words} does; the entry names it in lower case before the sign of equality. */
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
        /** After the number of a year, a month, a day: 年 月 日; after a year also г. */
        YEAR,
        MONTH,
        DAY,
        /** After the number of an hour: h, Uhr, 時. */
        HOUR,
        MINUTE,
        SECOND
    }

    private final WordTrie months;
    private final WordTrie weekdays;
    /** Months, weekdays and what may stand before a time: the words that begin a date or time. */
    private final WordTrie openings;
    /** By number of the role. */
    private final WordTrie[] roles = new WordTrie[Role.values().length];

    private final WordTrie zones;
    private final List<@Nullable ZoneOffset> offsets = new ArrayList<>();

    DateWords(Lexicons lexicons) {
        months = WordTrie.of(add -> lexicons.get("months")
                .ifPresent(lexicon -> lexicon.words().values().forEach(list -> {
                    for (int i = 0; i < list.size(); i++) {
                        int month = i % 12 + 1;
                        Entries.read(list.get(i)).spellings().forEach(word -> add.accept(word, month));
                    }
                })));
        weekdays = Entries.words(lexicons, "weekdays");
        List<Entries.Entry> words = Entries.of(lexicons, "date-words");
        for (Role role : Role.values()) {
            String key = role.name().toLowerCase(Locale.ROOT);
            roles[role.ordinal()] = WordTrie.of(add -> words.stream()
                    .filter(entry -> entry.value().equals(key))
                    .forEach(entry -> entry.spellings().forEach(word -> add.accept(word, 0))));
        }
        openings = WordTrie.union(months, weekdays, trie(Role.AM), trie(Role.PM));
        zones = WordTrie.of(add -> Entries.of(lexicons, "zones").forEach(entry -> {
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

    /** End of the weekday that stands at {@code at}, or -1. */
    int weekday(String text, int at, int limit) {
        return endOf(weekdays.longest(text, at, limit));
    }

    /** End of the word with this role that stands at {@code at}, or -1. */
    int role(Role role, String text, int at, int limit) {
        return endOf(trie(role).longest(text, at, limit));
    }

    long zone(String text, int at, int limit) {
        return zones.longest(text, at, limit);
    }

    /** The offset of a zone found by {@link #zone}; null when its name alone does not tell it. */
    @Nullable
    ZoneOffset offsetOf(long found) {
        return offsets.get(WordTrie.value(found));
    }

    /** Whether a date or time may begin at an offset, to judge by its first digit or word. */
    boolean begin(String text, int at) {
        return Chars.digit(text.charAt(at)) >= 0 || openings.longest(text, at, text.length()) != WordTrie.NONE;
    }

    private WordTrie trie(Role role) {
        return roles[role.ordinal()];
    }

    private static int endOf(long found) {
        return found == WordTrie.NONE ? -1 : WordTrie.end(found);
    }
}
