package dev.winnow.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as a command reads its standard input, and checks what must hold for any. */
final class Reading {

    /** Small, so that each of them is met by inputs of a few thousand bytes. */
    static final Limits TIGHT = new Limits(1 << 16, 32, 3, 50, 100, 1 << 20, Limits.DEFAULT_PARSING);

    /** Bytes at a time: enough for no signature and no header. */
    private static final int TRICKLE = 5;

    private Reading() {}

    /** What comes of the bytes; the same whether they arrive at once or little by little. */
    static List<Input> of(byte[] bytes) {
        String input = new String(bytes, ISO_8859_1);
        List<Input> atOnce = all(new ByteArrayInputStream(bytes), input);
        List<Input> littleByLittle = all(trickling(bytes), input);
        Promise.same(atOnce.toString(), littleByLittle.toString(), "the size of reads changes nothing");
        return atOnce;
    }

    /** The documents among what was read. */
    static List<SourceDocument> documents(List<Input> read) {
        List<SourceDocument> documents = new ArrayList<>();
        for (Input one : read) {
            if (one instanceof Input.Document document) {
                documents.add(document.document());
            }
        }
        return documents;
    }

    private static List<Input> all(InputStream in, String input) {
        List<Input> read = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of("-"), in, TIGHT)) {
            while (inputs.hasNext()) {
                Input one = inputs.next();
                check(one, input);
                read.add(one);
            }
        }
        return read;
    }

    private static void check(Input one, String input) {
        Promise.holds(!one.origin().isBlank(), "all that is read says where it came from");
        if (one instanceof Input.Failure failure) {
            Promise.holds(!failure.message().isBlank(), "a failure says why");
            Promise.holds(failure.message().lines().count() == 1, "a failure says it in one line");
            neverSays(": null", failure, input, "a failure's reason is said in words");
            neverSays("[Source:", failure, input, "a failure says nothing of a parser's inside");
            neverSays("not enough memory", failure, input, "memory stays within the limits");
        } else if (one instanceof Input.Document document) {
            Promise.holds(!document.document().id().isEmpty(), "a document has an id");
            Promise.holds(
                    document.document().text().length() <= TIGHT.maxDocumentBytes(),
                    "no document is larger than the limit");
        }
    }

    /** Unless the input says so itself: a message may give a name in an archive. */
    private static void neverSays(String words, Input.Failure failure, String input, String promise) {
        Promise.holds(!failure.message().contains(words) || input.contains(words), promise);
    }

    private static InputStream trickling(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, TRICKLE));
            }
        };
    }
}
