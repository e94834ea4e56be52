package dev.winnow.rule.load;

import dev.winnow.rule.Suggestion;
import java.util.Collection;

/** Helps to write messages: suggestions, lists, and quotations short enough for one line. */
final class Words {

    private static final int LONGEST = 40;

    private Words() {}

    /** Returns {@code ; did you mean 'x'? Allowed are: …}, or only the allowed values if none is similar. */
    static String instead(String written, Collection<String> candidates, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        return Suggestion.nearest(written, candidates)
                .map(name -> "; did you mean '" + name + "'? Allowed are: " + list)
                .orElse(allowed.isEmpty() ? "" : "; allowed are: " + list);
    }

    /** Returns at most {@value #LONGEST} UTF-16 units of a text, on one line. */
    static String cut(String text) {
        String line = oneLine(text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text);
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Returns a list of quoted names, such as {@code 'a', 'b' or 'c'}. */
    static String list(Collection<String> names, String last) {
        StringBuilder list = new StringBuilder();
        int left = names.size();
        for (String name : names) {
            list.append('\'').append(name).append('\'');
            left--;
            list.append(left > 1 ? ", " : left == 1 ? " " + last + " " : "");
        }
        return list.toString();
    }
}
