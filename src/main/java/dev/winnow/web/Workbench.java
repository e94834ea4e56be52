package dev.winnow.web;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.render.Version;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import dev.winnow.text.ShownPath;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workbench: a web page on this machine alone, on which a person sees what becomes of each line of pages, and writes rules. Nothing
 * is written before the person saves; nothing is sent anywhere.
 *
 * <pre>{@code
 * try (Workbench workbench = Workbench.start(settings)) {
 *     System.out.println(workbench.address());   // to be opened in a browser
 *     …
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Workbench implements Closeable {

    private final Server server;
    private final Jobs jobs;
    private volatile boolean closed;
    /** Whether the rules are being read. */
    private volatile boolean reading = true;

    /**
     * How a workbench is to be.
     *
     * @param builder gives a builder with all but the user's own rules, a new one for each call
     * @param rules the folder with the user's rules, which need not be there yet; null to save none
     * @param fixtures the folder with the user's fixtures, which need not be there yet; null for {@code fixtures} in the folder of rules
     * @param inputs the pages to begin with; opened and closed on a thread of its own
     * @param limits for pages that come later
     * @param port 0 for any that is free
     * @param bugs told of errors that nobody foresaw
     */
    public record Settings(
            Supplier<WinnowBuilder> builder,
            @Nullable Path rules,
            @Nullable Path fixtures,
            Supplier<Inputs> inputs,
            Limits limits,
            int port,
            Consumer<Throwable> bugs) {}

    private Workbench(Settings settings) throws IOException {
        server = new Server(settings.port(), settings.bugs());
        jobs = new Jobs(settings.bugs());
        RuleFolder rules = new RuleFolder(settings.rules());
        Path folder = rules.path();
        Path fixtures = settings.fixtures() != null
                ? settings.fixtures().toAbsolutePath().normalize()
                : folder == null ? null : folder.resolve("fixtures");
        Bench bench = new Bench(
                new Pages(),
                rules,
                fixtures,
                new Cleaners(settings.builder(), rules),
                jobs,
                settings.limits(),
                settings.bugs());
        server.on("GET api/state", request -> Answer.json(state(bench)));
        new PageView(bench, server);
        new RuleView(bench, server);
        new ProposalView(bench, server);
        new SaveView(bench, server);
        new EffectView(bench, server);
        new TestsView(bench, server);
        server.start();
        background("pages", () -> {
            try (Inputs inputs = settings.inputs().get()) {
                bench.pages().read(inputs, () -> closed);
            }
        });
        // So that the first page need not wait for the rules.
        background("rules", () -> {
            try {
                bench.cleaners().of(null);
            } catch (Refusal | IOException e) {
                // Who asks for a page is told.
            } finally {
                reading = false;
            }
        });
    }

    /**
     * Starts to serve; pages are read meanwhile.
     *
     * @throws IOException if the port is taken
     */
    public static Workbench start(Settings settings) throws IOException {
        return new Workbench(settings);
    }

    /** What to open in a browser. It holds a secret: who knows it may read the pages and write rules. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        closed = true;
        server.close();
        jobs.close();
    }

    private static void background(String name, Runnable work) {
        Thread thread = new Thread(work, "workbench " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private Map<String, @Nullable Object> state(Bench bench) throws IOException {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("version", Version.current());
        state.put(
                "rules",
                bench.rules().path() == null
                        ? null
                        : String.valueOf(bench.rules().path()));
        state.put("fixtures", shown(bench.fixtures()));
        state.put("labels", Labels.all());
        state.put("packs", RuleView.packs(bench));
        Winnow winnow = bench.cleaners().made();
        state.put(
                "lexicons",
                winnow == null
                        ? List.of()
                        : List.copyOf(winnow.rules().lexicons().names()));
        state.putAll(bench.pages().state());
        state.put("loading", reading || bench.pages().isLoading());
        return state;
    }

    private static @Nullable String shown(@Nullable Path folder) {
        return folder == null ? null : ShownPath.of(folder);
    }
}
