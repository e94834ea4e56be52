package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A pattern ready to match. Immutable and thread-safe. */
sealed interface CompiledPattern permits CompiledTemplate, CompiledRegex {

    /** As the rule's author wrote it. */
    String written();

    /** Literals of which every match holds at least one; empty when the pattern has none to look up. */
    List<Key> keys(Mode mode);

    /** No shorter line can be matched, nor a part of one. */
    int minLength();

    /** Longest line it can match as a whole; {@link Integer#MAX_VALUE} for no bound. */
    int maxLength();

    /** Whether a line without a digit need not be tried. */
    boolean needsDigit();

    /** Units of literal text: the more, the more specific. */
    int literalLength();

    /** Whether matching needs a value found by other rules. */
    boolean needsKnown();

    /** Whether a slot takes free text and no literal says where: such a pattern fits nearly every line. */
    boolean isFree();

    /** Whether a line may be matched as a whole, to judge by its first characters: a cheap look that rules some lines out. */
    boolean mayBegin(String line);

    /** The type of the slot that it begins with; null for any other beginning. */
    default @Nullable SlotType firstType() {
        return null;
    }

    /** Whether every match captures the field. */
    boolean captures(Field field);

    /** Whether a free slot of this pattern may be the field's only text in the line. */
    boolean isOnly(Field field);

    /**
     * Tries the ways in which the pattern fits.
     *
     * @param bound values that other parts of a sequence have captured, which the same field must repeat; null for none
     * @param part number of the part this pattern belongs to
     * @param accept is offered each way, the preferred first, and says whether to stop
     * @return whether a way was accepted
     */
    boolean match(
            MatchText text,
            Mode mode,
            MatchContext context,
            @Nullable Bindings bound,
            int part,
            Predicate<PatternMatch> accept);

    /**
     * Says which value of a text is all that keeps the pattern from fitting, since it is longer than its slot takes; null where that is
     * not the reason. For people who ask: takes its time.
     */
    default @Nullable String tooLong(MatchText text, Mode mode, MatchContext context) {
        return null;
    }

    /** How well the index finds it: units of the literal it looks for, or 1 for one that is tried on every short line; 0 for none. */
    default int selectivity(Mode mode) {
        int keys = keys(mode).stream().mapToInt(Key::selectivity).min().orElse(0);
        return keys > 0 ? keys : maxLength() <= PatternCompiler.MAX_UNINDEXED_LENGTH ? 1 : 0;
    }

    /** Units of literal text that the shortest of some patterns asks for. */
    static int shortestLiteral(List<CompiledPattern> patterns) {
        return patterns.stream().mapToInt(CompiledPattern::literalLength).min().orElse(0);
    }
}
