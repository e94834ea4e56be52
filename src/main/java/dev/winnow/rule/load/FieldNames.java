package dev.winnow.rule.load;

import dev.winnow.rule.Field;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.source.html.MetaNames.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the lexicons that map names in a page's data to metadata fields. An entry has the form {@code FIELD=NAME|NAME}. */
final class FieldNames {

    static final List<String> LEXICONS = Vocabulary.lexicons();

    private FieldNames() {}

    static void check(Mapping lexicon, Source source) {
        Map<String, String> fields = new HashMap<>();
        lexicon.entries().stream()
                .filter(list -> !LexiconReader.NO_LANGUAGES.contains(list.key().value()))
                .flatMap(list -> Source.texts(list.value()).stream())
                .forEach(text -> check(text, fields, source));
    }

    private static void check(Text text, Map<String, String> fields, Source source) {
        LexiconEntry entry = LexiconEntry.read(text.value());
        String field = entry.value();
        if (field.isEmpty() || entry.spellings().isEmpty()) {
            source.problem(
                    text.start(),
                    Code.BAD_FORM,
                    "'" + Words.cut(text.value()) + "' has no field or no name; write FIELD=NAME|NAME");
        } else if (Field.ofKey(field).isEmpty()) {
            source.problem(
                    text.start(),
                    Code.NOT_ALLOWED,
                    "'" + Words.cut(field) + "' is no metadata field"
                            + Words.instead(field, Field.keys(), Field.keys()));
        }
        for (String name : entry.spellings()) {
            String before = fields.putIfAbsent(name.toLowerCase(Locale.ROOT), field);
            if (before != null) {
                source.problem(
                        text.start(),
                        Code.TWICE_IN_LIST,
                        "the name '" + Words.cut(name) + "' stands twice, first for '" + Words.cut(before) + "'");
            }
        }
    }
}
