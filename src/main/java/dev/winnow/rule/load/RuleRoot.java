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

/** Where rule files come from. */
public sealed interface RuleRoot {

    /** System property that names Winnow's own folder; its {@code rules} are then the built-in rules. */
    String HOME_PROPERTY = "winnow.home";

    /** The rules that come with Winnow: in its jar, or below the folder that {@value #HOME_PROPERTY} names. */
    static RuleRoot builtIn() {
        return BuiltIn.RULES_AND_LEXICONS;
    }

    /** Only the lexicons that come with Winnow: names of months and the like, without which no date is read. */
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
     * @param name what messages call it
     */
    static RuleRoot text(String name, String yaml) {
        return new Texts(Map.of(name, yaml));
    }

    /**
     * The files of a folder (or one file) as texts, for somebody who takes them to another machine or tries out a change of one. They
     * make the same digest, and the same rules, as the folder does.
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
     * All {@code *.yaml} and {@code *.yml} files below a folder of a class path, in a jar or not; of several folders with this
     * name the one that stands first.
     *
     * @param folder without a slash at its ends, such as {@code com/example/rules}
     */
    static RuleRoot classPath(ClassLoader loader, String folder) {
        return new ClassPath(loader, folder);
    }

    /**
     * What comes with Winnow, then the user's.
     *
     * @param rules whether the built-in rules count; the built-in lexicons do in any case
     */
    static List<RuleRoot> all(boolean rules, List<RuleRoot> more) {
        List<RuleRoot> roots = new ArrayList<>();
        roots.add(rules ? builtIn() : builtInLexicons());
        roots.addAll(more);
        return roots;
    }

    /** What comes with Winnow. */
    enum BuiltIn implements RuleRoot {
        RULES_AND_LEXICONS,
        LEXICONS
    }

    /** A folder (or a single file) of the user's. */
    record Folder(Path path) implements RuleRoot {}

    /**
     * Rule files that lie nowhere.
     *
     * @param files text by name, which is the path below the folder that they are from; in the order of names
     */
    record Texts(SortedMap<String, String> files) implements RuleRoot, Serializable {
        public Texts {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        public Texts(Map<String, String> files) {
            this(new TreeMap<>(files));
        }

        /** The same with another text for one file, or with one file more. */
        public Texts with(String name, String yaml) {
            Map<String, String> changed = new TreeMap<>(files);
            changed.put(name, yaml);
            return new Texts(changed);
        }
    }

    /** A folder of a class path. */
    record ClassPath(ClassLoader loader, String folder) implements RuleRoot {}
}
