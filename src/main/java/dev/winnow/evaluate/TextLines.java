package dev.winnow.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a text, to look others up in. A line is found when it stands there as a line of its own, or when it has
 * {@value Shingles#WIDTH} words or more and the text has at least half of its rows of words: lines are cut in other places by
 * others, and a link or a sign more makes no other line.
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

    /** The words alone. */
    static String key(String line) {
        return String.join(" ", Tokens.letters(line));
    }

    /** Those with a word. */
    List<String> lines() {
        return lines;
    }

    /** Whether a line of its own has exactly these words. */
    boolean hasLine(String key) {
        return keys.contains(key);
    }

    /** How many lines of another text are found in this one. */
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
