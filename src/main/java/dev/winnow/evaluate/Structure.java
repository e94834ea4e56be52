package dev.winnow.evaluate;

import dev.winnow.Winnow;
import dev.winnow.document.Block;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sub-headings and list items of an article, from the page's markup. They are lines of the gold text that are a heading below
 * the first level, or a list item, on the page.
 *
 * @param lines elements by the words of their lines
 */
record Structure(Map<String, Block.Element> lines) {

    static final Structure UNKNOWN = new Structure(Map.of());

    static Structure of(Gold gold, TextLines article, Winnow winnow) {
        if (gold.html() == null) {
            return UNKNOWN;
        }
        Page page = winnow.page(SourceDocument.html(gold.id(), gold.html()));
        Map<String, Block.Element> found = new LinkedHashMap<>();
        for (Line line : page.lines()) {
            Block block = page.block(line);
            if (block != null && (block.element() == Block.Element.LIST_ITEM || block.level() > 1)) {
                String key = TextLines.key(line.text());
                if (!key.isEmpty() && article.hasLine(key)) {
                    found.putIfAbsent(key, block.element());
                }
            }
        }
        return new Structure(found);
    }

    /** Returns the headings, or the list items, by their words. */
    List<String> of(Block.Element element) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue() == element)
                .map(Map.Entry::getKey)
                .toList();
    }
}
