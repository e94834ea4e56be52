package dev.winnow.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes file names of document ids, which may be anything: the id's folders are kept, but no name leads out of the output
 * folder, hides, is too long or is refused by some system, and no two documents get the same, also where a file system
 * ignores case or spells accents otherwise. The same ids in the same order give the same names. A name that was given before
 * gets a number. Names are remembered ({@link NameSet}) up to a number; every later one has its document's number in it, so
 * that memory has a bound however many documents there are. Not thread-safe.
 */
final class FileNames {

    /** Names remembered, some ten million: their set takes 64 MiB, and that of the folders no more. */
    private static final int MOST_REMEMBERED = 10 << 20;

    /** Bytes of one part of a path; file systems stop at 255, and extension, number and {@code .part} need room. */
    private static final int LONGEST_PART = 220;

    /** Bytes of all parts; Linux stops at 4096 and Windows, unless told otherwise, at 260. */
    private static final int LONGEST_PATH = 1000;

    /** Tried as endings before a longer one that is sure to be free. */
    private static final int LAST_SHORT_NUMBER = 9;

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private static final Pattern KNOWN_EXTENSION = Pattern.compile(
            "(?<=.)\\.(?:txt|text|md|markdown|jsonl|ndjson|json|html?|xhtml|pdf|docx|odt|rtf|epub|eml)$",
            Pattern.CASE_INSENSITIVE);

    /** What Windows refuses, controls, halves of characters, and marks that make a name look like another. */
    private static final Pattern REFUSED = Pattern.compile("[<>:\"|?*\\p{Cc}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF"
            + "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern DOTS_AND_SPACES = Pattern.compile("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$");

    /** Windows opens devices by these names, whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])\\s*(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private final String extension;
    private final int mostRemembered;
    private final NameSet files = new NameSet();
    private final NameSet folders = new NameSet();
    private long documents;

    /** @param extension what every name ends with; empty to keep the one that the id has */
    FileNames(String extension) {
        this(extension, MOST_REMEMBERED);
    }

    FileNames(String extension, int mostRemembered) {
        this.extension = extension;
        this.mostRemembered = mostRemembered;
    }

    /** Keeps a name in the output folder from being given to a document. */
    void reserve(String name) {
        files.add(name);
    }

    /** A path relative to the output folder, parts joined by {@code /}. */
    String of(String id) {
        documents++;
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATOR.split(id, -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String name = parts.isEmpty() ? "document" : parts.remove(parts.size() - 1);
        if (!extension.isEmpty()) {
            name = KNOWN_EXTENSION.matcher(name).replaceFirst("");
        }
        return file(folder(id, parts) + safe(name));
    }

    /** The folder's path with a slash at its end; empty for the output folder itself. */
    private String folder(String id, List<String> parts) {
        StringBuilder folder = new StringBuilder();
        for (String part : parts) {
            String path = folder + safe(part);
            if (path.getBytes(UTF_8).length > LONGEST_PATH) {
                return folder.append(hash(id)).append('/').toString();
            }
            String free = path;
            for (int n = 2; files.contains(free); n++) {
                free = n <= LAST_SHORT_NUMBER ? path + "-" + n : free + "-" + documents;
            }
            if (folders.size() < mostRemembered) {
                folders.add(free);
            }
            folder.setLength(0);
            folder.append(free).append('/');
        }
        return folder.toString();
    }

    private String file(String path) {
        if (files.size() < mostRemembered) {
            String free = path + extension;
            for (int n = 2; n <= LAST_SHORT_NUMBER + 1; n++) {
                if (!folders.contains(free) && files.add(free)) {
                    return free;
                }
                free = path + "-" + n + extension;
            }
        }
        // No other document has this number, so only a name from before can be in the way.
        String numbered = path + "-" + documents;
        while (folders.contains(numbered + extension) || files.contains(numbered + extension)) {
            numbered += "-" + documents;
        }
        if (files.size() < mostRemembered) {
            files.add(numbered + extension);
        }
        return numbered + extension;
    }

    private static String safe(String part) {
        String name =
                REFUSED.matcher(Normalizer.normalize(part, Normalizer.Form.NFC)).replaceAll("_");
        name = DOTS_AND_SPACES.matcher(name).replaceAll("_");
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
}
