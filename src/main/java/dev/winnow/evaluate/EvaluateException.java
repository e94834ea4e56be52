package dev.winnow.evaluate;

/** Thrown when gold or predictions cannot be used. The message gives the place and the reason, as {@code gold.jsonl:3: …}. */
public final class EvaluateException extends Exception {

    private static final long serialVersionUID = 1;

    EvaluateException(String message) {
        super(message);
    }
}
