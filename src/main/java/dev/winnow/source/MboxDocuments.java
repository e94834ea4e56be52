package dev.winnow.source;

import dev.winnow.source.RichParser.Family;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mails of a mailbox file (RFC 4155), one in memory at a time. Each mail begins with a line "From " after a blank
 * line.
 */
final class MboxDocuments extends Documents {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private final ByteLines lines;
    private final Provenance box;
    private final Limits limits;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private boolean begun;
    private boolean tooLong;
    private long number;

    /** @param in closed by {@link #close()} */
    MboxDocuments(InputStream in, Provenance box, Limits limits) {
        this.lines = new ByteLines(in, limits.maxDocumentBytes());
        this.box = box;
        this.limits = limits;
    }

    @Override
    @Nullable
    Input advance() throws IOException {
        boolean blank = !begun;
        while (lines.next()) {
            if (blank && startsWithFrom(lines.start())) {
                if (begun) {
                    return mail();
                }
                begun = true;
            } else {
                add();
            }
            blank = lines.start() == lines.end() && !lines.isTooLong();
        }
        if (!begun) {
            return null;
        }
        begun = false;
        return mail();
    }

    @Override
    String place() {
        return box.origin() + ":" + (number + 1);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private boolean startsWithFrom(int at) {
        int end = at + FROM.length;
        return end <= lines.end() && Arrays.equals(lines.buffer(), at, end, FROM, 0, FROM.length);
    }

    private void add() {
        int start = lines.start();
        int quotes = start;
        while (quotes < lines.end() && lines.buffer()[quotes] == '>') {
            quotes++;
        }
        // In a line of the text that begins with "From ", the mail program put a ">" before it.
        start += quotes > start && startsWithFrom(quotes) ? 1 : 0;
        if (tooLong || lines.isTooLong() || mail.size() + (long) lines.end() - start >= limits.maxDocumentBytes()) {
            tooLong = true;
            return;
        }
        mail.write(lines.buffer(), start, lines.end() - start);
        mail.write('\n');
    }

    private Input mail() {
        number++;
        byte[] bytes = mail.toByteArray();
        mail.reset();
        Provenance provenance = new Provenance(
                box.origin() + ":" + number, box.id() + ":" + number, box.url(), box.crawl(), box.charset());
        if (tooLong) {
            tooLong = false;
            return new Input.Failure(provenance.origin(), limits.exceeded("the mail is larger"));
        }
        return TimedParser.SHARED.parse(bytes, Family.MAIL, provenance, limits);
    }
}
