package dev.winnow.source.html;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps the name or property of a {@code <meta>} element to a metadata field. Immutable and thread-safe. */
public final class MetaNames {

    /** Vocabularies of names, the most trustworthy first. */
    public enum Vocabulary {
        OPENGRAPH("html/opengraph", "meta-open-graph"),
        DUBLIN_CORE("html/dublin-core", "meta-dublin-core"),
        CITATION("html/citation", "meta-citation"),
        META("html/meta", "meta-names");

        private final String evidence;
        private final String lexicon;

        Vocabulary(String evidence, String lexicon) {
            this.evidence = evidence;
            this.lexicon = lexicon;
        }

        String evidence() {
            return evidence;
        }

        /** Returns the word list that holds the names. */
        public String lexicon() {
            return lexicon;
        }

        /** Returns the word lists of all vocabularies. */
        public static List<String> lexicons() {
            return Arrays.stream(values()).map(Vocabulary::lexicon).toList();
        }
    }

    /** Meaning of a name. */
    record Meaning(String field, Vocabulary vocabulary) {}

    private final Map<String, Meaning> byName = new HashMap<>();

    /**
     * @param fields for each vocabulary a map from names to field keys; other names are unknown
     */
    public MetaNames(Map<Vocabulary, Map<String, String>> fields) {
        fields.forEach((vocabulary, names) -> names.forEach(
                (name, field) -> byName.put(name.toLowerCase(Locale.ROOT), new Meaning(field, vocabulary))));
    }

    /** Returns the meaning of a name; null when unknown. */
    @Nullable
    Meaning of(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        Meaning meaning = byName.get(key);
        return meaning == null ? ofDublinCore(key) : meaning;
    }

    /** Dublin Core names have a prefix, and pages join it to the name by a dot, a colon or an underscore. */
    private @Nullable Meaning ofDublinCore(String key) {
        if (key.indexOf(':') < 0 && key.indexOf('_') < 0) {
            return null;
        }
        Meaning meaning = byName.get(key.replace(':', '.').replace('_', '.'));
        return meaning == null || meaning.vocabulary() != Vocabulary.DUBLIN_CORE ? null : meaning;
    }
}
