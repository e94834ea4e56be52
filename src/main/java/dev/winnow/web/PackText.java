package dev.winnow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Edits the text of a rule file and keeps comments, order and layout of the rest. Only top-level keys and the items of {@code
 * rules} are parsed.
 */
final class PackText {

    private static final Pattern KEY = Pattern.compile("([A-Za-z_]+):(?:\\s.*)?");
    private static final Pattern ITEM = Pattern.compile("( *)- .*");
    private static final Pattern ID = Pattern.compile("(?m)^(\\s*(?:- )?id:\\s*)([^\\s#]+)");

    private final List<String> lines;

    PackText(String yaml) {
        this.lines = new ArrayList<>(yaml.lines().toList());
    }

    /**
     * Returns a new pack for a site.
     *
     * @param language ISO 639-1 code; null when unknown
     */
    static String skeleton(String host, @Nullable String language) {
        return "pack: " + host + "\nhosts: [" + host + ", \"*." + host + "\"]\n"
                + (language == null ? "" : "languages: [" + language + "]\n")
                + "# These rules name only some of the lines. The line model judges the others.\nmodel: true\n";
    }

    /**
     * A changed text.
     *
     * @param line first changed line, from 1
     */
    record Changed(String yaml, int line) {}

    /**
     * Adds a rule after the others. If its id is taken, the id gets a number.
     *
     * @param rule an item of {@code rules}, not indented
     */
    Changed add(String rule) {
        int key = key("rules");
        if (key < 0) {
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
                lines.add("");
            }
            key = lines.size();
            lines.add("rules:");
        } else if (lines.get(key).strip().matches("rules:\\s*(\\[\\s*]|null|~)(\\s*#.*)?")) {
            lines.set(key, "rules:");
        }
        int end = end(key);
        int last = end;
        while (last > key + 1 && lines.get(last - 1).isBlank()) {
            last--;
        }
        String indent = lines.subList(key + 1, end).stream()
                .map(ITEM::matcher)
                .filter(Matcher::matches)
                .map(item -> item.group(1))
                .findFirst()
                .orElse("");
        List<String> more = new ArrayList<>();
        if (last > key + 1) {
            more.add("");
        }
        int begins = last + more.size();
        withFreeId(rule).lines().forEach(line -> more.add(line.isBlank() ? "" : indent + line));
        if (end < lines.size()) {
            more.add("");
        }
        lines.subList(last, end).clear();
        lines.addAll(last, more);
        return new Changed(text(), begins + 1);
    }

    /** Sets the order of day, month and year in dates. */
    Changed setOrder(String order) {
        int key = key("dates");
        if (key < 0) {
            int rules = key("rules");
            int at = rules < 0 ? lines.size() : rules;
            while (at > 0 && (lines.get(at - 1).isBlank() || lines.get(at - 1).startsWith("#"))) {
                at--;
            }
            lines.add(at, "dates: {order: " + order + "}");
            return new Changed(text(), at + 1);
        }
        int end = end(key);
        for (int i = key; i < end; i++) {
            if (lines.get(i).matches(".*\\border:.*")) {
                lines.set(i, lines.get(i).replaceFirst("\\border:\\s*[a-z]*", "order: " + order));
                return new Changed(text(), i + 1);
            }
        }
        String first = lines.get(key);
        int brace = first.indexOf('{');
        if (brace >= 0) {
            boolean empty = first.substring(brace + 1).strip().startsWith("}");
            lines.set(
                    key,
                    first.substring(0, brace + 1) + "order: " + order + (empty ? "" : ", ")
                            + first.substring(brace + 1));
        } else {
            lines.add(key + 1, "  order: " + order);
        }
        return new Changed(text(), key + 1);
    }

    private String withFreeId(String rule) {
        Matcher own = ID.matcher(rule);
        if (!own.find()) {
            return rule;
        }
        List<String> taken =
                ID.matcher(text()).results().map(found -> found.group(2)).toList();
        String id = own.group(2);
        String free = id;
        for (int number = 2; taken.contains(free); number++) {
            free = id + "-" + number;
        }
        return rule.substring(0, own.start(2)) + free + rule.substring(own.end(2));
    }

    /** Returns the index of the line with a top-level key; -1 if it is missing. */
    private int key(String name) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches() && key.group(1).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index after the last line of a top-level key. Comments above the next key belong to the next key. */
    private int end(int key) {
        int end = key + 1;
        int after = end;
        while (end < lines.size()) {
            String line = lines.get(end);
            boolean outermost = !line.isBlank() && !line.startsWith(" ") && !line.startsWith("-");
            if (outermost && !line.startsWith("#")) {
                return after;
            }
            end++;
            after = outermost ? after : end;
        }
        return end;
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
