package dev.winnow.rule.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whole words of a language, a line each, in small letters: {@code rules/words/en.txt}. Far too many for a lexicon. */
public final class WordFiles {

    /** Below the rules. */
    static final String FOLDER = "words";

    private WordFiles() {}

    /**
     * The words that come with Winnow, from where its rules are.
     *
     * @param language ISO 639-1 code
     * @return empty for a language without a list
     */
    public static List<String> builtIn(String language) {
        return lines(FOLDER + "/" + language + ".txt");
    }

    /** Sentences as articles say them, by language: {@code rules/prose.txt}. No rule should take one. */
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
