package dev.winnow.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A template or expression that cannot be compiled, with everything that is wrong in it. */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never sent anywhere
    private final List<Problem> problems;

    TemplateException(int offset, Fault fault, String message) {
        this(List.of(new Problem(offset, fault, message)));
    }

    TemplateException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of their offsets; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** What is wrong, with a suggestion where there is one. */
    public String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /**
     * One problem.
     *
     * @param offset where in the written pattern it stands: UTF-16 units, 0-based
     * @param message with a suggestion where there is one
     */
    public record Problem(int offset, Fault fault, String message) {}

    /** What a problem is about. */
    public enum Fault {
        SYNTAX,
        SLOT,
        FIELD,
        LEXICON,
        REGEX,
        LITERAL
    }
}
