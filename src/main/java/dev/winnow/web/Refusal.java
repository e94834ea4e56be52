package dev.winnow.web;

import java.util.Map;

/** A request that is not done, with what its sender is told. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, ?> more;

    Refusal(int status, String message) {
        this(status, message, Map.of());
    }

    /** @param more members of the answer beside the message */
    Refusal(int status, String message, Map<String, ?> more) {
        super(message);
        this.status = status;
        this.more = more;
    }

    Map<String, ?> more() {
        return more;
    }

    Answer answer() {
        return Answer.problem(status, getMessage(), more);
    }
}
