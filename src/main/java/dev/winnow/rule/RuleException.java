package dev.winnow.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that cannot be used, with every problem found. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never sent anywhere
    private final List<Diagnostic> diagnostics;

    private final String report;

    /**
     * Rules with problems.
     *
     * @param report the diagnostics as a person reads them, with excerpts
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

    /** The diagnostics as a person reads them. */
    public String report() {
        return report;
    }
}
