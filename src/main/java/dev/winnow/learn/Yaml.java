package dev.winnow.learn;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes YAML in the style of a person. */
final class Yaml {

    private static final int LONGEST_LINE = 110;

    private Yaml() {}

    /** Returns {@code key: value}, or a list under the key for several texts. */
    static List<String> oneOrMore(String key, List<String> texts) {
        if (texts.size() == 1) {
            return List.of(key + ": " + Text.of(texts.get(0)));
        }
        String inline = key + ": " + list(texts);
        return inline.length() <= LONGEST_LINE
                ? List.of(inline)
                : Stream.concat(Stream.of(key + ":"), texts.stream().map(text -> "- " + Text.of(text)))
                        .toList();
    }

    /** Returns {@code [a, b]}; a single text without brackets. */
    static String list(List<String> texts) {
        return texts.size() == 1
                ? Text.inList(texts.get(0))
                : texts.stream().map(Text::inList).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Writes texts, with quotes where YAML needs them. */
    static final class Text {

        /** Texts that need no quotes in any place. */
        private static final Pattern PLAIN =
                Pattern.compile("[\\p{L}][\\p{L}\\p{M}\\p{Nd} .;/()’'&+-]*", Pattern.UNICODE_CHARACTER_CLASS);

        private static final Pattern WORD_OF_YAML =
                Pattern.compile("(?i)true|false|null|yes|no|on|off|start|end|blank");

        private Text() {}

        /** Returns a text as a value. */
        static String of(String text) {
            boolean plain = PLAIN.matcher(text.replace(", ", " ")).matches()
                    && !WORD_OF_YAML.matcher(text).matches()
                    && text.equals(text.strip());
            return plain ? text : quoted(text);
        }

        /** Returns a text as an item between brackets. */
        static String inList(String text) {
            return text.indexOf(',') >= 0 ? quoted(text) : of(text);
        }

        /**
         * Returns a text of several lines as a block; in quotes if it has one line, or control characters that a block cannot
         * hold.
         */
        static String block(String text, int indent) {
            if (text.indexOf('\n') < 0 || text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
                return quoted(text);
            }
            return "|\n" + text.lines().map(line -> " ".repeat(indent) + line).collect(Collectors.joining("\n"));
        }

        private static String quoted(String text) {
            StringBuilder quoted = new StringBuilder("\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append(c);
                } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                    quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                } else {
                    quoted.append(c);
                }
            }
            return quoted.append('"').toString();
        }
    }
}
