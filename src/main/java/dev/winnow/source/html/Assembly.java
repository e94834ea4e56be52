package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.Edits;
import dev.winnow.document.Reason;
import dev.winnow.document.TrackedText;
import dev.winnow.source.html.Stretch.Gap;
import dev.winnow.source.html.Stretch.Hole;
import dev.winnow.source.html.Stretch.Place;
import dev.winnow.source.html.Stretch.Space;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of a page into edits of its source. Gaps become a space, a line feed or nothing; white space is collapsed as
 * in a browser; character references are resolved. For one page.
 */
final class Assembly {

    private static final Reason MARKUP = new Reason("html/markup", null, "markup");
    private static final Reason SPACE = new Reason("html/space", null, "white space that a browser does not show");
    private static final Reason ENTITY = new Reason("html/entity", null, "character reference");

    /** In code, a no-break space is a space like any other. */
    private static final String NO_BREAK = "\u00A0";

    private final String source;

    private final List<Hole> holes;
    private final CharacterReferences references;
    private final Edits edits;
    /** All of the source before this offset is already edited. */
    private int at;

    private int hole;
    private Gap gap = Gap.NOTHING;
    private boolean begun;
    /** The last character of the text so far. */
    private int last = ' ';

    private final List<Block> blocks = new ArrayList<>();
    private int[] starts = new int[64];
    private int started;
    private @Nullable Place place;
    private int units;
    private int linked;

    Assembly(String source, Walk walk) {
        this.source = source;
        this.holes = walk.holes();
        this.references = new CharacterReferences(source);
        this.edits = new Edits(source, 4 * walk.stretches().size() + 16);
        for (Stretch stretch : walk.stretches()) {
            gap = gap.or(stretch.gap());
            Stretch.Shown shown = stretch.shown();
            if (shown != null) {
                instead(stretch, shown);
            } else if (stretch.space() == Space.PRESERVED) {
                preserved(stretch);
            } else {
                flowing(stretch);
            }
        }
        endBlock();
        pass(source.length(), "");
    }

    /** Returns the text, with the mapping to the source. */
    TrackedText text() {
        return TrackedText.of(source).apply(edits);
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Source offsets of the beginnings of the blocks. */
    int[] starts() {
        return Arrays.copyOf(starts, blocks.size());
    }

    private void flowing(Stretch stretch) {
        int i = stretch.start();
        int end = stretch.end();
        int feeds = 0;
        while (i < end) {
            char c = source.charAt(i);
            if (isSpace(c)) {
                feeds += c == '\n' ? 1 : 0;
                gap = gap.or(blank(stretch.space(), feeds));
                i++;
            } else if (c == '&') {
                i = reference(stretch, i);
                feeds = 0;
            } else {
                show(stretch, i, source.codePointAt(i));
                int from = i;
                i = endOfRun(i, end);
                at = i;
                last = source.codePointBefore(i);
                count(stretch, i - from);
                feeds = 0;
            }
        }
    }

    private static Gap blank(Space space, int feeds) {
        if (feeds == 0) {
            return Gap.BLANK;
        }
        return space != Space.LINES ? Gap.FEED : feeds == 1 ? Gap.LINE : Gap.BLANK_LINE;
    }

    /** Replaces markup by the text that a reader sees in its place. */
    private void instead(Stretch stretch, Stretch.Shown shown) {
        show(stretch, stretch.start(), shown.text().codePointAt(0));
        edits.add(stretch.start(), stretch.end(), shown.text(), shown.why());
        at = stretch.end();
        last = shown.text().codePointBefore(shown.text().length());
        count(stretch, shown.text().length());
    }

    /** Returns the end of the run that needs no edits: words with single spaces between them. */
    private int endOfRun(int from, int end) {
        int i = from;
        while (i < end) {
            char c = source.charAt(i);
            if (c == '&') {
                return i;
            }
            if (isSpace(c)) {
                boolean single =
                        c == ' ' && i + 1 < end && source.charAt(i + 1) != '&' && !isSpace(source.charAt(i + 1));
                if (!single) {
                    return i;
                }
            }
            i++;
        }
        return end;
    }

    private int reference(Stretch stretch, int ampersand) {
        CharacterReferences.Reference reference = references.at(ampersand, stretch.end());
        int end = ampersand + reference.length();
        if (!reference.isNone()
                && reference.value().length() == 1
                && isSpace(reference.value().charAt(0))) {
            gap = gap.or(reference.value().equals("\n") ? Gap.FEED : Gap.BLANK);
            return end;
        }
        show(stretch, ampersand, reference.value().codePointAt(0));
        last = reference.value().codePointBefore(reference.value().length());
        if (!reference.isNone()) {
            edits.add(ampersand, end, reference.value(), ENTITY);
        }
        at = end;
        count(stretch, reference.value().length());
        return end;
    }

    private void preserved(Stretch stretch) {
        int from = stretch.start();
        show(stretch, from, source.codePointAt(from));
        int i = from;
        while (i < stretch.end()) {
            if (source.charAt(i) == '&') {
                CharacterReferences.Reference reference = references.at(i, stretch.end());
                if (!reference.isNone()) {
                    String value = reference.value().equals(NO_BREAK) ? " " : reference.value();
                    edits.add(i, i + reference.length(), value, ENTITY);
                }
                i += reference.length();
            } else {
                if (source.startsWith(NO_BREAK, i)) {
                    edits.add(i, i + 1, " ", SPACE);
                }
                i++;
            }
        }
        at = stretch.end();
        last = source.codePointBefore(at);
        count(stretch, stretch.end() - from);
    }

    /**
     * Begins visible text: writes the gap between it and the text before.
     *
     * @param first its first character
     */
    private void show(Stretch stretch, int from, int first) {
        if (!begun) {
            gap = Gap.NOTHING;
        }
        if (!begun || gap.endsLine()) {
            beginBlock(stretch.place(), from);
        }
        begun = true;
        pass(from, between(first));
        gap = Gap.NOTHING;
    }

    /** Returns the text of the gap before a character. */
    private String between(int first) {
        return switch (gap) {
            case WORDS ->
                isWord(last) && isWord(first) && !(Characters.isWide(last) && Characters.isWide(first)) ? " " : "";
            case FEED -> Characters.standTogether(last, first) ? "" : " ";
            default -> gap.text();
        };
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    private void count(Stretch stretch, int shown) {
        units += shown;
        linked += stretch.linked() ? shown : 0;
    }

    private void beginBlock(Place of, int from) {
        endBlock();
        if (started == starts.length) {
            starts = Arrays.copyOf(starts, 2 * started);
        }
        starts[started++] = from;
        place = of;
    }

    private void endBlock() {
        if (place != null) {
            blocks.add(new Block(place.element(), place.level(), units, linked, place.frame()));
            place = null;
        }
        units = 0;
        linked = 0;
    }

    /** Edits the source up to an offset; {@code wanted} replaces it. */
    private void pass(int to, String wanted) {
        while (hole < holes.size() && holes.get(hole).start() < at) {
            hole++;
        }
        boolean holed = hole < holes.size() && holes.get(hole).start() < to;
        if (!holed) {
            edit(at, to, wanted);
            return;
        }
        String left = wanted;
        int from = at;
        while (hole < holes.size() && holes.get(hole).start() < to) {
            Hole next = holes.get(hole++);
            if (next.start() < from) {
                continue;
            }
            int end = next.end() == Hole.OPEN ? to : Math.min(to, next.end());
            if (next.start() > from) {
                edit(from, next.start(), left);
                left = "";
            }
            edits.add(next.start(), end, left, next.why());
            left = "";
            from = end;
        }
        if (from < to) {
            edit(from, to, "");
        }
    }

    private void edit(int from, int to, String wanted) {
        if (to - from == wanted.length() && source.startsWith(wanted, from)) {
            return;
        }
        int start = from;
        int end = to;
        String with = wanted;
        if (wanted.equals(" ") && from < to) {
            if (source.charAt(from) == ' ') {
                start++;
                with = "";
            } else if (source.charAt(to - 1) == ' ') {
                end--;
                with = "";
            }
        }
        edits.add(start, end, with, isSpace(start, end) ? SPACE : MARKUP);
    }

    private boolean isSpace(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character is white space of the HTML standard. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
