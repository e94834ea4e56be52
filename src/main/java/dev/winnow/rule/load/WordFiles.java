package dev.winnow.rule.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the built-in word lists: one word per line, in lower case, such as {@code rules/words/en.txt}. They are too large for a
 * lexicon.
 */
public final class WordFiles {

    /** Folder of the word lists, relative to the rule folder. */
    static final String FOLDER = "words";

    private WordFiles() {}

    /**
     * Returns the built-in words of a language.
     *
     * @param language ISO 639-1 code
     * @return empty for a language without a list
     */
    public static List<String> builtIn(String language) {
        return lines(FOLDER + "/" + language + ".txt");
    }

    /** Returns typical sentences of articles, by language, from {@code rules/prose.txt}. No rule should match one of them. */
    public static Map<String, List<String>> prose() {
        Map<String, List<String>> prose = new TreeMap<>();
        for (String line : lines("prose.txt")) {
            int space = line.indexOf(' ');
            if (space > 0 && !line.startsWith("#")) {
                prose.computeIfAbsent(line.substring(0, space), language -> new ArrayList<>())
                        .add(line.substring(space + 1).strip());
            }
        }
        return prose;
    }

    private static List<String> lines(String name) {
        String text = BuiltInFiles.text(name);
        return text == null ? List.of() : text.lines().toList();
    }
}
