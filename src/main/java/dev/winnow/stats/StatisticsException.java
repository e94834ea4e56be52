package dev.winnow.stats;

/**
 * Thrown when a file is no statistics file that this version can read. The message gives the reason for a person, without the
 * file's name.
 */
public final class StatisticsException extends Exception {

    private static final long serialVersionUID = 1;

    StatisticsException(String message) {
        super(message);
    }
}
