package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.audit.AuditException;
import dev.winnow.audit.AuditSample;
import dev.winnow.audit.AuditScore;
import dev.winnow.audit.LineLabels;
import dev.winnow.audit.Proportion;
import dev.winnow.audit.Sheet;
import dev.winnow.restore.Cleaned;
import dev.winnow.restore.Restore;
import dev.winnow.restore.RestoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow audit}: draws a sample of a run for a person to judge, and scores the judged sample. */
@Command(
        name = "audit",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Check the quality of a run by hand, on a random sample of its lines.",
            "1. Draw a sample of removed and kept lines, by site and label, as a CSV sheet. Labels with few lines on a"
                    + " site form one group, with the site (others).",
            "2. Fill the last column of the sheet: was the line rightly removed, or rightly kept? Write right, wrong or"
                    + " unsure (or r, w, u).",
            "3. Score the sheet with --score. Precision is the share of removed lines that were rightly removed."
                    + " Residue is the share of kept lines that do not belong to the article. Both have 95 %%"
                    + " confidence intervals."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow clean corpus/ --ledger -o articles.jsonl",
            "  winnow audit articles.jsonl -o sheet.csv",
            "  winnow audit --score sheet.csv"
        })
final class AuditCommand extends BaseCommand {

    /**
     * Share of kept lines without a label that triggers a warning about other rules. A smaller share has minor causes.
     */
    private static final double MANY_UNLABELLED = 0.05;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "Output of clean --ledger: a file of JSON Lines, also compressed, or a folder of such files.")
    private @Nullable String run;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "SHEET",
            defaultValue = Standard.STREAM,
            description = "File for the sheet, for example sheet.csv. Default: standard output.")
    private String output = Standard.STREAM;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Approximate number of lines to draw. Default: ${DEFAULT-VALUE}.")
    private int rows = 200;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed draws the same sample. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--score", paramLabel = "SHEET", description = "Score this judged sheet.")
    private @Nullable String judged;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    AuditCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if ((run == null) == (judged == null)) {
            throw UserError.usage("name either a run to draw from or, with --score, a judged sheet");
        }
        if (rows < 1) {
            throw UserError.usage("--rows must be at least 1");
        }
        try {
            if (run != null) {
                draw(Standard.path(run));
            } else if (judged != null) {
                score(judged);
            }
        } catch (NoSuchFileException e) {
            throw UserError.usage(e.getFile() + ": no such file; check the path");
        } catch (CharacterCodingException e) {
            throw UserError.usage(judged + ": is not UTF-8; save it as CSV UTF-8");
        } catch (RestoreException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
        return ExitCode.OK;
    }

    private void draw(Path path) throws IOException, RestoreException {
        AuditSample sample = new AuditSample(seed, new LineLabels(RuleOptions.build(rules.builder())));
        for (Path file : CleanedFiles.in(path)) {
            try (Restore records = Restore.of(CleanedFiles.open(file), file.toString())) {
                for (Cleaned record = records.nextCleaned(); record != null; record = records.nextCleaned()) {
                    sample.add(record);
                }
            }
        }
        if (sample.isEmpty()) {
            throw UserError.usage(path + " holds no articles; name what clean --ledger wrote as JSON Lines");
        }
        if (sample.unlabelled() > MANY_UNLABELLED) {
            console.say(String.format(
                    Locale.ROOT,
                    "%.0f %% of the kept lines are not known by the rules here; if the run used others, name them with --rules",
                    100 * sample.unlabelled()));
        }
        byte[] sheet = sample.draw(rows).csv().getBytes(UTF_8);
        if (output.equals(Standard.STREAM)) {
            console.out().write(sheet);
            return;
        }
        Path target = Standard.path(output);
        if (Files.exists(target)) {
            // It may hold hours of judging.
            throw UserError.usage(output + " exists; choose another name, or remove it first");
        }
        Files.write(target, sheet);
    }

    private void score(String sheet) throws IOException {
        AuditScore score;
        try {
            score = new AuditScore(Sheet.read(Files.readString(Standard.path(sheet))));
        } catch (AuditException e) {
            throw UserError.usage(sheet + ": " + e.getMessage());
        }
        PrintWriter out = new PrintWriter(console.out(), false, UTF_8);
        table("Precision: removed lines that were removed rightly", score.precision(), out);
        table("  by label", score.precisionByLabel(), out);
        table("  by site", score.precisionBySite(), out);
        table("Residue: kept lines that do not belong to the article", score.residue(), out);
        table("  by label", score.residueByLabel(), out);
        table("  by site", score.residueBySite(), out);
        out.flush();
    }

    private static void table(String title, Map<String, Proportion> shares, PrintWriter out) {
        out.println(shares.isEmpty() ? title + ": none was judged" : title);
        shares.forEach((name, share) -> out.println(String.format(
                Locale.ROOT,
                "    %s %5.1f %%  (%.1f to %.1f %%, %d judged)",
                Columns.pad(Columns.cut(Console.printable(name.isEmpty() ? "all" : name), 30), 30),
                100 * share.share(),
                100 * share.low(),
                100 * share.high(),
                share.judged())));
    }
}
