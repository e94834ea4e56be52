package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A template ready to match. Immutable and thread-safe. */
final class CompiledTemplate implements CompiledPattern {

    private final String written;
    private final Segment[] segments;
    private final @Nullable String language;
    private final boolean exact;
    private final int minLength;
    private final int maxLength;
    private final boolean needsDigit;
    private final boolean needsKnown;
    private final boolean repeatsAField;
    private final int literalLength;

    /** @param language of the pages it is for; null for all */
    CompiledTemplate(String written, List<Segment> segments, boolean exact, @Nullable String language) {
        this.written = written;
        this.segments = segments.toArray(Segment[]::new);
        this.language = language;
        this.exact = exact;
        long length = 0;
        int literals = 0;
        boolean digit = false;
        for (Segment segment : segments) {
            length += maxLength(segment);
            digit |= segment instanceof Segment.Slot slot
                    && slot.type() != null
                    && slot.type().needsDigit();
            if (segment instanceof Segment.Literal literal) {
                literals += literal.text().length();
            } else if (segment instanceof Segment.Words words) {
                literals += words.words().stream()
                        .mapToInt(w -> w.text().length())
                        .min()
                        .orElse(0);
            }
        }
        this.minLength = segments.stream().mapToInt(CompiledTemplate::minLength).sum();
        this.maxLength = (int) Math.min(Integer.MAX_VALUE, length);
        this.needsDigit = digit;
        this.needsKnown = segments.stream().anyMatch(Segment.Known.class::isInstance);
        this.repeatsAField = repeatsAField(segments);
        this.literalLength = literals;
    }

    private static boolean repeatsAField(List<Segment> segments) {
        List<Field> fields = segments.stream()
                .filter(Segment.Slot.class::isInstance)
                .map(Segment::capturedField)
                .filter(Objects::nonNull)
                .toList();
        return fields.stream().distinct().count() < fields.size();
    }

    private static long maxLength(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literal.text().length();
        }
        if (segment instanceof Segment.Words words) {
            return words.words().stream().mapToInt(w -> w.text().length()).max().orElse(0);
        }
        if (segment instanceof Segment.Slot slot && slot.type() != null) {
            return slot.type().maxLength();
        }
        return Integer.MAX_VALUE;
    }

    /**
     * Minimum length of a match of a segment. Spaces at the ends of a literal do not count, since an empty slot between two
     * spaces needs only one of them.
     */
    private static int minLength(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literal.text().strip().length();
        }
        if (segment instanceof Segment.Words words) {
            return words.words().stream().mapToInt(w -> w.text().length()).min().orElse(0);
        }
        return isAny(segment) ? 0 : 1;
    }

    @Override
    public String written() {
        return written;
    }

    @Override
    public int minLength() {
        return minLength;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public boolean needsDigit() {
        return needsDigit;
    }

    @Override
    public int literalLength() {
        return literalLength;
    }

    @Override
    public boolean needsKnown() {
        return needsKnown;
    }

    @Nullable
    String language() {
        return language;
    }

    /** Whether the template fits the same lines on pages of this language as on pages of unknown language. */
    boolean isForAllThatSpeak(@Nullable String spoken) {
        boolean words = Arrays.stream(segments).anyMatch(Segment.Words.class::isInstance);
        return !words && (language == null || language.equals(spoken));
    }

    /** Whether two slots capture the same field, so that the second depends on the first. */
    boolean repeatsAField() {
        return repeatsAField;
    }

    Segment[] segments() {
        return segments;
    }

    /** Returns the text that literals are compared with. */
    String compared(MatchText text) {
        return exact ? text.text() : text.folded();
    }

    @Override
    public boolean isFree() {
        return segments.length == 1 && TemplateParser.isFree(segments[0]);
    }

    @Override
    public @Nullable SlotType firstType() {
        return segments[0] instanceof Segment.Slot slot ? slot.type() : null;
    }

    @Override
    public boolean mayBegin(String line) {
        Segment first = segments[0];
        if (first instanceof Segment.Slot slot) {
            return slot.type() == null || slot.type().mayBegin(line, 0);
        }
        if (first instanceof Segment.Words words) {
            return words.index().mayBegin(unit(line, 0), unit(line, 1));
        }
        return !(first instanceof Segment.Literal literal)
                || unit(line, 0) == literal.text().charAt(0);
    }

    /** Returns a character as it is compared; NUL after the end of the line. */
    private char unit(String line, int at) {
        char c = at < line.length() ? line.charAt(at) : '\0';
        return exact && !Characters.isSpace(c) ? c : Characters.fold(c);
    }

    @Override
    public boolean captures(Field field) {
        for (Segment segment : segments) {
            if (segment.capturedField() == field) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isOnly(Field field) {
        return segments.length == 1
                && (segments[0] instanceof Segment.Slot slot && slot.field() == field
                        || segments[0] instanceof Segment.Known known && known.field() == field);
    }

    @Override
    public List<Key> keys(Mode mode) {
        List<Key> best = List.of();
        int bestSelectivity = 0;
        long before = mode.fromStart() ? 0 : Integer.MAX_VALUE;
        for (int i = 0; i < segments.length; i++) {
            List<Key> keys = keysOf(i, mode, (int) Math.min(Integer.MAX_VALUE, before));
            before += maxLength(segments[i]);
            int selectivity = keys.stream().mapToInt(Key::selectivity).min().orElse(0);
            if (selectivity > bestSelectivity) {
                best = keys;
                bestSelectivity = selectivity;
            }
        }
        return best;
    }

    private Key.Anchor anchor(int segment, Mode mode) {
        boolean atStart = segment == 0 && mode.fromStart();
        boolean atEnd = segment == segments.length - 1 && mode.toEnd();
        if (atStart && atEnd) {
            return Key.Anchor.WHOLE;
        }
        return atStart ? Key.Anchor.START : atEnd ? Key.Anchor.END : Key.Anchor.INSIDE;
    }

    /** Whether the segment is a free slot without a field. It may end in the middle of a word. */
    private static boolean isAny(Segment segment) {
        return segment instanceof Segment.Slot slot && slot.type() == null && slot.field() == null;
    }

    /** Whether the segment may end in the middle of a word, as a number before its unit does: {@code 3min}. */
    private static boolean mayEndInsideWord(Segment segment) {
        return isAny(segment) || segment instanceof Segment.Slot slot && slot.type() != null;
    }

    /** @param before maximum number of characters before this segment */
    private List<Key> keysOf(int at, Mode mode, int before) {
        Key.Anchor anchor = anchor(at, mode);
        boolean insideWord = at > 0 && mayEndInsideWord(segments[at - 1]);
        List<Key> keys = new ArrayList<>();
        if (segments[at] instanceof Segment.Literal literal) {
            keys.add(LiteralKeys.key(literal.text(), anchor, insideWord, false, before));
        } else if (segments[at] instanceof Segment.Words words) {
            for (Segment.Word word : words.words()) {
                keys.add(LiteralKeys.key(word.text(), anchor, false, true, before));
            }
        }
        keys.sort(Comparator.comparing(Key::literal));
        return keys;
    }

    @Override
    public boolean match(
            MatchText text,
            Mode mode,
            MatchContext context,
            @Nullable Bindings bound,
            int part,
            Predicate<PatternMatch> accept) {
        return context.speaks(language)
                && holdsLiterals(compared(text), mode)
                && new TemplateRun(this, text, mode, context, bound, part, accept).run();
    }

    @Override
    public @Nullable String tooLong(MatchText text, Mode mode, MatchContext context) {
        List<Segment> unlimited =
                Arrays.stream(segments).map(CompiledTemplate::unlimited).toList();
        if (unlimited.equals(List.of(segments)) || !context.speaks(language) || !holdsLiterals(compared(text), mode)) {
            return null;
        }
        TemplateRun run = new TemplateRun(with(unlimited), text, mode, context, null, 0, match -> true);
        return run.run() ? run.tooLong(segments) : null;
    }

    private static Segment unlimited(Segment segment) {
        return segment instanceof Segment.Slot slot && slot.type() != null
                ? new Segment.Slot(slot.field(), slot.type().unlimited())
                : segment;
    }

    @Override
    public @Nullable String refusal(MatchText text, MatchContext context) {
        return context.speaks(language) && holdsLiterals(compared(text), Mode.WHOLE)
                ? new SlotRefusal(this, text, context).message()
                : null;
    }

    @Override
    public boolean hasText() {
        return Arrays.stream(segments)
                .anyMatch(segment -> segment instanceof Segment.Words
                        || segment instanceof Segment.Literal literal
                                && !literal.text().isBlank());
    }

    /** Returns the same template with other segments. */
    CompiledTemplate with(List<Segment> other) {
        return new CompiledTemplate(written, other, exact, language);
    }

    /** Whether the line holds all literals in order. A quick check that rules out most lines. */
    private boolean holdsLiterals(String line, Mode mode) {
        int at = 0;
        for (int i = 0; i < segments.length; i++) {
            if (segments[i] instanceof Segment.Literal literal) {
                boolean atStart = i == 0 && mode.fromStart();
                boolean atEnd = i == segments.length - 1 && mode.toEnd();
                if (atEnd && !line.endsWith(literal.text())) {
                    return false;
                }
                int found = atStart
                        ? (line.startsWith(literal.text()) ? 0 : -1)
                        // An empty slot between two spaces needs only one of them.
                        : line.indexOf(literal.text(), Math.max(0, at - 1));
                if (found < 0) {
                    return false;
                }
                at = found + literal.text().length();
            }
        }
        return true;
    }
}
