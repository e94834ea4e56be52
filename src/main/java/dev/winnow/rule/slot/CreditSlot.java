package dev.winnow.rule.slot;

import dev.winnow.rule.slot.NameWords.Role;
import dev.winnow.text.Characters;
import java.util.function.IntConsumer;

/**
 * The credit of a picture: {@code AP Photo/Lynne Hart}, {@code Photo: Lynne Hart}, {@code © Lynne Hart / AFP},
 * {@code Press Office/TASS}, {@code Getty Images}. It consists of names, agencies and words of the lexicon
 * {@code credit-marks}, joined by slashes, commas and similar signs. It must hold a mark: an agency, a credit word beside a
 * name, a slash between names, or ©. Other lower-case words end it, so a sentence is no credit. Immutable and thread-safe.
 */
public final class CreditSlot implements SlotType {

    private static final int MOST_WORDS = 14;
    private static final int NAME_WORDS = 6;
    /** Maximum number of lower-case words in the name of an office; allowed only before a slash and an agency. */
    private static final int SMALL_WORDS = 3;

    private static final int SMALL_WORD_LENGTH = 4;

    /** Signs that may stand before a credit and do not belong to it. */
    private static final String OPENING_SIGNS = "\u00A9\u2117:\uFF1A/|-\u2013\u2014,;";

    private final NameWords words;
    private final int maxLength;

    CreditSlot(NameWords words) {
        this(words, 160);
    }

    private CreditSlot(NameWords words, int maxLength) {
        this.words = words;
        this.maxLength = maxLength;
    }

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public SlotType unlimited() {
        return new CreditSlot(words, Integer.MAX_VALUE);
    }

    @Override
    public boolean needsDigit() {
        return false;
    }

    @Override
    public void ends(String text, int start, int limit, IntConsumer end) {
        int bound = (int) Math.min(Math.min(limit, text.length()), (long) start + maxLength);
        if (start < bound) {
            new Walk(words, text, bound, end).run(start);
        }
    }

    /**
     * Returns the owner of the picture: a credit without brackets around it, ©, labels such as {@code Photo:} and words such
     * as {@code Photo by}.
     *
     * @param text a credit, as this type takes it or as markup gives it, with single spaces
     * @return empty when nothing is left
     */
    public String read(String text) {
        String credit = text.strip();
        String longer = "";
        while (!credit.isEmpty() && credit.length() != longer.length()) {
            longer = credit;
            credit = shorter(credit, Role.MARK).strip();
        }
        return credit;
    }

    /**
     * Whether a text looks like a credit and not like a caption: it begins with a sign, a label or {@code by} word of
     * credits, or stands in brackets. Also true for a text with a full stop after a lower-case letter at its end.
     */
    public boolean isLabelled(String text) {
        return shorter(text, Role.BY).length() < text.length();
    }

    /** @param weakest last role, in the order of {@link Role}, of marks that a colon makes a label */
    private String shorter(String credit, Role weakest) {
        if (credit.regionMatches(true, 0, "(c)", 0, 3)) {
            return credit.substring(3);
        }
        char first = credit.charAt(0);
        int last = credit.length() - 1;
        if ("([\uFF08".indexOf(first) >= 0 && ")]\uFF09".indexOf(credit.charAt(last)) >= 0) {
            return credit.substring(1, last);
        }
        if (OPENING_SIGNS.indexOf(first) >= 0) {
            return credit.substring(1);
        }
        if (last > 2 && credit.charAt(last) == '.' && Character.isLowerCase(credit.charAt(last - 1))) {
            return credit.substring(0, last);
        }
        long found = words.marks.longest(credit, 0, credit.length());
        return found == WordTrie.NONE
                ? credit
                : credit.substring(behind(credit, WordTrie.end(found), Role.of(found), weakest));
    }

    /** Returns the offset where a credit continues after its first mark; 0 when the mark belongs to the credit. */
    private static int behind(String credit, int end, Role role, Role weakest) {
        int next = end < credit.length() && Characters.isSpace(credit.charAt(end)) ? end + 1 : end;
        if (next == credit.length()) {
            return 0;
        }
        char sign = credit.charAt(next);
        boolean label = Characters.isColon(sign)
                // Scripts without spaces use a slash instead of a colon.
                || (sign == '/' || sign == '\uFF0F') && Characters.isRunOn(credit.charAt(end - 1));
        if (label && role.compareTo(weakest) <= 0) {
            return next + 1;
        }
        return role == Role.BY && next > end ? end : 0;
    }

    private static final class Walk {
        private final NameWords words;
        private final String text;
        private final int limit;
        private final IntConsumer end;

        private int count;
        private int inName;
        private char bracket;
        private boolean agency;
        private boolean mark;
        private boolean slash;
        private boolean named;
        /** Whether the credit has a name or a second mark beside its mark. */
        private boolean content;
        /** Whether the next element needs a separator before it. */
        private boolean closed;

        private boolean pendingSlash;
        private int smallWords;
        /** Whether lower-case words were read that only a slash and an agency can complete. */
        private boolean loose;

        private int told = -1;

        Walk(NameWords words, String text, int limit, IntConsumer end) {
            this.words = words;
            this.text = text;
            this.limit = limit;
            this.end = end;
        }

        void run(int start) {
            int at = start;
            while (at >= 0 && at < limit && count < MOST_WORDS) {
                int next = element(at);
                if (next < 0) {
                    return;
                }
                at = between(next);
            }
        }

        /** Reads a sign, an agency, a credit word or a word of a name; returns its end, or -1 when there is none. */
        private int element(int at) {
            char c = text.charAt(at);
            if (c == '\u00A9' || c == '\u2117') {
                mark = true;
                closed = false;
                return at + 1;
            }
            if (bracket == 0 && (c == '(' || c == '[' || c == '\uFF08')) {
                if (text.startsWith("(c)", at) || text.startsWith("(C)", at)) {
                    mark = true;
                    return at + 3;
                }
                bracket = c == '(' ? ')' : c == '[' ? ']' : '\uFF09';
                closed = false;
                return at + 1;
            }
            count++;
            int agencyEnd = words.agency(text, at, limit);
            long found = words.marks.longest(text, at, limit);
            int markEnd = found == WordTrie.NONE || Character.isLowerCase(c) && count > 1 && !small(found)
                    ? -1
                    : WordTrie.end(found);
            if (agencyEnd > 0 && agencyEnd >= markEnd && (inName == 0 || shouts(at, agencyEnd))) {
                return inName > 0 && closed ? -1 : agency(agencyEnd);
            }
            if (markEnd > 0) {
                return mark(markEnd, Role.of(found) == Role.MARK);
            }
            return name(at);
        }

        /** Whether a mark may be in lower case inside a credit. Labels only stand at its start. */
        private static boolean small(long found) {
            return Role.of(found) != Role.LABEL;
        }

        private boolean shouts(int from, int to) {
            for (int i = from; i < to; i++) {
                if (Character.isLowerCase(text.charAt(i))) {
                    return text.substring(from, to).indexOf(' ') > 0;
                }
            }
            return true;
        }

        private int agency(int to) {
            agency = true;
            loose &= !pendingSlash;
            pendingSlash = false;
            inName = 0;
            closed = false;
            named = true;
            tell(to);
            return to;
        }

        private int mark(int to, boolean ofName) {
            int colon = skipSpace(to);
            boolean label = colon < limit && Characters.isColon(text.charAt(colon));
            content |= mark || named;
            mark = true;
            inName = 0;
            closed = false;
            if (label) {
                content = false;
                return colon + 1;
            }
            named |= ofName;
            tell(to);
            return to;
        }

        private int name(int at) {
            char c = text.charAt(at);
            int next;
            if (Characters.isRunOn(c)) {
                return unspaced(at);
            }
            if (c == '@') {
                next = token(at + 1);
            } else if (Characters.digit(c) >= 0) {
                next = year(at);
            } else if (Character.isLowerCase(c)) {
                next = smallWord(at);
                if (next > 0 && next < limit && text.charAt(next) == ' ' && named) {
                    inName++;
                    return next;
                }
                next = handle(at);
                if (next < 0 && named) {
                    return officeWord(at);
                }
            } else {
                next = NameWords.nameWord(text, at, limit);
                next = next < 0 ? token(at) : host(at, next);
            }
            if (next < 0 || ++inName > NAME_WORDS || closed && inName == 1) {
                return -1;
            }
            content |= mark;
            slash |= pendingSlash && named;
            pendingSlash = false;
            named = true;
            closed = true;
            tell(next);
            if (next < limit && text.charAt(next) == '.' && next - at <= 3) {
                next++;
                tell(next);
            }
            return next;
        }

        private int unspaced(int at) {
            int p = at;
            while (p < limit && p - at < 12 && Characters.isRunOn(text.charAt(p))) {
                p++;
                long found = p < limit ? words.marks.longest(text, p, limit) : WordTrie.NONE;
                if (found != WordTrie.NONE) {
                    break;
                }
            }
            content |= mark;
            slash |= pendingSlash && named;
            pendingSlash = false;
            named = true;
            inName++;
            tell(p);
            return p;
        }

        /** Reads a lower-case word of an office: {@code Press service of the regional government/TASS}. */
        private int officeWord(int at) {
            int p = token(at);
            if (p - at < SMALL_WORD_LENGTH || ++smallWords > SMALL_WORDS) {
                return -1;
            }
            loose = true;
            inName++;
            closed = true;
            return p;
        }

        /** Reads a lower-case particle in the name of an office: Ministry of Defence. */
        private int smallWord(int at) {
            return NameWords.end(words.placeParticles, text, at, limit);
        }

        /** Reads a word with digits or inner capitals: {@code Reuters2}, {@code iStock}. */
        private int token(int at) {
            int p = at;
            while (p < limit && (Characters.isWord(text.charAt(p)) || text.charAt(p) == '_' || text.charAt(p) == '.')) {
                p++;
            }
            while (p > at && text.charAt(p - 1) == '.') {
                p--;
            }
            return p > at && Characters.isValueBoundary(text, p) ? p : -1;
        }

        /** Reads a lower-case word that is a host name ({@code harbour.example}) or has inner capitals. */
        private int handle(int at) {
            int p = token(at);
            for (int i = at; i < p; i++) {
                char c = text.charAt(i);
                if (Characters.isUpper(c) || c == '.') {
                    return p;
                }
            }
            return -1;
        }

        private int host(int at, int next) {
            boolean goesOn =
                    next + 1 < limit && text.charAt(next) == '.' && Character.isLowerCase(text.charAt(next + 1));
            return goesOn ? token(at) : next;
        }

        private int year(int at) {
            int p = at;
            while (p < limit && Characters.digit(text.charAt(p)) >= 0) {
                p++;
            }
            return p - at == 4 && Characters.isValueBoundary(text, p) ? p : -1;
        }

        /** Skips the sign or word that joins two elements; -1 where the credit ends. */
        private int between(int at) {
            int p = at;
            if (bracket != 0 && p < limit && text.charAt(p) == bracket) {
                bracket = 0;
                p++;
                closed = true;
                tell(p);
            }
            if (p >= limit) {
                return -1;
            }
            int spaced = skipSpace(p);
            if (spaced >= limit) {
                return -1;
            }
            char c = text.charAt(spaced);
            if (c == '/' || c == '\uFF0F') {
                pendingSlash = true;
                return open(skipSpace(spaced + 1));
            }
            if (",;|&+\u2022\u00B7\u3001".indexOf(c) >= 0 || spaced > p && Characters.isDash(c)) {
                return open(skipSpace(spaced + 1));
            }
            if (spaced > p) {
                int join = Math.max(NameWords.end(words.joins, text, spaced, limit), words.via(text, spaced, limit));
                if (join > 0 && join < limit && text.charAt(join) == ' ') {
                    return open(join + 1);
                }
                return spaced;
            }
            return p > at || Characters.isRunOn(text.charAt(at - 1)) || !closed ? p : -1;
        }

        private int open(int at) {
            closed = false;
            inName = 0;
            return at;
        }

        private int skipSpace(int at) {
            return at < limit && Characters.isSpace(text.charAt(at)) ? at + 1 : at;
        }

        private void tell(int at) {
            boolean marked = agency || mark && content || slash;
            if (marked && !loose && bracket == 0 && at > told && at <= limit && Characters.isValueBoundary(text, at)) {
                told = at;
                end.accept(at);
                if (at + 1 == limit && limit == text.length() && text.charAt(at) == '.') {
                    told = at + 1;
                    end.accept(at + 1);
                }
            }
        }
    }
}
