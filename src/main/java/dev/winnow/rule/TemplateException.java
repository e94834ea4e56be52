package dev.winnow.rule;

/** A template or expression that cannot be compiled. */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    TemplateException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Where in the written pattern the problem stands, 0-based. */
    public int offset() {
        return offset;
    }

    /** What is wrong, with a suggestion where there is one. */
    public String problem() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
