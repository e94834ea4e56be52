package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.rule.Field;
import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Editors and the loader read one schema; here a full validator says whether they understand it alike. */
class RuleSchemaTest {

    private static final Path SCHEMA = Path.of("rules/schema.json");
    private static final Path DESIGN = Path.of("src/test/resources/rules/design");
    private static final Path BROKEN = Path.of("src/test/resources/rules/broken");

    @Test
    void isASchemaOfDraft2020() throws IOException {
        LibrarySchema library = new LibrarySchema(schema(), true);

        assertThat(library.errors(parse(DESIGN.resolve("sites/trtworld.com.yaml"))))
                .isEmpty();
    }

    @Test
    void namesTheClosedSetsOfTheCode() throws IOException {
        assertThat(values("label")).isEqualTo(Label.keys());
        assertThat(values("field")).isEqualTo(Field.keys());
        assertThat(values("shape"))
                .isEqualTo(Arrays.stream(Shape.values()).map(Shape::key).toList());
        assertThat(values("zone"))
                .isEqualTo(Arrays.stream(Zone.values()).map(Zone::key).toList());
    }

    @Test
    void judgesBrokenFilesLikeAFullValidator() throws IOException {
        LibrarySchema library = new LibrarySchema(schema(), false);
        try (Stream<Path> files = Files.walk(BROKEN)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Problems problems = new Problems();
                RuleFile read =
                        new RuleFiles(problems).read(List.of(RuleRoot.of(file))).get(0);
                if (read.content() != null) {
                    assertThat(accepts(read.content()))
                            .as(file.toString())
                            .isEqualTo(library.errors(read.content()).isEmpty());
                }
            }
        }
    }

    @Test
    void judgesDamagedFilesLikeAFullValidator() throws IOException {
        LibrarySchema library = new LibrarySchema(schema(), false);
        Random random = new Random(20190602);
        List<YamlNode> sound = List.of(
                parse(DESIGN.resolve("sites/trtworld.com.yaml")),
                parse(DESIGN.resolve("lexicon/recommended_heading.yaml")));
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            YamlNode damaged = damage(sound.get(i % 10 == 0 ? 1 : 0), random);
            boolean accepted = accepts(damaged);
            assertThat(accepted)
                    .as("number %d: %s", i, damaged)
                    .isEqualTo(library.errors(damaged).isEmpty());
            refused += accepted ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 1999);
    }

    private static boolean accepts(YamlNode node) {
        Problems problems = new Problems();
        RuleSchema.ofRuleFiles()
                .check(node, new Source(new RuleFile("-", "-", 0, "", List.of(), node, false), problems));
        return problems.sorted().isEmpty();
    }

    /** Changes one place somewhere in a tree. */
    private static YamlNode damage(YamlNode node, Random random) {
        if (node instanceof Mapping map && !map.entries().isEmpty() && random.nextInt(8) > 0) {
            List<Entry> entries = new ArrayList<>(map.entries());
            int at = random.nextInt(entries.size());
            Entry entry = entries.get(at);
            switch (random.nextInt(12)) {
                case 0 -> entries.remove(at);
                case 1 -> entries.set(at, new Entry(text("surprise"), entry.value()));
                case 2 -> entries.add(new Entry(text(random.nextBoolean() ? "line" : "label"), text("title")));
                default -> entries.set(at, new Entry(entry.key(), damage(entry.value(), random)));
            }
            return new Mapping(distinct(entries), map.flow(), map.start());
        }
        if (node instanceof Items list && !list.items().isEmpty() && random.nextInt(8) > 0) {
            List<YamlNode> items = new ArrayList<>(list.items());
            int at = random.nextInt(items.size());
            switch (random.nextInt(8)) {
                case 0 -> items.remove(at);
                case 1 -> items.add(items.get(at));
                default -> items.set(at, damage(items.get(at), random));
            }
            return new Items(items, list.start());
        }
        List<YamlNode> others = List.of(
                plain("12"),
                plain("0"),
                plain("-1"),
                plain("0.25"),
                plain("1e3"),
                plain("true"),
                plain("false"),
                plain("~"),
                plain(""),
                text(""),
                text("12"),
                text("true"),
                text("title"),
                text("sentence-like"),
                text("any"),
                text("2019-06-02"),
                text("Read More."),
                new Items(List.of(), new Position(1, 1)),
                new Items(List.of(text("title")), new Position(1, 1)),
                new Items(List.of(text("title"), text("title")), new Position(1, 1)),
                new Mapping(List.of(), true, new Position(1, 1)),
                new Mapping(List.of(new Entry(text("regex"), text("a+"))), true, new Position(1, 1)),
                new Mapping(List.of(new Entry(text("short"), plain("3"))), true, new Position(1, 1)));
        return others.get(random.nextInt(others.size()));
    }

    private static List<Entry> distinct(List<Entry> entries) {
        List<Entry> distinct = new ArrayList<>();
        for (Entry entry : entries) {
            if (distinct.stream()
                    .noneMatch(e -> e.key().value().equals(entry.key().value()))) {
                distinct.add(entry);
            }
        }
        return distinct;
    }

    private static Text text(String value) {
        return new Text(value, Text.Style.DOUBLE_QUOTED, new Position(1, 1), new Position(1, 1));
    }

    private static Text plain(String value) {
        return new Text(value, Text.Style.PLAIN, new Position(1, 1), new Position(1, 1));
    }

    private static List<String> values(String definition) throws IOException {
        Mapping definitions = Source.map(schema(), "$defs").orElseThrow();
        return Source.strings(Source.map(definitions, definition).orElseThrow().get("enum"));
    }

    private static Mapping schema() throws IOException {
        return (Mapping) parse(SCHEMA);
    }

    private static YamlNode parse(Path path) throws IOException {
        String text = Files.readString(path);
        return YamlReader.read(path.toString(), text, text.lines().toList(), new Problems());
    }
}
