package dev.winnow.model;

import java.util.List;

/**
 * Columns of the second look, computed from the results of the first. They hold the probabilities of the lines around a line and
 * of its elements. They also hold the share of its words that the most likely lines have, too.
 */
final class Likelihood {

    static final List<String> NAMES = List.of(
            "the first look at it",
            "the first look at 5 lines around",
            "the likely text of 5 lines above",
            "the likely text of 5 lines below",
            "the first look at 10 lines around",
            "the likely text of 10 lines above",
            "the likely text of 10 lines below",
            "the first look at 25 lines around",
            "the likely text of 25 lines above",
            "the likely text of 25 lines below",
            "the first look at 60 lines around",
            "the likely text of 60 lines above",
            "the likely text of 60 lines below",
            "the share of likely text above",
            "the share of likely text below",
            "the likely text of the page",
            "the likeliest line of the page",
            "the way from the first likely line",
            "the way to the last likely line",
            "the share of words that the article has, too",
            "how often the article has its words",
            "the words it shares with the title",
            "the words of the title in it",
            "the article's words in 3 lines around",
            "the article's words in 8 lines around",
            "the article's words in 8 lines above",
            "the article's words in 8 lines below");

    static final List<String> OF_CONTAINERS = List.of(
            "the first look at the rest of its element",
            "the likely text of its element",
            "the first look at the rest of the element 1 further out",
            "the likely text of the element 1 further out",
            "the first look at the rest of the element 2 further out",
            "the likely text of the element 2 further out",
            "the first look at the rest of the element 3 further out",
            "the likely text of the element 3 further out",
            "the first look at the rest of the element 4 further out",
            "the likely text of the element 4 further out");

    private static final int[] REACHES = {5, 10, 25, 60};
    private static final int CERTAIN = 1000;
    private static final int LIKELY = 700;
    /** Minimum probability, in thousandths, of a line that counts as the article when words are compared. */
    private static final int OF_ARTICLE = 600;

    private static final int FAR = 40;
    private static final int NEAR = 3;
    private static final int WIDE = 8;

    private Likelihood() {}

    /**
     * Describes all lines.
     *
     * @param likely probability of each line from the first look, in thousandths
     */
    static void describe(Scene scene, Words words, int[] likely, Table table, int first) {
        int n = scene.size();
        long[] mass = new long[n + 1];
        int[] sum = new int[n + 1];
        int most = 0;
        int begin = -1;
        int end = n - 1;
        for (int i = 0; i < n; i++) {
            mass[i + 1] = mass[i] + (long) likely[i] * scene.lines().get(i).length();
            sum[i + 1] = sum[i] + likely[i];
            most = Math.max(most, likely[i]);
            if (likely[i] > LIKELY) {
                begin = begin < 0 ? i : begin;
                end = i;
            }
        }
        begin = Math.max(0, begin);
        long total = mass[n];
        for (int i = 0; i < n; i++) {
            table.set(i, first, likely[i]);
            int column = first + 1;
            for (int reach : REACHES) {
                int low = Math.max(0, i - reach);
                int high = Math.min(n, i + reach + 1);
                table.set(i, column, (sum[high] - sum[low]) / (high - low));
                table.set(i, column + 1, Table.share(mass[i] - mass[low], total));
                table.set(i, column + 2, Table.share(mass[high] - mass[i + 1], total));
                column += 3;
            }
            table.set(i, column, Table.share(mass[i], total));
            table.set(i, column + 1, Table.share(total - mass[i + 1], total));
            table.set(i, column + 2, Table.log(total / CERTAIN));
            table.set(i, column + 3, most);
            table.set(i, column + 4, Math.max(-FAR, Math.min(FAR, i - begin)));
            table.set(i, column + 5, Math.max(-FAR, Math.min(FAR, i - end)));
        }
        compareWords(scene, words, likely, table, first + 19);
    }

    private static void compareWords(Scene scene, Words words, int[] likely, Table table, int first) {
        int n = scene.size();
        IntMap article = new IntMap(words.count());
        for (int i = 0; i < n; i++) {
            if (likely[i] > OF_ARTICLE) {
                for (int w = words.start(i); w < words.end(i); w++) {
                    article.add(words.get(w));
                }
            }
        }
        IntMap title = title(scene, words);
        int titleWords = title.size();
        int[] shared = new int[n + 1];
        int[] all = new int[n + 1];
        for (int i = 0; i < n; i++) {
            int own = likely[i] > OF_ARTICLE ? 1 : 0;
            int found = 0;
            int often = 0;
            int ofTitle = 0;
            for (int w = words.start(i); w < words.end(i); w++) {
                int others = article.get(words.get(w)) - own;
                found += others > 0 ? 1 : 0;
                often += Math.min(3, Math.max(0, others));
                ofTitle += title.get(words.get(w)) > 0 ? 1 : 0;
            }
            int count = words.count(i);
            shared[i + 1] = shared[i] + found;
            all[i + 1] = all[i] + count;
            table.set(i, first, Table.share(found, count));
            table.set(i, first + 1, Table.share(often, count));
            table.set(i, first + 2, Table.share(ofTitle, count));
            table.set(i, first + 3, Table.share(ofTitle, titleWords));
        }
        for (int i = 0; i < n; i++) {
            table.set(i, first + 4, share(shared, all, i - NEAR, i + NEAR + 1));
            table.set(i, first + 5, share(shared, all, i - WIDE, i + WIDE + 1));
            table.set(i, first + 6, share(shared, all, i - WIDE, i));
            table.set(i, first + 7, share(shared, all, i, i + WIDE + 1));
        }
    }

    private static int share(int[] shared, int[] all, int from, int to) {
        int low = Math.max(0, from);
        int high = Math.min(all.length - 1, to);
        return Table.share(shared[high] - shared[low], all[high] - all[low]);
    }

    private static IntMap title(Scene scene, Words words) {
        String known = scene.title();
        if (known == null) {
            IntMap title = new IntMap(words.count(0));
            for (int w = words.start(0); w < words.end(0); w++) {
                title.add(words.get(w));
            }
            return title;
        }
        Words own = new Words(1);
        char[] units = known.toCharArray();
        own.read(units, Math.min(Looks.READ, units.length));
        own.close(0);
        IntMap title = new IntMap(own.count());
        for (int w = 0; w < own.count(); w++) {
            title.add(own.get(w));
        }
        return title;
    }

    /** Describes all lines of a page of HTML by the other content of their elements. */
    static void describe(Scene scene, Containers containers, int[] likely, Table table, int first) {
        int[] sum = new int[containers.size()];
        int[] length = new int[containers.size()];
        int total = 0;
        for (int i = 0; i < scene.size(); i++) {
            int units = units(scene, i);
            total += likely[i] * units / CERTAIN;
            for (Containers.Container c = containers.of(i); c != null; c = c.around) {
                sum[c.number] += likely[i] * units / CERTAIN;
                length[c.number] += units;
            }
        }
        for (int i = 0; i < scene.size(); i++) {
            int units = units(scene, i);
            Containers.Container container = containers.of(i);
            for (int k = 0; container != null && k < Containers.NEAREST; k++) {
                int others = length[container.number] - units;
                int rest = sum[container.number] - likely[i] * units / CERTAIN;
                table.set(i, first + 2 * k, others <= 0 ? -1 : Table.share(rest, others));
                table.set(i, first + 2 * k + 1, Table.share(sum[container.number], total));
                container = container.around == null ? container : container.around;
            }
        }
    }

    private static int units(Scene scene, int line) {
        return Math.min(Looks.READ, scene.lines().get(line).length());
    }
}
