package dev.winnow.rule.load;

import dev.winnow.document.Label;
import dev.winnow.rule.Example;
import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a rule and checks their marks. */
final class ExampleReader {

    private static final char OPEN = '⟦';
    private static final char CLOSE = '⟧';

    private final Source source;
    private final boolean html;

    /** @param html true if the example texts are HTML */
    ExampleReader(Source source, boolean html) {
        this.source = source;
        this.html = html;
    }

    /**
     * Reads all examples of a rule.
     *
     * @param captures keys of the metadata fields that the rule fills
     */
    List<Example> read(Mapping rule, Set<String> captures) {
        List<Example> examples = new ArrayList<>();
        for (Mapping map : Source.maps(rule.get("examples"))) {
            Example example = example(map, captures);
            if (example != null) {
                examples.add(example);
            }
        }
        if (!source.checked() && rule.entry("examples") != null) {
            require(rule, examples, Example.Wanted.HIT, Code.NO_HIT, "a text and mark what the rule takes");
            require(rule, examples, Example.Wanted.MISS, Code.NO_MISS, "a similar text that the rule must not take");
        }
        return examples;
    }

    private void require(Mapping rule, List<Example> examples, Example.Wanted wanted, Code code, String what) {
        if (examples.stream().noneMatch(example -> example.wanted() == wanted)) {
            Entry entry = rule.entry("examples");
            source.problem(
                    entry == null ? rule.start() : entry.key().start(),
                    code,
                    "the rule has no example '" + key(wanted) + "'; add " + what);
        }
    }

    private @Nullable Example example(Mapping map, Set<String> captures) {
        for (Example.Wanted wanted : Example.Wanted.values()) {
            Text text = Source.text(map, key(wanted)).orElse(null);
            if (text != null) {
                if (!source.checked()) {
                    checkMarks(wanted, text);
                }
                return new Example(
                        wanted, text.value(), html, gives(map, captures), given(map), source.place(text.start()));
            }
        }
        return null;
    }

    private void checkMarks(Example.Wanted wanted, Text text) {
        String value = text.value();
        int open = -1;
        boolean any = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != OPEN && c != CLOSE) {
                continue;
            }
            any = true;
            if (wanted == Example.Wanted.MISS) {
                source.problem(text, i, Code.MARKS, "a miss has no marks: nothing of it is taken");
                return;
            }
            if (c == OPEN && open < 0 && value.startsWith("⟦⟦", i)) {
                i = labelEnd(text, i + 2);
                if (i < 0) {
                    return;
                }
                open = i;
                continue;
            }
            if (c == OPEN && open >= 0) {
                source.problem(text, i, Code.MARKS, "⟦ again before the ⟧ of the one before; marks do not nest");
                return;
            }
            if (c == CLOSE && (open < 0 || open == i - 1)) {
                source.problem(
                        text, i, Code.MARKS, open < 0 ? "⟧ without a ⟦ before it" : "nothing stands between ⟦ and ⟧");
                return;
            }
            open = c == OPEN ? i : -1;
        }
        if (open >= 0) {
            source.problem(text, open, Code.MARKS, "⟦ without a ⟧ after it");
        } else if (wanted == Example.Wanted.HIT && !any) {
            source.problem(
                    text.start(), Code.MARKS, "the hit does not show what the rule takes; put that text in ⟦ and ⟧");
        }
    }

    /** Returns the offset where the label of a mark ends. If there is no valid label, adds a problem and returns -1. */
    private int labelEnd(Text text, int start) {
        int end = text.value().indexOf(CLOSE, start);
        if (end < 0) {
            source.problem(text, start, Code.MARKS, "⟦⟦ begins a label that no ⟧ ends; write ⟦⟦share⟧the text⟧");
            return -1;
        }
        String label = text.value().substring(start, end);
        if (Label.ofKey(label).isEmpty()) {
            source.problem(
                    text,
                    start,
                    Code.NOT_ALLOWED,
                    "a mark's label cannot be '" + Words.cut(label) + "'"
                            + Words.instead(label, Label.keys(), Label.keys()));
            return -1;
        }
        return end;
    }

    private Map<String, Object> gives(Mapping map, Set<String> captures) {
        Map<String, Object> gives = new HashMap<>();
        Mapping values = Source.map(map, "gives").orElse(null);
        if (values == null) {
            return gives;
        }
        for (Entry entry : values.entries()) {
            String field = entry.key().value();
            if (dev.winnow.rule.Field.ofKey(field).isPresent() && !captures.contains(field)) {
                source.problem(
                        entry.key().start(),
                        Code.NOT_CAPTURED,
                        captures.isEmpty()
                                ? "the rule captures nothing, so it cannot give '" + field + "'"
                                : "the rule does not capture '" + field + "'; it captures "
                                        + Words.list(new java.util.TreeSet<>(captures), "and"));
            }
            if (entry.value() instanceof Items) {
                gives.put(field, Source.strings(entry.value()));
            } else {
                Source.text(entry.value()).ifPresent(text -> gives.put(field, text.value()));
            }
        }
        return gives;
    }

    private Map<String, String> given(Mapping map) {
        Map<String, String> given = new HashMap<>();
        Source.map(map, "given").ifPresent(values -> {
            PackReader.day(source, values, "crawled");
            for (Entry entry : values.entries()) {
                String key = entry.key().value();
                Source.text(entry.value())
                        .map(Text::value)
                        .map(value -> key.equals("language") ? LanguageCodes.language(value) : value)
                        .ifPresent(value -> given.put(key, value));
            }
        });
        return given;
    }

    private static String key(Example.Wanted wanted) {
        return wanted.name().toLowerCase(Locale.ROOT);
    }
}
