package dev.winnow.model;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page to learn from: what the model sees of it, and what each line should be called.
 *
 * @param targets for each line {@link #TEXT}, {@link #OTHER} or {@link #UNKNOWN}
 * @param measured whether the article of the whole page is known, so that results on it count
 */
record Lesson(GoldPage page, Scene scene, byte[] targets, boolean measured) {

    static final byte TEXT = 1;
    static final byte OTHER = 0;
    static final byte UNKNOWN = -1;

    /** So many words in a row are compared where a line stands nowhere as a whole. */
    private static final int SHINGLE = 4;

    private static final double MOST_OF = 0.6;
    /** A step back on the page costs so many lines more than one forward, when a line stands on it twice. */
    private static final int BACK = 30;

    /** A page with gold text; null where its article is not among its lines, such as in the data of a program. */
    static Lesson ofGold(GoldPage page, Scene scene) {
        byte[] targets = new byte[scene.size()];
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < page.labelled().size(); i++) {
            places.computeIfAbsent(key(page.labelled().get(i).line()), key -> new ArrayList<>())
                    .add(i);
        }
        Set<String> shingles = shingles(words(page.gold()));
        Set<String> goldLines = new HashSet<>();
        page.gold().lines().forEach(line -> goldLines.add(key(line)));
        int at = 0;
        Set<String> covered = new HashSet<>();
        for (int i = 0; i < targets.length; i++) {
            String text = scene.lines().get(i).text();
            String key = key(text);
            List<Integer> candidates = places.get(key);
            List<String> words = words(text);
            if (candidates != null) {
                int from = at;
                int best = candidates.stream()
                        .min((a, b) -> Integer.compare(distance(a, from), distance(b, from)))
                        .orElseThrow();
                targets[i] = page.labelled().get(best).text() ? TEXT : OTHER;
                at = best + 1;
            } else {
                Set<String> own = shingles(words);
                long found = own.stream().filter(shingles::contains).count();
                boolean is = own.isEmpty() ? !key.isEmpty() && goldLines.contains(key) : found >= MOST_OF * own.size();
                targets[i] = is ? TEXT : OTHER;
            }
            if (targets[i] == TEXT) {
                covered.addAll(words);
            }
        }
        Set<String> all = new HashSet<>(words(page.gold()));
        long seen = all.stream().filter(covered::contains).count();
        return 2 * seen < all.size() ? null : new Lesson(page, scene, targets, true);
    }

    private static int distance(int place, int from) {
        return Math.abs(place - from) + (place >= from ? 0 : BACK);
    }

    /** Text of an article alone: all of it stays. */
    static Lesson ofClean(GoldPage page, Scene scene) {
        byte[] targets = new byte[scene.size()];
        Arrays.fill(targets, TEXT);
        return new Lesson(page, scene, targets, false);
    }

    /** A page of which a person named fragments. */
    static Lesson ofFragments(GoldPage page, Scene scene) {
        byte[] targets = new byte[scene.size()];
        for (int i = 0; i < targets.length; i++) {
            String text = key(scene.lines().get(i).text());
            boolean with = holds(text, page.with());
            boolean without = holds(text, page.without());
            targets[i] = with == without ? UNKNOWN : with ? TEXT : OTHER;
        }
        return new Lesson(page, scene, targets, false);
    }

    private static boolean holds(String text, List<String> fragments) {
        return fragments.stream()
                .map(Lesson::key)
                .anyMatch(fragment -> !fragment.isEmpty()
                        && (text.contains(fragment) || text.length() > 40 && fragment.contains(text)));
    }

    /** The same page as plain text, where what lines are is taken from the page with its markup, as far as that is sure. */
    Lesson taughtBy(Scene markup, int[] likely, int sure) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < likely.length; i++) {
            known.merge(key(markup.lines().get(i).text()), likely[i], Math::max);
        }
        byte[] taught = targets.clone();
        for (int i = 0; i < taught.length; i++) {
            Integer is = known.get(key(scene.lines().get(i).text()));
            if (taught[i] == UNKNOWN && is != null && !scene.isTaken(i)) {
                taught[i] = is >= sure ? TEXT : is <= 1000 - sure ? OTHER : UNKNOWN;
            }
        }
        return new Lesson(page, scene, taught, false);
    }

    /** Whether a line is one to learn from: nobody has taken it already, and what it is is known. */
    boolean teaches(int line) {
        return targets[line] != UNKNOWN && !scene.isTaken(line);
    }

    /** Letters and digits alone. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isWord(text.charAt(i)) || Characters.isUnspaced(text.charAt(i))) {
                key.append(Characters.fold(text.charAt(i)));
            }
        }
        return key.toString();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            boolean alone = Characters.isUnspaced(c);
            if (Characters.isWord(c) && !alone) {
                word.append(Characters.fold(c));
                continue;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }

    private static Set<String> shingles(List<String> words) {
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }
}
