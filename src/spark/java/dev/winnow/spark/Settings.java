package dev.winnow.spark;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a text comes out clean, by value, so that a worker needs no file of the driver's. Immutable; equal settings
 * share one {@link Winnow} in each process.
 *
 * @param rules folders of the user's, in their order
 * @param builtIn whether the rules that come with Winnow are used
 * @param site what every page is taken for; null to find out
 * @param policy a name of {@link Policy#named}
 * @param keep keys of labels that stay, too
 * @param drop keys of labels that go, too
 * @param with steps of the normaliser that are switched on
 * @param without steps of the normaliser that are switched off
 * @param strictness a key of {@link Strictness}
 * @param model a line model of the user's own, as it is written; null for the standard one
 * @param statistics of sites, as {@code winnow stats} writes them; null without
 */
public record Settings(
        List<RuleRoot.Texts> rules,
        boolean builtIn,
        @Nullable String site,
        String policy,
        List<String> keep,
        List<String> drop,
        List<String> with,
        List<String> without,
        String strictness,
        @Nullable Bytes model,
        @Nullable Bytes statistics)
        implements Serializable {

    /** As {@code winnow clean} without options. */
    public static final Settings DEFAULT = new Settings(
            List.of(),
            true,
            null,
            Policy.ARTICLE.name(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Strictness.BALANCED.key(),
            null,
            null);

    /** Those of somebody who wants the lines of pages, and nothing cleaned. */
    static Settings ofSteps(List<String> with, List<String> without) {
        return new Settings(
                List.of(),
                true,
                null,
                Policy.ARTICLE.name(),
                List.of(),
                List.of(),
                with,
                without,
                Strictness.OFF.key(),
                null,
                null);
    }

    /** One for each settings met in this process: compiling rules takes a second, and the result takes any number of threads. */
    private static final Map<Settings, Winnow> MADE = new ConcurrentHashMap<>();

    /** Kept at once; more are made anew. A process that cleans in more than a few ways is a notebook. */
    private static final int MOST_MADE = 8;

    /** Settings of one's own; lists are copied. */
    public Settings {
        rules = new ArrayList<>(rules);
        keep = new ArrayList<>(keep);
        drop = new ArrayList<>(drop);
        with = new ArrayList<>(with);
        without = new ArrayList<>(without);
    }

    /** Bytes that are equal where their contents are. */
    public record Bytes(byte[] content) implements Serializable {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && java.util.Arrays.equals(content, bytes.content);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(content);
        }
    }

    /**
     * The cleaner of this process for these settings, made when it is asked for first.
     *
     * @throws RuntimeException as {@link WinnowBuilder#build()} does, and {@link IllegalArgumentException} for what is not known
     */
    public Winnow winnow() {
        Winnow made = MADE.get(this);
        if (made != null) {
            return made;
        }
        synchronized (MADE) {
            if (MADE.size() >= MOST_MADE) {
                MADE.clear();
            }
            return MADE.computeIfAbsent(this, settings -> settings.builder().build());
        }
    }

    /** A builder as these settings say, which takes more. */
    WinnowBuilder builder() {
        WinnowBuilder builder = Winnow.builder()
                .builtinRules(builtIn)
                .site(site)
                .policy(Policy.ofName(policy).orElseThrow(() -> unknown("policy", policy)))
                .keep(labels(keep))
                .drop(labels(drop))
                .model(Strictness.ofKey(strictness).orElseThrow(() -> unknown("model", strictness)));
        rules.forEach(builder::rules);
        with.forEach(builder::withStep);
        without.forEach(builder::withoutStep);
        try {
            if (model != null) {
                builder.model(readModel(model));
            }
            if (statistics != null) {
                builder.statistics(Statistics.read(statistics.content()));
            }
        } catch (IOException | StatisticsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return builder;
    }

    private static LineModel readModel(Bytes model) throws IOException {
        Path file = Files.createTempFile("winnow", ".model");
        try {
            Files.write(file, model.content());
            return LineModel.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Label[] labels(List<String> keys) {
        return keys.stream()
                .map(key -> Label.ofKey(key).orElseThrow(() -> unknown("label", key)))
                .toArray(Label[]::new);
    }

    private static IllegalArgumentException unknown(String what, String name) {
        return new IllegalArgumentException("there is no " + what + " '" + name + "'");
    }
}
