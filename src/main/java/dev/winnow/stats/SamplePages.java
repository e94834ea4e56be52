package dev.winnow.stats;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are kept of one site: those with the smallest keys, of the first of them the texts, too. Whatever the order in which
 * pages come, the same are kept. For one thread.
 */
final class SamplePages {

    /** So many pages tell the share of a line to two points in a hundred. */
    static final int MOST = 512;

    /** A line on one page in ten is among the texts of so many pages with odds of 97 in 100. */
    static final int MOST_TEXTS = 32;

    /** By key; without texts. */
    private final TreeMap<Long, PageLines> pages = new TreeMap<>();

    private final TreeMap<Long, @Nullable String[]> texts = new TreeMap<>();

    /** Takes a page in; says how many pages there are more now: 0 or 1. */
    int add(long key, PageLines page) {
        PageLines known = known(key);
        if (known != null) {
            if (PageLines.ORDER.compare(page, known) < 0) {
                put(key, page);
            }
            return 0;
        }
        if (pages.size() == MOST && key > pages.lastKey()) {
            return 0;
        }
        put(key, page);
        if (pages.size() > MOST) {
            pages.pollLastEntry();
            return 0;
        }
        return 1;
    }

    private void put(long key, PageLines page) {
        pages.put(key, page.withoutTexts());
        texts.remove(key);
        if (page.texts() != null) {
            texts.put(key, page.texts());
            if (texts.size() > MOST_TEXTS) {
                texts.pollLastEntry();
            }
        }
    }

    /** Lets go of pages whose key is not below a limit; says how many. */
    int limit(long limit) {
        int before = pages.size();
        pages.tailMap(limit, true).clear();
        texts.tailMap(limit, true).clear();
        return before - pages.size();
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    private @Nullable PageLines known(long key) {
        PageLines page = pages.get(key);
        return page == null ? null : new PageLines(page.lines(), page.templates(), texts.get(key));
    }

    /** The pages with their texts, by key; a fresh map. */
    TreeMap<Long, PageLines> pages() {
        TreeMap<Long, PageLines> all = new TreeMap<>(pages);
        texts.keySet().forEach(key -> all.put(key, known(key)));
        return all;
    }
}
