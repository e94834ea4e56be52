package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the edits of one step in ascending order. Adjacent edits with the same reason become one. Beyond {@link #MANY} edits
 * also those with a small gap between them are merged, whatever their reason, so that a hostile text cannot fill the memory.
 */
final class EditList {

    /** Number of edits from which neighbours are merged. No document written by a person has nearly as many. */
    private static final int MANY = 100_000;

    private static final int GAP_WHEN_MANY = 64;

    private final String text;
    private final String rule;
    private final List<Edit> edits = new ArrayList<>();
    private final StringBuilder replacement = new StringBuilder();
    private @Nullable Reason reason;
    private int start;
    private int end;

    EditList(String text, Step step) {
        this.text = text;
        this.rule = "normalize/" + step.name();
    }

    void remove(int from, int to, String why) {
        replace(from, to, "", why);
    }

    void replace(int from, int to, CharSequence with, String why) {
        replace(from, to, with, null, why);
    }

    /** Removes text that has a label of its own. */
    void drop(int from, int to, Label label, String why) {
        replace(from, to, "", label, why);
    }

    private void replace(int from, int to, CharSequence with, @Nullable Label label, String why) {
        Reason open = reason;
        if (open != null) {
            boolean joins = edits.size() < MANY ? from == end && open.why().equals(why) : from - end <= GAP_WHEN_MANY;
            if (joins) {
                replacement.append(text, end, from).append(with);
                end = to;
                return;
            }
            close(open);
        }
        start = from;
        end = to;
        replacement.append(with);
        reason = open != null && open.why().equals(why) ? open : new Reason(rule, label, why);
    }

    private void close(Reason open) {
        edits.add(new Edit(start, end, replacement.toString(), open));
        replacement.setLength(0);
    }

    List<Edit> done() {
        Reason open = reason;
        if (open == null) {
            return List.of();
        }
        close(open);
        reason = null;
        return Collections.unmodifiableList(edits);
    }
}
