package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads lexicons and merges those of the same name from different roots. */
final class LexiconReader {

    static final Set<String> NO_LANGUAGES = Set.of("lexicon", "description");

    private final Problems problems;
    private final Map<String, Map<String, List<String>>> words = new TreeMap<>();
    private final Map<String, RuleFile> lastFile = new HashMap<>();

    private boolean addsToChecked;

    LexiconReader(Problems problems) {
        this.problems = problems;
    }

    void add(RuleFile file, Mapping map) {
        Text name = Source.text(map, "lexicon").orElse(null);
        if (name == null) {
            return;
        }
        if (!file.checked() && FieldNames.LEXICONS.contains(name.value())) {
            FieldNames.check(map, new Source(file, problems));
        }
        RuleFile before = lastFile.put(name.value(), file);
        addsToChecked |= before != null && before.checked();
        if (before != null && before.root() == file.root()) {
            problems.add(
                    file.place(name.start()),
                    Code.DUPLICATE_LEXICON,
                    "the lexicon '" + Words.cut(name.value()) + "' stands twice; first in " + before.path());
        }
        Map<String, List<String>> merged = words.computeIfAbsent(name.value(), key -> new LinkedHashMap<>());
        for (Entry entry : map.entries()) {
            String language = entry.key().value();
            if (!NO_LANGUAGES.contains(language)) {
                List<String> list = merged.computeIfAbsent(language, key -> new ArrayList<>());
                for (String word : Source.strings(entry.value())) {
                    // Words of one file stay as they are, their order may mean something; later roots only add.
                    if (before == null || !list.contains(word)) {
                        list.add(word);
                    }
                }
            }
        }
    }

    /** Whether a lexicon that was checked when the program was built has got more words. */
    boolean addsToChecked() {
        return addsToChecked;
    }

    Lexicons merged() {
        Map<String, Lexicon> lexicons = new TreeMap<>();
        words.forEach((name, lists) -> lexicons.put(name, new Lexicon(name, lists)));
        return new Lexicons(lexicons);
    }
}
