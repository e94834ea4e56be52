package dev.winnow.source.html;

import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.TestLexicons;
import dev.winnow.source.html.MetaNames.Vocabulary;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of {@code <meta>} that are shipped. */
final class TestMetaNames {

    private static final MetaNames SHIPPED = new MetaNames(Arrays.stream(Vocabulary.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    vocabulary -> LexiconEntry.values(TestLexicons.shipped(), vocabulary.lexicon()))));

    private TestMetaNames() {}

    static MetaNames shipped() {
        return SHIPPED;
    }
}
