package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for statistics of recurring lines. */
final class StatisticsOptions {

    @Option(
            names = "--stats",
            paramLabel = "FILE",
            description =
                    "Statistics of recurring lines, a file of winnow stats. They are evidence for lines that no rule"
                            + " matches.")
    private @Nullable String stats;

    WinnowBuilder apply(WinnowBuilder builder) {
        return stats == null ? builder : builder.statistics(read(stats));
    }

    /**
     * Reads a file of statistics.
     *
     * @throws UserError if it cannot be read
     */
    static Statistics read(String file) {
        Path path = Standard.path(file);
        if (!Files.isRegularFile(path)) {
            throw UserError.usage("there is no file " + file + "; winnow stats makes one");
        }
        try {
            return Statistics.read(Files.readAllBytes(path));
        } catch (IOException e) {
            throw UserError.usage(file + " cannot be read: " + e.getMessage());
        } catch (StatisticsException e) {
            throw UserError.usage(file + ": " + e.getMessage());
        }
    }
}
