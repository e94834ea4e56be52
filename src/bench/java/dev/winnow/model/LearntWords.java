package dev.winnow.model;

import dev.winnow.document.Block;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns what words tell: a word counts once for each site, by how often its lines are text there. */
final class LearntWords {

    /** Words of fewer sites say more of these sites than of pages. */
    private static final int FEWEST_SITES = 5;

    private static final double PRIOR = 0.7;
    private static final int UNIT = 16;
    private static final int MOST = 100;
    /** Weights nearer to nothing are left out. */
    private static final int LEAST = 4;

    private final Map<Integer, Map<String, double[]>> bySite = new HashMap<>();

    private void count(int word, String site, boolean isText) {
        double[] counts = bySite.computeIfAbsent(word, w -> new HashMap<>()).computeIfAbsent(site, s -> new double[2]);
        counts[isText ? 1 : 0]++;
    }

    /** From the lines of pages. */
    static Vocabulary ofLines(List<Lesson> lessons) {
        LearntWords learnt = new LearntWords();
        for (Lesson lesson : lessons) {
            Words words = new Words(lesson.scene().size());
            for (int i = 0; i < lesson.scene().size(); i++) {
                char[] units = lesson.scene().lines().get(i).text().toCharArray();
                words.read(units, Math.min(Looks.READ, units.length));
                words.close(i);
                if (lesson.targets()[i] == Lesson.UNKNOWN || !Looks.isTelling(words, i)) {
                    continue;
                }
                boolean text = lesson.targets()[i] == Lesson.TEXT;
                String site = lesson.page().site();
                Set<Integer> told = new HashSet<>();
                for (int w = words.start(i); w < words.end(i); w++) {
                    told.add(words.get(w));
                }
                told.add(Looks.wholeLine(words.whole(i)));
                told.forEach(word -> learnt.count(word, site, text));
            }
        }
        return learnt.vocabulary();
    }

    /** From the class names of the elements around lines. */
    static Vocabulary ofClasses(List<Lesson> lessons) {
        LearntWords learnt = new LearntWords();
        Map<Block.Frame, Set<Integer>> known = new IdentityHashMap<>();
        for (Lesson lesson : lessons) {
            List<Block> blocks = lesson.scene().blocks();
            if (blocks == null) {
                continue;
            }
            known.clear();
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                if (block == null || lesson.targets()[i] == Lesson.UNKNOWN) {
                    continue;
                }
                boolean text = lesson.targets()[i] == Lesson.TEXT;
                for (int word : words(block.frame(), known)) {
                    learnt.count(word, lesson.page().site(), text);
                }
            }
        }
        return learnt.vocabulary();
    }

    private static Set<Integer> words(Block.Frame frame, Map<Block.Frame, Set<Integer>> known) {
        Set<Integer> words = known.get(frame);
        if (words == null) {
            words = new HashSet<>();
            Block.Frame around = frame.around();
            if (around != null) {
                words.addAll(words(around, known));
            }
            for (String word : frame.words()) {
                words.add(Containers.classWord(word));
            }
            known.put(frame, words);
        }
        return words;
    }

    private Vocabulary vocabulary() {
        SortedMap<Integer, double[]> sums = new TreeMap<>();
        bySite.forEach((word, sites) -> {
            double[] sum = new double[2];
            for (double[] counts : new TreeMap<>(sites).values()) {
                double all = counts[0] + counts[1];
                sum[0] += counts[0] / all;
                sum[1] += counts[1] / all;
            }
            if (sites.size() >= FEWEST_SITES) {
                sums.put(word, sum);
            }
        });
        Map<Integer, Byte> weights = new HashMap<>();
        sums.forEach((word, sum) -> {
            double odds = Math.log((sum[1] + PRIOR) / (sum[0] + PRIOR));
            int weight = (int) Math.round(UNIT * odds);
            if (Math.abs(weight) >= LEAST) {
                weights.put(word, (byte) Math.max(-MOST, Math.min(MOST, weight)));
            }
        });
        return new Vocabulary(weights);
    }
}
