package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One person ({@code Anna van der Berg}, {@code J. R. SMITH}, {@code ジョン・スミス}, {@code Staff Reporter}), or several joined by
 * the signs of {@link People} and the words of {@code person-joins}.
 *
 * <p>A name has one to five capitalised words (or words of a script without case) with lower-case particles between them. A
 * single word after a comma is no person, but probably a place: {@code Ivan Petrov, Moscow}.
 *
 * @param name name of the type
 * @param maxLength maximum length of all names in UTF-16 units
 * @param persons maximum number of persons
 */
record PersonSlot(String name, int maxLength, int persons, NameWords words) implements SlotType {

    private static final int MOST_WORDS = 5;
    private static final int UNSPACED_LETTERS = 8;

    static PersonSlot one(NameWords words) {
        return new PersonSlot("person", 80, 1, words);
    }

    static PersonSlot several(NameWords words) {
        return new PersonSlot("people", 300, 12, words);
    }

    @Override
    public @Nullable SlotType wider() {
        return persons == 1 ? several(words) : null;
    }

    @Override
    public String limit() {
        return (persons == 1 ? "one name" : persons + " names") + " of " + maxLength + " characters in all";
    }

    @Override
    public SlotType unlimited() {
        return new PersonSlot(name, Integer.MAX_VALUE, persons == 1 ? 1 : Integer.MAX_VALUE, words);
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength);
        if (start < bound) {
            new Walk(this, text, bound, end).run(start);
        }
    }

    private static final class Walk {
        private final PersonSlot type;
        private final NameWords words;
        private final String text;
        private final int limit;
        private final IntConsumer end;
        private int told = -1;
        /** Number of words of the current person so far. */
        private int count;

        Walk(PersonSlot type, String text, int limit, IntConsumer end) {
            this.type = type;
            this.words = type.words;
            this.text = text;
            this.limit = limit;
            this.end = end;
        }

        void run(int start) {
            int at = start;
            boolean afterComma = false;
            for (int person = 0; person < type.persons && at >= 0 && at < limit; person++) {
                int stop = person(at, afterComma);
                if (stop < 0) {
                    return;
                }
                at = join(stop);
                afterComma = stop < limit && text.charAt(stop) == ',';
            }
        }

        /** Reads one person and reports its ends; returns the last end, or -1 when there is no complete name. */
        private int person(int start, boolean afterComma) {
            count = 0;
            boolean fixed = false;
            int complete = -1;
            int at = start;
            for (int tokens = 0; tokens < 10 && at < limit; tokens++) {
                int next;
                int phrase = count == 0 && !fixed ? phrase(at) : -1;
                int title = count == 0 && phrase < 0 ? NameWords.end(words.titles, text, at, limit) : -1;
                int particle = Character.isLowerCase(text.charAt(at)) ? particle(at) : -1;
                if (phrase > 0) {
                    fixed = true;
                    next = phrase;
                    complete = tell(next);
                } else if (title > 0 && title < limit && Characters.isSpace(text.charAt(title))) {
                    next = title;
                } else if (particle > 0) {
                    next = particle;
                    if (!Characters.isSpace(text.charAt(particle - 1)) && !Characters.isSpace(at(particle))) {
                        at = particle;
                        continue;
                    }
                } else {
                    next = Characters.isRunOn(text.charAt(at)) ? unspaced(at) : word(at);
                    if (next < 0) {
                        break;
                    }
                    boolean enough = !afterComma || count > 1 || Characters.isUncased(text.charAt(at)) || fixed;
                    boolean dateAlone = count == 1 && words.dateWord(text, at, next);
                    if (enough && !dateAlone) {
                        complete = tell(next);
                        int stop = initial(at, next);
                        complete = stop > next ? tell(stop) : complete;
                    }
                    next = initial(at, next);
                    if (count >= MOST_WORDS) {
                        break;
                    }
                }
                if (at(next) == ' ' && joinWord(next + 1) < 0) {
                    at = next + 1;
                } else if (next > 1 && text.charAt(next - 1) == '.' && Characters.isUpper(at(next))) {
                    at = next;
                } else {
                    break;
                }
            }
            return complete;
        }

        /** Reads a phrase in place of a name: staff or an agency. */
        private int phrase(int at) {
            int staff = NameWords.end(words.staff, text, at, limit);
            return Math.max(staff, words.agency(text, at, limit));
        }

        /** Reads a particle that more of the name follows. */
        private int particle(int at) {
            int found = NameWords.end(words.particles, text, at, limit);
            if (found > 0 && found < limit) {
                boolean apart = Characters.isSpace(text.charAt(found));
                boolean bound = !Characters.isLetter(text.charAt(found - 1)) && Characters.isLetter(text.charAt(found));
                return apart || bound ? found : -1;
            }
            return -1;
        }

        private int word(int at) {
            int found = NameWords.nameWord(text, at, limit);
            if (found > 0) {
                count++;
            }
            return found;
        }

        /**
         * Reads a name in a script without spaces: two to eight letters, and every end is possible. Foreign names have
         * several such parts.
         */
        private int unspaced(int at) {
            int p = at;
            int part = at;
            while (p < limit) {
                if (p > part && p + 1 < limit && People.isInsideForeignName(text, p)) {
                    part = p + 1;
                } else if (p - part >= UNSPACED_LETTERS || !Characters.isRunOn(text.charAt(p))) {
                    break;
                }
                p++;
                if (p == part) {
                    continue;
                }
                if (p - at >= 2 && p < limit && !Character.isHighSurrogate(text.charAt(p - 1))) {
                    tell(p);
                }
            }
            if (p - at < 2 || Character.isHighSurrogate(text.charAt(p - 1))) {
                return -1;
            }
            count++;
            return p;
        }

        /** Includes the full stop of an initial or of a short word such as Jr. */
        private int initial(int from, int to) {
            return to < limit && text.charAt(to) == '.' && to - from <= 3 ? to + 1 : to;
        }

        /** Returns the start of the next person after a joining sign or word; -1 when there is none. */
        private int join(int at) {
            if (at >= limit) {
                return -1;
            }
            int p = at;
            boolean sign = false;
            if (Characters.isSpace(text.charAt(p))) {
                p++;
            }
            if (p < limit && People.isBetween(text, p)) {
                sign = true;
                p++;
            }
            if (p < limit && Characters.isSpace(text.charAt(p))) {
                p++;
            }
            int word = joinWord(p);
            if (word > 0) {
                return word;
            }
            return sign ? p : -1;
        }

        private int joinWord(int at) {
            int found = at < limit ? NameWords.end(words.joins, text, at, limit) : -1;
            return found > 0 && at(found) == ' ' ? found + 1 : -1;
        }

        private char at(int index) {
            return index < limit ? text.charAt(index) : '\0';
        }

        private int tell(int at) {
            if (at > told && at <= limit && Characters.isValueBoundary(text, at)) {
                told = at;
                end.accept(at);
            }
            return at;
        }
    }
}
