package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The walks of {@code rules/walk.md} and {@code rules/mistakes.md} go as they are written there: their commands run one after the other,
 * what these say is what stands below them, and YAML goes into the file that is named above it, at its end where there is one. A line of
 * {@code …} stands for lines that are left out. After a change of Winnow's words, {@code -Dwinnow.walk=FOLDER} writes the walks with what
 * the commands say now.
 */
class WalkTest {

    private static final String RULES = "my-rules";

    /** A block with what is above it up to the block before. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)(.*?)^```(console|yaml)\\n(.*?)^```$");

    private static final Pattern FILE = Pattern.compile("`(" + RULES + "/[^`]+\\.yaml)`");
    private static final String LEFT_OUT = "…";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"walk.md", "mistakes.md"})
    void goesAsItIsWritten(String name) throws IOException {
        String written = Files.readString(Path.of("rules", name), UTF_8);
        StringBuilder now = new StringBuilder();
        Matcher blocks = BLOCK.matcher(written);
        int end = 0;
        int commands = 0;
        while (blocks.find()) {
            now.append(blocks.group(1)).append("```").append(blocks.group(2)).append('\n');
            if (blocks.group(2).equals("yaml")) {
                addRules(blocks.group(1), blocks.group(3));
                now.append(blocks.group(3));
            } else {
                for (String step : blocks.group(3).split("(?m)^(?=\\$ )")) {
                    now.append(step(step));
                    commands++;
                }
            }
            now.append("```");
            end = blocks.end();
        }
        now.append(written.substring(end));
        String target = System.getProperty("winnow.walk");
        if (target != null) {
            Files.writeString(Path.of(target, name), now, UTF_8);
        }
        assertThat(commands).isGreaterThan(5);
        assertThat(now.toString()).isEqualTo(written);
    }

    private void addRules(String above, String yaml) throws IOException {
        Matcher file = FILE.matcher(above);
        String name = null;
        while (file.find()) {
            name = file.group(1);
        }
        assertThat(name).as("where this goes: %s", yaml).isNotNull();
        Path rules = Path.of(here(name));
        Files.createDirectories(rules.getParent());
        Files.writeString(
                rules,
                Files.exists(rules) ? "\n" + yaml : yaml,
                UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** What a command and what it says would be written as; as it stands there where only lines are left out. */
    private String step(String step) {
        String command = step.substring(2, step.indexOf('\n'));
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertThat(words.remove(0)).isEqualTo("./winnow");
        System.setProperty("winnow.program", "./winnow");
        Cli.Ran ran;
        try {
            ran = Cli.winnow(words.stream().map(this::here).toArray(String[]::new));
        } finally {
            System.clearProperty("winnow.program");
        }
        String said = (ran.out() + ran.err()).replace(folder.resolve(RULES).toString(), RULES);
        String stands = step.substring(step.indexOf('\n') + 1);
        return "$ " + command + "\n" + (fits(stands, said) ? stands : said);
    }

    private String here(String path) {
        return path.startsWith(RULES) ? folder.resolve(path).toString() : path;
    }

    private static boolean fits(String stands, String said) {
        StringBuilder pattern = new StringBuilder();
        for (String line : stands.split("(?<=\n)")) {
            pattern.append(line.strip().equals(LEFT_OUT) ? "(?s:.*)" : Pattern.quote(line));
        }
        return said.matches(pattern.toString());
    }
}
