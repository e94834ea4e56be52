package dev.winnow.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a template or expression cannot be compiled; holds all problems found. */
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

    /** Returns the problems, ordered by offset; at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns the messages of all problems, with suggestions. */
    public String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /**
     * One problem.
     *
     * @param offset offset in the written pattern, in UTF-16 units from 0
     * @param message with a suggestion where there is one
     */
    public record Problem(int offset, Fault fault, String message) {}

    /** The kind of problem. */
    public enum Fault {
        SYNTAX,
        SLOT,
        FIELD,
        LEXICON,
        REGEX,
        LITERAL
    }
}
