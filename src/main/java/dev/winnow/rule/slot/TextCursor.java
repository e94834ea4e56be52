package dev.winnow.rule.slot;

import dev.winnow.text.Characters;

/** Base class of scans: small steps over a text up to a limit. Each step returns the offset after what it read. */
abstract class TextCursor {

    final String text;
    final int limit;

    TextCursor(String text, int limit) {
        this.text = text;
        this.limit = Math.min(limit, text.length());
    }

    /** Returns the character at an index, or NUL outside of the text. */
    final char at(int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
    }

    final int skipSpace(int at) {
        return at < limit && Characters.isSpace(text.charAt(at)) ? at + 1 : at;
    }

    final int skip(int at, char c) {
        return at < limit && text.charAt(at) == c ? at + 1 : at;
    }

    /** Returns the end of the run of digits that begins here; -1 when there is none, or it has more than {@code most} digits. */
    final int number(int at, int most) {
        int end = at;
        while (end >= 0 && end <= at + most && end < text.length() && Characters.digit(text.charAt(end)) >= 0) {
            end++;
        }
        return end == at || end - at > most || end > limit ? -1 : end;
    }

    final int value(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + Characters.digit(text.charAt(i));
        }
        return value;
    }
}
