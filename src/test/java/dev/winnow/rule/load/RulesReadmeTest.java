package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.rule.Field;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual of the rule language says what is so. */
class RulesReadmeTest {

    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void showsRulesWhoseExamplesHold() throws IOException {
        Matcher blocks = YAML.matcher(readme());
        int count = 0;
        while (blocks.find()) {
            String block = blocks.group(1);
            String text = block.startsWith("- ") ? "pack: example\nrules:\n" + block : block;
            Files.writeString(folder.resolve(count++ + ".yaml"), text);
        }

        assertThat(count).isGreaterThan(5);
        assertThat(failures(folder)).isEmpty();
    }

    @Test
    void belongsToALanguageThatRunsTheDesign() {
        assertThat(failures(Path.of("src/test/resources/rules/design"))).isEmpty();
    }

    private static List<String> failures(Path rules) {
        Winnow winnow = Winnow.builder().builtinRules(false).rules(rules).build();
        return new ExampleRunner(winnow)
                .run().stream()
                        .filter(result -> !result.ok())
                        .map(result -> result.name() + ": " + result.problems())
                        .toList();
    }

    @Test
    void explainsEveryKeyLabelFieldTypeAndCode() throws IOException {
        Set<String> words = new TreeSet<>();
        keys(YamlReader.read("-", schema(), schema().lines().toList(), new Problems()), words);
        words.addAll(Label.keys());
        words.addAll(Field.keys());
        words.addAll(SlotTypes.of(Lexicons.NONE).names());
        String readme = readme();
        List<String> missing = new ArrayList<>();
        for (String word : words) {
            if (!Pattern.compile("`" + Pattern.quote(word) + "[`:]|[`{ ]" + Pattern.quote(word) + ":")
                    .matcher(readme)
                    .find()) {
                missing.add(word);
            }
        }
        for (Code code : Code.values()) {
            if (!readme.contains("| " + code.id() + " | " + code.meaning() + " |")) {
                missing.add(code.id());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void saysHowLongTextsOfATypeMayBe() throws IOException {
        String limits = readme().replace('\n', ' ').replaceAll(".*Every type but `any` has", "");
        SlotTypes types = SlotTypes.of(Lexicons.NONE);
        for (String name : List.of(
                "int", "number", "year", "word", "upper", "person", "people", "place", "credit", "tags", "url",
                "email")) {
            int longest = types.get(name).orElseThrow().maxLength();
            assertThat(limits)
                    .as(name)
                    .containsPattern("`" + name + "`(,| and `\\w+`| `\\w+`)* "
                            + String.format(Locale.ROOT, "%,d", longest) + "\\b");
        }
    }

    /** The keys that rule files may hold. */
    private static void keys(YamlNode schema, Set<String> keys) {
        if (schema instanceof Mapping map) {
            if (map.get("properties") instanceof Mapping properties) {
                properties.entries().forEach(entry -> keys.add(entry.key().value()));
            }
            map.entries().forEach(entry -> keys(entry.value(), keys));
        }
    }

    private static String schema() throws IOException {
        return Files.readString(Path.of("rules/schema.json"));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("rules/README.md"));
    }
}
