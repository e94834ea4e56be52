package dev.winnow.writer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes file names of document ids, which may be anything: the id's folders are kept, but no name leads out of the output
 * folder, hides, is too long or is refused by some system, and no two documents get the same, also where a file system
 * ignores case. The same ids in the same order give the same names. Not thread-safe.
 */
final class FileNames {

    /** Bytes of one part of a path; file systems stop at 255, and extension, number and {@code .part} need room. */
    private static final int LONGEST_PART = 180;

    /** Bytes of all parts; Linux stops at 4096 and Windows, unless told otherwise, at 260. */
    private static final int LONGEST_PATH = 1000;

    private static final Pattern KNOWN_EXTENSION = Pattern.compile(
            "(?<=.)\\.(?:txt|text|md|markdown|jsonl|ndjson|json|html?|xhtml)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern REFUSED = Pattern.compile("[\\p{Cntrl}<>:\"|?*\\p{Cs}\\uFFFE\\uFFFF]");

    /** Windows opens devices by these names, whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private final String extension;
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    FileNames(String extension) {
        this.extension = extension;
    }

    /** Keeps a name in the output folder from being given to a document. */
    void reserve(String name) {
        files.add(key(name));
    }

    /** A path relative to the output folder, parts joined by {@code /}. */
    String of(String id) {
        List<String> parts = new ArrayList<>();
        for (String part : id.split("[/\\\\]", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String name = parts.isEmpty() ? "document" : parts.remove(parts.size() - 1);
        name = safe(KNOWN_EXTENSION.matcher(name).replaceFirst(""));
        StringBuilder folder = new StringBuilder();
        for (String part : parts) {
            String path = folder + safe(part);
            if (path.getBytes(UTF_8).length > LONGEST_PATH) {
                folder.append(hash(id)).append('/');
                break;
            }
            String free = path;
            for (int n = 2; files.contains(key(free)); n++) {
                free = path + "-" + n;
            }
            folders.add(key(free));
            folder.setLength(0);
            folder.append(free).append('/');
        }
        String path = folder + name;
        String free = path + extension;
        for (int n = 2; folders.contains(key(free)) || !files.add(key(free)); n++) {
            free = path + "-" + n + extension;
        }
        return free;
    }

    private static String safe(String part) {
        String name = Normalizer.normalize(REFUSED.matcher(part).replaceAll("_"), Normalizer.Form.NFC);
        name = name.replaceFirst("^[.\\s]+", "_").replaceFirst("[.\\s]+$", "_");
        if (name.isEmpty() || DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        if (name.getBytes(UTF_8).length <= LONGEST_PART) {
            return name;
        }
        int end = Math.min(name.length(), LONGEST_PART);
        while (name.substring(0, end).getBytes(UTF_8).length > LONGEST_PART - 10
                || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + "~" + hash(part);
    }

    private static String hash(String text) {
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
