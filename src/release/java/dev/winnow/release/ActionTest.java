package dev.winnow.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.release.Release.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The commands of {@code action.yml}, in bash, on rules of a team; GitHub's own actions in it are left out. */
class ActionTest {

    @TempDir
    Path team;

    @Test
    void holdsOrFailsAsTheFixturesDo() throws IOException {
        Release.writeTeam(team, Release.SENTENCE);
        Ran good = test("pages", "--format text");
        assertThat(good.out()).contains("1 fixture: 1 hold");
        assertThat(good.exit()).isZero();
        Release.writeTeam(team, "Something else.");
        assertThat(test("pages", "").out()).contains("::error file=").contains("ferry");
        assertThat(test("pages", "").exit()).isEqualTo(1);
        // Without fixtures only the examples count, and they hold.
        assertThat(test("", "").exit()).isZero();
    }

    @Test
    void inputsAreNotRunAsCommands() throws IOException {
        Release.writeTeam(team, Release.SENTENCE);
        Ran ran = test("pages; touch bad", "$(touch bad) `touch bad`");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(team.resolve("bad")).doesNotExist();
        for (Map<?, ?> step : steps()) {
            assertThat(String.valueOf(step.get("run"))).doesNotContain("${{");
        }
    }

    @Test
    void theKeyOfTheCacheDependsOnTheSources() throws IOException {
        Path output = Files.createFile(team.resolve("output"));
        Ran ran = bash("Find out which Winnow this is", Map.of("GITHUB_OUTPUT", output.toString()));
        assertThat(ran.exit()).isZero();
        assertThat(Files.readString(output)).matches("key=\\d+-\\d+\n");
    }

    private Ran test(String fixtures, String args) throws IOException {
        return bash("Test", Map.of("rules", "rules", "fixtures", fixtures, "args", args));
    }

    /** Runs a step as GitHub does. */
    private Ran bash(String name, Map<String, String> values) throws IOException {
        Map<?, ?> step = steps().stream()
                .filter(one -> name.equals(one.get("name")))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GITHUB_ACTION_PATH", Release.REPOSITORY.toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.putAll(values);
        if (step.get("env") instanceof Map<?, ?> variables) {
            variables.forEach((variable, value) -> environment.put(
                    variable.toString(),
                    values.get(value.toString().replaceFirst("^\\$\\{\\{ inputs\\.(\\w+) }}$", "$1"))));
        }
        Path script = Files.writeString(team.resolve("step.sh"), step.get("run").toString());
        return Release.run(
                team, environment, List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString()));
    }

    private static List<Map<?, ?>> steps() throws IOException {
        Map<?, ?> action = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Release.REPOSITORY.resolve("action.yml")));
        return ((List<?>) ((Map<?, ?>) action.get("runs")).get("steps"))
                .stream().<Map<?, ?>>map(step -> (Map<?, ?>) step).toList();
    }
}
