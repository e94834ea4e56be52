package dev.winnow.fuzz;

/** What a harness holds Winnow to. */
final class Promise {

    private Promise() {}

    /**
     * Checks one promise.
     *
     * @param promise as a sentence that is true when all is well
     * @throws AssertionError if it does not hold
     */
    static void holds(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError("broken promise: " + promise);
        }
    }

    /** Likewise for two texts that should be equal. */
    static void same(String expected, String actual, String promise) {
        if (!expected.equals(actual)) {
            throw new AssertionError("broken promise: " + promise + "\nexpected: " + escaped(expected) + "\n but was: "
                    + escaped(actual));
        }
    }

    /** With what cannot be seen as escape sequences. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c >= ' ' && c < 0x7F && c != '\\') {
                escaped.append((char) c);
            } else {
                escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            }
        });
        return escaped.toString();
    }
}
