package dev.winnow.imports;

/**
 * The outcome of one line of a file.
 *
 * @param line line number, from 1
 * @param key key of the line; empty if it has none
 * @param written the whole line
 * @param kind kind of outcome
 * @param reason reason, for people; empty if the line was translated
 */
public record Outcome(int line, String key, String written, Kind kind, String reason) {

    /** Kinds of outcome. */
    public enum Kind {
        /** Translated: a selector of the pack does the same. */
        TRANSLATED,
        /** Not needed: the line concerns pictures, layout, or steps that Winnow always does. */
        NOT_NEEDED,
        /** A test page of the site, or its expected content. The pack has it as a comment. */
        TEST,
        /** An instruction for the program that fetches pages. The pack has it as a comment. */
        FETCHING,
        /** Not translated. The pack has the line as a comment with the reason. */
        LEFT_OUT,
        /** A line without a meaning: its key is misspelt or missing. The pack has it as a comment. */
        UNKNOWN;

        /** Whether the pack lacks the meaning of such a line. */
        public boolean isLoss() {
            return this == LEFT_OUT || this == UNKNOWN;
        }
    }
}
