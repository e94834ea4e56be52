package dev.winnow.source;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths: {@code *} and {@code ?} inside a name, {@code **} for any number of folders (or none), {@code [a-z]},
 * {@code {a,b}}. Winnow expands it itself, so that it works in quotes and in every shell. Names that begin with a dot match
 * only a pattern that begins with a dot. Thread-safe.
 */
final class Glob {

    private final String base;
    private final String rest;
    private final Pattern pattern;

    private Glob(String base, String rest) {
        this.base = base;
        this.rest = rest;
        this.pattern = Pattern.compile(regex(rest));
    }

    static boolean isGlob(String argument) {
        return argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /**
     * @param argument with at least one pattern character
     * @throws IllegalArgumentException if a bracket is not closed
     */
    static Glob of(String argument) {
        int special = 0;
        while ("*?[{".indexOf(argument.charAt(special)) < 0) {
            special++;
        }
        int slash = argument.lastIndexOf('/', special);
        try {
            return new Glob(
                    slash == 0 ? "/" : argument.substring(0, Math.max(slash, 0)), argument.substring(slash + 1));
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("the pattern is broken: a bracket or brace is not closed", broken);
        }
    }

    /** Returns the folder before the first pattern character; empty for the current folder. */
    String base() {
        return base;
    }

    /** @param relative the path below {@link #base()}, parts joined by {@code /} */
    boolean matches(String relative) {
        return pattern.matcher(relative).matches();
    }

    /** Whether a matching folder stands for all its documents, as when a shell expands {@code *}. */
    boolean takesFolders() {
        return !rest.endsWith("**");
    }

    /** Returns the maximum depth of folders below the base that can match. */
    int depth() {
        if (rest.contains("**") || rest.indexOf('{') >= 0) {
            return Integer.MAX_VALUE;
        }
        return (int) rest.chars().filter(c -> c == '/').count();
    }

    boolean wantsHidden() {
        return rest.startsWith(".") || rest.contains("/.");
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            boolean nameStart = i == 0 || glob.charAt(i - 1) == '/';
            if (glob.startsWith("**/", i) && nameStart) {
                regex.append("(?:[^/.][^/]*+/)*");
                i += 2;
            } else if (c == '*') {
                boolean deep = glob.startsWith("**", i);
                regex.append(nameStart ? "(?!\\.)" : "").append(deep ? ".*" : "[^/]*");
                i += deep ? 1 : 0;
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '[') {
                int close = glob.indexOf(']', i + 2);
                if (close < 0) {
                    throw new PatternSyntaxException("open", glob, i);
                }
                boolean not = glob.charAt(i + 1) == '!' || glob.charAt(i + 1) == '^';
                String set = glob.substring(i + (not ? 2 : 1), close);
                regex.append(not ? "[^/" : "[")
                        .append(set.replaceAll("([\\\\\\[\\]&^])", "\\\\$1"))
                        .append(']');
                i = close;
            } else if (c == '{') {
                braces++;
                regex.append("(?:");
            } else if (c == '}' && braces > 0) {
                braces--;
                regex.append(')');
            } else if (c == ',' && braces > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
