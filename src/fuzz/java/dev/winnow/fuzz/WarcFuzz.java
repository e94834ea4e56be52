package dev.winnow.fuzz;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Any bytes as a WARC file, plain and within gzip: the same documents come of both. */
public final class WarcFuzz {

    private WarcFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        List<Input> plain = Reading.of(bytes);
        List<Input> packed = Reading.of(gzip(bytes));
        if (isWarc(bytes)) {
            Promise.same(texts(plain), texts(packed), "compression changes no document");
        }
    }

    private static boolean isWarc(byte[] bytes) {
        return bytes.length > 6
                && bytes[0] == 'W'
                && bytes[1] == 'A'
                && bytes[2] == 'R'
                && bytes[3] == 'C'
                && bytes[4] == '/'
                && (bytes[5] == '0' || bytes[5] == '1');
    }

    private static String texts(List<Input> read) {
        return Reading.documents(read).stream()
                .map(SourceDocument::text)
                .toList()
                .toString();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
