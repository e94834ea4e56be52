package dev.winnow.source.office;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as the command line does. */
final class Reading {

    private static final Winnow WINNOW = Winnow.builder().build();

    private Reading() {}

    static List<Input> all(byte[] bytes) {
        return all(bytes, Limits.DEFAULT);
    }

    static List<Input> all(byte[] bytes, Limits limits) {
        List<Input> input = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of("-"), new ByteArrayInputStream(bytes), limits)) {
            inputs.forEachRemaining(input::add);
        }
        return input;
    }

    static SourceDocument document(byte[] bytes) {
        List<Input> input = all(bytes);
        if (input.size() == 1 && input.get(0) instanceof Input.Document one) {
            return one.document();
        }
        throw new AssertionError("no single document: " + input);
    }

    static String refusal(byte[] bytes) {
        return refusal(bytes, Limits.DEFAULT);
    }

    static String refusal(byte[] bytes, Limits limits) {
        List<Input> input = all(bytes, limits);
        if (input.size() == 1 && input.get(0) instanceof Input.Failure one) {
            return one.message();
        }
        throw new AssertionError("no single failure: " + input);
    }

    static Article cleaned(byte[] bytes) {
        return WINNOW.clean(document(bytes));
    }
}
