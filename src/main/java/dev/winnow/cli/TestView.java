package dev.winnow.cli;

import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.Gauge;
import dev.winnow.fixture.Problem;
import dev.winnow.fixture.TestRun;
import dev.winnow.fixture.TestRun.Found;
import dev.winnow.fixture.TestRun.State;
import dev.winnow.fixture.TestRun.Test;
import java.util.Iterator;
import java.util.List;

/** Prints a test run as text, for a terminal or a log. */
record TestView(Style style) {

    /** Returns the failures and the counts. */
    String show(TestRun run) {
        StringBuilder out = new StringBuilder();
        for (ExampleResult result : run.examples()) {
            if (!result.ok()) {
                failure(result.name(), result.problems(), "", out);
            }
        }
        for (FixtureResult result : run.fixtures()) {
            if (!result.updated().isEmpty()) {
                out.append(style.yellow("updated ")).append(result.name()).append('\n');
                result.updated()
                        .forEach(line ->
                                out.append("    ").append(coloured(line)).append('\n'));
                out.append('\n');
            }
            if (!result.ok()) {
                List<String> problems =
                        result.problems().stream().map(Problem::text).toList();
                failure("fixture " + result.name(), problems, result.hint(), out);
            }
        }
        for (Gauge gauge : run.gauges()) {
            for (Gauge.Finding finding : gauge.findings()) {
                String place = finding.file().isEmpty() ? "" : finding.file() + ":" + finding.line() + ": ";
                out.append(Console.printable(place + finding.subject() + " " + finding.what()))
                        .append('\n');
            }
            out.append(gauge.findings().isEmpty() ? "" : "\n");
        }
        summary(run, out);
        run.gauges()
                .forEach(gauge -> out.append(gauge.name())
                        .append(' ')
                        .append(gauge.summary())
                        .append('\n'));
        return out.toString();
    }

    private void failure(String name, List<String> problems, String hint, StringBuilder out) {
        out.append(style.red("failed "))
                .append(style.bold(Console.printable(name)))
                .append('\n');
        for (String problem : problems) {
            Iterator<String> lines = problem.lines().iterator();
            out.append("  ").append(Console.printable(lines.next())).append('\n');
            lines.forEachRemaining(
                    line -> out.append("    ").append(coloured(line)).append('\n'));
        }
        if (!hint.isEmpty()) {
            out.append("  if this is right: ").append(Console.printable(hint)).append('\n');
        }
        out.append('\n');
    }

    private String coloured(String line) {
        String shown = Console.printable(line);
        return line.startsWith("- ") ? style.red(shown) : line.startsWith("+ ") ? style.green(shown) : shown;
    }

    private void summary(TestRun run, StringBuilder out) {
        long known = run.examples(State.KNOWN_FAILURE);
        out.append(Standard.count(run.examples().size(), "example"))
                .append(" of ")
                .append(Standard.count(run.rulesWithExamples(), "rule"))
                .append(": ")
                .append(verdict(run.examples(State.HOLDS), run.examples(State.FAILED)))
                .append(known == 0 ? "" : ", " + Standard.count(known, "known failure"))
                .append('\n')
                .append(Standard.count(run.fixtures().size(), "fixture"))
                .append(": ")
                .append(verdict(run.fixtures(State.HOLDS), run.fixtures(State.FAILED)));
        long updated = run.fixtures().stream()
                .filter(result -> !result.updated().isEmpty())
                .count();
        out.append(updated == 0 ? "" : ", " + updated + " updated: read the differences before you commit")
                .append('\n');
    }

    private String verdict(long held, long failed) {
        return failed == 0 ? style.green(held + " hold") : held + " hold, " + style.red(failed + " failed");
    }

    /** Returns the failures as annotations for GitHub. */
    static String annotations(TestRun run, Annotations github) {
        StringBuilder out = new StringBuilder();
        for (Test test : run.tests()) {
            for (Found problem : test.problems()) {
                String hint = test.hint().isEmpty() ? "" : "\nif this is right: " + test.hint();
                out.append(github.error(problem.file(), problem.line(), 0, test.name(), problem.text() + hint));
            }
        }
        for (Gauge gauge : run.gauges()) {
            for (Gauge.Finding finding : gauge.findings()) {
                out.append(github.warning(finding.file(), finding.line(), finding.subject(), finding.what()));
            }
        }
        return out.toString();
    }
}
