package dev.winnow.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the markup of a page says of its text. Belongs to one document; not thread-safe. */
public interface Markup {

    /**
     * The block whose text stands at a place.
     *
     * @param offset UTF-16 units in the decoded source
     * @return null where no visible text stands before it
     */
    @Nullable
    Block blockAt(int offset);

    /**
     * The host that the link around a place leads to, without {@code www.}.
     *
     * @param offset UTF-16 units in the decoded source
     * @return null where there is no link, where it names no host, and where it hands an address on, as links to share a page do
     */
    @Nullable
    String linkedHost(int offset);

    /** What the page says of itself for programs, the most trustworthy first. */
    List<HeadValue> head();
}
