package dev.winnow.rule.load;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Processes many files in parallel, on all processors. Results and problems are the same as when the files are processed in
 * sequence.
 */
final class SideBySide {

    /** Minimum number of files for parallel work. For fewer files, starting threads takes longer than the work. */
    private static final int MANY = 4;

    private SideBySide() {}

    /**
     * Applies a function to each file.
     *
     * @param toDo number of files that need work, because they were not checked before
     * @param problems receives the problems of all files, in the order of the files
     * @param work gets one file and a list for its problems; called on several threads at once
     * @return the results, in the order of the files
     */
    static <F, R> List<R> map(List<F> files, long toDo, Problems problems, BiFunction<F, Problems, R> work) {
        if (toDo < MANY) {
            return files.stream().map(file -> work.apply(file, problems)).toList();
        }
        List<Done<R>> all = files.parallelStream()
                .map(file -> {
                    Problems own = new Problems();
                    return new Done<>(work.apply(file, own), own);
                })
                .toList();
        all.forEach(done -> problems.addAll(done.problems()));
        return all.stream().map(Done::result).toList();
    }

    private record Done<R>(R result, Problems problems) {}
}
