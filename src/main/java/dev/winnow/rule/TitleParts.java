package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds separators in the title of a web page, which may hold headline, section and site name:
 * {@code Storm ends - World | Daily Harbour}, {@code 港口疏浚_科技_港湾网}. A sign inside a word ({@code snake_case},
 * {@code Spider-Man}) is no separator. This class does not tell which part is the headline. Thread-safe.
 */
public final class TitleParts {

    /**
     * A separator between two parts, with the white space around it.
     *
     * @param start offset where the part before it ends
     * @param end offset where the part after it begins
     * @param strong whether the sign occurs only between parts, never in a sentence
     * @param colon whether it is a colon right after a word, which headlines may contain
     */
    public record Parting(int start, int end, boolean strong, boolean colon) {}

    /** Signs that occur in no sentence. The fourth is the CJK ideograph for a stroke. */
    private static final String BARS = "|｜¦丨ǀ￨";

    private static final char STROKE = '丨';
    private static final String DASHES = "-–—―~－～";
    private static final String FULL_WIDTH = "：－～｜";

    /** Signs that separate only with white space on both sides. */
    private static final String SPACED = "/\\·•∙・»›«‹><→←";

    /** Minimum length of the first part, as a share of the longest part, to be the headline. */
    private static final double SHORTEST_FIRST = 0.4;

    /** Maximum length of a title in UTF-16 units. */
    private static final int LONGEST = 500;

    private TitleParts() {}

    /** Returns the separators of a title, in order. */
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

    /**
     * Whether an underscore separates words from a capitalised name: {@code Storm ends_Daily Harbour}, not
     * {@code snake_case}.
     */
    private static boolean isSuffix(String title, int from, int end) {
        return title.lastIndexOf(' ', from) > 0
                && Character.isLowerCase(title.charAt(from - 1))
                && Character.isUpperCase(title.charAt(end));
    }

    /**
     * Whether a heading is the headline in a title: one part of it, or several adjacent parts. The first part may be shorter
     * than other parts. A later part must be at least as long as every other, since a heading can also be the site's name.
     * Case and the style of signs do not count. A headline does not end before a colon.
     *
     * @param kickers whether text with a colon may stand before it
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
