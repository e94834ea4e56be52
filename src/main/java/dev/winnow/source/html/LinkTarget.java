package dev.winnow.source.html;

import dev.winnow.text.Hosts;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a link leads from the source of its page: few links are asked, so none keeps its address. */
final class LinkTarget {

    /** So far before its text a link's tag begins at most. */
    private static final int LONGEST_TAG = 2_000;

    private static final Pattern ADDRESS =
            Pattern.compile("\\shref\\s*=\\s*[\"']?\\s*(?:https?:)?(//([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);

    private LinkTarget() {}

    /** The host that the link around a place leads to; null where it names none, or hands an address on. */
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
