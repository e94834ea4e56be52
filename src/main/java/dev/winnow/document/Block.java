package dev.winnow.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the markup says about one line.
 *
 * @param element kind of the block element that holds the line
 * @param level level of a heading, 1 to 6; 0 for other kinds
 * @param units number of UTF-16 units of visible text that are not white space
 * @param linked how many of these stand in links
 * @param frame the innermost block element around the line
 */
public record Block(Element element, int level, int units, int linked, Frame frame) {

    /** Share of linked units from which a line counts as a link. The rest is a bullet, a counter, a full stop. */
    private static final double NEARLY_ALL = 0.9;

    /** Kinds of block elements. */
    public enum Element {
        PARAGRAPH,
        HEADING,
        LIST_ITEM,
        CAPTION,
        QUOTE,
        TABLE_ROW,
        PREFORMATTED,
        OTHER
    }

    /** Whether all, or nearly all, of the line is a link. */
    public boolean isLink() {
        return linked > 0 && linked >= NEARLY_ALL * units;
    }

    /** Whether this is a heading or a term ({@code dt}), and the other block stands in the part of the page that it heads. */
    public boolean heads(Block below) {
        return (element == Element.HEADING || frame.tag.equals("dt")) && below.frame.isIn(frame.holder());
    }

    /** Whether another block stands in a separate element right beside this line, as the panel that a button opens. */
    @SuppressWarnings("ReferenceEquality") // Compares identity, because two elements may be equal.
    public boolean opens(Block below) {
        Frame panel = below.frame.holder();
        return panel != frame
                && panel.around != null
                && (panel.around == frame || panel.around == frame.around)
                && !frame.isIn(panel);
    }

    /**
     * A block element and the elements around it.
     *
     * @param tag name of the element, lower case
     * @param id the {@code id} attribute; empty when the element has none
     * @param classes the {@code class} attribute as written; empty when the element has none
     * @param around the next block element outside; null for the outermost
     */
    public record Frame(
            String tag, String id, String classes, @Nullable Frame around) {

        /** Elements of running text. The element around them is the container of the text. */
        private static final Set<String> TEXT = Set.of(
                "p",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "hgroup",
                "header",
                "summary",
                "ul",
                "ol",
                "li",
                "dl",
                "dt",
                "dd",
                "blockquote");

        /** Maximum number of names in a path. Of deeper paths the innermost names stay. */
        private static final int DEEPEST = 64;

        /**
         * Returns the innermost element that holds this one beside other paragraphs, headings and lists; else the outermost
         * element.
         */
        public Frame holder() {
            Frame frame = this;
            while (frame.around != null && TEXT.contains(frame.tag)) {
                frame = frame.around;
            }
            return frame;
        }

        /**
         * Whether this element is the other one, or stands inside it. Compares identity: an equal element elsewhere does not
         * count.
         */
        @SuppressWarnings("ReferenceEquality")
        public boolean isIn(Frame other) {
            Frame frame = this;
            while (frame != null && frame != other) {
                frame = frame.around;
            }
            return frame != null;
        }

        /** Returns the element names from the outermost inwards, joined by slashes, for example {@code body/div/p}. */
        public String path() {
            List<String> tags = new ArrayList<>();
            for (Frame frame = this; frame != null && tags.size() < DEEPEST; frame = frame.around) {
                tags.add(frame.tag);
            }
            Collections.reverse(tags);
            return String.join("/", tags);
        }

        /** Returns the words in classes and id, lower case: {@code share-buttons SideBar} gives share, buttons, side, bar. */
        public List<String> words() {
            List<String> words = new ArrayList<>();
            String names = classes + ' ' + id;
            int from = 0;
            for (int i = 0; i <= names.length(); i++) {
                boolean letter = i < names.length() && Character.isLetterOrDigit(names.charAt(i));
                boolean hump = letter
                        && i > from
                        && Character.isUpperCase(names.charAt(i))
                        && Character.isLowerCase(names.charAt(i - 1));
                if (!letter || hump) {
                    if (i > from) {
                        words.add(names.substring(from, i).toLowerCase(Locale.ROOT));
                    }
                    from = letter ? i : i + 1;
                }
            }
            return words;
        }
    }
}
