package dev.winnow.rule;

/**
 * One problem of a rule file.
 *
 * @param place file, line and column
 * @param code stable, for example {@code R014}
 * @param message one sentence, with a suggestion where there is one
 */
public record Diagnostic(Place place, String code, String message) implements Comparable<Diagnostic> {

    /** Returns {@code path:line:col: code message}. */
    @Override
    public String toString() {
        return place + ": " + code + " " + message;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return java.util.Comparator.comparing((Diagnostic d) -> d.place.path())
                .thenComparing(d -> d.place.line())
                .thenComparing(d -> d.place.column())
                .thenComparing(Diagnostic::code)
                .thenComparing(Diagnostic::message)
                .compare(this, other);
    }
}
