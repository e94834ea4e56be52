package dev.winnow.source;

import dev.winnow.source.container.TarEntries;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Type of a stream of bytes, recognised by its first bytes. The name decides only where the bytes do not.
 *
 * @param reads how it is read; null if Winnow does not read this type
 * @param what name of the type for messages, for example {@code a PDF file}
 */
record FileType(@Nullable Reads reads, String what) {

    /** The ways of reading. A new container or format is one more constant. */
    enum Reads {
        TEXT("text"),
        HTML("HTML"),
        JSON_LINES("JSON Lines"),
        JSON("JSON"),
        PDF("PDF"),
        OFFICE("office documents (Word, OpenDocument, RTF, EPUB)"),
        MAIL("mail"),
        MBOX("mbox"),
        PARQUET("Parquet"),
        WARC("WARC"),
        ZIP("ZIP"),
        TAR("TAR"),
        GZIP("gz"),
        BZIP2("bz2"),
        XZ("xz"),
        ZSTD("zst");

        private final String title;

        /**
         * @param title name for help texts
         */
        Reads(String title) {
            this.title = title;
        }

        /** Returns all readable formats as one phrase. */
        static String list() {
            return titles(read -> !read.isCompression()) + ", also as " + titles(Reads::isCompression);
        }

        private static String titles(Predicate<Reads> which) {
            return Arrays.stream(values()).filter(which).map(read -> read.title).collect(Collectors.joining(", "));
        }

        private boolean isCompression() {
            return compareTo(GZIP) >= 0;
        }

        /** Whether the content must be recognised again, because it is an archive or a compression. */
        boolean isLayer() {
            return compareTo(ZIP) >= 0;
        }
    }

    /** Number of bytes used for recognition. */
    static final int HEAD = 1 << 16;

    static final FileType TEXT = new FileType(Reads.TEXT, "text");
    static final FileType JSON_LINES = new FileType(Reads.JSON_LINES, "JSON Lines");
    static final FileType JSON = new FileType(Reads.JSON, "JSON");
    static final FileType HTML = new FileType(Reads.HTML, "HTML");
    private static final FileType WARC = new FileType(Reads.WARC, "a WARC file");
    private static final FileType BINARY = refused("a binary file");
    private static final FileType XML = refused("an XML file other than XHTML");

    /** Tables, by file extension. They are refused, because as text their cells would run together. */
    private static final Map<String, FileType> TABLES = Map.of(
            "csv", refused("a table (.csv)"),
            "tsv", refused("a table (.tsv)"));

    /** Level, then the mark of the first block or of an empty stream. */
    private static final Pattern BZIP2 = Pattern.compile("425a683[1-9](?:314159265359|177245385090)");

    /** Zstandard frames that hold no data. Parallel compressors write them at the beginning. */
    private static final Pattern ZSTD_SKIPPED = Pattern.compile("5[0-9a-f]2a4d18");

    /** Header of a WARC record. If one follows damage, the file is still a WARC file. */
    private static final Pattern WARC_HEADER =
            Pattern.compile("^WARC/1\\.\\d\r\n(?:[A-Za-z-]+:.*\r\n){3,}\r\n", Pattern.MULTILINE);

    private static final List<String> WARC_NAMES = List.of(".warc", ".wet", ".wat");

    /** Possible beginnings of a page. The HTML standard allows start tags to be omitted. */
    private static final List<String> HTML_BEGINNINGS =
            List.of("<!doctype html", "<html", "<head>", "<body", "<title>", "<meta ");

    private static final List<String> HTML_NAMES = List.of(".html", ".htm", ".xhtml");

    /** Number of characters in which a page must show that it is HTML, after prologue and comments. */
    private static final int HTML_WINDOW = 2048;

    /** Minimum number of bytes for a judgement by the share of control characters. */
    private static final int SMALL = 64;

    /** Minimum number of NULs in a row that count as a gap and not as content. */
    private static final int GAP = 4;

    /**
     * Minimum share of control characters in a binary file, in per cent. Random bytes have 11 %, text has 0 % but for
     * accidents.
     */
    private static final int CONTROLS_OF_BINARY = 8;

    /** First bytes of formats, in hexadecimal, from their specifications. */
    private static final Map<String, FileType> SIGNATURES = new LinkedHashMap<>();

    static {
        SIGNATURES.put("504b0304", new FileType(Reads.ZIP, "a zip archive"));
        SIGNATURES.put("504b0506", new FileType(Reads.ZIP, "an empty zip archive"));
        SIGNATURES.put("1f8b08", new FileType(Reads.GZIP, "a gzip file"));
        SIGNATURES.put("fd377a585a00", new FileType(Reads.XZ, "an xz file"));
        SIGNATURES.put("28b52ffd", new FileType(Reads.ZSTD, "a zstd file"));
        SIGNATURES.put("574152432f30", WARC);
        SIGNATURES.put("574152432f31", WARC);
        SIGNATURES.put("377abcaf271c", refused("a 7z archive"));
        SIGNATURES.put("526172211a07", refused("a RAR archive"));
        SIGNATURES.put("89504e470d0a1a0a", refused("an image"));
        SIGNATURES.put("ffd8ff", refused("an image"));
        SIGNATURES.put("474946383761", refused("an image"));
        SIGNATURES.put("474946383961", refused("an image"));
    }

    /**
     * @param head the first bytes, at most {@link #HEAD}
     * @param whole whether these are all bytes
     * @param name the file's name
     */
    static FileType of(byte[] head, boolean whole, String name) {
        FileType rich = RichFileType.of(head);
        if (rich != null) {
            return rich;
        }
        String start = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        for (Map.Entry<String, FileType> signature : SIGNATURES.entrySet()) {
            if (start.startsWith(signature.getKey())) {
                return signature.getValue();
            }
        }
        if (BZIP2.matcher(start).lookingAt()) {
            return new FileType(Reads.BZIP2, "a bzip2 file");
        }
        if (ZSTD_SKIPPED.matcher(start).lookingAt()) {
            return new FileType(Reads.ZSTD, "a zstd file");
        }
        if (TarEntries.beginsWith(head)) {
            return new FileType(Reads.TAR, "a TAR archive");
        }
        String lowerName = name.toLowerCase(Locale.ROOT);
        FileType table = TABLES.get(lowerName.substring(lowerName.lastIndexOf('.') + 1));
        if (table != null && !isBinary(head)) {
            return table;
        }
        // For binary content the name is no evidence, but records may precede the damage.
        FileType json = JsonFileType.of(head, whole, isBinary(head) ? "" : lowerName);
        if (json != null) {
            return json;
        }
        if (isHtml(head, lowerName)) {
            return HTML;
        }
        if (isWarc(head, lowerName)) {
            return WARC;
        }
        return isBinary(head) ? BINARY : isXml(head) ? XML : TEXT;
    }

    static FileType refused(String what) {
        return new FileType(null, what);
    }

    /**
     * Whether it is a page, with or without an XML prologue or a comment before it; or an HTML fragment according to its name.
     */
    private static boolean isHtml(byte[] head, String name) {
        Charset unicode = Unicode.of(head);
        Charset charset = unicode != null ? unicode : StandardCharsets.ISO_8859_1;
        String start = new String(head, 0, Math.min(head.length, HTML_WINDOW), charset)
                .replaceFirst("^\\uFEFF|^\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<")
                        && (HTML_BEGINNINGS.stream().anyMatch(start::startsWith)
                                || start.contains("<html ")
                                || start.contains("<html>"))
                || HTML_NAMES.stream().anyMatch(name::endsWith) && !isBinary(head);
    }

    /** Whether WARC records follow a damaged beginning. Without a WARC file name two are needed, because a text may quote one. */
    private static boolean isWarc(byte[] head, String name) {
        long headers = WARC_HEADER
                .matcher(new String(head, StandardCharsets.ISO_8859_1))
                .results()
                .limit(2)
                .count();
        return headers > 1 || headers == 1 && WARC_NAMES.stream().anyMatch(name::endsWith);
    }

    /** Whether it begins with an XML declaration. */
    private static boolean isXml(byte[] head) {
        Charset unicode = Unicode.of(head);
        return new String(head, 0, Math.min(head.length, 64), unicode != null ? unicode : StandardCharsets.UTF_8)
                .replaceFirst("^\\uFEFF", "")
                .stripLeading()
                .startsWith("<?xml ");
    }

    private static boolean isBinary(byte[] head) {
        if (head.length < SMALL || Unicode.of(head) != null) {
            return false;
        }
        int controls = 0;
        int nuls = 0;
        int gaps = 0;
        for (byte b : head) {
            controls += b >= 0 && b < ' ' && (b < '\t' || b > '\r') && b != 0x1B || b == 0x7F ? 1 : 0;
            nuls = b == 0 ? nuls + 1 : 0;
            // NULs left by a crash or a full disk do not count; the other bytes decide.
            gaps += nuls == GAP ? GAP : nuls > GAP ? 1 : 0;
        }
        return 100L * (controls - gaps) > (long) CONTROLS_OF_BINARY * (head.length - gaps);
    }
}
