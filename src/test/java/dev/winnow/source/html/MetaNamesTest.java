package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.source.html.MetaNames.Meaning;
import dev.winnow.source.html.MetaNames.Vocabulary;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetaNamesTest {

    private static final MetaNames NAMES = new MetaNames(Map.of(
            Vocabulary.DUBLIN_CORE,
            Map.of("dc.date.issued", "published"),
            Vocabulary.META,
            Map.of("PubDate", "published")));

    @Test
    void caseAndSpaceDoNotMatter() {
        assertThat(NAMES.of(" pubDATE ")).isEqualTo(new Meaning("published", Vocabulary.META));
        assertThat(NAMES.of("date")).isNull();
    }

    @Test
    void partsOfDublinCoreAreJoinedByOtherSigns() {
        Meaning issued = new Meaning("published", Vocabulary.DUBLIN_CORE);
        assertThat(NAMES.of("DC.date.issued")).isEqualTo(issued);
        assertThat(NAMES.of("DC:date_issued")).isEqualTo(issued);
        assertThat(NAMES.of("dc-date-issued")).isNull();
    }

    @Test
    void everyVocabularyHasNames() {
        assertThat(TestMetaNames.shipped().of("og:title")).isEqualTo(new Meaning("title", Vocabulary.OPENGRAPH));
        assertThat(TestMetaNames.shipped().of("dcterms:issued"))
                .isEqualTo(new Meaning("published", Vocabulary.DUBLIN_CORE));
        assertThat(TestMetaNames.shipped().of("pubdate")).isEqualTo(new Meaning("published", Vocabulary.META));
    }
}
