package dev.winnow.cli;

import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import dev.winnow.normalize.Normalizer;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;

/**
 * Makes the lists in help texts from the code, so that they are always right. For example, <code>${bundle:list.steps-on}</code>
 * in a description becomes the names of the steps that are switched on. A key must not be the name of an option: picocli would
 * use its text as the description of that option.
 */
final class HelpTexts extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
        List<String> on = Normalizer.standard().names();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("list.inputs", Inputs.kinds());
        texts.put("list.steps-on", String.join(", ", on));
        texts.put(
                "list.steps-off",
                String.join(
                        ", ",
                        Normalizer.builtIn().stream()
                                .filter(step -> !on.contains(step))
                                .toList()));
        texts.put("list.policies", policies());
        texts.put("list.labels", String.join(", ", Label.keys()));
        texts.put("limit.max-size", size(Limits.DEFAULT_DOCUMENT_BYTES));
        texts.put("limit.max-window", size(Limits.DEFAULT_WINDOW_BYTES));
        texts.put("limit.unpacked", size(Limits.FREE_UNPACKED_BYTES));
        texts.put("limit.max-time", Limits.DEFAULT_PARSING.toSeconds() + "s");
        return texts.entrySet().stream()
                .map(text -> new Object[] {text.getKey(), text.getValue()})
                .toArray(Object[][]::new);
    }

    private static String policies() {
        int width = Policy.named().stream()
                .mapToInt(policy -> policy.name().length())
                .max()
                .orElse(0);
        return String.join(
                "\n",
                Policy.named().stream()
                        .map(policy -> Columns.pad(policy.name(), width) + "  " + policy.summary())
                        .toList());
    }

    private static String size(long bytes) {
        return (bytes >> 20) + "M";
    }
}
