package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the text of a rule file where a finding makes the correction certain, and changes no other character. Texts on
 * several lines and ambiguous cases are left to a person.
 */
public final class Mending {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StringBuilder text;
    private final List<String> done = new ArrayList<>();

    private Mending(String text) {
        this.text = new StringBuilder(text);
    }

    /** The kind of change to the text at a place. */
    public enum Kind {
        /** Puts the text in quotes, together with the part after it that YAML takes for a comment. */
        QUOTE,
        /** Replaces typographic quotes with YAML's quotes. */
        STRAIGHTEN,
        /** Removes the text from its list. */
        REMOVE
    }

    /** A change that a finding proposes. */
    public record Edit(Place place, Kind kind) {}

    /**
     * The corrected text of a file.
     *
     * @param text text of the whole file
     * @param done one line for each change, for a person, in the order of the file
     */
    public record Mended(String text, List<String> done) {
        public Mended {
            done = List.copyOf(done);
        }
    }

    /**
     * Applies edits to the text of a file. An edit that would make the YAML invalid is left out.
     *
     * @param edits edits of this file only
     */
    public static Mended apply(String text, List<Edit> edits) {
        Mending mending = new Mending(text);
        // From the end, so that the places of earlier edits stay valid.
        edits.stream()
                .distinct()
                .sorted(Comparator.comparingInt((Edit edit) -> edit.place().line())
                        .thenComparingInt(edit -> edit.place().column())
                        .reversed())
                .forEach(mending::apply);
        java.util.Collections.reverse(mending.done);
        return new Mended(mending.text.toString(), mending.done);
    }

    private void apply(Edit edit) {
        int at = offset(edit.place());
        if (at < 0) {
            return;
        }
        String before = text.toString();
        String said = switch (edit.kind()) {
            case QUOTE -> quote(at);
            case STRAIGHTEN -> straighten(at);
            case REMOVE -> remove(at);
        };
        if (said == null) {
            return;
        }
        Problems problems = new Problems();
        String after = text.toString();
        YamlReader.read(edit.place().path(), after, after.lines().toList(), problems);
        if (problems.sorted().isEmpty()) {
            done.add(edit.place() + ": " + said);
        } else {
            text.replace(0, text.length(), before);
        }
    }

    /** Returns the offset of a place in the text; -1 if the file has no such place. */
    private int offset(Place place) {
        int start = text.indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0;
        for (int line = 1; line < place.line(); line++) {
            start = lineEnd(start);
            if (start < text.length() && text.charAt(start) == '\r') {
                start++;
            }
            if (start < text.length() && text.charAt(start) == '\n') {
                start++;
            }
        }
        return text.codePointCount(start, lineEnd(start)) < place.column()
                ? -1
                : text.offsetByCodePoints(start, place.column() - 1);
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int lineStart(int from) {
        int start = from;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    private @Nullable String quote(int at) {
        String rest = text.substring(at, lineEnd(at)).stripTrailing();
        int comment = rest.indexOf(" #");
        boolean doubtful = comment < 0
                || rest.indexOf(" # ") >= 0
                || rest.substring(comment).chars().anyMatch(c -> ",]}".indexOf(c) >= 0);
        if (doubtful) {
            return null;
        }
        String quoted = '"' + rest.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        text.replace(at, at + rest.length(), quoted);
        return "put in quotes: " + quoted;
    }

    private @Nullable String straighten(int at) {
        int end = scalarEnd(at);
        if (end < at + 2) {
            return null;
        }
        String inside = text.substring(at + 1, end - 1);
        String quoted = '"' + inside.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        String old = text.substring(at, end);
        text.replace(at, end, quoted);
        return old + " is now " + quoted;
    }

    private @Nullable String remove(int at) {
        int end = scalarEnd(at);
        if (end < 0) {
            return null;
        }
        String gone = text.substring(at, end);
        int start = lineStart(at);
        String before = text.substring(start, at);
        int lineEnd = lineEnd(end);
        String after = text.substring(end, lineEnd).strip();
        if (before.isBlank() && after.equals(",")
                || before.strip().equals("-") && after.isEmpty() && hasSibling(start, before)) {
            int next = lineEnd;
            next += next < text.length() && text.charAt(next) == '\r' ? 1 : 0;
            next += next < text.length() && text.charAt(next) == '\n' ? 1 : 0;
            text.delete(start, next);
        } else if (after.startsWith(",")) {
            int next = text.indexOf(",", end) + 1;
            while (next < lineEnd && text.charAt(next) == ' ') {
                next++;
            }
            text.delete(at, next);
        } else if (comma(at) >= 0 && (after.startsWith("]") || after.isEmpty())) {
            text.delete(comma(at), end);
        } else {
            return null;
        }
        return "removed " + gone;
    }

    /** Returns the offset of the comma before a place, with only white space between them; -1 if there is none. */
    private int comma(int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && text.charAt(before) == ',' ? before : -1;
    }

    /** Whether the line above or below is an item of the same list. */
    private boolean hasSibling(int start, String lead) {
        String[] lines = {
            start < 2 ? "" : text.substring(lineStart(start - 1), start),
            text.substring(Math.min(text.length(), lineEnd(start) + 1))
        };
        return lines[0].startsWith(lead) || lines[1].startsWith(lead);
    }

    /** Returns the offset after the last character of a text that ends on its first line; -1 for any other text. */
    private int scalarEnd(int at) {
        int lineEnd = lineEnd(at);
        char opening = text.charAt(at);
        if (opening == '"' || opening == '\'') {
            for (int i = at + 1; i < lineEnd; i++) {
                if (opening == '"' && text.charAt(i) == '\\') {
                    i++;
                } else if (text.charAt(i) == opening) {
                    if (opening == '"' || i + 1 >= lineEnd || text.charAt(i + 1) != opening) {
                        return i + 1;
                    }
                    i++;
                }
            }
            return -1;
        }
        boolean inBrackets = isInBrackets(at);
        int end = at;
        while (end < lineEnd
                && !(inBrackets && ",]}".indexOf(text.charAt(end)) >= 0)
                && !(text.charAt(end) == '#' && text.charAt(end - 1) == ' ')) {
            end++;
        }
        while (end > at && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private boolean isInBrackets(int at) {
        String before = text.substring(lineStart(at), at).strip();
        return before.endsWith("[") || before.endsWith(",") || before.isEmpty() || before.indexOf('{') >= 0;
    }
}
