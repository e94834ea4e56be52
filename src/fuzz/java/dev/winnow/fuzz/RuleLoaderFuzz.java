package dev.winnow.fuzz;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.DiagnosticPrinter;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Any bytes as a rule file: rules that work, or diagnostics that say where and what. */
public final class RuleLoaderFuzz {

    /** Word lists for rules to name. */
    private static final Path WORDS = temporary("""
            lexicon: kinds
            description: For fuzzing.
            any: [read, popular]
            de: [gelesen, "meist gelesen"]
            """);

    private static final Path FILE = temporary("");

    /** Two sites' layouts in small, so that templates, ranges and slots find something to do. */
    private static final String PAGE = """
            date 2019-06-02 WORLD
            Ferry service resumes after storm
            By Ada Holm and Tom Reed
            Published on 02/06/2019 in World
            (Harbour Press) - The first ferry left the harbour on Sunday morning, the harbour master said.

            Photo: A ferry / Harbour Press
            "We are glad," he said. Follow us on the pier.
            © Harbour News 2019
            Read more
            Cat elected mayor of small island
            """;

    private RuleLoaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        LoadedRules loaded = new RuleLoader().load(List.of(RuleRoot.of(WORDS), RuleRoot.of(FILE)));
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            Promise.holds(!diagnostic.message().isBlank(), "a diagnostic says what is wrong");
            Promise.holds(
                    diagnostic.place().line() >= 1 && diagnostic.place().column() >= 1, "places are counted from 1");
        }
        Promise.holds(loaded.ok() == DiagnosticPrinter.print(loaded).isEmpty(), "all diagnostics can be printed");
        if (loaded.ok()) {
            clean(loaded);
        }
    }

    private static void clean(LoadedRules loaded) {
        Winnow winnow;
        try {
            RuleSet rules = RuleSet.compile(loaded.sources(), loaded.digest());
            winnow = Winnow.builder().rules(rules).build();
        } catch (RuleException refused) {
            Promise.holds(!refused.diagnostics().isEmpty(), "rules are refused for a reason");
            return;
        }
        Cleaning.with(winnow, SourceDocument.of("-", PAGE));
    }

    private static Path temporary(String content) {
        try {
            Path file = Files.createTempFile("winnow-fuzz", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, content);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
