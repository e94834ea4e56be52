package dev.winnow.source.office;

import dev.winnow.source.LibraryMessage;
import dev.winnow.source.OptionalLibrary;
import dev.winnow.source.RefusedException;
import dev.winnow.source.RichParser;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Passes each family of documents to its parser. Thread-safe. */
public final class LibraryParser implements RichParser {

    /** For {@link java.util.ServiceLoader}. */
    public LibraryParser() {}

    @Override
    public Parsed parse(byte[] bytes, Family family, int mostCharacters) throws RefusedException {
        if (!library(family).isThere()) {
            throw new RefusedException(library(family).missing());
        }
        try {
            return switch (family) {
                case PDF -> PdfDocument.parse(bytes, mostCharacters);
                case OFFICE -> OfficeDocument.parse(bytes, mostCharacters);
                case MAIL -> Mail.parse(bytes, mostCharacters);
            };
        } catch (InterruptedIOException stopped) {
            throw new RefusedException("reading was stopped");
        } catch (IOException damaged) {
            throw new RefusedException("is a damaged " + name(family) + ": " + reason(damaged));
        }
    }

    private static OptionalLibrary library(Family family) {
        return switch (family) {
            case PDF -> OptionalLibrary.PDF;
            case OFFICE -> OptionalLibrary.OFFICE;
            case MAIL -> OptionalLibrary.MAIL;
        };
    }

    private static String name(Family family) {
        return switch (family) {
            case PDF -> "PDF file";
            case OFFICE -> "office document";
            case MAIL -> "mail";
        };
    }

    /** Libraries wrap exceptions several times; the innermost message is the most useful. */
    static String reason(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return LibraryMessage.of(inner);
    }

    static RefusedException tooLong(int mostCharacters) {
        return new RefusedException(
                "holds more than " + mostCharacters + " characters of text; raise the limit with --max-size");
    }
}
