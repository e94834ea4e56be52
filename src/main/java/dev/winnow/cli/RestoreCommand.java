package dev.winnow.cli;

import dev.winnow.output.BlockedException;
import dev.winnow.output.OutputFolder;
import dev.winnow.restore.Restore;
import dev.winnow.restore.RestoreException;
import dev.winnow.restore.Restored;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow restore}: rebuilds the inputs of {@code clean --ledger}, byte for byte. */
@Command(
        name = "restore",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Rebuild the original documents, byte for byte, from the output of clean --ledger.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow clean --ledger page.txt | winnow restore > page-again.txt",
            "  winnow restore articles.jsonl -o restored/"
        })
final class RestoreCommand extends BaseCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of JSON Lines with ledgers, also compressed, or folders of such files. - is standard"
                    + " input, the default.")
    private final List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = Standard.STREAM,
            description = "Output: a folder (ending in /) with one file for each document, named by its id; or a file,"
                    + " or - for standard output, for a single document.")
    private String output = Standard.STREAM;

    @Option(names = "--id", paramLabel = "ID", description = "Restore only the document with this id.")
    private @Nullable String id;

    private @Nullable OutputFolder written;
    private int failed;
    private int done;

    RestoreCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        for (String input : InputOptions.orStandardInput(inputs, console, "restore articles.jsonl -o restored/")) {
            restore(input);
        }
        if (id != null && done == 0 && failed == 0) {
            throw UserError.usage("there is no document '" + id + "'");
        }
        if (failed > 0) {
            console.say(
                    Standard.count(failed, "document") + " failed, " + Standard.count(done, "document") + " restored");
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void restore(String input) throws IOException {
        try {
            if (input.equals(Standard.STREAM)) {
                restore(CleanedFiles.unpacked(unclosed(console.in()), "stdin"), "stdin");
                return;
            }
            List<Path> files = CleanedFiles.in(Standard.path(input));
            if (files.isEmpty()) {
                throw UserError.usage(input + ": there is no .jsonl file in this folder");
            }
            for (Path file : files) {
                restore(CleanedFiles.open(file), file.toString());
            }
        } catch (NoSuchFileException e) {
            throw UserError.usage(input + ": no such file; check the path");
        } catch (AccessDeniedException e) {
            throw UserError.usage(input + ": no permission to read it");
        }
    }

    private void restore(InputStream in, String name) throws IOException {
        try (Restore records = Restore.of(in, name)) {
            boolean more = true;
            while (more) {
                try {
                    Restored next = records.next();
                    more = next != null;
                    if (next != null && (id == null || id.equals(next.id()))) {
                        write(next);
                    }
                } catch (RestoreException e) {
                    failed++;
                    console.say(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }

    private void write(Restored document) throws IOException {
        done++;
        boolean folder = output.endsWith("/") || Files.isDirectory(Standard.path(output));
        if (!folder && done > 1) {
            throw UserError.usage(
                    "there are several documents; write them to a folder with -o restored/, or choose one with"
                            + " --id");
        }
        if (output.equals(Standard.STREAM)) {
            console.out().write(document.bytes());
            return;
        }
        if (folder) {
            try {
                folder().write(document.id(), document.bytes());
            } catch (BlockedException one) {
                done--;
                failed++;
                console.say(String.valueOf(one.getMessage()));
            } catch (IOException e) {
                throw UserError.broken(String.valueOf(e.getMessage()));
            }
            return;
        }
        Path target = Standard.path(output);
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(target, document.bytes());
        } catch (IOException e) {
            throw UserError.broken("cannot write " + target + ": " + reason(e));
        }
    }

    private OutputFolder folder() throws IOException {
        if (written == null) {
            written = OutputFolder.open(Standard.path(output), "");
        }
        return written;
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission; choose another place with -o";
        }
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left")
                ? "the disk is full; make room or choose another place with -o"
                : message;
    }
}
