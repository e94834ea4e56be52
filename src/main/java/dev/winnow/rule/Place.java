package dev.winnow.rule;

/**
 * A position in a rule file.
 *
 * @param path of the file, as given
 * @param line from 1
 * @param column from 1
 */
public record Place(String path, int line, int column) {

    /** Place of rules made in code. */
    public static final Place NOWHERE = new Place("-", 1, 1);

    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}
