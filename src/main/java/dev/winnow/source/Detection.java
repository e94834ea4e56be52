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
 * Guesses a legacy charset from the statistics of its bytes. The statistics come from Tika's detector, which is ICU's. It is
 * loaded only when a document is not UTF-8.
 */
final class Detection {

    /** The charset that decodes any bytes, and the most frequent one of text without other evidence. */
    static final Charset LAST_RESORT = Charset.forName("windows-1252");

    /** Number of bytes that the statistics see, from shortly before the first non-ASCII byte. */
    private static final int WINDOW = 1 << 16;

    /** ICU's confidence if nothing contradicts a charset. It is no evidence for any. */
    private static final int NO_EVIDENCE = 10;

    /**
     * Minimum number of non-ASCII bytes for a safe guess, in text that is mostly non-ASCII: there all charsets of a script look
     * alike.
     */
    private static final int MANY = 40;

    /** Minimum confidence of a guess that overrules a declaration. */
    private static final int SURE = 35;

    /** Minimum lead of its confidence over that of the declared charset. */
    private static final int SURER = 30;

    /** Minimum number of non-ASCII bytes for it. All three values were chosen on short news sentences in 15 charsets. */
    private static final int FOUNDED = 12;

    /** Maps a label to the superset that is meant by it. From the WHATWG Encoding Standard, with the JDK's names. */
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

    /** Charsets without statistics of their own, and the nearly equal charset whose statistics are used. */
    private static final Map<String, String> MEASURED_AS = Map.of(
            "ISO-8859-15", "windows-1252",
            "windows-1250", "ISO-8859-2",
            "windows-1253", "ISO-8859-7",
            "windows-1255", "ISO-8859-8",
            "KOI8-U", "KOI8-R");

    /** Charsets that are tried if a nearly equal one is likely. The one that gives more letters wins. */
    private static final Map<String, String> SIBLINGS = Map.of("ISO-8859-7", "windows-1253", "KOI8-R", "KOI8-U");

    /** Charsets with statistics. For another charset, a missing guess is no evidence against it. */
    private static final Set<Charset> MEASURED = measured();

    /**
     * Prefixes of charsets that are not tried. Mainframe charsets do not occur on the web; {@link Unicode} recognises UTF-16
     * and UTF-32.
     */
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

    /** Returns the charset of that name, or its superset; null if this Java does not know it. */
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

    /** Returns the charsets to try, the likeliest first; empty if there is no evidence for any. */
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

    /** Whether the bytes form words in the likeliest charset. */
    private static boolean hasWords(byte[] window, List<Charset> order) {
        return !order.isEmpty() && !WordScripts.areWrong(window, order.get(0));
    }

    private static boolean isTried(String name) {
        return NOT_TRIED.stream().noneMatch(name::startsWith);
    }

    /** Whether more than a hundredth of the non-ASCII bytes of the window are not text in that charset. */
    private static boolean isBroken(byte[] window, Charset charset) {
        int beyond = foreign(window, 0, window.length);
        long damage = ByteMap.decode(window, charset).undecodable().stream()
                .mapToLong(piece -> piece.hex().length() / 2)
                .sum();
        return damage > 2 && damage * 100 > beyond;
    }

    /**
     * Returns the bytes that the statistics see. If words with non-ASCII bytes consist mostly of these, the text is in another
     * script, and only those words count. Pages mix such text with much ASCII, above all markup, which would otherwise
     * dominate.
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

    /** Whether the non-ASCII bytes are so few that a guess may well be wrong. */
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
