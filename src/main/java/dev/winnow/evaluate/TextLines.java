package dev.winnow.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks up lines in a text. A line is found when it is a line of the text. It is also found when it has {@value Shingles#WIDTH}
 * words or more and the text has at least half of its word sequences. This allows for other line breaks, and for an additional
 * link or sign.
 */
final class TextLines {

    private final List<String> lines;
    private final Set<String> keys = new HashSet<>();
    private final Shingles shingles;

    TextLines(String text, Shingles letters) {
        this.lines =
                Tokens.lines(text).stream().filter(line -> !key(line).isEmpty()).toList();
        this.shingles = letters;
        lines.forEach(line -> keys.add(key(line)));
    }

    TextLines(String text) {
        this(text, Shingles.of(Tokens.letters(text)));
    }

    /** Returns the words of a line alone. */
    static String key(String line) {
        return String.join(" ", Tokens.letters(line));
    }

    /** Returns the lines that have a word. */
    List<String> lines() {
        return lines;
    }

    /** Whether the text has a line with exactly these words. */
    boolean hasLine(String key) {
        return keys.contains(key);
    }

    /** Returns the number of lines of another text that are found in this one. */
    int held(TextLines others) {
        return (int) others.lines.stream().filter(this::holds).count();
    }

    /** Whether a line is found in this text. */
    boolean holds(String line) {
        List<String> tokens = Tokens.letters(line);
        return keys.contains(String.join(" ", tokens))
                || tokens.size() >= Shingles.WIDTH && Shingles.of(tokens).mostlyIn(shingles);
    }
}
