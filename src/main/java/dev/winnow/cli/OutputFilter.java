package dev.winnow.cli;

import dev.winnow.render.Format;
import dev.winnow.source.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Prevents a command from reading its own output, of this run or an earlier one, and from overwriting its inputs.
 *
 * @param output absolute path; null if it cannot be among the inputs
 * @param beside absolute paths of the other files that the command writes
 */
record OutputFilter(@Nullable Path output, Set<Path> beside) {

    /**
     * Makes a filter.
     *
     * @param format decides whether the output is a folder, and the extension of the files in it
     * @param beside other files that the command writes
     * @throws UserError if the output would overwrite an input
     */
    static OutputFilter of(String output, Format format, List<Path> beside, List<String> inputs) {
        Set<Path> others = beside.stream().map(Standard::absolute).collect(Collectors.toSet());
        if (output.equals(Standard.STREAM)) {
            return new OutputFilter(null, others);
        }
        Path path = Standard.absolute(Standard.path(output));
        boolean folder = format.isFolder(output);
        boolean below = false;
        for (String input : inputs) {
            Path read = base(input);
            if (read == null) {
                continue;
            }
            boolean readsFolder = Files.isDirectory(read);
            below |= readsFolder && path.startsWith(read);
            boolean overwrites = readsFolder
                    ? folder && path.equals(read)
                    : folder
                            ? path.equals(read.getParent()) && read.toString().endsWith(format.extension())
                            : isSameFile(path, read);
            if (overwrites) {
                throw UserError.usage(
                        "writing to " + output + " could overwrite the input " + input + "; choose another output");
            }
        }
        return new OutputFilter(below ? path : null, others);
    }

    /** Returns the file or folder of an input, or the folder where a glob begins; null for standard input. */
    private static @Nullable Path base(String input) {
        if (input.equals(Standard.STREAM)) {
            return null;
        }
        try {
            Path path = Standard.absolute(Path.of(input));
            if (Files.exists(path)) {
                return path;
            }
            String fixed = input.split("[*?\\[{]", 2)[0];
            int slash = fixed.lastIndexOf('/');
            return Standard.absolute(Path.of(slash < 0 ? "." : fixed.substring(0, slash + 1)));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isSameFile(Path output, Path input) {
        try {
            return Files.isRegularFile(output) && Files.isSameFile(output, input);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the inputs without those at or below the output. */
    Iterator<Input> without(Iterator<Input> inputs) {
        return output == null && beside.isEmpty()
                ? inputs
                : StreamSupport.stream(Spliterators.spliteratorUnknownSize(inputs, 0), false)
                        .filter(input -> !isOwn(input.origin()))
                        .iterator();
    }

    private boolean isOwn(String origin) {
        try {
            // The origin of a record is path:line.
            Path path = Standard.absolute(Path.of(origin.replaceFirst("(:\\d+)+$", "")));
            return output != null && path.startsWith(output) || beside.stream().anyMatch(path::startsWith);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
