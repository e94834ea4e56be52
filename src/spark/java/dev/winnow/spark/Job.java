package dev.winnow.spark;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Base class of the jobs: the Spark session, the options of reading, and messages. */
abstract class Job implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Mixin
    final ReadOptions reading = new ReadOptions();

    final SparkSession spark;

    Job(SparkSession spark) {
        this.spark = spark;
    }

    /** Prints a message for a person to the error stream. */
    final void say(String message) {
        spec.commandLine().getErr().println("winnow: " + message);
    }
}
