package dev.winnow.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread turns the pages of a corpus, one by one, from bytes into lines of JSON. The corpus is the folder or file named by
 * the system property {@code bench.corpus}, see {@link Corpus}. Scores are milliseconds for the whole corpus; for ratios that
 * noise does not blur, see {@link SpeedTable}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CleanBenchmark {

    @Param
    public Mode mode = Mode.BASELINE;

    private List<Corpus.Page> pages = List.of();
    private Work work = (page, out) -> {};
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Setup
    public void prepare() throws IOException {
        pages = Corpus.read(Path.of(System.getProperty("bench.corpus", "fixtures")));
        work = mode.work();
    }

    @Benchmark
    public int corpus() throws IOException {
        int bytes = 0;
        for (Corpus.Page page : pages) {
            out.reset();
            work.run(page, out);
            bytes += out.size();
        }
        return bytes;
    }
}
