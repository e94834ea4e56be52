package dev.winnow.source;

import dev.winnow.source.container.ArchiveEntries;
import dev.winnow.source.container.DamagedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of an archive, entry by entry. As in folders, only entries with the name of a document are read; the
 * others are counted as skipped.
 */
final class ArchiveDocuments extends Documents {

    private final Layer archive;
    private final ArchiveEntries entries;
    private final Opener opener;
    private final Limits limits;
    private long seen;
    private boolean foundSome;
    private @Nullable Documents current;

    ArchiveDocuments(Layer archive, ArchiveEntries entries, Opener opener, Limits limits) {
        this.archive = archive;
        this.entries = entries;
        this.opener = opener;
        this.limits = limits;
    }

    @Override
    @Nullable
    Input advance() throws IOException {
        while (true) {
            if (current != null && current.hasNext()) {
                return current.next();
            }
            closeCurrent();
            if (archive.expansion().isSpent() || seen > limits.maxEntries()) {
                // The exceeded limit was already reported.
                return null;
            }
            try {
                ArchiveEntries.Entry entry = entries.next();
                if (entry == null) {
                    return end();
                }
                if (++seen > limits.maxEntries()) {
                    return limit();
                }
                enter(entry);
            } catch (DamagedException damaged) {
                foundSome = true;
                return new Input.Failure(place(), damaged.getMessage() + "; it is skipped");
            }
        }
    }

    @Override
    String place() {
        return archive.from().origin();
    }

    @Override
    public void close() throws IOException {
        closeCurrent();
        entries.close();
    }

    private void enter(ArchiveEntries.Entry entry) {
        String path = path(entry.name());
        if (!entry.isFile() || path.isEmpty()) {
            if (!entry.name().endsWith("/")) {
                opener.skipped().add(Skipped.NO_FILE);
            }
        } else if (isHidden(path)) {
            opener.skipped().add(Skipped.HIDDEN);
        } else if (!FileWalk.isDocument(path)) {
            opener.skipped().addNamed(path);
        } else {
            foundSome = true;
            Layer piece = archive.entry(path, entry.content(), entry.size());
            current = entry.unreadable() == null
                    ? opener.open(piece)
                    : Documents.of(new Input.Failure(piece.from().origin(), entry.unreadable()));
        }
    }

    private @Nullable Input end() {
        if (foundSome) {
            return null;
        }
        foundSome = true;
        return new Input.Failure(place(), "the archive holds no documents (" + FileWalk.DOCUMENTS + ")");
    }

    private Input limit() {
        return new Input.Failure(
                place(),
                "the archive has more than " + limits.maxEntries() + " entries; raise the limit with --max-entries");
    }

    private void closeCurrent() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /**
     * Returns the path of an entry for ids: relative to the archive, with {@code /} between its parts also if Windows wrote it.
     */
    private static String path(String name) {
        String path = name.replace('\\', '/');
        while (path.startsWith("/") || path.startsWith("./")) {
            path = path.substring(path.indexOf('/') + 1);
        }
        return path;
    }

    private static boolean isHidden(String path) {
        for (String part : path.split("/", -1)) {
            if (part.startsWith(".") && !part.equals(".") && !part.equals("..") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }
}
