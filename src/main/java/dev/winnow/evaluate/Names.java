package dev.winnow.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares titles, and names of people and sites. */
final class Names {

    private static final double NEARLY = 0.6;
    private static final double MOST_WORDS = 0.8;

    private static final String SPACE = "[\\s\\x1C-\\x1F\\x85\\p{Z}]";
    private static final String WORD = "[\\p{L}\\p{N}_]";

    private static final Pattern BETWEEN;
    private static final Pattern LEAD;

    static {
        Properties words = read();
        BETWEEN = Pattern.compile(SPACE + "*(?:;|,(?=" + SPACE + "*" + WORD + "+" + SPACE + "+" + WORD + ")|" + SPACE
                + "(?:" + alternatives(words.getProperty("between", "")) + ")" + SPACE + ")" + SPACE + "*");
        LEAD = Pattern.compile(
                SPACE + "*(?:" + alternatives(words.getProperty("lead", "")) + ")" + SPACE + "+",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Names() {}

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream in = Names.class.getResourceAsStream("/dev/winnow/evaluate/names.properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException("the jar's names.properties cannot be read", broken);
        }
    }

    private static String alternatives(String words) {
        return Arrays.stream(words.split(" ")).map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Returns letters and digits in lower case, with one space between words. */
    static String folded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return String.join(" ", Tokens.words(plain.replace('_', ' ')));
    }

    /** Whether both are the same, without regard to case, punctuation and compatible forms. */
    static boolean same(@Nullable String gold, @Nullable String found) {
        String b = folded(found);
        return !b.isEmpty() && folded(gold).equals(b);
    }

    /** Whether both are the same, or one holds the other and is not much longer, or nearly all words are the same. */
    static boolean near(@Nullable String gold, @Nullable String found) {
        String a = folded(gold);
        String b = folded(found);
        if (b.isEmpty()) {
            return false;
        }
        if (a.equals(b)) {
            return true;
        }
        double shorter = Math.min(a.codePointCount(0, a.length()), b.codePointCount(0, b.length()));
        double longer = Math.max(a.codePointCount(0, a.length()), b.codePointCount(0, b.length()));
        if (!a.isEmpty() && (a.contains(b) || b.contains(a)) && shorter / longer >= NEARLY) {
            return true;
        }
        Shingles x = Shingles.single(Tokens.words(a));
        Shingles y = Shingles.single(Tokens.words(b));
        int common = x.common(y);
        return common > 0 && 2.0 * common / (x.size() + y.size()) >= MOST_WORDS;
    }

    /** Splits a string into names. */
    static List<String> split(String names) {
        return List.of(BETWEEN.split(names));
    }

    /** Returns folded names of people, without a word such as "by" before them. */
    static Set<String> people(List<String> names) {
        List<String> folded = new ArrayList<>();
        for (String name : names) {
            Matcher lead = LEAD.matcher(name);
            folded.add(folded(lead.lookingAt() ? name.substring(lead.end()) : name));
        }
        folded.removeIf(String::isEmpty);
        return new HashSet<>(folded);
    }

    static double f1(Set<String> gold, Set<String> found) {
        if (found.isEmpty()) {
            return 0;
        }
        long common = found.stream().filter(gold::contains).count();
        return 2.0 * common / (gold.size() + found.size());
    }
}
