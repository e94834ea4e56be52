package dev.winnow.rule.load;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A place from which rule files are read: built-in rules, a folder, texts, or a folder of a class path. */
public sealed interface RuleRoot {

    /** System property with the path of Winnow's own folder. If set, its subfolder {@code rules} holds the built-in rules. */
    String HOME_PROPERTY = "winnow.home";

    /** The rules that come with Winnow: in its jar, or below the folder that {@value #HOME_PROPERTY} names. */
    static RuleRoot builtIn() {
        return BuiltIn.RULES_AND_LEXICONS;
    }

    /** Only the lexicons that come with Winnow. They hold, for example, names of months, which dates need. */
    static RuleRoot builtInLexicons() {
        return BuiltIn.LEXICONS;
    }

    /** All {@code *.yaml} and {@code *.yml} files below a folder, or one such file. */
    static RuleRoot of(Path path) {
        return new Folder(path);
    }

    /**
     * One rule file, given as text.
     *
     * @param name name of the file in messages
     */
    static RuleRoot text(String name, String yaml) {
        return new Texts(Map.of(name, yaml));
    }

    /**
     * Reads the files of a folder, or one file, as texts; to send them to another machine, or to try out a change of one file.
     * They give the same digest and the same rules as the folder.
     */
    static Texts texts(Path path) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (StoredFiles stored = StoredFiles.below(path)) {
            for (String name : stored.names()) {
                if (RuleFiles.isRuleFile(name)) {
                    texts.put(name, new String(stored.bytes(name), StandardCharsets.UTF_8));
                }
            }
        }
        return new Texts(texts);
    }

    /**
     * All {@code *.yaml} and {@code *.yml} files below a folder of a class path, in a jar or not. If several folders have this
     * name, the first one on the class path is used.
     *
     * @param folder without leading or trailing slash, such as {@code com/example/rules}
     */
    static RuleRoot classPath(ClassLoader loader, String folder) {
        return new ClassPath(loader, folder);
    }

    /**
     * Returns the built-in root, then the user's roots.
     *
     * @param rules true if the built-in rules are included; the built-in lexicons are in any case
     */
    static List<RuleRoot> all(boolean rules, List<RuleRoot> more) {
        List<RuleRoot> roots = new ArrayList<>();
        roots.add(rules ? builtIn() : builtInLexicons());
        roots.addAll(more);
        return roots;
    }

    /** The rules or lexicons that come with Winnow. */
    enum BuiltIn implements RuleRoot {
        RULES_AND_LEXICONS,
        LEXICONS
    }

    /** A folder or a single file of the user. */
    record Folder(Path path) implements RuleRoot {}

    /**
     * Rule files that exist only in memory.
     *
     * @param files text by name, sorted by name; the name is the path relative to the original folder
     */
    record Texts(SortedMap<String, String> files) implements RuleRoot, Serializable {
        public Texts {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        public Texts(Map<String, String> files) {
            this(new TreeMap<>(files));
        }

        /** Returns a copy with another text for one file, or with one more file. */
        public Texts with(String name, String yaml) {
            Map<String, String> changed = new TreeMap<>(files);
            changed.put(name, yaml);
            return new Texts(changed);
        }
    }

    /** A folder of a class path. */
    record ClassPath(ClassLoader loader, String folder) implements RuleRoot {}
}
