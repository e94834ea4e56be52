package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.fixture.NewFixture;
import dev.winnow.learn.Learnt;
import dev.winnow.model.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the pack learnt for a site, or writes it together with some pages as fixtures. */
final class LearntFiles {

    private static final int MOST_FIXTURES = 3;

    private final Console console;
    /** Folder for the files; null for standard output. */
    private final @Nullable Path folder;

    LearntFiles(Console console, @Nullable String output) {
        this.console = console;
        this.folder = output == null ? null : Standard.path(output);
    }

    /**
     * Writes the pack and the fixtures, and prints the next step for the user.
     *
     * @return the exit code
     * @throws UserError if the folder already has a pack for the site
     */
    int write(Learnt learnt) throws IOException {
        learnt.left().forEach(left -> console.say("left out: " + left));
        learnt.missing().forEach(console::say);
        if (!learnt.isAny()) {
            console.say("nothing recurs on these pages that no rule names; add pages, or write rules by hand");
            return ExitCode.FINDINGS;
        }
        learnt.rules().forEach(rule -> {
            if (rule.support() != null) {
                console.say(told(rule.id(), rule.support()));
            }
        });
        if (folder == null) {
            console.out().write(learnt.yaml().getBytes(UTF_8));
            return ExitCode.OK;
        }
        Path pack = folder.resolve("sites").resolve(learnt.site() + ".yaml");
        if (Files.exists(pack)) {
            throw UserError.usage(pack + " is there already; compare with it first: leave out -o to see the new pack");
        }
        Files.createDirectories(pack.getParent());
        Files.writeString(pack, learnt.yaml());
        console.say("written: " + pack);
        Path fixtures = folder.resolve("fixtures");
        Winnow winnow = RuleOptions.build(Winnow.builder().rules(pack).model(Strictness.OFF));
        FixtureRunner runner = new FixtureRunner(winnow);
        int held = 0;
        for (int i = 0; i < learnt.examples().size() && held < MOST_FIXTURES; i++) {
            Path fixture = fixtures.resolve(learnt.site() + "-" + (held + 1));
            held += holds(learnt.examples().get(i), fixture, runner, learnt.site()) ? 1 : 0;
        }
        console.say("read the pack, then run: " + Standard.program() + " test --rules " + folder + " --fixtures "
                + fixtures);
        return ExitCode.OK;
    }

    private static String told(String rule, Learnt.Support held) {
        return String.format(
                Locale.ROOT,
                "rule '%s': right on %d of %d lines of %s held back, so its precision is at least %.0f %%",
                rule,
                held.right(),
                held.lines(),
                Standard.count(held.pages(), "page"),
                Math.floor(100 * held.bound()));
    }

    /** Writes a page as a fixture. Deletes the fixture again and returns false if it does not hold. */
    private boolean holds(SourceDocument page, Path folder, FixtureRunner runner, String site) throws IOException {
        if (Files.exists(folder)) {
            console.say(folder + " is there already; left as it is");
            return true;
        }
        FixtureResult result = NewFixture.write(page, "https://" + site + "/", folder, runner);
        console.say(
                result.ok()
                        ? "fixture: " + folder
                        : "left out: " + page.id() + " as a fixture: "
                                + result.problems().get(0).text());
        return result.ok();
    }
}
