package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.SequenceMatcher.Part;
import dev.winnow.rule.slot.Lexicons;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the parts of a sequence say of it as a whole. */
class SequencePartsTest {

    private static final PatternCompiler PATTERNS = new PatternCompiler(Lexicons.NONE);

    private static List<CompiledPattern> patterns(String... templates) {
        return Arrays.stream(templates)
                .map(template -> {
                    try {
                        return PATTERNS.compile(new Pattern.Template(template, null, Place.NOWHERE), false)
                                .get(0);
                    } catch (TemplateException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .toList();
    }

    private static Part part(boolean optional, int repeat, String... templates) {
        List<CompiledPattern> patterns = patterns(templates);
        boolean free = patterns.stream().allMatch(CompiledPattern::isFree);
        return new Part(patterns, null, Conditions.NO_SHAPE, optional, repeat, false, false, List.of(), free);
    }

    private static Part one(String... templates) {
        return part(false, 1, templates);
    }

    private static Part maybe(String... templates) {
        return part(true, 1, templates);
    }

    private static SequenceMatcher sequence(Part... parts) {
        return new SequenceMatcher(List.of(parts));
    }

    private static List<Integer> lookups(Part... parts) {
        return sequence(parts).lookups().stream()
                .map(CompiledMatcher.Lookup::part)
                .toList();
    }

    @Test
    void takesAtLeastALineForEachPartThatMustBeThere() {
        SequenceMatcher sequence = sequence(one("Top"), maybe("Boats"), part(false, 3, "Goats"));
        assertThat(sequence.shortest()).isEqualTo(2);
        assertThat(sequence.longest()).isEqualTo(5);
        assertThat(sequence.linesAbove()).isEqualTo(4);
        assertThat(sequence.takesRuns()).isTrue();
        SequenceMatcher endless =
                sequence(part(false, Integer.MAX_VALUE, "Top"), part(false, Integer.MAX_VALUE, "Boats"));
        assertThat(endless.longest()).isGreaterThan(1_000_000);
        assertThat(endless.lineLimit(conditions(10)))
                .as("no sum beyond what an int holds")
                .isPositive();
    }

    private static Conditions conditions(int first) {
        Conditions none = Conditions.NONE;
        return new Conditions(
                none.zones(),
                first,
                0,
                0,
                none.languages(),
                none.after(),
                none.before(),
                none.beside(),
                false,
                none.following(),
                none.preceding(),
                0,
                List.of(),
                null);
    }

    @Test
    void isLookedForAsFarDownAsItMayEnd() {
        SequenceMatcher sequence = sequence(one("Top"), one("Boats"), one("Goats"));
        assertThat(sequence.lineLimit(conditions(0))).isEqualTo(Integer.MAX_VALUE);
        assertThat(sequence.lineLimit(conditions(1))).isEqualTo(3);
        assertThat(LineMatcher.of(patterns("Top")).lineLimit(conditions(2))).isEqualTo(2);
        assertThat(LineMatcher.of(patterns("Top")).lineLimit(conditions(0))).isEqualTo(Integer.MAX_VALUE);
        assertThat(range(patterns("Top"), patterns("Boats")).lineLimit(conditions(2)))
                .isEqualTo(2);
        assertThat(range(List.of(), patterns("Boats")).lineLimit(conditions(2)))
                .as("its end is looked for, wherever that is")
                .isEqualTo(Integer.MAX_VALUE);
    }

    private static RangeMatcher range(List<CompiledPattern> from, List<CompiledPattern> to) {
        return new RangeMatcher(from, to, false, false, null, false, List.of(), List.of(), 0, 9);
    }

    @Test
    void isAsSpecificAsThePartsThatMustBeThere() {
        assertThat(sequence(one("Top"), maybe("Boats"), one("Goats", "Ox")).literalLength())
                .isEqualTo(5);
        assertThat(sequence(one("{title}"), one("Goats")).literalLength()).isEqualTo(5);
    }

    @Test
    void isFoundByTheRarestPartThatMustBeThere() {
        assertThat(lookups(one("{title}"), one("Ox"), one("Old boats"), maybe("All the old boats of it")))
                .containsExactly(2);
        assertThat(lookups(one("{title}"), one("Boats", "x"), one("Oxen")))
                .as("by the least rare of its patterns")
                .containsExactly(2);
        assertThat(lookups(maybe("Boats"), one("{title}"), maybe("{any}"), maybe("Goats")))
                .as("by all others where none must be there")
                .containsExactly(0, 3);
        assertThat(sequence(one("{title}"), one("Boats", "Goats")).lookups())
                .containsExactly(new CompiledMatcher.Lookup(1, patterns("Boats", "Goats"), Mode.WHOLE));
    }

    @Test
    void needsATitleFromElsewhereUnlessItCapturesOneBefore() {
        assertThat(sequence(one("Top"), one("{=title}")).needsKnown()).isTrue();
        assertThat(sequence(one("{title}"), one("{=title}")).needsKnown()).isFalse();
        assertThat(sequence(one("{=title}"), one("{title}")).needsKnown()).isTrue();
        assertThat(sequence(maybe("{title}"), one("{=title}")).needsKnown()).isTrue();
        assertThat(sequence(one("{title}", "Top"), one("{=title}")).needsKnown())
                .isTrue();
        assertThat(sequence(one("By {title}"), one("Top"), maybe("Boats", "{=title}"))
                        .needsKnown())
                .isFalse();
        assertThat(sequence(one("Top"), one("Boats")).needsKnown()).isFalse();
        assertThat(LineMatcher.of(patterns("Top", "By {=title}")).needsKnown()).isTrue();
        assertThat(LineMatcher.of(patterns("Top", "By {title}")).needsKnown()).isFalse();
    }

    @Test
    void sharesFieldsWherePartsCaptureTheSameOrCompare() {
        assertThat(sequence(one("By {title}"), one("Of {title}")).sharesFields())
                .isTrue();
        assertThat(sequence(one("By {title}", "Of {title}"), one("Top")).sharesFields())
                .isFalse();
        assertThat(sequence(one("By {title}"), one("Of {agency}")).sharesFields())
                .isFalse();
        assertThat(sequence(one("By {title}"), one("{=title}")).sharesFields()).isTrue();
    }

    @Test
    void asksPartsThatTakeTheSameLinesOnce() {
        Part any = new Part(patterns("Boats"), null, Conditions.ANY_SHAPE, false, 1, false, false, List.of(), false);
        assertThat(sequence(one("Top"), one("Boats"), maybe("Top"), any, part(false, 2, "Boats"))
                        .kinds())
                .containsExactly(0, 1, 3);
        assertThat(sequence(one("{any}"), one("{title}"), one("{any}")).kinds()).containsExactly(0, 1);
    }

    @Test
    void knowsThePatternsOfAllParts() {
        Part upTo = new Part(
                patterns("Boats"), null, Conditions.NO_SHAPE, false, 9, false, false, patterns("Nets", "Oars"), false);
        assertThat(sequence(one("Top"), upTo).patterns()).isEqualTo(patterns("Top", "Boats", "Nets", "Oars"));
    }
}
