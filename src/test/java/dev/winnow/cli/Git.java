package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository for tests; where there is no git, they are left out. */
record Git(Path folder) {

    /** A new repository. */
    static Git in(Path folder) throws IOException, InterruptedException {
        Git git = new Git(folder);
        git.run("init", "-q");
        return git;
    }

    /** Commits all that is in the folder. */
    void commitAll() throws IOException, InterruptedException {
        run("add", ".");
        run("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-q", "-m", "more");
    }

    /** Lets a remote branch stand where the repository is now, as after a fetch. */
    void fetched(String branch) throws IOException, InterruptedException {
        run("update-ref", "refs/remotes/" + branch, "HEAD");
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "there is no git");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
