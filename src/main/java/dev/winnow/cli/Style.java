package dev.winnow.cli;

/**
 * Colours text for a terminal, or leaves it plain. Uses only the eight basic colours, which follow the user's light or dark
 * scheme.
 *
 * @param colour whether to use colours
 */
record Style(boolean colour) {

    static final char ESCAPE = '\u001B';

    String bold(String text) {
        return code("1", text);
    }

    String dim(String text) {
        return code("2", text);
    }

    String red(String text) {
        return code("31", text);
    }

    String green(String text) {
        return code("32", text);
    }

    String yellow(String text) {
        return code("33", text);
    }

    String cyan(String text) {
        return code("36", text);
    }

    private String code(String code, String text) {
        return colour && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
