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

/** The folder with the user's rules. Reads the disk at each call, and refuses paths that lead out of the folder. Thread-safe. */
final class RuleFolder {

    private static final Pattern NAME =
            Pattern.compile("(?:[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}._-]*/)*[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}._-]*\\.ya?ml");

    private final @Nullable Path folder;

    /** @param folder folder, which may not exist yet; null if there is none, so that nothing can be saved */
    RuleFolder(@Nullable Path folder) {
        this.folder = folder == null ? null : folder.toAbsolutePath().normalize();
    }

    @Nullable
    Path path() {
        return folder;
    }

    /** Returns all rule files. */
    Texts texts() throws IOException {
        return folder != null && Files.isDirectory(folder) ? RuleRoot.texts(folder) : new Texts(Map.of());
    }

    /** Returns the text of a file; null if it does not exist. */
    @Nullable
    String text(String name) throws IOException {
        Path file = file(name);
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (CharacterCodingException e) {
            throw new Refusal(Answer.UNFIT, name + " is not UTF-8 text; save it as UTF-8");
        }
    }

    /**
     * Returns the path of a file, which may not exist.
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
                Answer.BAD_REQUEST,
                "'" + name + "' is not a name for a rule file; write it like sites/example.com.yaml");
    }

    /** Whether a path is in the folder after links are followed. */
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

    /** Returns a hash of a text, to notice changes; null for null. */
    static @Nullable String digest(@Nullable String text) {
        return text == null ? null : Sha256.hex(text);
    }
}
