package dev.winnow.rule.slot;

import dev.winnow.rule.slot.DateWords.Role;
import dev.winnow.text.Characters;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of dates and times, used both by slots and to read their values. Walks all readings from one offset and reports
 * each end with the values read. One object serves one walk, which ends at {@code limit}. Not thread-safe.
 *
 * <p>Methods are named after what they read. Each calls the methods for what may follow, so the call stack is the path
 * through the grammar.
 */
final class DateScan extends TimeScan {

    /** The kind of value to look for. */
    enum Mode {
        DATE,
        TIME,
        DATETIME,
        MONTHDAY
    }

    /** Receives each end, possibly several times, while the scan still holds the values read. */
    interface Sink {
        void end(int at, DateScan scan);
    }

    private final Mode mode;
    private final Sink sink;

    private int year = NOT_READ;
    private int month = NOT_READ;
    private int day = NOT_READ;
    private int first = NOT_READ;
    private int second = NOT_READ;
    private int third = NOT_READ;
    private boolean timeFirst;
    /** Era of the current reading; null for the common era. */
    private @Nullable String era;
    /** Era mark before the year, which holds for the rest of the reading; null for none. */
    private DateWords.@Nullable Era mark;

    private WrittenDate.@Nullable Ago ago;

    DateScan(DateWords words, Mode mode, String text, int limit, Sink sink) {
        super(words, text, limit);
        this.mode = mode;
        this.sink = sink;
    }

    void run(int start) {
        switch (mode) {
            case TIME -> time(start);
            case DATE, MONTHDAY -> date(start);
            case DATETIME -> {
                date(start);
                timeFirst = true;
                time(start);
            }
        }
    }

    /** Returns the values read so far; for use by the sink. */
    WrittenDate written() {
        boolean dated = day != NOT_READ || first != NOT_READ || ago != null;
        LocalTime time = timeRead();
        boolean yearless = day != NOT_READ && year == NOT_READ;
        WrittenDate.Parts parts = yearless
                ? WrittenDate.Parts.MONTHDAY
                : dated ? (time != null ? WrittenDate.Parts.DATETIME : WrittenDate.Parts.DATE) : WrittenDate.Parts.TIME;
        LocalDate common = ofEra();
        return new WrittenDate(
                parts,
                common != null ? Integer.valueOf(common.getYear()) : orNull(commonYear()),
                common != null ? Integer.valueOf(common.getMonthValue()) : orNull(month),
                common != null ? Integer.valueOf(common.getDayOfMonth()) : orNull(day),
                first == NOT_READ
                        ? List.of()
                        : third == NOT_READ ? List.of(first, second) : List.of(first, second, third),
                time,
                offsetRead(),
                zoneRead(),
                ago,
                mark == null ? null : mark.language());
    }

    /** Returns the day that was read in another calendar, as a day of the common era; null for none. */
    private @Nullable LocalDate ofEra() {
        return era == null || day == NOT_READ || year == NOT_READ ? null : Eras.day(era, year, month, day);
    }

    private int commonYear() {
        return era == null || year == NOT_READ ? year : Eras.commonYear(era, year);
    }

    /** Whether the current reading can be converted to the common era; true if it is of the common era. */
    private boolean isKnown() {
        if (era == null) {
            return true;
        }
        boolean open = first != NOT_READ || year == NOT_READ;
        return open ? third == NOT_READ && Eras.hasCommonMonths(era) : ofEra() != null;
    }

    private static @Nullable Integer orNull(int number) {
        return number == NOT_READ ? null : number;
    }

    private void date(int at) {
        int named = weekday(at);
        if (named > 0) {
            int p = skip(named, '.');
            p = skipSpace(skip(p, ','));
            calendar(p);
            int the = words.role(Role.THE, text, p, limit);
            if (the > 0) {
                calendar(skipSpace(the));
            }
            return;
        }
        calendar(at);
    }

    private void calendar(int at) {
        eraFirst(at);
        ago(at);
        int end = number(at, 4);
        if (end < 0) {
            monthFirst(at);
        } else if (end - at == 4) {
            yearFirst(value(at, end), end);
        } else if (end - at <= 2) {
            numeric(value(at, end), end);
            monthUnit(value(at, end), end);
            dayFirst(value(at, end), end);
        }
    }

    /** Reads {@code 3 hours ago} or {@code yesterday}, possibly with a time. */
    private void ago(int at) {
        if (mode == Mode.DATETIME) {
            words.ago().find(text, at, limit, (value, number, end) -> {
                ago = WrittenDate.Ago.of(value, number);
                dateEnds(end);
                ago = null;
            });
        }
    }

    /** Reads a year after its era: {@code 令和3年6月6日}. */
    private void eraFirst(int at) {
        long found = mode == Mode.MONTHDAY ? WordTrie.NONE : words.era(text, at, limit);
        if (found == WordTrie.NONE) {
            return;
        }
        mark = words.eraOf(found);
        era = mark.name();
        int p = skipSpace(WordTrie.end(found));
        int first = words.role(Role.FIRST, text, p, limit);
        int end = first > 0 ? first : number(p, 4);
        if (end > 0) {
            afterYear(first > 0 ? 1 : value(p, end), end);
        }
        mark = null;
        era = null;
    }

    private void yearFirst(int number, int at) {
        if (mode != Mode.MONTHDAY && number >= 1000 && number <= 2999) {
            afterYear(number, at);
        }
    }

    private void afterYear(int number, int at) {
        year = number;
        char separator = at(at);
        if (separator == '-' || separator == '/' || separator == '.') {
            int p = separator == '.' ? skipSpace(at + 1) : at + 1;
            int monthEnd = number(p, 2);
            if (monthEnd > 0 && at(monthEnd) == separator) {
                int q = separator == '.' ? skipSpace(monthEnd + 1) : monthEnd + 1;
                int dayEnd = number(q, 2);
                boolean goesOn = dayEnd > 0 && at(dayEnd) == separator && Characters.digit(at(dayEnd + 1)) >= 0;
                if (dayEnd > 0 && !goesOn && take(value(p, monthEnd), value(q, dayEnd))) {
                    afterDate(dayEnd);
                    if (separator == '.' && at(dayEnd) == '.') {
                        afterDate(dayEnd + 1);
                    }
                }
            }
        }
        int unit = words.role(Role.YEAR, text, skipSpace(at), limit);
        if (unit > 0) {
            int p = skipSpace(unit);
            int monthEnd = number(p, 2);
            if (monthEnd > 0) {
                monthUnit(value(p, monthEnd), monthEnd);
            }
        }
        int p = skip(skip(at, ','), '.');
        p = separator == '-' || separator == '/' ? at + 1 : skipSpace(p);
        long name = words.month(text, p, limit);
        if (p > at && name != WordTrie.NONE) {
            era = words.eraOfMonth(name) == null ? era : words.eraOfMonth(name);
            int q = skip(WordTrie.end(name), '.');
            q = at(q) == '-' || at(q) == '/' ? q + 1 : skipSpace(q);
            int dayEnd = number(q, 2);
            if (dayEnd > 0 && at(dayEnd) != ':' && take(DateWords.monthOf(name), value(q, dayEnd))) {
                afterDate(dayEnd);
                int ordinal = words.role(Role.ORDINAL, text, dayEnd, limit);
                if (ordinal > 0) {
                    afterDate(ordinal);
                }
                if (at(dayEnd) == '.') {
                    afterDate(dayEnd + 1);
                }
            }
        }
        forget();
    }

    /** Reads a numeric date: {@code 11/04/2017}, {@code 11.4.17}. The order of its parts stays open. */
    private void numeric(int number, int at) {
        int p = skipSpace(at);
        char separator = at(p);
        boolean spaced = separator == '.' || separator == '/';
        if (mode == Mode.MONTHDAY || separator != '-' && !spaced || !spaced && p > at || separator == '.' && p > at) {
            return;
        }
        p = spaced ? skipSpace(p + 1) : p + 1;
        int middleEnd = number(p, 2);
        if (middleEnd < 0) {
            return;
        }
        int q = separator == '/' ? skipSpace(middleEnd) : middleEnd;
        if (at(q) != separator) {
            return;
        }
        q = spaced ? skipSpace(q + 1) : q + 1;
        int end = number(q, 4);
        int length = end - q;
        if (end < 0
                || length != 4 && length != 2
                || (at(end) == separator || at(end) == ':') && Characters.digit(at(end + 1)) >= 0) {
            return;
        }
        int middle = value(p, middleEnd);
        int last = value(q, end);
        boolean possible = fits(number, middle) || fits(middle, number) || length == 2 && fits(middle, last);
        if (possible) {
            first = number;
            second = middle;
            if (length == 4) {
                year = last;
            } else {
                third = last;
            }
            if (length == 2 || year >= 1000 && year < 3000) {
                afterDate(end);
            }
            forget();
        }
    }

    /** Reads {@code 4月11日}, after a year or without one. */
    private void monthUnit(int number, int at) {
        int unit = words.role(Role.MONTH, text, skipSpace(at), limit);
        if (unit < 0) {
            return;
        }
        int p = skipSpace(unit);
        int dayEnd = number(p, 2);
        int end = dayEnd < 0 ? -1 : words.role(Role.DAY, text, skipSpace(dayEnd), limit);
        if (end > 0 && take(number, value(p, dayEnd))) {
            if (year == NOT_READ) {
                yearless(end);
            } else if (mode != Mode.MONTHDAY) {
                afterDate(end);
            }
            month = NOT_READ;
            day = NOT_READ;
        }
    }

    /** Reads {@code 11 April}, {@code 11th of April}, {@code 11. April}, {@code 11-Apr}. */
    private void dayFirst(int number, int at) {
        int ordinal = words.role(Role.ORDINAL, text, at, limit);
        int p = ordinal > 0 ? ordinal : skip(at, '.');
        int afterNumber = p;
        char joint = at(p);
        p = joint == '-' || joint == '/' ? p + 1 : skipSpace(p);
        int of = words.role(Role.OF, text, p, limit);
        if (of > 0 && p > afterNumber) {
            p = skipSpace(of);
        }
        long name = words.month(text, p, limit);
        if (name == WordTrie.NONE || !take(DateWords.monthOf(name), number)) {
            return;
        }
        era = words.eraOfMonth(name);
        int end = WordTrie.end(name);
        for (int q = end; q <= skip(end, '.'); q++) {
            yearless(q);
            if (mode != Mode.MONTHDAY) {
                yearAfter(q, joint == '-' || joint == '/' ? joint : ' ', true);
            }
        }
        forget();
    }

    /** Reads {@code April 11}, {@code Apr. 11th}, {@code April 11, 2017}. */
    private void monthFirst(int at) {
        long name = words.month(text, at, limit);
        if (name == WordTrie.NONE) {
            return;
        }
        int p = skip(WordTrie.end(name), '.');
        char joint = at(p);
        p = joint == '-' || joint == '/' ? p + 1 : skipSpace(p);
        int the = words.role(Role.THE, text, p, limit);
        if (the > 0) {
            p = skipSpace(the);
        }
        int dayEnd = number(p, 2);
        if (dayEnd < 0
                || at(dayEnd) == ':' && Characters.digit(at(dayEnd + 1)) >= 0
                || !take(DateWords.monthOf(name), value(p, dayEnd))) {
            return;
        }
        int ordinal = words.role(Role.ORDINAL, text, dayEnd, limit);
        int end = ordinal > 0 ? ordinal : dayEnd;
        era = words.eraOfMonth(name);
        yearless(end);
        if (mode != Mode.MONTHDAY) {
            yearAfter(end, joint == '-' || joint == '/' ? joint : ' ', false);
        }
        forget();
    }

    /** Ends a date without a year. It is a value in mode {@code MONTHDAY}, or with a time: {@code May 31, 12:00}. */
    private void yearless(int at) {
        if (mode == Mode.MONTHDAY || mode == Mode.DATETIME && timeFirst) {
            finish(at);
        } else if (mode == Mode.DATETIME) {
            int p = separator(at);
            if (p > 0) {
                time(p);
            }
        }
    }

    private void yearAfter(int at, char joint, boolean twoDigits) {
        int p = at(at) == joint && joint != ' ' ? at + 1 : skipSpace(skip(at, ','));
        boolean comma = at(at) == ',';
        int of = words.role(Role.OF, text, p, limit);
        if (of > 0) {
            p = skipSpace(of);
        }
        String ofMonth = era;
        long before = words.era(text, p, limit);
        if (before != WordTrie.NONE && words.eraOf(before).language() == null) {
            era = words.eraOf(before).name();
            p = skipSpace(WordTrie.end(before));
        }
        yearAt(at, p, twoDigits && !comma);
        era = ofMonth;
    }

    private void yearAt(int at, int begin, boolean twoDigits) {
        int p = begin;
        boolean apostrophe = p < limit && Characters.isApostrophe(text.charAt(p));
        if (apostrophe) {
            p++;
        }
        int end = number(p, 4);
        if (p == at || end < 0) {
            return;
        }
        int number = value(p, end);
        char next = at(end);
        boolean clock = next == ':' || next == '.' && Characters.digit(at(end + 1)) >= 0;
        if (end - p == 4 && number >= 1000 && number < 3000 && !apostrophe) {
            year = number;
        } else if (end - p == 2
                && (apostrophe || twoDigits)
                && !clock
                && words.role(Role.HOUR, text, skipSpace(end), limit) < 0) {
            year = era == null ? WrittenDate.fullYear(number) : number;
        } else {
            return;
        }
        afterDate(end);
        int unit = words.role(Role.YEAR, text, skipSpace(end), limit);
        if (unit > 0) {
            afterDate(unit);
        }
        year = NOT_READ;
    }

    private void afterDate(int at) {
        long behind = words.era(text, skipSpace(at), limit);
        if (behind != WordTrie.NONE && words.eraOf(behind).language() == null) {
            String before = era;
            era = words.eraOf(behind).name();
            dateEnds(WordTrie.end(behind));
            era = before;
            if (before == null) {
                // Without its era the number would be a year of the common era.
                return;
            }
        }
        dateEnds(at);
        int p = skipSpace(skip(at, ','));
        char bracket = at(p);
        boolean bracketed = bracket == '(' || bracket == '\uFF08' || bracket == '[';
        int named = weekday(bracketed ? p + 1 : p);
        if (named > 0 && p > at || named > 0 && bracketed) {
            named = skip(named, '.');
            if (!bracketed) {
                dateEnds(named);
            } else if (at(named) == ')' || at(named) == '\uFF09' || at(named) == ']') {
                dateEnds(named + 1);
            }
        }
    }

    private void dateEnds(int at) {
        finish(at);
        if (mode == Mode.DATETIME && !timeFirst) {
            int p = at(at) == 'T' && Characters.digit(at(at + 1)) >= 0 ? at + 1 : separator(at);
            if (p > 0) {
                time(p);
            }
        }
    }

    /** Skips what may stand between date and time; -1 when nothing separates them. */
    private int separator(int at) {
        int p = skipSpace(at);
        if (",-|/;@".indexOf(Characters.fold(at(p))) >= 0 || at(p) == '\u00B7' || at(p) == '\u2022') {
            p = skipSpace(p + 1);
        }
        int word = words.role(Role.AT, text, p, limit);
        if (word > 0 && p > at) {
            p = skipSpace(skip(word, ':'));
        }
        return p > at || at > 0 && Characters.isRunOn(text.charAt(at - 1)) ? p : -1;
    }

    @Override
    void timeEnds(int at) {
        if (!timeFirst) {
            finish(at);
            return;
        }
        int p = separator(at);
        if (p > 0) {
            date(p);
        }
    }

    private void finish(int at) {
        if (at > limit) {
            return;
        }
        boolean glued = !Characters.isValueBoundary(text, at)
                // Flattened pages join a label to a number: 08:01Updated.
                && !(Characters.digit(text.charAt(at - 1)) >= 0
                        && Characters.isUpper(at(at))
                        && Character.isLowerCase(at(at + 1)));
        if (!glued && isKnown()) {
            sink.end(at, this);
        }
    }

    private boolean take(int monthNumber, int dayNumber) {
        if (!fits(dayNumber, monthNumber)) {
            return false;
        }
        month = monthNumber;
        day = dayNumber;
        return true;
    }

    private static boolean fits(int day, int month) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private void forget() {
        year = NOT_READ;
        month = NOT_READ;
        day = NOT_READ;
        first = NOT_READ;
        second = NOT_READ;
        third = NOT_READ;
        era = mark == null ? null : mark.name();
    }

    private int weekday(int at) {
        return words.weekday(text, at, limit);
    }
}
