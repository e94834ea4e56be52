package dev.winnow.rule.slot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads the lexicons that are shipped, simply. */
public final class TestLexicons {

    private static final Lexicons SHIPPED = read(Path.of("rules/lexicon"));

    private TestLexicons() {}

    public static Lexicons shipped() {
        return SHIPPED;
    }

    /** The same, of which no slot has been made yet. */
    static Lexicons fresh() {
        Map<String, Lexicon> byName = new LinkedHashMap<>();
        SHIPPED.names().forEach(name -> byName.put(name, SHIPPED.get(name).orElseThrow()));
        return new Lexicons(byName);
    }

    private static Lexicons read(Path folder) {
        Map<String, Lexicon> byName = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Lexicon lexicon = lexicon(Files.readString(file, StandardCharsets.UTF_8));
                byName.put(lexicon.name(), lexicon);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lexicons(byName);
    }

    private static Lexicon lexicon(String yaml) {
        Map<?, ?> file = (Map<?, ?>)
                new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build()).loadFromString(yaml);
        Map<String, List<String>> words = new LinkedHashMap<>();
        file.forEach((key, value) -> {
            if (value instanceof List<?> list) {
                words.put((String) key, list.stream().map(String.class::cast).toList());
            }
        });
        return new Lexicon((String) file.get("lexicon"), words);
    }
}
