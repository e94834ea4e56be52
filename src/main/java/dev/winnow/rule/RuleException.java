package dev.winnow.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when rules cannot be used; holds all problems found. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never sent anywhere
    private final List<Diagnostic> diagnostics;

    private final String report;

    /**
     * Makes an exception with a report.
     *
     * @param report the diagnostics for people, with excerpts
     */
    public RuleException(List<Diagnostic> diagnostics, String report) {
        super(report);
        this.diagnostics = List.copyOf(diagnostics);
        this.report = report;
    }

    public RuleException(List<Diagnostic> diagnostics) {
        this(diagnostics, diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Returns the diagnostics as text for people. */
    public String report() {
        return report;
    }
}
