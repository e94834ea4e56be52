package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a browser's title is parted into the headline, the section and the site's name: {@code Storm ends - World | Daily Harbour},
 * {@code 港口疏浚_科技_港湾网}. A sign inside a word ({@code snake_case}, {@code Spider-Man}) parts nothing; whether a part is the
 * headline is for others to tell.
 */
public final class TitleParts {

    /**
     * A sign between two parts, with the white space around it.
     *
     * @param start where the part before it ends
     * @param end where the part behind it begins
     * @param strong whether the sign stands between parts only, and in no sentence
     * @param colon whether it is a colon right behind a word, which headlines have inside, too
     */
    public record Parting(int start, int end, boolean strong, boolean colon) {}

    /** In no sentence; the fourth is the ideograph for a stroke. */
    private static final String BARS = "|｜¦丨ǀ￨";

    private static final char STROKE = '丨';
    private static final String DASHES = "-–—―~－～";
    private static final String FULL_WIDTH = "：－～｜";

    /** They part only with white space on both sides. */
    private static final String SPACED = "/\\·•∙・»›«‹><→←";

    /** Share of the longest part that the first one has at least when it is the headline. */
    private static final double SHORTEST_FIRST = 0.4;

    /** Longer lines are no titles. */
    private static final int LONGEST = 500;

    private TitleParts() {}

    /** The partings of a title, in its order. */
    public static List<Parting> of(String title) {
        List<Parting> partings = new ArrayList<>();
        if (title.length() > LONGEST) {
            return partings;
        }
        int at = 0;
        while (at < title.length()) {
            if (!isSign(title.charAt(at))) {
                at++;
                continue;
            }
            int to = at + 1;
            while (to < title.length() && (isSign(title.charAt(to)) || Characters.isSpace(title.charAt(to)))) {
                to++;
            }
            int end = to;
            while (Characters.isSpace(title.charAt(to - 1))) {
                to--;
            }
            int from = at;
            while (from > 0 && Characters.isSpace(title.charAt(from - 1))) {
                from--;
            }
            String sign = title.substring(at, to);
            if (from > 0 && end < title.length() && parts(title, from, at, sign, to, end)) {
                boolean strong = BARS.indexOf(sign.charAt(0)) >= 0 || sign.charAt(0) == '_' || sign.contains("::");
                boolean colon = Characters.isColon(sign.charAt(0)) && !strong && from == at;
                partings.add(new Parting(from, end, strong, colon));
            }
            at = end;
        }
        return partings;
    }

    private static boolean parts(String title, int from, int at, String sign, int to, int end) {
        char first = sign.charAt(0);
        boolean spaced = from < at && to < end;
        boolean besideUnspaced =
                Characters.isUnspaced(title.charAt(from - 1)) || Characters.isUnspaced(title.charAt(end));
        boolean word =
                Character.isLetterOrDigit(title.charAt(from - 1)) && Character.isLetterOrDigit(title.charAt(end));
        boolean inWord =
                word && !(Characters.isUnspaced(title.charAt(from - 1)) && Characters.isUnspaced(title.charAt(end)));
        if (first == STROKE) {
            return besideUnspaced || spaced;
        }
        if (BARS.indexOf(first) >= 0 || FULL_WIDTH.indexOf(first) >= 0) {
            return true;
        }
        if (Characters.isColon(first)) {
            return to < end;
        }
        if (SPACED.indexOf(first) >= 0) {
            return spaced;
        }
        return spaced || besideUnspaced && (first == '_' || !inWord) || first == '_' && isSuffix(title, from, end);
    }

    /** Whether a stroke parts words from a name with a capital: {@code Storm ends_Daily Harbour}, not {@code snake_case}. */
    private static boolean isSuffix(String title, int from, int end) {
        return title.lastIndexOf(' ', from) > 0
                && Character.isLowerCase(title.charAt(from - 1))
                && Character.isUpperCase(title.charAt(end));
    }

    /**
     * Whether a heading is the headline in a title: one part of it, or several that stand side by side. What stands first may be
     * shorter than another part, what stands behind one may not, since a site's name can be a heading, too. Case and the style of
     * signs do not count; a headline goes on behind a colon.
     *
     * @param kickers whether something with a colon may stand before it
     */
    public static boolean isHeadline(String title, String heading, boolean kickers) {
        if (title.length() > LONGEST) {
            return false;
        }
        String wanted = Characters.fold(heading.strip());
        String folded = Characters.fold(title);
        if (wanted.isEmpty() || wanted.length() >= folded.length()) {
            return false;
        }
        List<Parting> partings = null;
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
            partings = partings == null ? of(title) : partings;
            int start = at;
            int end = at + wanted.length();
            boolean begins = at == 0
                    || partings.stream().anyMatch(parting -> parting.end() == start && (kickers || !parting.colon()));
            boolean ends = end == folded.length()
                    || partings.stream().anyMatch(parting -> parting.start() == end && !parting.colon());
            if (begins && ends) {
                double longest = longestBeside(partings, start, end, folded.length());
                return wanted.length() >= longest * (start == 0 ? SHORTEST_FIRST : 1);
            }
        }
        return false;
    }

    private static int longestBeside(List<Parting> partings, int start, int end, int length) {
        int longest = 0;
        int from = 0;
        for (int i = 0; i <= partings.size(); i++) {
            int to = i == partings.size() ? length : partings.get(i).start();
            if (to <= start || from >= end) {
                longest = Math.max(longest, to - from);
            }
            from = i == partings.size() ? length : partings.get(i).end();
        }
        return longest;
    }

    private static boolean isSign(char c) {
        return BARS.indexOf(c) >= 0
                || DASHES.indexOf(c) >= 0
                || Characters.isColon(c)
                || SPACED.indexOf(c) >= 0
                || c == '_';
    }
}
