package dev.winnow.source.office;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import dev.winnow.source.Loaded;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as the command line does. */
final class Reading {

    private static final Winnow WINNOW = Winnow.builder().build();

    private Reading() {}

    static List<Loaded> all(byte[] bytes) {
        return all(bytes, Limits.DEFAULT);
    }

    static List<Loaded> all(byte[] bytes, Limits limits) {
        List<Loaded> loaded = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of("-"), new ByteArrayInputStream(bytes), limits)) {
            inputs.forEachRemaining(loaded::add);
        }
        return loaded;
    }

    static SourceDocument document(byte[] bytes) {
        List<Loaded> loaded = all(bytes);
        if (loaded.size() == 1 && loaded.get(0) instanceof Loaded.Document one) {
            return one.document();
        }
        throw new AssertionError("no single document: " + loaded);
    }

    static String refusal(byte[] bytes) {
        return refusal(bytes, Limits.DEFAULT);
    }

    static String refusal(byte[] bytes, Limits limits) {
        List<Loaded> loaded = all(bytes, limits);
        if (loaded.size() == 1 && loaded.get(0) instanceof Loaded.Failure one) {
            return one.message();
        }
        throw new AssertionError("no single failure: " + loaded);
    }

    static Article cleaned(byte[] bytes) {
        return WINNOW.clean(document(bytes));
    }
}
