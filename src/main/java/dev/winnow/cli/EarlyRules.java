package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Loads the built-in rules on a thread of their own while the command line is parsed. Both tasks are independent, and a short run
 * waits for both.
 */
final class EarlyRules {

    /** Loads nothing early. */
    static final EarlyRules NONE = new EarlyRules(null);

    private static final List<String> NEED_RULES = List.of("clean", "explain", "why", "evaluate");

    /** Prefixes of arguments with which the command needs other rules, or none. An {@code @} file may hold such an option. */
    private static final List<String> OTHERS = List.of("--rules", "--no-builtin", "--help", "-h", "@");

    private final @Nullable FutureTask<Loaded> task;

    private EarlyRules(@Nullable FutureTask<Loaded> task) {
        this.task = task;
    }

    private record Loaded(RuleSet rules, List<String> notes) {}

    /** Starts loading if the command needs the built-in rules and no others. */
    static EarlyRules of(String[] args) {
        boolean needed = args.length > 0
                && NEED_RULES.contains(args[0])
                && Arrays.stream(args).noneMatch(arg -> OTHERS.stream().anyMatch(arg::startsWith));
        if (!needed) {
            return NONE;
        }
        FutureTask<Loaded> task = new FutureTask<>(() -> {
            List<String> notes = new ArrayList<>();
            return new Loaded(Winnow.builder().notes(notes::add).buildRules(), notes);
        });
        Thread thread = new Thread(task, "rules");
        thread.setDaemon(true);
        thread.start();
        return new EarlyRules(task);
    }

    /**
     * Waits for the rules and prints their notes.
     *
     * @return null if no rules were loaded early, or if they have problems; a second load reports these problems
     */
    @Nullable
    RuleSet rules(Console console) {
        if (task == null) {
            return null;
        }
        try {
            Loaded loaded = task.get();
            loaded.notes().forEach(console::say);
            return loaded.rules();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuleException) {
                return null;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
