package dev.winnow.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns document ids, which may be any text, into file names. Folders in an id are kept. No name leads out of the output
 * folder, is hidden, is too long, or is invalid on a common system. No two documents get the same name, even if the file system
 * ignores case or changes the form of accents.
 *
 * <p>The same ids in the same order give the same names. A name that is already used gets a number. Used names are kept in a
 * {@link NameSet} up to a limit; each later name contains the number of its document, so memory is bounded for any number of
 * documents. Not thread-safe.
 */
final class FileNames {

    /** Maximum number of used names kept, about ten million. Their set takes 64 MiB, and the set of folders at most as much. */
    private static final int MOST_REMEMBERED = 10 << 20;

    /**
     * Maximum length of one part of a path, in bytes of UTF-8. File systems allow 255; extension, number and {@code .part} need
     * the rest.
     */
    private static final int LONGEST_PART = 220;

    /** Maximum length of a folder path, in bytes of UTF-8. Linux allows 4096; Windows, by default, 260. */
    private static final int LONGEST_PATH = 1000;

    /** Largest number tried as an ending, before the longer document number, which is always free. */
    private static final int LAST_SHORT_NUMBER = 9;

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private static final Pattern KNOWN_EXTENSION = Pattern.compile(
            "(?<=.)\\.(?:txt|text|md|markdown|jsonl|ndjson|json|html?|xhtml|pdf|docx|odt|rtf|epub|eml)$",
            Pattern.CASE_INSENSITIVE);

    /**
     * Characters that Windows refuses, control characters, single surrogates, and invisible marks that make two names look
     * alike.
     */
    private static final Pattern REFUSED = Pattern.compile("[<>:\"|?*\\p{Cc}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF"
            + "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern DOTS_AND_SPACES = Pattern.compile("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$");

    /** Names of devices on Windows, with any extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|clock\\$|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])\\s*(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private final String extension;
    private final int mostRemembered;
    private final NameSet files = new NameSet();
    private final NameSet folders = new NameSet();
    private long documents;

    /** @param extension extension of every name, with the dot; empty to keep the extension of the id */
    FileNames(String extension) {
        this(extension, MOST_REMEMBERED);
    }

    FileNames(String extension, int mostRemembered) {
        this.extension = extension;
        this.mostRemembered = mostRemembered;
    }

    /** Reserves a name in the output folder: no document gets it. */
    void reserve(String name) {
        files.add(name);
    }

    /** Returns the path of the next document, relative to the output folder, with {@code /}. */
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

    /** Returns the path of the folder with a trailing slash; empty for the output folder itself. */
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
        // No other document has this number, so only an earlier name that contains it can be equal.
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
