package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    @TempDir
    Path folder;

    @Test
    void saysThatRulesAreSound() {
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", Pages.rules(folder));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("2 rules of 0 sites and of pages in general: no problems");
    }

    @Test
    void showsEveryProblemOfEveryFile() {
        String rules = Pages.rules(folder);
        Pages.file(folder.resolve("rules/common/a.yaml"), "pack: common\nrules:\n- id: x\n  lable: share\n");
        Pages.file(folder.resolve("rules/common/b.yaml"), "pack: common\nruels: []\n");
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", rules);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("a.yaml:4:3: ", "b.yaml:2:1: ", "did you mean 'rules'", "^");
    }

    @Test
    void namesAFolderThatIsNotThere() {
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", folder.resolve("gone").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("gone").contains("no such file or folder");
    }
}
