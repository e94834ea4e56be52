package dev.winnow.source;

import dev.winnow.source.FileType.Reads;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises documents that are neither text nor HTML by their first bytes: PDF, office documents, e-books, mail, Parquet. */
final class RichFileType {

    /** Maximum offset of the PDF header. Programs put a few bytes before it, and readers allow 1024. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final String PDF = "%PDF-";

    private static final Pattern OFFICE_ENTRY =
            Pattern.compile("\\[Content_Types]\\.xml|(?:_rels|docProps|word)/[^/]*\\.(?:xml|rels)");

    /** Offsets in a ZIP entry's header: of the name, and of the length of the name. */
    private static final int NAME = 30;

    private static final int NAME_LENGTH = 26;

    /** Maximum length of a line in a mail (RFC 5322, section 2.1.1). */
    private static final int LONGEST_LINE = 1000;

    private static final Pattern HEADER_FIELD = Pattern.compile("[!-9;-~]{1,76}:(?:[ \\t].*)?");
    private static final Pattern MBOX_LINE = Pattern.compile("From \\S.* \\d{4}(?: .*)?");

    /** Fields that only mail systems write. A page that begins with "From:" and "Date:" is not a mail. */
    private static final Set<String> OF_MAIL_SYSTEMS = Set.of(
            "message-id", "received", "mime-version", "return-path", "delivered-to", "x-mailer", "dkim-signature");

    private static final Set<String> ORIGIN = Set.of("from", "sender", "date");

    private RichFileType() {}

    /** Returns the file type; null for other formats. */
    static @Nullable FileType of(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith(PDF)) {
            return new FileType(Reads.PDF, "a PDF file");
        }
        if (latin.startsWith("{\\rtf")) {
            return new FileType(Reads.OFFICE, "an RTF document");
        }
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return new FileType(Reads.OFFICE, "an office document of before 2007");
        }
        if (latin.startsWith("PAR1")) {
            return new FileType(Reads.PARQUET, "a Parquet file");
        }
        if (latin.startsWith("PK\u0003\u0004")) {
            return isOffice(firstEntry(head)) ? new FileType(Reads.OFFICE, "an office document") : null;
        }
        FileType mail = mail(latin);
        return mail == null && isLatePdf(latin) ? new FileType(Reads.PDF, "a PDF file") : mail;
    }

    /** Whether a PDF header stands at the beginning of a later line, with PDF objects after it. */
    private static boolean isLatePdf(String head) {
        int at = head.indexOf(PDF);
        return at > 0 && at < PDF_HEADER_WITHIN && head.charAt(at - 1) == '\n' && head.contains(" obj");
    }

    /** Returns the name of a ZIP's first entry; empty if it is cut off. Later entries may belong to a ZIP inside this one. */
    private static String firstEntry(byte[] head) {
        if (head.length < NAME) {
            return "";
        }
        int length = head[NAME_LENGTH] & 0xFF | (head[NAME_LENGTH + 1] & 0xFF) << 8;
        return new String(head, NAME, Math.min(length, head.length - NAME), StandardCharsets.UTF_8);
    }

    /**
     * Whether the first entry shows an office document. OpenDocument and EPUB require the first name; Word documents begin with
     * other names.
     */
    private static boolean isOffice(String entry) {
        return entry.equals("mimetype") || OFFICE_ENTRY.matcher(entry).matches();
    }

    private static @Nullable FileType mail(String text) {
        // Most files are not mail; their first line shows it.
        int feed = text.indexOf('\n');
        String first =
                feed < 0 || feed >= LONGEST_LINE ? "" : text.substring(0, feed).stripTrailing();
        boolean mbox = MBOX_LINE.matcher(first).matches();
        if (!mbox && !HEADER_FIELD.matcher(first).matches()) {
            return null;
        }
        Set<String> fields = fields(mbox ? text.substring(text.indexOf('\n') + 1) : text);
        boolean mail =
                fields.stream().anyMatch(ORIGIN::contains) && fields.stream().anyMatch(OF_MAIL_SYSTEMS::contains);
        if (mbox) {
            return mail ? new FileType(Reads.MBOX, "a mail box") : null;
        }
        return mail ? new FileType(Reads.MAIL, "a mail") : null;
    }

    /** Returns the names of the header fields at the beginning, in lower case; empty if the text begins with something else. */
    private static Set<String> fields(String text) {
        Set<String> fields = new HashSet<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            boolean cut = feed < 0;
            String line = text.substring(start, cut ? text.length() : feed).stripTrailing();
            if (line.isEmpty() || cut) {
                return fields;
            }
            boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!folded && !HEADER_FIELD.matcher(line).matches()) {
                return Set.of();
            }
            if (!folded) {
                fields.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
            }
            start = feed + 1;
        }
        return fields;
    }
}
