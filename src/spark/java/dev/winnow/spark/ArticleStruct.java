package dev.winnow.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Turns articles into Spark rows, from the JSON that the command line writes. The columns are those of the command line's
 * Parquet files. Fields that may have any type ({@code extra}) stay JSON. Thread-safe.
 */
final class ArticleStruct {

    /** The type of a row, equal to the type that Spark reads from files of {@code --format parquet}. */
    static final StructType TYPE = StructType.fromDDL("""
            id STRING, text STRING, source STRING, created STRING, added STRING,
            metadata STRUCT<title: STRING, description: STRING, authors: ARRAY<STRING>, published: STRING, modified: STRING,
              section: STRING, tags: ARRAY<STRING>, language: STRING, site: STRING, site_name: STRING, url: STRING,
              crawled: STRING, warc: STRUCT<file: STRING, offset: BIGINT, record_id: STRING>, place: STRING,
              dateline_date: STRING, agency: STRING, images: ARRAY<STRUCT<caption: STRING, credit: STRING>>,
              credits: ARRAY<STRING>, reading_minutes: INT, evidence: MAP<STRING, STRING>,
              undecided: MAP<STRING, STRUCT<raw: STRING, candidates: ARRAY<STRING>>>, extra: STRING>,
            winnow STRUCT<version: STRING, rules: STRING, kept: DOUBLE, article: STRUCT<verdict: STRING, confidence: DOUBLE>,
              warnings: ARRAY<STRING>, charset: STRING>,
            labels ARRAY<STRUCT<start: INT, `end`: INT, label: STRING>>,
            ledger ARRAY<STRUCT<op: STRING, start: INT, `end`: INT, label: STRING, rule: STRING, why: STRING, text: STRING,
              `with`: STRING, times: INT, bytes: STRING>>
            """);

    /** Without limits, since Winnow's own renderer wrote the JSON. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private ArticleStruct() {}

    /**
     * Returns the row of an article.
     *
     * @param more values of additional columns, after those of the article
     */
    static Row row(byte[] json, @Nullable Object... more) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return RowFactory.create(struct(parser, TYPE, more));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable Object[] struct(JsonParser json, StructType type, @Nullable Object... more)
            throws IOException {
        int columns = type.size();
        @Nullable Object[] values = new @Nullable Object[columns + more.length];
        System.arraycopy(more, 0, values, columns, more.length);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            scala.Option<Object> index = type.getFieldIndex(name);
            if (value == JsonToken.VALUE_NULL || index.isEmpty()) {
                json.skipChildren();
            } else {
                int at = (Integer) index.get();
                values[at] = value(json, type.apply(at).dataType(), name.equals("extra"));
            }
        }
        return values;
    }

    private static Object value(JsonParser json, DataType type, boolean anything) throws IOException {
        if (type instanceof StructType struct) {
            return RowFactory.create(struct(json, struct));
        }
        if (type instanceof ArrayType array) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(json, array.elementType(), false));
            }
            return CollectionConverters.asScala(values).toSeq();
        }
        if (type instanceof MapType map) {
            Map<String, Object> values = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                values.put(key, value(json, map.valueType(), false));
            }
            return CollectionConverters.asScala(values);
        }
        if (type.equals(DataTypes.StringType)) {
            return anything ? tree(json) : json.getText();
        }
        if (type.equals(DataTypes.IntegerType)) {
            return json.getIntValue();
        }
        return type.equals(DataTypes.LongType) ? (Object) json.getLongValue() : (Object) json.getDoubleValue();
    }

    private static String tree(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = FACTORY.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
