package dev.winnow.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the markup of a page says about its text. One instance serves one document; not thread-safe. */
public interface Markup {

    /**
     * Returns the block whose text stands at an offset.
     *
     * @param offset UTF-16 units in the decoded source
     * @return null where no visible text lies before the offset
     */
    @Nullable
    Block blockAt(int offset);

    /**
     * Returns the host of the link around an offset, without {@code www.}.
     *
     * @param offset UTF-16 units in the decoded source
     * @return null without a link, without a host, and for links that carry another URL, as links to share a page do
     */
    @Nullable
    String linkedHost(int offset);

    /** Returns the machine-readable metadata of the page, the most trustworthy first. */
    List<HeadValue> head();
}
