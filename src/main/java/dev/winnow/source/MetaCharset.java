package dev.winnow.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the charset that an HTML page or an XML prologue declares. */
final class MetaCharset {

    /** Number of bytes searched. Browsers read 1,024 bytes, but some pages put scripts before the declaration. */
    private static final int WINDOW = 1 << 14;

    /** No unbounded repetition stands beside another one, so matching takes linear time. */
    private static final Pattern DECLARATION = Pattern.compile(
            "<meta\\s[^>]{0,200}?\\bcharset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([\\w.:-]{2,40})"
                    + "|^\\s{0,100}<\\?xml\\s[^>]{0,200}?\\bencoding\\s{0,8}=\\s{0,8}[\"']([\\w.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private MetaCharset() {}

    /** Returns the charset's name as written; null if the page names none, or one that its own bytes disprove. */
    static @Nullable String of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, WINDOW), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARATION.matcher(head);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        // The declaration was readable byte by byte, so the page is not in UTF-16 or UTF-32.
        return name.regionMatches(true, 0, "utf-16", 0, 6) || name.regionMatches(true, 0, "utf-32", 0, 6) ? null : name;
    }
}
