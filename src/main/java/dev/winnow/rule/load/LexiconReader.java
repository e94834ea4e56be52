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

/** Reads lexicons. Lexicons of the same name from different roots are merged. */
final class LexiconReader {

    static final Set<String> NO_LANGUAGES = Set.of("lexicon", "description");

    private final Problems problems;
    private final Map<String, Map<String, List<String>>> words = new TreeMap<>();
    private final Map<String, RuleFile> lastFile = new HashMap<>();

    /** Entries with slots. They are checked later, when all lexicons are known. */
    private final List<Template> templates = new ArrayList<>();

    private boolean addsToChecked;

    /**
     * An entry with slots.
     *
     * @param lexicon name of the entry's lexicon
     */
    private record Template(String lexicon, Text text, Source source) {}

    LexiconReader(Problems problems) {
        this.problems = problems;
    }

    void add(RuleFile file, Mapping map) {
        Text name = Source.text(map, "lexicon").orElse(null);
        if (name == null) {
            return;
        }
        Source source = new Source(file, problems);
        if (!file.checked() && FieldNames.LEXICONS.contains(name.value())) {
            FieldNames.check(map, source);
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
            String language = LanguageCodes.language(entry.key().value());
            if (!NO_LANGUAGES.contains(language)) {
                LanguageCodes.check(entry.key(), source);
                List<String> list = merged.computeIfAbsent(language, key -> new ArrayList<>());
                for (Text text : Source.texts(entry.value())) {
                    String word = text.value();
                    if (Lexicon.hasBraces(word) && !source.checked()) {
                        templates.add(new Template(name.value(), text, source));
                    }
                    // The words of the first file keep their order and repetitions, which may have a meaning; later
                    // roots only
                    // add new words.
                    if (before == null || !list.contains(word)) {
                        list.add(word);
                    }
                }
            }
        }
    }

    /**
     * Checks the entries with slots. Call it after all patterns were checked.
     *
     * @param named names of the lexicons that patterns use
     */
    void checkTemplates(PatternCheck check, Set<String> named) {
        for (Template template : templates) {
            Text text = template.text();
            for (PatternCheck.Problem problem : check.word(text.value())) {
                template.source()
                        .problem(
                                text,
                                Math.min(problem.offset(), text.value().length()),
                                problem.code(),
                                problem.message());
            }
            if (!named.contains(template.lexicon())) {
                template.source()
                        .problem(
                                text.start(),
                                Code.TEMPLATE,
                                "only lexicons that a template names may have slots, and no template names {@"
                                        + Words.cut(template.lexicon()) + "}; write '{{' for a brace in the text");
            }
        }
    }

    /** Whether a later root adds to a lexicon that was checked when the program was built. */
    boolean addsToChecked() {
        return addsToChecked;
    }

    Lexicons merged() {
        Map<String, Lexicon> lexicons = new TreeMap<>();
        words.forEach((name, lists) -> lexicons.put(name, new Lexicon(name, lists)));
        return new Lexicons(lexicons);
    }
}
