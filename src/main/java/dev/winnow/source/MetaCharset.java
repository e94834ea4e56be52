package dev.winnow.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The charset that a page of HTML, or an XML prologue, says of itself. */
final class MetaCharset {

    /** A browser looks at 1,024 bytes; pages put scripts before the declaration all the same. */
    private static final int WINDOW = 1 << 14;

    /** No unbounded repetition stands beside another one, so that this is linear. */
    private static final Pattern DECLARATION = Pattern.compile(
            "<meta\\s[^>]{0,200}?\\bcharset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([\\w.:-]{2,40})"
                    + "|^\\s{0,100}<\\?xml\\s[^>]{0,200}?\\bencoding\\s{0,8}=\\s{0,8}[\"']([\\w.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private MetaCharset() {}

    /** The charset's name as written; null when the page names none, or one that its own bytes show to be wrong. */
    static @Nullable String of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, WINDOW), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARATION.matcher(head);
        if (!matcher.find()) {
            return null;
        }
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        // These letters could be read byte by byte, so it is none of the encodings that take two or four bytes for
        // each.
        return name.regionMatches(true, 0, "utf-16", 0, 6) || name.regionMatches(true, 0, "utf-32", 0, 6) ? null : name;
    }
}
