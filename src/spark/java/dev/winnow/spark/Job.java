package dev.winnow.spark;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all jobs have: a session, what they read, and somebody to tell. */
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

    /** Tells a person what came of the job. */
    final void say(String message) {
        spec.commandLine().getErr().println("winnow: " + message);
    }
}
