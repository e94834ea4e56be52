package dev.winnow.rule.slot;

import dev.winnow.rule.slot.DateWords.Role;
import dev.winnow.text.Characters;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The grammar of times and zones; {@link DateScan} adds dates. */
abstract class TimeScan extends TextCursor {

    static final int NOT_READ = -1;

    final DateWords words;

    private int hour = NOT_READ;
    private int minutes;
    private int seconds;
    private int zoneStart = NOT_READ;
    private int zoneEnd = NOT_READ;
    private @Nullable ZoneOffset offset;

    TimeScan(DateWords words, String text, int limit) {
        super(text, limit);
        this.words = words;
    }

    /** Called at each offset where a time may end, while the values read are still set. */
    abstract void timeEnds(int at);

    /** Returns the time read so far; null for none. */
    final @Nullable LocalTime timeRead() {
        return hour == NOT_READ ? null : LocalTime.of(hour, minutes, seconds);
    }

    /** Returns the UTC offset of the zone read so far; null for none, or when its name is ambiguous. */
    final @Nullable ZoneOffset offsetRead() {
        return offset;
    }

    /** Returns the zone read so far, as written; null for none. */
    final @Nullable String zoneRead() {
        return zoneStart == NOT_READ ? null : text.substring(zoneStart, zoneEnd);
    }

    final void time(int at) {
        int pm = words.role(Role.PM, text, at, limit);
        int am = words.role(Role.AM, text, at, limit);
        int p = Math.max(pm, am);
        if (p > 0) {
            clock(skipSpace(p), pm > am ? Role.PM : Role.AM);
        } else {
            clock(at, null);
        }
    }

    private void clock(int at, @Nullable Role half) {
        int end = number(at, 4);
        if (end < 0 || end - at == 3) {
            return;
        }
        if (end - at == 4) {
            int number = value(at, end);
            boolean told = zoneAt(end) > 0 || words.role(Role.HOUR, text, skipSpace(end), limit) > 0;
            if (told && setTime(number / 100, number % 100, 0)) {
                afterClock(end, half, true);
            }
            offset = null;
            hour = NOT_READ;
            return;
        }
        int hours = value(at, end);
        if (half != null && setTime(hours, 0, 0)) {
            int unit = words.role(Role.HOUR, text, end, limit);
            afterClock(unit > 0 ? unit : end, half, true);
        } else if (setTime(hours, 0, 0)) {
            afterClock(end, null, false);
        }
        char sign = Characters.fold(at(end));
        int unit = words.role(Role.HOUR, text, skipSpace(end), limit);
        if (sign == ':' || sign == '.') {
            int minuteEnd = number(end + 1, 2);
            boolean date = sign == '.' && at(minuteEnd) == '.' && Characters.digit(at(minuteEnd + 1)) >= 0;
            if (minuteEnd == end + 3 && !date) {
                withSeconds(hours, value(end + 1, minuteEnd), minuteEnd, sign, half);
            }
        } else if (unit > 0) {
            int p = skipSpace(unit);
            int minuteEnd = number(p, 2);
            if (minuteEnd > 0 && setTime(hours, value(p, minuteEnd), 0)) {
                afterClock(minuteEnd, half, true);
                int minuteUnit = words.role(Role.MINUTE, text, skipSpace(minuteEnd), limit);
                if (minuteUnit > 0) {
                    afterClock(minuteUnit, half, true);
                }
            }
        }
        hour = NOT_READ;
    }

    private void withSeconds(int hours, int minute, int at, char sign, @Nullable Role half) {
        int end = at(at) == ':' || at(at) == sign ? number(at + 1, 2) : -1;
        if (end == at + 3 && setTime(hours, minute, value(at + 1, end))) {
            int fraction = at(end) == '.' || at(end) == ',' ? number(end + 1, 9) : -1;
            if (fraction > 0) {
                afterClock(fraction, half, true);
            }
            afterClock(end, half, true);
        } else if (at(at) != ':' && setTime(hours, minute, 0)) {
            afterClock(at, half, true);
        }
    }

    /** Reads am or pm, the word for hours, and the zone. */
    private void afterClock(int at, @Nullable Role half, boolean complete) {
        int keep = hour;
        if (half != null) {
            hour = inHalf(hour, half);
            timeDone(at);
            hour = keep;
            return;
        }
        int p = skipSpace(at);
        int pm = words.role(Role.PM, text, p, limit);
        int am = words.role(Role.AM, text, p, limit);
        int unit = words.role(Role.HOUR, text, p, limit);
        if (complete) {
            timeDone(at);
        }
        if (Math.max(pm, am) > 0 && hour > 0) {
            hour = inHalf(hour, pm > am ? Role.PM : Role.AM);
            int end = Math.max(pm, am);
            timeDone(end);
            if (text.charAt(end - 1) == '.') {
                timeDone(end - 1);
            }
            hour = keep;
        }
        if (unit > 0) {
            timeDone(unit);
        }
    }

    private static int inHalf(int hour, Role half) {
        if (hour > 12) {
            return hour;
        }
        return half == Role.PM ? hour % 12 + 12 : hour % 12;
    }

    private void timeDone(int at) {
        offset = null;
        timeEnds(at);
        int end = zoneAt(at);
        if (end > 0) {
            zoneStart = skipSpace(at);
            zoneEnd = end;
            timeEnds(end);
        }
        offset = null;
        zoneStart = NOT_READ;
    }

    /** Returns the end of the zone at an offset and keeps its UTC offset; -1 for none. */
    private int zoneAt(int at) {
        offset = null;
        int p = skipSpace(at);
        boolean bracketed = at(p) == '(' || at(p) == '[';
        int begin = bracketed ? p + 1 : p;
        int end = -1;
        long name = words.zone(text, begin, limit);
        if (name != WordTrie.NONE) {
            ZoneOffset base = words.offsetOf(name);
            end = WordTrie.end(name);
            int signed = offsetAt(skipSpace(end), true);
            if (signed > 0) {
                end = signed;
                offset = base == null ? null : sum(base, offset);
            } else {
                offset = base;
            }
        } else if (at(begin) == 'Z' && begin == at && Characters.isEndOfLetters(text, begin + 1)) {
            end = begin + 1;
            offset = ZoneOffset.UTC;
        } else {
            end = offsetAt(begin, bracketed);
        }
        if (bracketed && end > 0) {
            end = at(end) == ')' || at(end) == ']' ? end + 1 : -1;
        }
        if (end < 0) {
            offset = null;
        }
        return end;
    }

    private static @Nullable ZoneOffset sum(ZoneOffset base, @Nullable ZoneOffset more) {
        int total = base.getTotalSeconds() + (more == null ? 0 : more.getTotalSeconds());
        return Math.abs(total) > 18 * 3600 ? null : ZoneOffset.ofTotalSeconds(total);
    }

    /**
     * Reads {@code +04:00}, {@code +0400} or {@code +04}. Hours without minutes need two digits and a plus sign, unless
     * {@code loose}.
     */
    private int offsetAt(int at, boolean loose) {
        char sign = Characters.fold(at(at));
        if (sign != '+' && sign != '-') {
            return -1;
        }
        int p = at + 1;
        int end = number(p, 4);
        if (end < 0 || end - p == 3) {
            return -1;
        }
        int hours = value(p, end);
        int more = 0;
        if (end - p == 4) {
            more = hours % 100;
            hours /= 100;
        } else if (at(end) == ':' && number(end + 1, 2) == end + 3) {
            more = value(end + 1, end + 3);
            end += 3;
        } else if (!loose && (sign == '-' || end - p != 2)) {
            return -1;
        }
        if (hours > 14 || more > 59) {
            return -1;
        }
        int total = hours * 3600 + more * 60;
        offset = ZoneOffset.ofTotalSeconds(sign == '-' ? -total : total);
        return end;
    }

    private boolean setTime(int hours, int minute, int second) {
        if (hours > 23 || minute > 59 || second > 59) {
            return false;
        }
        hour = hours;
        minutes = minute;
        seconds = second;
        return true;
    }
}
