package dev.winnow.spark;

import dev.winnow.rule.RuleException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The main class for {@code spark-submit}:
 *
 * <pre>{@code spark-submit --class dev.winnow.spark.WinnowJob winnow-spark.jar clean --input 'crawl/*.warc.gz' --output cleaned}</pre>
 */
@Command(
        name = "winnow-spark.jar",
        description = "Turn scraped articles into clean text on Apache Spark.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        subcommands = {CleanJob.class, StatsJob.class, LearnJob.class})
public final class WinnowJob {

    private WinnowJob() {}

    /** Runs a job in a new session. Exits with 2 if the arguments are wrong, with 1 if the job failed. */
    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder().appName("winnow").getOrCreate();
        int exit;
        try {
            exit = run(spark, args);
        } finally {
            spark.stop();
        }
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /**
     * Runs a job in an existing session.
     *
     * @param args arguments of the command line, beginning with {@code clean}, {@code stats} or {@code learn}
     * @return 0, or 2 if the arguments are wrong; errors of the job itself are thrown, as Spark throws them
     */
    public static int run(SparkSession spark, String... args) {
        CommandLine line = new CommandLine(new WinnowJob(), new JobFactory(spark));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof RuleException broken) {
                command.getErr().println("there are problems in the rules; nothing was done\n" + broken.report());
                return 2;
            }
            if (e instanceof IllegalArgumentException) {
                command.getErr().println(e.getMessage());
                return 2;
            }
            throw e;
        });
        int exit = line.execute(args);
        if (exit == 1) {
            throw new IllegalStateException("the job failed; the error is printed above");
        }
        return exit;
    }

    /** Creates the jobs with the session. */
    private record JobFactory(SparkSession spark) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == CleanJob.class) {
                return type.cast(new CleanJob(spark));
            }
            if (type == StatsJob.class) {
                return type.cast(new StatsJob(spark));
            }
            if (type == LearnJob.class) {
                return type.cast(new LearnJob(spark));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
