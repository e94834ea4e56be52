package dev.winnow.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;

/**
 * Guesses a legacy charset by the statistics of its bytes. Tika's detector, which is ICU's, does the counting; it is loaded
 * only when a document is no UTF-8.
 */
final class Detection {

    /** Reads any bytes, and is what text without other evidence most often is. */
    static final Charset LAST_RESORT = Charset.forName("windows-1252");

    /** Bytes the statistics see, from shortly before the first that is not ASCII. */
    private static final int WINDOW = 1 << 16;

    /** ICU's confidence for "nothing speaks against it"; no evidence for anything. */
    private static final int NO_EVIDENCE = 10;

    /** A guess in a text that is mostly not ASCII, all of whose charsets look alike, is trusted from this many bytes. */
    private static final int MANY = 40;

    /** A declaration is overruled by a guess at least this sure … */
    private static final int SURE = 35;

    /** … this much surer than of the declared charset … */
    private static final int SURER = 30;

    /** … and founded on this many bytes beyond ASCII. All three were chosen on short news sentences in 15 charsets. */
    private static final int FOUNDED = 12;

    /**
     * What a label is taken to mean: the superset everyone writes under that name. From the WHATWG Encoding Standard, with the
     * JDK's names.
     */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("UTF-16", "UTF-16LE"),
            Map.entry("US-ASCII", "windows-1252"),
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("ISO-8859-8-I", "windows-1255"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("ISO-8859-11", "x-windows-874"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"));

    /** Charsets without statistics of their own: nearly the same as another, whose count for them. */
    private static final Map<String, String> MEASURED_AS = Map.of(
            "ISO-8859-15", "windows-1252",
            "windows-1250", "ISO-8859-2",
            "windows-1253", "ISO-8859-7",
            "windows-1255", "ISO-8859-8",
            "KOI8-U", "KOI8-R");

    /** Those of them that are tried where the other is likely: the one with more letters is the one. */
    private static final Map<String, String> SIBLINGS = Map.of("ISO-8859-7", "windows-1253", "KOI8-R", "KOI8-U");

    /** The charsets there are statistics of: silence about another is no evidence against it. */
    private static final Set<Charset> MEASURED = measured();

    /** Mainframe charsets: in text from the web they are noise. UTF-16 and UTF-32 are recognised by {@link Unicode}. */
    private static final List<String> NOT_TRIED = List.of("IBM4", "IBM5", "UTF-", "ISO-2022");

    private Detection() {}

    private static Set<Charset> measured() {
        Set<Charset> measured = new HashSet<>();
        for (String name : CharsetDetector.getAllDetectableCharsets()) {
            Charset charset = superset(name);
            if (charset != null) {
                measured.add(charset);
            }
        }
        return measured;
    }

    /** The charset of that name, or the superset it stands for; null if this Java does not know it. */
    static @Nullable Charset superset(String name) {
        try {
            String wider = SUPERSETS.get(name.toUpperCase(Locale.ROOT));
            Charset charset = Charset.forName(wider != null ? wider : name);
            String widest = SUPERSETS.get(charset.name());
            return widest != null ? Charset.forName(widest) : charset;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The charsets to try, the likeliest first; empty when nothing speaks for any. */
    static List<Charset> candidates(byte[] bytes, @Nullable Charset declared) {
        byte[] window = window(bytes);
        CharsetMatch[] matches = new CharsetDetector().setText(window).detectAll();
        Set<Charset> guesses = new LinkedHashSet<>();
        if (ThaiSpelling.fits(window)) {
            guesses.add(ThaiSpelling.CHARSET);
        }
        int best = 0;
        int ofDeclared = 0;
        Charset counted = declared == null
                ? LAST_RESORT
                : Charset.forName(MEASURED_AS.getOrDefault(declared.name(), declared.name()));
        for (CharsetMatch match : matches) {
            Charset charset = isTried(match.getName()) ? superset(match.getName()) : null;
            if (charset == null || match.getConfidence() <= NO_EVIDENCE) {
                continue;
            }
            best = Math.max(best, match.getConfidence());
            if (charset.equals(declared) || charset.equals(counted)) {
                ofDeclared = Math.max(ofDeclared, match.getConfidence());
            }
            guesses.add(withMoreLetters(window, charset));
        }
        List<Charset> order = new ArrayList<>(guesses);
        order.removeIf(charset -> isBroken(window, charset));
        if (declared != null) {
            boolean founded = foreign(window, 0, window.length) >= FOUNDED;
            boolean unlikely = best >= SURE && best - ofDeclared >= SURER && MEASURED.contains(counted);
            order.remove(declared);
            boolean wrong = isBroken(window, declared)
                    || founded && unlikely
                    || founded && order.contains(counted) && letters(window, counted) > letters(window, declared)
                    || founded && WordScripts.areWrong(window, declared) && hasWords(window, order);
            order.add(wrong ? order.size() : 0, declared);
        }
        return order;
    }

    private static Charset withMoreLetters(byte[] window, Charset charset) {
        String sibling = SIBLINGS.get(charset.name());
        return sibling != null && letters(window, Charset.forName(sibling)) > letters(window, charset)
                ? Charset.forName(sibling)
                : charset;
    }

    private static long letters(byte[] bytes, Charset charset) {
        return new String(bytes, charset).chars().filter(Character::isLetter).count();
    }

    /** Whether the likeliest charset makes words of the bytes. */
    private static boolean hasWords(byte[] window, List<Charset> order) {
        return !order.isEmpty() && !WordScripts.areWrong(window, order.get(0));
    }

    private static boolean isTried(String name) {
        return NOT_TRIED.stream().noneMatch(name::startsWith);
    }

    /** Whether more than a hundredth of the window's bytes beyond ASCII is no text in that charset. */
    private static boolean isBroken(byte[] window, Charset charset) {
        int beyond = foreign(window, 0, window.length);
        long damage = ByteMap.decode(window, charset).undecodable().stream()
                .mapToLong(piece -> piece.hex().length() / 2)
                .sum();
        return damage > 2 && damage * 100 > beyond;
    }

    /**
     * The bytes the statistics see. Where words with foreign bytes are made of them for the most part, the text is in another
     * script and only those words count: pages mix it with plenty of ASCII, markup above all, which would win by its mass.
     */
    private static byte[] window(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0) {
            first++;
        }
        int from = first < WINDOW / 2 || first == bytes.length ? 0 : first - 1024;
        int end = Math.min(bytes.length, from + WINDOW);
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int foreign = 0;
        int start = from;
        for (int i = from; i <= end; i++) {
            if (i == end || bytes[i] >= 0 && bytes[i] <= ' ' || bytes[i] == '<' || bytes[i] == '>') {
                int inWord = foreign(bytes, start, i);
                if (inWord > 0) {
                    foreign += inWord;
                    words.write(bytes, start, i - start);
                    words.write(' ');
                }
                start = i + 1;
            }
        }
        return 2 * foreign > words.size() ? words.toByteArray() : Arrays.copyOfRange(bytes, from, end);
    }

    /** Whether so few bytes are beyond ASCII that a guess from them may well be wrong. */
    static boolean isLittle(byte[] bytes) {
        int foreign = foreign(bytes, 0, bytes.length);
        return foreign < (2 * foreign > bytes.length ? MANY : FOUNDED);
    }

    private static int foreign(byte[] bytes, int from, int to) {
        int foreign = 0;
        for (int i = from; i < to; i++) {
            foreign += bytes[i] < 0 ? 1 : 0;
        }
        return foreign;
    }
}
