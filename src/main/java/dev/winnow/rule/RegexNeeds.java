package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Necessary conditions for a match of a regular expression: its maximum length, and texts that it holds with their maximum
 * distance from its ends. Such texts may stand inside of words and groups. A line without them is not tried, since this check
 * is many times faster than the expression. Without the check, text of news pages takes 8 to 18 % longer (three pairs of runs
 * on the flat pages of fundus and scrapinghub, November 2026).
 *
 * @param maxLength maximum length of a match in UTF-16 units; {@link Integer#MAX_VALUE} for no limit
 * @param texts the texts, in the order in which they stand
 */
record RegexNeeds(int maxLength, List<Text> texts) {

    private static final int UNBOUNDED = Integer.MAX_VALUE;
    /** Maximum number of characters in a class that is checked. A larger class rules out too few lines. */
    private static final int FEW_CHARACTERS = 8;

    /**
     * A text that every match holds in one of several forms.
     *
     * @param forms folded, none of them blank
     * @param before maximum number of units of a match before it; {@link Integer#MAX_VALUE} for no limit
     * @param after maximum number of units of a match after it
     */
    record Text(List<String> forms, int before, int after) {

        Text {
            forms = List.copyOf(forms);
        }

        private Text within(int moreBefore, int moreAfter) {
            return new Text(forms, sum(before, moreBefore), sum(after, moreAfter));
        }

        /**
         * Whether a text could hold a match.
         *
         * @param fromStart whether matches must begin at the start of the text
         * @param toEnd whether matches must end at the end of the text
         */
        boolean standsIn(String folded, boolean fromStart, boolean toEnd) {
            for (String form : forms) {
                int earliest = toEnd && after != UNBOUNDED ? Math.max(0, folded.length() - after - form.length()) : 0;
                int at = folded.indexOf(form, earliest);
                if (at >= 0 && (!fromStart || at <= before)) {
                    return true;
                }
            }
            return false;
        }

        private int shortest() {
            return forms.stream().mapToInt(String::length).min().orElse(0);
        }
    }

    RegexNeeds {
        texts = List.copyOf(texts);
    }

    /**
     * Reads an expression.
     *
     * @param regex a valid expression in RE2 syntax
     */
    static RegexNeeds of(String regex) {
        if (regex.contains("\\Q") || regex.contains("(?x") || regex.contains("(?U")) {
            return new RegexNeeds(UNBOUNDED, List.of());
        }
        return new Reader(regex).alternatives();
    }

    /** Whether a text could hold a match; the flags are those of {@link Text#standsIn}. */
    boolean mayBeIn(String folded, boolean fromStart, boolean toEnd) {
        for (Text text : texts) {
            if (!text.standsIn(folded, fromStart, toEnd)) {
                return false;
            }
        }
        return true;
    }

    private static int sum(int a, int b) {
        return (int) Math.min(UNBOUNDED, (long) a + b);
    }

    /** Needs of a match of this expression followed by a match of the other. */
    private RegexNeeds then(RegexNeeds other) {
        List<Text> both = new ArrayList<>();
        texts.forEach(text -> both.add(text.within(0, other.maxLength)));
        other.texts.forEach(text -> both.add(text.within(maxLength, 0)));
        return new RegexNeeds(sum(maxLength, other.maxLength), both);
    }

    /** Needs of a match of this expression or of the other. */
    private RegexNeeds or(RegexNeeds other) {
        List<Text> either = new ArrayList<>();
        if (!texts.isEmpty() && !other.texts.isEmpty()) {
            Text one = longest();
            Text two = other.longest();
            List<String> forms = new ArrayList<>(one.forms);
            forms.addAll(two.forms);
            either.add(new Text(
                    forms.stream().distinct().toList(),
                    Math.max(one.before, two.before),
                    Math.max(one.after, two.after)));
        }
        return new RegexNeeds(Math.max(maxLength, other.maxLength), either);
    }

    private Text longest() {
        Text longest = texts.get(0);
        for (Text text : texts) {
            longest = text.shortest() > longest.shortest() ? text : longest;
        }
        return longest;
    }

    /** Needs of {@code least} to {@code most} matches in a row. */
    private RegexNeeds times(int least, int most) {
        int length = maxLength == 0 || most == 0 ? 0 : most == UNBOUNDED ? UNBOUNDED : product(maxLength, most);
        List<Text> held = new ArrayList<>();
        if (least > 0) {
            int more = length == UNBOUNDED ? UNBOUNDED : length - maxLength;
            texts.forEach(text -> held.add(text.within(0, more)));
        }
        return new RegexNeeds(length, held);
    }

    private static int product(int a, int b) {
        return (int) Math.min(UNBOUNDED, (long) a * b);
    }

    private static RegexNeeds length(int length) {
        return new RegexNeeds(length, List.of());
    }

    private static RegexNeeds text(String text) {
        return new RegexNeeds(
                text.length(), text.isBlank() ? List.of() : List.of(text(List.of(Characters.fold(text)))));
    }

    private static Text text(List<String> forms) {
        return new Text(forms, 0, 0);
    }

    /** Walks through an expression. */
    private static final class Reader {

        /** A class or a dot takes one character, which may be two UTF-16 units. */
        private static final RegexNeeds CHARACTER = length(2);

        private static final RegexNeeds NOTHING = length(0);

        private static final Pattern BOUNDS = Pattern.compile("\\{\\d+(,\\d*)?\\}");

        private final String regex;
        private int at;

        Reader(String regex) {
            this.regex = regex;
        }

        /** Reads to the end of the group, or of the expression. */
        RegexNeeds alternatives() {
            RegexNeeds needs = sequence();
            while (at < regex.length() && regex.charAt(at) == '|') {
                at++;
                needs = needs.or(sequence());
            }
            return needs;
        }

        private RegexNeeds sequence() {
            RegexNeeds needs = NOTHING;
            StringBuilder run = new StringBuilder();
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                int mark = run.length();
                RegexNeeds piece = piece(run);
                boolean literal = run.length() > mark;
                boolean quantified = isQuantified();
                if (literal && !quantified) {
                    continue;
                }
                if (literal) {
                    piece = text(run.substring(mark));
                    run.setLength(mark);
                }
                needs = needs.then(text(run.toString()));
                run.setLength(0);
                needs = needs.then(quantified ? quantified(piece) : piece);
            }
            return needs.then(text(run.toString()));
        }

        /** Reads one piece. A literal character is appended to the run; for anything else, its needs are returned. */
        private RegexNeeds piece(StringBuilder run) {
            char c = regex.charAt(at++);
            return switch (c) {
                case '(' -> group();
                case '[' -> characterClass();
                case '\\' -> escape(run);
                case '.' -> CHARACTER;
                case '^', '$' -> NOTHING;
                default -> {
                    run.append(c);
                    if (Character.isHighSurrogate(c) && at < regex.length()) {
                        run.append(regex.charAt(at++));
                    }
                    yield NOTHING;
                }
            };
        }

        private RegexNeeds group() {
            if (regex.startsWith("?", at)) {
                int end = at;
                while (":>)".indexOf(regex.charAt(end)) < 0) {
                    end++;
                }
                at = regex.charAt(end) == ')' ? end : end + 1;
            }
            RegexNeeds needs = alternatives();
            at++;
            return needs;
        }

        private RegexNeeds characterClass() {
            int from = at;
            int close = regex.startsWith("^", at) ? at + 1 : at;
            if (regex.charAt(close) == ']') {
                close++;
            }
            while (regex.charAt(close) != ']') {
                if (regex.charAt(close) == '\\') {
                    close++;
                } else if (regex.startsWith("[:", close)) {
                    // A "[:" without its end is a normal bracket.
                    close = Math.max(close, regex.indexOf(":]", close) + 1);
                }
                close++;
            }
            at = close + 1;
            return characters(regex.substring(from, close));
        }

        /** Returns the characters of a class with only a few plain characters; otherwise any character. */
        private static RegexNeeds characters(String written) {
            List<String> forms = new ArrayList<>();
            for (int i = 0; i < written.length(); i++) {
                boolean escaped = written.charAt(i) == '\\';
                i += escaped ? 1 : 0;
                char c = written.charAt(i);
                boolean itself = !Character.isSurrogate(c)
                        && !Character.isWhitespace(c)
                        && (escaped ? !Character.isLetterOrDigit(c) : "^-[".indexOf(c) < 0);
                if (!itself || forms.size() == FEW_CHARACTERS) {
                    return CHARACTER;
                }
                forms.add(String.valueOf(Characters.fold(c)));
            }
            return new RegexNeeds(1, List.of(text(forms)));
        }

        private RegexNeeds escape(StringBuilder run) {
            char c = regex.charAt(at++);
            if (!Character.isLetterOrDigit(c)) {
                run.append(c);
                return NOTHING;
            }
            if (regex.startsWith("{", at) && (c == 'p' || c == 'P' || c == 'x')) {
                at = regex.indexOf('}', at) + 1;
            } else if (c == 'p' || c == 'P') {
                at++;
            } else if (c == 'x') {
                at += 2;
            }
            while (Character.isDigit(c) && at < regex.length() && Character.isDigit(regex.charAt(at))) {
                at++;
            }
            return CHARACTER;
        }

        /** Whether a quantifier follows. A brace without numbers is a normal character. */
        private boolean isQuantified() {
            return at < regex.length()
                    && ("?*+".indexOf(regex.charAt(at)) >= 0
                            || BOUNDS.matcher(regex).region(at, regex.length()).lookingAt());
        }

        private RegexNeeds quantified(RegexNeeds piece) {
            char c = regex.charAt(at);
            int least = c == '+' ? 1 : 0;
            int most = c == '?' ? 1 : UNBOUNDED;
            if (c == '{') {
                int close = regex.indexOf('}', at);
                String[] bounds = regex.substring(at + 1, close).split(",", -1);
                least = Integer.parseInt(bounds[0]);
                most = bounds.length == 1 ? least : bounds[1].isEmpty() ? UNBOUNDED : Integer.parseInt(bounds[1]);
                at = close;
            }
            at++;
            if (regex.startsWith("?", at)) {
                at++;
            }
            return piece.times(least, most);
        }
    }
}
