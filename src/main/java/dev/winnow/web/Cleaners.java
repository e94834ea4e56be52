package dev.winnow.web;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.load.RuleRoot.Texts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes cleaners with the saved rules, or with a draft. Keeps the most recently used ones, because compiling rules takes time.
 * Thread-safe.
 */
final class Cleaners {

    /** Members of answers: the problems in the file of the draft, and those in other files. */
    static final String DIAGNOSTICS = "diagnostics";

    static final String ELSEWHERE = "elsewhere";

    private static final int KEPT = 4;

    private final Supplier<WinnowBuilder> builder;
    private final RuleFolder folder;
    private final Map<Texts, Winnow> made = new LinkedHashMap<>(16, 0.75f, true);
    /** Lock for compiling, so that the same rules are not compiled twice. */
    private final Object compiling = new Object();

    /** @param builder makes a new builder for each call, with everything except the user's rules */
    Cleaners(Supplier<WinnowBuilder> builder, RuleFolder folder) {
        this.builder = builder;
        this.folder = folder;
    }

    /** Returns the user's saved rules, changed by a draft if there is one. */
    Texts texts(@Nullable Draft draft) throws IOException {
        Texts saved = folder.texts();
        if (draft == null) {
            return saved;
        }
        if (folder.path() != null) {
            folder.file(draft.file());
        }
        return saved.with(draft.file(), draft.yaml());
    }

    /**
     * Returns a cleaner for showing pages.
     *
     * @throws Refusal with the diagnostics if the rules are broken
     */
    Winnow of(@Nullable Draft draft) throws IOException {
        Texts texts = texts(draft);
        Winnow ready = known(texts);
        if (ready != null) {
            return ready;
        }
        synchronized (compiling) {
            Winnow known = known(texts);
            return known == null ? keep(texts, build(draft, builder(draft))) : known;
        }
    }

    private @Nullable Winnow known(Texts texts) {
        synchronized (made) {
            return made.get(texts);
        }
    }

    private Winnow keep(Texts texts, Winnow winnow) {
        synchronized (made) {
            made.put(texts, winnow);
            if (made.size() > KEPT) {
                made.remove(made.keySet().iterator().next());
            }
            return winnow;
        }
    }

    /** Returns the cleaner with the saved rules if it is in the cache, else null. Does not wait. */
    @Nullable
    Winnow made() throws IOException {
        return known(texts(null));
    }

    /**
     * Returns a new cleaner without the line model, as in {@code winnow test}.
     *
     * @throws Refusal with the diagnostics if the rules are broken
     */
    Winnow rulesAlone(@Nullable Draft draft) throws IOException {
        return build(draft, builder(draft).model(Strictness.OFF));
    }

    private static Winnow build(@Nullable Draft draft, WinnowBuilder builder) {
        try {
            return builder.build();
        } catch (RuleException e) {
            throw broken(e, draft);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Answer.UNFIT, String.valueOf(e.getMessage()));
        }
    }

    /** Returns a builder with the user's rules. */
    WinnowBuilder builder(@Nullable Draft draft) throws IOException {
        Texts texts = texts(draft);
        return texts.files().isEmpty() ? builder.get() : builder.get().rules(texts);
    }

    private static Refusal broken(RuleException e, @Nullable Draft draft) {
        String file = draft == null ? "" : draft.file();
        Diagnostic first = e.diagnostics().get(0);
        return new Refusal(
                Answer.UNFIT,
                "the rules cannot be used: " + first,
                Map.of(
                        DIAGNOSTICS,
                        e.diagnostics().stream()
                                .filter(one -> one.place().path().equals(file))
                                .map(one -> plain(one, "problem"))
                                .toList(),
                        ELSEWHERE,
                        e.diagnostics().stream()
                                .filter(one -> !one.place().path().equals(file))
                                .map(Cleaners::elsewhere)
                                .toList()));
    }

    private static Map<String, Object> elsewhere(Diagnostic one) {
        return Map.of("file", one.place().path(), "line", one.place().line(), "message", one.message());
    }

    static Map<String, Object> plain(Diagnostic one, String severity) {
        return Map.of(
                "line", one.place().line(),
                "column", one.place().column(),
                "code", one.code(),
                "message", one.message(),
                "severity", severity);
    }
}
