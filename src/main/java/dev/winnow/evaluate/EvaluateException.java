package dev.winnow.evaluate;

/** Gold or predictions that cannot be used. The message says where and why, as {@code gold.jsonl:3: …}. */
public final class EvaluateException extends Exception {

    private static final long serialVersionUID = 1;

    EvaluateException(String message) {
        super(message);
    }
}
