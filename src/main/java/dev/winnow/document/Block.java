package dev.winnow.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What markup says of one line.
 *
 * @param element what element it stands in
 * @param level of a heading, 1 to 6; 0 for other kinds
 * @param units UTF-16 units of visible text that are no white space
 * @param linked how many of these stand in links
 * @param frame the innermost block element around it
 */
public record Block(Element element, int level, int units, int linked, Frame frame) {

    /** A line of which so much stands in links is a link: the rest is a bullet, a counter, a full stop. */
    private static final double NEARLY_ALL = 0.9;

    /** What kind of block element a line stands in. */
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

    /** Whether (nearly) all of the line is a link to somewhere else. */
    public boolean isLink() {
        return linked > 0 && linked >= NEARLY_ALL * units;
    }

    /** Whether it is a heading, or a term, of the part of the page in which another block stands. */
    public boolean heads(Block below) {
        return (element == Element.HEADING || frame.tag.equals("dt")) && below.frame.isIn(frame.holder());
    }

    /** Whether another block stands in an element of its own right beside this line: what a button opens. */
    @SuppressWarnings("ReferenceEquality") // Two elements may be alike.
    public boolean opens(Block below) {
        Frame panel = below.frame.holder();
        return panel != frame
                && panel.around != null
                && (panel.around == frame || panel.around == frame.around)
                && !frame.isIn(panel);
    }

    /**
     * A block element with those around it.
     *
     * @param tag its name, lower case
     * @param id the attribute; empty when it has none
     * @param classes the attribute as written; empty when it has none
     * @param around the next block element outside; null for the outermost
     */
    public record Frame(
            String tag, String id, String classes, @Nullable Frame around) {

        /** Elements of the text itself; what is around them holds the text. */
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

        /** Deeper paths are cut at their outer end. */
        private static final int DEEPEST = 64;

        /** The innermost element that holds paragraphs, headings and lists side by side with this one, or the outermost. */
        public Frame holder() {
            Frame frame = this;
            while (frame.around != null && TEXT.contains(frame.tag)) {
                frame = frame.around;
            }
            return frame;
        }

        /** Whether this is an element of the page, or stands in it: the same one, not one like it. */
        @SuppressWarnings("ReferenceEquality")
        public boolean isIn(Frame other) {
            Frame frame = this;
            while (frame != null && frame != other) {
                frame = frame.around;
            }
            return frame != null;
        }

        /** The names from the outermost element inwards, joined by slashes: {@code body/div/p}. */
        public String path() {
            List<String> tags = new ArrayList<>();
            for (Frame frame = this; frame != null && tags.size() < DEEPEST; frame = frame.around) {
                tags.add(frame.tag);
            }
            Collections.reverse(tags);
            return String.join("/", tags);
        }

        /** The words that classes and id are made of, lower case: {@code share-buttons SideBar} gives share, buttons, side, bar. */
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
