package dev.winnow.source.html;

import dev.winnow.text.Hosts;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the target of a link from the source of the page. Few links are needed, so URLs are not stored. */
final class LinkTarget {

    /** Maximum distance between the beginning of a link's tag and its text, in units. */
    private static final int LONGEST_TAG = 2_000;

    private static final Pattern ADDRESS =
            Pattern.compile("\\shref\\s*=\\s*[\"']?\\s*(?:https?:)?(//([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);

    private LinkTarget() {}

    /** Returns the host of the link around an offset; null if it has none, or if the URL carries another URL. */
    static @Nullable String host(String source, int offset) {
        int from = Math.max(0, offset - LONGEST_TAG);
        int open = offset - 1;
        while (open >= from && !isLink(source, open)) {
            open--;
        }
        int close = open < from ? -1 : source.indexOf('>', open);
        if (close < 0 || close > offset) {
            return null;
        }
        Matcher address = ADDRESS.matcher(source).region(open, close);
        if (!address.find()) {
            return null;
        }
        String rest = address.group(2).toLowerCase(Locale.ROOT);
        if (rest.contains("http:")
                || rest.contains("https:")
                || rest.contains("http%3a")
                || rest.contains("https%3a")) {
            return null;
        }
        return Hosts.ofSite(address.group(1));
    }

    private static boolean isLink(String source, int open) {
        return source.charAt(open) == '<'
                && open + 2 < source.length()
                && (source.charAt(open + 1) | ' ') == 'a'
                && Character.isWhitespace(source.charAt(open + 2));
    }
}
