package dev.winnow.imports;

/**
 * What became of one line of a file.
 *
 * @param line its number, from 1
 * @param key what it begins with; empty where it has no key
 * @param written the whole line
 * @param kind what became of it
 * @param reason for a person; empty for what was translated
 */
public record Outcome(int line, String key, String written, Kind kind, String reason) {

    /** How a line fared. */
    public enum Kind {
        /** A selector of the pack does the same. */
        TRANSLATED,
        /** Winnow needs no word for it: it concerns pictures, looks, or steps that Winnow does anyway. */
        NOT_NEEDED,
        /** A page to try the site with, or what it holds. It stands in a comment of the pack. */
        TEST,
        /** It is for the program that fetches pages. It stands in a comment of the pack. */
        FETCHING,
        /** It is lost. It stands in a comment of the pack, with the reason. */
        LEFT_OUT,
        /** No such line has a meaning: a misspelt key, or none. It stands in a comment of the pack. */
        UNKNOWN;

        /** Whether the pack lacks something that the file says. */
        public boolean isLoss() {
            return this == LEFT_OUT || this == UNKNOWN;
        }
    }
}
