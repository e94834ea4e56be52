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
 * All settings of cleaning, as a value that can be sent to workers, so that a worker needs no files of the driver. Immutable;
 * equal settings share one {@link Winnow} in each process.
 *
 * @param rules the user's rule folders, in their order
 * @param builtIn true to use the built-in rules
 * @param site site of every page; null to detect it
 * @param policy a name of {@link Policy#named}
 * @param keep keys of additional labels to keep
 * @param drop keys of additional labels to drop
 * @param with names of normaliser steps to switch on
 * @param without names of normaliser steps to switch off
 * @param strictness a key of {@link Strictness}
 * @param model the file content of the user's own line model; null for the built-in one
 * @param statistics site statistics, as {@code winnow stats} writes them; null for none
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

    /** The settings of {@code winnow clean} without options. */
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

    /** Returns settings for reading the lines of pages, without cleaning. */
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

    /**
     * Cache of one Winnow for each settings used in this process. Compiling rules takes a second; the result is thread-safe.
     */
    private static final Map<Settings, Winnow> MADE = new ConcurrentHashMap<>();

    /** Maximum size of the cache. Beyond it the cache is cleared. Only an interactive notebook uses many different settings. */
    private static final int MOST_MADE = 8;

    /** Creates settings; the lists are copied. */
    public Settings {
        rules = new ArrayList<>(rules);
        keep = new ArrayList<>(keep);
        drop = new ArrayList<>(drop);
        with = new ArrayList<>(with);
        without = new ArrayList<>(without);
    }

    /** A byte array that is compared by content. */
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
     * Returns this process's Winnow for these settings; creates it at the first call.
     *
     * @throws RuntimeException as {@link WinnowBuilder#build()} does; {@link IllegalArgumentException} for an unknown policy,
     *     label, step or site
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

    /** Returns a builder with these settings, to which more can be added. */
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
