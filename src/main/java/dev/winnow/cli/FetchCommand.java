package dev.winnow.cli;

import dev.winnow.library.Library;
import dev.winnow.library.LibraryException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code winnow fetch}: gets the libraries that are otherwise fetched when the first document needs them. */
@Command(
        name = "fetch",
        description =
                "Fetch the libraries that are loaded on first use, for work without a network: ${bundle:list.libraries}.")
final class FetchCommand extends BaseCommand {

    @Parameters(paramLabel = "LIBRARY", arity = "0..*", description = "${COMPLETION-CANDIDATES}. Default: all.")
    private final List<Library> libraries = new ArrayList<>();

    FetchCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        for (Library library : libraries.isEmpty() ? List.of(Library.values()) : libraries) {
            try {
                library.fetch();
                console.say(library.key() + ": ready");
            } catch (LibraryException missing) {
                throw UserError.usage(String.valueOf(missing.getMessage()));
            }
        }
        return ExitCode.OK;
    }
}
