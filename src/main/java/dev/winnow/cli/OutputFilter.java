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
 * Keeps a command from reading what it writes, or wrote the last time, below a folder that it reads; and from overwriting what
 * it reads.
 *
 * @param output absolute; null where nothing of it can be among the inputs
 * @param beside what else the command writes, absolute
 */
record OutputFilter(@Nullable Path output, Set<Path> beside) {

    /**
     * Makes a filter.
     *
     * @param format decides whether the output is a folder, and the extension of the files in it
     * @param beside what else the command writes
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

    /** The file, the folder, or the folder a glob begins in; null where there is none. */
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

    /** The inputs but for those that lie at or below the output. */
    Iterator<Input> without(Iterator<Input> inputs) {
        return output == null && beside.isEmpty()
                ? inputs
                : StreamSupport.stream(Spliterators.spliteratorUnknownSize(inputs, 0), false)
                        .filter(input -> !isOwn(input.origin()))
                        .iterator();
    }

    private boolean isOwn(String origin) {
        try {
            // A record's origin is path:line.
            Path path = Standard.absolute(Path.of(origin.replaceFirst("(:\\d+)+$", "")));
            return output != null && path.startsWith(output) || beside.stream().anyMatch(path::startsWith);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
