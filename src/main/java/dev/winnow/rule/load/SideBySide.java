package dev.winnow.rule.load;

import java.util.List;
import java.util.function.BiFunction;

/** Work on many files, on all processors, with the results and the problems that it has when file comes after file. */
final class SideBySide {

    /** Fewer files take less time than the start of the threads. */
    private static final int MANY = 4;

    private SideBySide() {}

    /**
     * Does something with each file.
     *
     * @param toDo how many of the files are more than to be taken as they were checked before
     * @param problems is given those of the files, in their order
     * @param work with one file and a list for its problems; on several threads at once
     * @return in the order of the files
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
