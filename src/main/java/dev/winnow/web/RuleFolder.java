package dev.winnow.web;

import dev.winnow.rule.load.RuleRoot;
import dev.winnow.rule.load.RuleRoot.Texts;
import dev.winnow.text.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder with the user's rules, as it is on disk at each call. No path leads out of it. Thread-safe. */
final class RuleFolder {

    private static final Pattern NAME =
            Pattern.compile("(?:[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}._-]*/)*[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}._-]*\\.ya?ml");

    private final @Nullable Path folder;

    /** @param folder need not be there yet; null where there is none, and nothing can be saved */
    RuleFolder(@Nullable Path folder) {
        this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
    }

    @Nullable
    Path path() {
        return folder;
    }

    /** All rule files. */
    Texts texts() throws IOException {
        return folder != null && Files.isDirectory(folder) ? RuleRoot.texts(folder) : new Texts(Map.of());
    }

    /** The text of a file; null where there is none. */
    @Nullable
    String text(String name) throws IOException {
        Path file = file(name);
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (CharacterCodingException e) {
            throw new Refusal(Answer.UNFIT, name + " is no UTF-8 text; save it as UTF-8");
        }
    }

    /**
     * Where a file of this name lies, or would lie.
     *
     * @throws Refusal if the name leads out of the folder, or there is no folder
     */
    Path file(String name) throws IOException {
        if (folder == null) {
            throw new Refusal(
                    Answer.UNFIT, "there is no folder for rules; start with winnow serve --rules DIR to save some");
        }
        if (NAME.matcher(name).matches()) {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder) && isInside(file, folder)) {
                return file;
            }
        }
        throw new Refusal(
                Answer.BAD_REQUEST, "'" + name + "' is no name for a rule file; write it like sites/example.com.yaml");
    }

    /** Whether a path stays in the folder when links are followed. */
    private static boolean isInside(Path file, Path folder) throws IOException {
        Path there = file;
        while (!Files.exists(there)) {
            Path parent = there.getParent();
            if (parent == null || parent.equals(folder.getParent())) {
                return true;
            }
            there = parent;
        }
        return there.toRealPath().startsWith(folder.toRealPath());
    }

    /** By what a text is known again; null for none. */
    static @Nullable String digest(@Nullable String text) {
        return text == null ? null : Sha256.hex(text);
    }
}
