package dev.winnow.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes the size to which a regular expression expands. RE2/J writes every repetition out, <code>a{1,1000}</code> as a
 * thousand letters, and recurses into repetitions. So a short expression could use up memory or stack. Also reads invalid
 * expressions.
 */
final class RegexSize {

    /** Maximum number of repetitions of a piece, with enclosing repetitions multiplied. RE2 itself has the same limit. */
    static final int MOST_REPEATED = 1_000;

    /** Maximum number of characters, classes and groups after expansion. */
    static final int MOST_PIECES = 20_000;

    private static final Pattern BOUNDS = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    /** An escape is one character; its braces are no repetition. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[pPx]\\{[^}]*\\}|.)", Pattern.DOTALL);

    private final String regex;
    private final Deque<Group> around = new ArrayDeque<>();
    private Group group = new Group();

    /** Counts for a group that is not closed yet. */
    private static final class Group {
        private long pieces;
        private long repeated = 1;
        /** Counts for its last piece, which a quantifier would repeat. */
        private long lastPieces;

        private long lastRepeated = 1;

        void add(long morePieces, long moreRepeated) {
            pieces += morePieces;
            lastPieces = morePieces;
            lastRepeated = moreRepeated;
            repeated = Math.max(repeated, moreRepeated);
        }

        void repeat(long times) {
            pieces += lastPieces * (times - 1);
            lastPieces *= times;
            lastRepeated *= times;
            repeated = Math.max(repeated, lastRepeated);
        }
    }

    private RegexSize(String regex) {
        this.regex = regex;
    }

    /** Returns the offset at which an expression exceeds a limit; negative when it does not. */
    static int outgrownAt(String regex) {
        return new RegexSize(regex).walk();
    }

    private int walk() {
        Matcher bounds = BOUNDS.matcher(regex);
        int at = 0;
        while (at < regex.length()) {
            int from = at;
            char c = regex.charAt(at);
            if (c == '(') {
                around.push(group);
                group = new Group();
                at++;
            } else if (c == ')') {
                close();
                at++;
            } else if (c == '{' && bounds.region(at, regex.length()).lookingAt()) {
                String most = bounds.group(2) == null || bounds.group(2).isEmpty() ? bounds.group(1) : bounds.group(2);
                group.repeat(Math.max(1, Math.max(Long.parseLong(bounds.group(1)), Long.parseLong(most))));
                at = bounds.end();
            } else {
                at = c == '[' ? endOfClass(at) : c == '\\' ? endOfEscape(at) : at + 1;
                group.add(1, 1);
            }
            if (group.repeated > MOST_REPEATED || group.pieces > MOST_PIECES) {
                return from;
            }
        }
        return -1;
    }

    private void close() {
        if (!around.isEmpty()) {
            Group inner = group;
            group = around.pop();
            group.add(inner.pieces + 1, inner.repeated);
        }
    }

    private int endOfEscape(int at) {
        Matcher escape = ESCAPE.matcher(regex).region(at, regex.length());
        return escape.lookingAt() ? escape.end() : at + 1;
    }

    private int endOfClass(int open) {
        int at = regex.startsWith("^", open + 1) ? open + 2 : open + 1;
        at = regex.startsWith("]", at) ? at + 1 : at;
        while (at < regex.length() && regex.charAt(at) != ']') {
            int posix = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
            at = posix > 0 ? posix + 2 : regex.charAt(at) == '\\' ? at + 2 : at + 1;
        }
        return at + 1;
    }
}
