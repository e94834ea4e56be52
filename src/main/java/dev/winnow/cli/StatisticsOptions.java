package dev.winnow.cli;

import dev.winnow.WinnowBuilder;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What recurs on the pages of sites. */
final class StatisticsOptions {

    @Option(
            names = "--stats",
            paramLabel = "FILE",
            description =
                    "What recurs on the pages of sites, as winnow stats wrote it: evidence for lines that no rule knows.")
    private @Nullable String stats;

    WinnowBuilder apply(WinnowBuilder builder) {
        return stats == null ? builder : builder.statistics(read(stats));
    }

    /** Reads a file, or says what is wrong with it. */
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
