package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.text.Hosts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The loaded pages, by number. Their texts are compressed in memory, since there may be thousands. Thread-safe. */
final class Pages {

    /** Maximum number of pages. */
    static final int MOST = 100_000;

    /** Maximum share of the heap for compressed texts. */
    private static final double SHARE = 0.35;

    private static final int MOST_FAILURES = 100;
    private static final int MOST_SITES = 1000;

    private final List<Held> held = new ArrayList<>();
    private final List<Input.Failure> failures = new ArrayList<>();
    private long moreFailures;
    private long bytes;
    private boolean loading;

    /**
     * A loaded page.
     *
     * @param origin where the page came from, for people
     * @param bare the document without its text
     * @param text compressed text
     */
    private record Held(String origin, SourceDocument bare, byte[] text, int characters) {

        @Nullable
        String site() {
            return Hosts.ofSite(bare.url());
        }
    }

    /** Reads pages until the end, or until a limit is reached. */
    void read(Iterator<Input> inputs, BooleanSupplier stop) {
        setLoading(true);
        try {
            while (!stop.getAsBoolean() && inputs.hasNext()) {
                if (isFull()) {
                    fail(new Input.Failure(
                            "the rest",
                            "is not shown: the workbench is full with " + size() + " pages; give it fewer pages"));
                    return;
                }
                add(inputs.next());
            }
        } finally {
            setLoading(false);
        }
    }

    /** Adds a page, or a failure. Returns the number of the page; -1 for a failure. */
    int add(Input input) {
        if (input instanceof Input.Failure failure) {
            fail(failure);
            return -1;
        }
        return add(input.origin(), ((Input.Document) input).document());
    }

    private int add(String origin, SourceDocument document) {
        byte[] text = packed(document.text());
        Held page = new Held(
                origin,
                copy(document, "", document.url()),
                text,
                document.text().length());
        synchronized (this) {
            held.add(page);
            bytes += text.length;
            return held.size() - 1;
        }
    }

    private synchronized void fail(Input.Failure failure) {
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure);
        } else {
            moreFailures++;
        }
    }

    private synchronized void setLoading(boolean now) {
        loading = now;
    }

    synchronized boolean isFull() {
        return held.size() >= MOST || bytes > Runtime.getRuntime().maxMemory() * SHARE;
    }

    /** Whether the first inputs are still being read. */
    synchronized boolean isLoading() {
        return loading;
    }

    synchronized int size() {
        return held.size();
    }

    /** Returns the document of a page. */
    SourceDocument document(int page) {
        Held of = held(page);
        return copy(of.bare(), unpacked(of.text()), of.bare().url());
    }

    int characters(int page) {
        return held(page).characters();
    }

    private synchronized Held held(int page) {
        if (page < 0 || page >= held.size()) {
            throw new Refusal(Answer.NOT_FOUND, "there is no page " + page);
        }
        return held.get(page);
    }

    /**
     * Sets the site of pages without a URL.
     *
     * @param page number of a page; null for all such pages
     * @param host host of the site
     * @return number of pages changed
     */
    synchronized int setSite(@Nullable Integer page, String host) {
        int changed = 0;
        for (int i = 0; i < held.size(); i++) {
            Held of = held.get(i);
            if (of.bare().url() == null && (page == null || page == i)) {
                held.set(
                        i,
                        new Held(
                                of.origin(), copy(of.bare(), "", "https://" + host + "/"), of.text(), of.characters()));
                changed++;
            }
        }
        return changed;
    }

    /** Returns the numbers of the pages of a site and its subdomains; of all pages if {@code site} is null. */
    List<Integer> numbers(@Nullable String site) {
        return numbers(page -> site == null || isOf(page, site));
    }

    /** Returns the numbers of the pages without a known site. */
    List<Integer> numbersWithoutSite() {
        return numbers(page -> page.site() == null);
    }

    private synchronized List<Integer> numbers(Predicate<Held> wanted) {
        return IntStream.range(0, held.size())
                .filter(i -> wanted.test(held.get(i)))
                .boxed()
                .toList();
    }

    private static boolean isOf(Held page, String site) {
        String of = page.site();
        return of != null && (of.equals(site) || of.endsWith("." + site));
    }

    /** Returns the data of a page for lists. */
    Map<String, @Nullable Object> row(int page) {
        Held of = held(page);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("page", page);
        row.put("id", of.bare().id());
        row.put("origin", of.origin());
        row.put("url", of.bare().url());
        row.put("site", of.site());
        row.put("form", of.bare().form() == SourceDocument.Form.HTML ? "html" : "text");
        row.put("characters", of.characters());
        return row;
    }

    /** Returns a part of the list of pages of a site whose id, origin or URL contains a text. */
    Map<String, Object> rows(@Nullable String site, @Nullable String find, int from, int count) {
        String wanted = find == null ? "" : find.toLowerCase(Locale.ROOT);
        List<Integer> found = numbers(site).stream()
                .filter(page -> {
                    Held of = held(page);
                    return (of.bare().id()
                                    + '\n'
                                    + of.origin()
                                    + '\n'
                                    + of.bare().url())
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted);
                })
                .toList();
        return Map.of(
                "total",
                found.size(),
                "rows",
                found.stream().skip(from).limit(count).map(this::row).toList());
    }

    /** Returns the summary of all pages. */
    synchronized Map<String, Object> state() {
        Map<String, Integer> sites = new TreeMap<>();
        held.forEach(page -> {
            String site = page.site();
            if (site != null) {
                sites.merge(site, 1, Integer::sum);
            }
        });
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("pages", held.size());
        state.put("failures", failures.stream().map(Pages::plain).toList());
        state.put("more_failures", moreFailures);
        state.put(
                "sites",
                sites.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST_SITES)
                        .map(site -> Map.of("site", site.getKey(), "pages", site.getValue()))
                        .toList());
        return state;
    }

    static Map<String, Object> plain(Input.Failure failure) {
        return Map.of("origin", failure.origin(), "message", failure.message());
    }

    private static SourceDocument copy(SourceDocument like, String text, @Nullable String url) {
        SourceDocument.Builder copy = SourceDocument.builder(like.id(), like.form(), text)
                .url(url)
                .crawl(like.crawl())
                .warnings(like.warnings())
                .extra(like.extra());
        if (like.charset() != null) {
            copy.decoded(like.charset(), like.undecodable());
        }
        return copy.build();
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out, fast)) {
            packing.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return out.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
