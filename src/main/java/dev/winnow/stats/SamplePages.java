package dev.winnow.stats;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sample of pages of one site: those with the smallest keys; of the first of them also the texts. The sample does not depend
 * on the order in which pages come. For one thread.
 */
final class SamplePages {

    /** Maximum number of pages of a site. This many give the share of a line to about two percentage points. */
    static final int MOST = 512;

    /**
     * Maximum number of pages of a site with texts. A line that stands on one page in ten is among them with a probability of 97
     * %.
     */
    static final int MOST_TEXTS = 32;

    /** Pages by key, without texts. */
    private final TreeMap<Long, PageLines> pages = new TreeMap<>();

    private final TreeMap<Long, @Nullable String[]> texts = new TreeMap<>();

    /** Adds a page. Returns by how many pages the sample has grown: 0 or 1. */
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

    /** Removes pages whose key is not below a limit. Returns the number removed. */
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

    /** Returns the pages with their texts, by key, as a new map. */
    TreeMap<Long, PageLines> pages() {
        TreeMap<Long, PageLines> all = new TreeMap<>(pages);
        texts.keySet().forEach(key -> all.put(key, known(key)));
        return all;
    }
}
