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
 * What a stream of bytes holds, told by its first bytes; the name only helps where they cannot tell.
 *
 * @param reads how it is read; null when this version cannot
 * @param what for messages, for example {@code a PDF file}
 */
record FileType(@Nullable Reads reads, String what) {

    /** The ways of reading. A container or format to come is one more. */
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

        /** @param title for help texts */
        Reads(String title) {
            this.title = title;
        }

        /** All that is read, as one phrase. */
        static String list() {
            return titles(read -> !read.isCompression()) + ", also as " + titles(Reads::isCompression);
        }

        private static String titles(Predicate<Reads> which) {
            return Arrays.stream(values()).filter(which).map(read -> read.title).collect(Collectors.joining(", "));
        }

        private boolean isCompression() {
            return compareTo(GZIP) >= 0;
        }

        /** Whether what is inside has to be looked at again. */
        boolean isLayer() {
            return compareTo(ZIP) >= 0;
        }
    }

    /** Bytes the decision is made on. */
    static final int HEAD = 1 << 16;

    static final FileType TEXT = new FileType(Reads.TEXT, "text");
    static final FileType JSON_LINES = new FileType(Reads.JSON_LINES, "JSON Lines");
    static final FileType JSON = new FileType(Reads.JSON, "JSON");
    static final FileType HTML = new FileType(Reads.HTML, "HTML");
    private static final FileType WARC = new FileType(Reads.WARC, "a WARC file");
    private static final FileType BINARY = refused("a binary file");
    private static final FileType XML = refused("an XML file other than XHTML");

    /** By the ends of their names: as text, their cells would run together. */
    private static final Map<String, FileType> TABLES = Map.of(
            "csv", refused("a table (.csv)"),
            "tsv", refused("a table (.tsv)"));

    /** Level, then the first block's or the empty stream's mark. */
    private static final Pattern BZIP2 = Pattern.compile("425a683[1-9](?:314159265359|177245385090)");

    /** Frames of Zstandard that carry no data, such as those with which parallel compressors begin. */
    private static final Pattern ZSTD_SKIPPED = Pattern.compile("5[0-9a-f]2a4d18");

    /** A record's header: where it stands behind damage, the file is still an archive of a crawl. */
    private static final Pattern WARC_HEADER =
            Pattern.compile("^WARC/1\\.\\d\r\n(?:[A-Za-z-]+:.*\r\n){3,}\r\n", Pattern.MULTILINE);

    private static final List<String> WARC_NAMES = List.of(".warc", ".wet", ".wat");

    /** How a page may begin, from the HTML standard: whose start tags may be left out. */
    private static final List<String> HTML_BEGINNINGS =
            List.of("<!doctype html", "<html", "<head>", "<body", "<title>", "<meta ");

    private static final List<String> HTML_NAMES = List.of(".html", ".htm", ".xhtml");

    /** Units in which a page shows that it is one, behind prologue and comments. */
    private static final int HTML_WINDOW = 2048;

    /** Fewer bytes say nothing about the share of control characters. */
    private static final int SMALL = 64;

    /** NULs in a row that stand for nothing. */
    private static final int GAP = 4;

    /** Per cent. Random bytes have eleven, text has none but for accidents. */
    private static final int CONTROLS_OF_BINARY = 8;

    /** First bytes by which formats are known, from their specifications. */
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
     * @param whole whether these are all
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
        // Of what looks binary the name says nothing, but records may stand before the damage.
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

    /** Whether it is a page, with or without an XML prologue or a comment before it, or a piece of one by its name. */
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

    /** Whether records of a crawl stand behind a damaged beginning; without a name, several of them: a text may quote one. */
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
            // Where a crash or a full disk left NULs, the rest tells.
            gaps += nuls == GAP ? GAP : nuls > GAP ? 1 : 0;
        }
        return 100L * (controls - gaps) > (long) CONTROLS_OF_BINARY * (head.length - gaps);
    }
}
