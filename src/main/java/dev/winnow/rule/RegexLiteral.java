package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds literal text that every match of a regular expression holds. It reads only what stands outside of groups, classes and
 * repetitions, and finds nothing when there are alternatives.
 */
final class RegexLiteral {

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    /** Offset in the expression where the run begins. */
    private int runFrom;

    private String best = "";
    private int depth;

    private RegexLiteral(String regex) {
        this.regex = regex;
    }

    /** Returns the longest such literal that begins at a word start; empty when there is none. */
    static List<String> of(String regex) {
        String literal = new RegexLiteral(regex).find();
        return literal == null ? List.of() : List.of(literal);
    }

    private @Nullable String find() {
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '|' && depth == 0) {
                return null;
            }
            at = c == '[' ? endOfClass(at) : c == '\\' ? escape(at) : plain(at, c);
        }
        endRun();
        return best.isEmpty() ? null : best;
    }

    private int plain(int at, char c) {
        switch (c) {
            case '(' -> {
                endRun();
                depth++;
            }
            case ')' -> {
                endRun();
                depth--;
            }
            case '?', '*', '{' -> {
                dropLast();
                if (c == '{') {
                    int close = regex.indexOf('}', at);
                    return close < 0 ? regex.length() : close + 1;
                }
            }
            case '.', '^', '$', '+' -> endRun();
            default -> literal(at, c);
        }
        return at + 1;
    }

    private int escape(int at) {
        if (at + 1 == regex.length()) {
            return at + 1;
        }
        char c = regex.charAt(at + 1);
        if (!Character.isLetterOrDigit(c)) {
            literal(at, c);
            return at + 2;
        }
        endRun();
        if ((c == 'p' || c == 'P' || c == 'x') && at + 2 < regex.length() && regex.charAt(at + 2) == '{') {
            int close = regex.indexOf('}', at);
            return close < 0 ? regex.length() : close + 1;
        }
        return at + 2;
    }

    private int endOfClass(int at) {
        endRun();
        int close = regex.indexOf(']', at + 2);
        return close < 0 ? regex.length() : close + 1;
    }

    private void literal(int at, char c) {
        if (depth == 0) {
            runFrom = run.length() == 0 ? at : runFrom;
            run.append(c);
        }
    }

    /** Drops the last character of the run, which a quantifier may remove or repeat. */
    private void dropLast() {
        if (run.length() > 0) {
            run.setLength(run.length() - 1);
        }
        endRun();
    }

    private void endRun() {
        String literal = fromWordStart(run.toString());
        if (literal.length() > best.length()) {
            best = literal;
        }
        run.setLength(0);
    }

    /** Cuts the run to its first word start, since the text before the run is unknown. */
    private String fromWordStart(String literal) {
        if (literal.isEmpty() || literal.length() == regex.length()) {
            return literal.strip();
        }
        boolean atStart = runFrom == 0 || runFrom == 1 && regex.startsWith("^");
        for (int i = atStart ? 0 : 1; i < literal.length(); i++) {
            if (Characters.isWordStart(i == 0 ? ' ' : literal.charAt(i - 1), literal.charAt(i))) {
                return literal.substring(i).strip();
            }
        }
        return "";
    }
}
