package dev.winnow.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the pieces of text that every match of a regular expression holds, also those in the middle of words and in groups. A
 * line without one of them need not be tried, and looking for them is many times faster than trying. Gives up on
 * alternatives: what is said of them is nothing.
 */
final class RegexTexts {

    private final String regex;
    private int at;

    private RegexTexts(String regex) {
        this.regex = regex;
    }

    /**
     * The pieces, folded.
     *
     * @param regex in RE2 syntax, without mistakes
     */
    static List<String> of(String regex) {
        if (regex.contains("\\Q") || regex.contains("(?x") || regex.contains("(?U")) {
            return List.of();
        }
        return new RegexTexts(regex)
                .alternatives().stream()
                        .filter(text -> !text.isBlank())
                        .map(Fold::of)
                        .distinct()
                        .toList();
    }

    /** Reads to the end of a group, or of the expression. */
    private List<String> alternatives() {
        List<String> texts = sequence();
        boolean several = false;
        while (at < regex.length() && regex.charAt(at) == '|') {
            at++;
            sequence();
            several = true;
        }
        return several ? List.of() : texts;
    }

    private List<String> sequence() {
        List<String> texts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int mark = run.length();
            List<String> inside = piece(run);
            boolean literal = run.length() > mark;
            if (!literal) {
                end(run, texts);
            }
            if (at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0) {
                boolean optional = regex.charAt(at) != '+';
                quantifier();
                if (literal && optional) {
                    run.setLength(mark);
                }
                end(run, texts);
                if (optional) {
                    continue;
                }
            }
            texts.addAll(inside);
        }
        end(run, texts);
        return texts;
    }

    private static void end(StringBuilder run, List<String> texts) {
        if (run.length() > 0) {
            texts.add(run.toString());
            run.setLength(0);
        }
    }

    /** Reads one piece: a character goes to the run, what a group holds is returned. */
    private List<String> piece(StringBuilder run) {
        char c = regex.charAt(at++);
        switch (c) {
            case '(' -> {
                return group();
            }
            case '[' -> characterClass();
            case '\\' -> escape(run);
            case '.', '^', '$' -> {
                // Says nothing of the text.
            }
            default -> run.append(c);
        }
        return List.of();
    }

    private List<String> group() {
        if (regex.startsWith("?", at)) {
            int end = at;
            while (":>)".indexOf(regex.charAt(end)) < 0) {
                end++;
            }
            at = regex.charAt(end) == ')' ? end : end + 1;
        }
        List<String> texts = alternatives();
        at++;
        return texts;
    }

    private void characterClass() {
        int close = regex.startsWith("^", at) ? at + 1 : at;
        if (regex.charAt(close) == ']') {
            close++;
        }
        while (regex.charAt(close) != ']') {
            if (regex.charAt(close) == '\\') {
                close++;
            } else if (regex.startsWith("[:", close)) {
                close = regex.indexOf(":]", close) + 1;
            }
            close++;
        }
        at = close + 1;
    }

    private void escape(StringBuilder run) {
        char c = regex.charAt(at++);
        if (!Character.isLetterOrDigit(c)) {
            run.append(c);
        } else if (regex.startsWith("{", at) && (c == 'p' || c == 'P' || c == 'x')) {
            at = regex.indexOf('}', at) + 1;
        } else if (c == 'p' || c == 'P') {
            at++;
        } else if (c == 'x') {
            at += 2;
        }
    }

    private void quantifier() {
        if (regex.charAt(at) == '{') {
            at = regex.indexOf('}', at);
        }
        at++;
        if (regex.startsWith("?", at)) {
            at++;
        }
    }
}
