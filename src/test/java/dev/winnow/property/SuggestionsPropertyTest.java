package dev.winnow.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.learn.Suggestion;
import dev.winnow.learn.Suggestions;
import dev.winnow.model.Strictness;
import dev.winnow.trial.RuleTrial;
import dev.winnow.trial.RuleTrial.Took;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lines of whatever page a person chooses, the rules that are proposed for them hold. */
class SuggestionsPropertyTest {

    private static final int PAGES = 30;

    private static final Winnow WINNOW = Winnow.builder().model(Strictness.OFF).build();

    static LongStream seeds() {
        return LongStream.range(0, PAGES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void proposesRulesThatLoadHoldAndTakeTheLines(long seed) {
        Random random = new Random(seed);
        SourceDocument page = random.nextBoolean()
                ? SourceDocument.of("page", RandomPages.page(seed))
                : SourceDocument.html("page", RandomPages.html(seed));
        int count = WINNOW.page(page).lines().size();
        if (count == 0) {
            return;
        }
        SortedSet<Integer> lines = new TreeSet<>();
        int from = random.nextInt(count);
        boolean together = random.nextBoolean();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            lines.add(together ? Math.min(count - 1, from + left - 1) : random.nextInt(count));
        }
        Label label = Label.values()[random.nextInt(Label.values().length)];

        List<Suggestion> suggestions = Suggestions.of(WINNOW, page, lines, label);

        assertThat(suggestions).extracting(Suggestion::id).doesNotHaveDuplicates();
        assertThat(suggestions).extracting(Suggestion::kind).isSorted();
        boolean canBeWritten = WINNOW.page(page).lines().stream()
                .filter(line -> lines.contains(line.index()))
                .noneMatch(line -> line.text().matches("(?s).*[⟦⟧\\p{Cc}\\p{Cs}].*"));
        if (canBeWritten && label.group() == Label.Group.NOISE) {
            assertThat(suggestions).isNotEmpty();
        }
        if (suggestions.isEmpty()) {
            return;
        }
        RuleTrial trial = RuleTrial.ofSite(
                WINNOW, suggestions.stream().map(Suggestion::yaml).toList());
        assertThat(trial.problems()).isEmpty();
        assertThat(trial.of(page))
                .hasSameSizeAs(suggestions)
                .extracting(Took::lines)
                .allSatisfy(taken -> assertThat(taken).containsAll(lines));
    }
}
