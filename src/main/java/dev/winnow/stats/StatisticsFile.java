package dev.winnow.stats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes statistics files, version {@value #VERSION}. A file begins with the magic {@code WINNOWST}, the version and
 * the number of halvings. Then each site follows, sorted by name: its fingerprints (the most frequent first), its texts, and its
 * pages by key as indexes of these. The SHA-256 of all bytes before is at the end. Numbers are in groups of seven bits, the
 * lowest first.
 */
final class StatisticsFile {

    private static final byte[] MAGIC = "WINNOWST".getBytes(UTF_8);
    private static final byte VERSION = 1;
    private static final int DIGEST = 32;
    private static final int GROUP = 7;

    private StatisticsFile() {}

    static byte[] write(Statistics statistics) {
        Out out = new Out();
        out.writeBytes(MAGIC);
        out.write(VERSION);
        out.write(statistics.halvings());
        out.number(statistics.pages().size());
        statistics.pages().forEach((site, pages) -> writeSite(site, pages, out));
        out.writeBytes(Sha256.digest().digest(out.toByteArray()));
        return out.toByteArray();
    }

    private static void writeSite(String site, Map<Long, PageLines> pages, Out out) {
        out.text(site);
        Map<Long, Integer> times = new HashMap<>();
        TreeSet<String> texts = new TreeSet<>();
        for (PageLines page : pages.values()) {
            Arrays.stream(page.lines()).forEach(line -> times.merge(line, 1, Integer::sum));
            Arrays.stream(page.templates()).filter(t -> t != 0).forEach(t -> times.merge(t, 1, Integer::sum));
            if (page.texts() != null) {
                Arrays.stream(page.texts()).filter(text -> text != null).forEach(texts::add);
            }
        }
        Map<Long, Integer> numbers = new HashMap<>();
        out.number(times.size());
        times.keySet().stream()
                .sorted(Comparator.comparing((Long print) -> -times.getOrDefault(print, 0))
                        .thenComparing(print -> print))
                .forEach(print -> {
                    numbers.put(print, numbers.size());
                    out.fingerprint(print);
                });
        Map<String, Integer> textNumbers = new HashMap<>();
        out.number(texts.size());
        for (String text : texts) {
            textNumbers.put(text, textNumbers.size() + 1);
            out.text(text);
        }
        out.number(pages.size());
        pages.forEach((key, page) -> {
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
            @Nullable String @Nullable [] kept = page.texts();
            out.number((long) page.lines().length << 1 | (kept == null ? 0 : 1));
            for (int i = 0; i < page.lines().length; i++) {
                long template = page.templates()[i];
                out.number((long) numbers.getOrDefault(page.lines()[i], 0) << 1 | (template == 0 ? 0 : 1));
                if (template != 0) {
                    out.number(numbers.getOrDefault(template, 0));
                }
                if (kept != null) {
                    out.number(kept[i] == null ? 0 : textNumbers.getOrDefault(kept[i], 0));
                }
            }
        });
    }

    static Statistics read(byte[] content) throws StatisticsException {
        if (content.length < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new StatisticsException("this is no statistics file; winnow stats makes one");
        }
        if (content.length > MAGIC.length && content[MAGIC.length] != VERSION) {
            throw new StatisticsException("this is a statistics file of version " + content[MAGIC.length]
                    + ", and this program reads version " + VERSION + "; make it again with winnow stats");
        }
        int end = content.length - DIGEST;
        if (end <= MAGIC.length
                || !Arrays.equals(digest(content, end), Arrays.copyOfRange(content, end, content.length))) {
            throw damaged();
        }
        try {
            In in = new In(ByteBuffer.wrap(content, MAGIC.length + 1, end - MAGIC.length - 1));
            int halvings = in.buffer.get();
            TreeMap<String, Map<Long, PageLines>> sites = new TreeMap<>();
            for (int left = in.count(); left > 0; left--) {
                sites.put(in.text(), readSite(in));
            }
            return new Statistics(halvings, sites);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw damaged();
        }
    }

    private static byte[] digest(byte[] content, int end) {
        return Sha256.digest().digest(Arrays.copyOf(content, end));
    }

    private static StatisticsException damaged() {
        return new StatisticsException("the statistics file is cut or damaged; make it again with winnow stats");
    }

    private static Map<Long, PageLines> readSite(In in) {
        long[] prints = new long[in.count()];
        for (int i = 0; i < prints.length; i++) {
            prints[i] = in.fingerprint();
        }
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(null);
        for (int left = in.count(); left > 0; left--) {
            texts.add(in.text());
        }
        Map<Long, PageLines> pages = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            long key = in.buffer.getLong();
            long head = in.number();
            int count = in.checked(head >>> 1);
            long[] lines = new long[count];
            long[] templates = new long[count];
            @Nullable String @Nullable [] kept = (head & 1) == 0 ? null : new String[count];
            for (int i = 0; i < count; i++) {
                long line = in.number();
                lines[i] = prints[Math.toIntExact(line >>> 1)];
                templates[i] = (line & 1) == 0 ? 0 : prints[Math.toIntExact(in.number())];
                if (kept != null) {
                    kept[i] = texts.get(Math.toIntExact(in.number()));
                }
            }
            pages.put(key, new PageLines(lines, templates, kept));
        }
        return pages;
    }

    private static final class Out extends ByteArrayOutputStream {

        void number(long number) {
            long rest = number;
            while (rest >>> GROUP != 0) {
                write((int) (rest & 0x7F | 0x80));
                rest >>>= GROUP;
            }
            write((int) rest);
        }

        void text(String text) {
            byte[] bytes = text.getBytes(UTF_8);
            number(bytes.length);
            writeBytes(bytes);
        }

        void fingerprint(long print) {
            for (int i = Fingerprints.BYTES - 1; i >= 0; i--) {
                write((int) (print >>> i * Byte.SIZE));
            }
        }
    }

    private record In(ByteBuffer buffer) {

        long number() {
            long number = 0;
            for (int shift = 0; ; shift += GROUP) {
                byte next = buffer.get();
                number |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }

        /** Reads the number of following items, each of at least one byte. */
        int count() {
            return checked(number());
        }

        int checked(long count) {
            if (count < 0 || count > buffer.remaining()) {
                throw new BufferUnderflowException();
            }
            return (int) count;
        }

        String text() {
            byte[] bytes = new byte[count()];
            buffer.get(bytes);
            return new String(bytes, UTF_8);
        }

        long fingerprint() {
            long print = 0;
            for (int i = 0; i < Fingerprints.BYTES; i++) {
                print = print << Byte.SIZE | buffer.get() & 0xFF;
            }
            return print;
        }
    }
}
