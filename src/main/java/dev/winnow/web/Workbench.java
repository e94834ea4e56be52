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
 * The workbench: a local web application that shows the label of each line of pages and helps to write rules. It writes nothing
 * before the user saves, and sends nothing to other machines.
 *
 * <pre>{@code
 * try (Workbench workbench = Workbench.start(settings)) {
 *     System.out.println(workbench.address());   // open it in a browser
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
    /** Whether the rules are still being loaded. */
    private volatile boolean reading = true;

    /**
     * The settings of a workbench.
     *
     * @param builder makes a new builder for each call, with everything except the user's own rules
     * @param rules folder of the user's rules, which may not exist yet; null if rules cannot be saved
     * @param fixtures folder of the user's fixtures, which may not exist yet; null for {@code fixtures} in the folder of rules
     * @param inputs the first pages; opened and closed on a thread of its own
     * @param limits limits for pages that are added later
     * @param port port; 0 for any free port
     * @param bugs gets unexpected errors
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
        // Load the rules now, so that the first page is shown sooner.
        background("rules", () -> {
            try {
                bench.cleaners().of(null);
            } catch (Refusal | IOException e) {
                // The request for a page reports the error.
            } finally {
                reading = false;
            }
        });
    }

    /**
     * Starts the server. Pages are read in the background.
     *
     * @throws IOException if the port is taken
     */
    public static Workbench start(Settings settings) throws IOException {
        return new Workbench(settings);
    }

    /** Returns the URL for the browser. It holds a secret token: with it, anybody can read the pages and write rules. */
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
