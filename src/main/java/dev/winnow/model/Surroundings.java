package dev.winnow.model;

import java.util.List;

/**
 * Columns about the place of a line on its page: the prose around it, the distance to the next prose, and the lines that rules
 * removed nearby.
 */
final class Surroundings {

    private static final int[] REACHES = {3, 6, 12, 25};

    static final List<String> NAMES = List.of(
            "the place on the page",
            "the lines above",
            "the lines below",
            "the share of the page's prose above",
            "the share of the page's prose below",
            "how far above the last prose is",
            "how far below the next prose is",
            "the way to the start of the longest run of prose",
            "the way to the end of the longest run of prose",
            "the number of lines of the page",
            "the length of the longest run of prose",
            "the prose of the page",
            "the share of the longest run of prose",
            "the lines since one that a rule took",
            "the lines to the next one that a rule takes",
            "the lines that rules took above",
            "the prose among 3 lines around",
            "the prose among 3 lines above",
            "the prose among 3 lines below",
            "the length of 3 lines around",
            "the prose among 6 lines around",
            "the prose among 6 lines above",
            "the prose among 6 lines below",
            "the length of 6 lines around",
            "the prose among 12 lines around",
            "the prose among 12 lines above",
            "the prose among 12 lines below",
            "the length of 12 lines around",
            "the prose among 25 lines around",
            "the prose among 25 lines above",
            "the prose among 25 lines below",
            "the length of 25 lines around");

    private static final int FAR = 99;
    private static final int NEAR = 50;
    /** Penalty of a line that is no prose within a run of prose, in characters. */
    private static final int GAP = 40;

    private Surroundings() {}

    static void describe(Scene scene, Table table, int first) {
        int n = scene.size();
        int[] prose = new int[n + 1];
        int[] length = new int[n + 1];
        int begin = 0;
        int end = 0;
        int best = 0;
        int current = 0;
        int start = 0;
        for (int i = 0; i < n; i++) {
            int units = Math.min(Looks.READ, scene.lines().get(i).length());
            boolean sentence = Looks.isProse(table, i) && !scene.isTaken(i);
            prose[i + 1] = prose[i] + (sentence ? units : 0);
            length[i + 1] = length[i] + table.get(i, Looks.LENGTH);
            if (current <= 0) {
                current = 0;
                start = i;
            }
            current += sentence ? units : -GAP;
            if (current > best) {
                best = current;
                begin = start;
                end = i;
            }
        }
        int total = prose[n];
        int since = FAR;
        int taken = 0;
        int sinceTaken = FAR;
        for (int i = 0; i < n; i++) {
            since = prose[i + 1] > prose[i] ? 0 : Math.min(FAR, since + 1);
            sinceTaken = scene.isTaken(i) ? 0 : Math.min(FAR, sinceTaken + 1);
            table.set(i, first, Table.share(i, n));
            table.set(i, first + 1, Table.log(i));
            table.set(i, first + 2, Table.log(n - 1L - i));
            table.set(i, first + 3, Table.share(prose[i], total));
            table.set(i, first + 4, Table.share(total - prose[i + 1], total));
            table.set(i, first + 5, since);
            table.set(i, first + 7, Math.max(-NEAR, Math.min(NEAR, i - begin)));
            table.set(i, first + 8, Math.max(-NEAR, Math.min(NEAR, i - end)));
            table.set(i, first + 9, Table.log(n));
            table.set(i, first + 10, Table.share(end - begin + 1L, n));
            table.set(i, first + 11, Table.log(total));
            table.set(i, first + 12, Table.share(best, total));
            table.set(i, first + 13, sinceTaken);
            table.set(i, first + 15, Table.log(taken));
            taken += scene.isTaken(i) ? 1 : 0;
            int column = first + 16;
            for (int reach : REACHES) {
                int low = Math.max(0, i - reach);
                int high = Math.min(n, i + reach + 1);
                table.set(i, column, (prose[high] - prose[low]) / (high - low));
                table.set(i, column + 1, (prose[i] - prose[low]) / Math.max(1, i - low));
                table.set(i, column + 2, (prose[high] - prose[i + 1]) / Math.max(1, high - i - 1));
                table.set(i, column + 3, (length[high] - length[low]) / (high - low));
                column += 4;
            }
        }
        int next = FAR;
        int nextTaken = FAR;
        for (int i = n - 1; i >= 0; i--) {
            next = prose[i + 1] > prose[i] ? 0 : Math.min(FAR, next + 1);
            nextTaken = scene.isTaken(i) ? 0 : Math.min(FAR, nextTaken + 1);
            table.set(i, first + 6, next);
            table.set(i, first + 14, nextTaken);
        }
    }
}
