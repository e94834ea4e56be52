package dev.winnow.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.render.Articles;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;

class ArticleSchemaTest {

    @Test
    void hasAColumnForEachMetadataFieldInTheOrderOfAll() {
        Set<String> besides = Set.of("crawled", "warc", "evidence", "undecided", "extra");
        List<String> columns = ArticleSchema.TYPE.getType("metadata").asGroupType().getFields().stream()
                .map(Type::getName)
                .filter(name -> !besides.contains(name))
                .toList();
        assertThat(columns)
                .containsExactlyElementsOf(Articles.NOTHING_KNOWN.fields().keySet());
    }
}
