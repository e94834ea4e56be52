package dev.winnow.parquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Writes an article's JSON to the Parquet columns while it is parsed. */
final class JsonRows extends WriteSupport<byte[]> {

    /** Without limits, since Winnow's own renderer wrote the JSON. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private @Nullable RecordConsumer rows;

    @Override
    @SuppressWarnings("deprecation") // the library still asks for it
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ArticleSchema.TYPE, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ArticleSchema.TYPE, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        rows = consumer;
    }

    @Override
    public void write(byte[] article) {
        if (rows == null) {
            throw new IllegalStateException("not prepared");
        }
        try (JsonParser json = FACTORY.createParser(article)) {
            json.nextToken();
            rows.startMessage();
            new Row(json, rows).fields(ArticleSchema.TYPE);
            rows.endMessage();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The writing of one article. */
    private record Row(JsonParser json, RecordConsumer rows) {

        /**
         * Writes the fields of the object that begins here. Null values and empty lists are not written: they are a column's
         * default.
         */
        void fields(GroupType type) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_NULL || !type.containsField(name)) {
                    json.skipChildren();
                    continue;
                }
                int index = type.getFieldIndex(name);
                rows.startField(name, index);
                value(type.getType(index));
                rows.endField(name, index);
            }
        }

        private void value(Type type) throws IOException {
            if (type.isPrimitive()) {
                primitive(type.asPrimitiveType());
                return;
            }
            GroupType group = type.asGroupType();
            rows.startGroup();
            if (group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
                list(group.getType(0).asGroupType());
            } else if (group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation) {
                map(group.getType(0).asGroupType());
            } else {
                fields(group);
            }
            rows.endGroup();
        }

        private void list(GroupType repeated) throws IOException {
            boolean some = false;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                begin(repeated, some);
                some = true;
                rows.startField("element", 0);
                value(repeated.getType(0));
                rows.endField("element", 0);
                rows.endGroup();
            }
            end(repeated, some);
        }

        private void map(GroupType repeated) throws IOException {
            boolean some = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                begin(repeated, some);
                some = true;
                rows.startField("key", 0);
                rows.addBinary(Binary.fromString(json.currentName()));
                rows.endField("key", 0);
                json.nextToken();
                rows.startField("value", 1);
                value(repeated.getType(1));
                rows.endField("value", 1);
                rows.endGroup();
            }
            end(repeated, some);
        }

        /** Begins an element, and before the first one also the field. The library does not allow a field without values. */
        private void begin(GroupType repeated, boolean begun) {
            if (!begun) {
                rows.startField(repeated.getName(), 0);
            }
            rows.startGroup();
        }

        private void end(GroupType repeated, boolean begun) {
            if (begun) {
                rows.endField(repeated.getName(), 0);
            }
        }

        private void primitive(PrimitiveType type) throws IOException {
            switch (type.getPrimitiveTypeName()) {
                case INT32 -> rows.addInteger(json.getIntValue());
                case INT64 -> rows.addLong(json.getLongValue());
                case DOUBLE -> rows.addDouble(json.getDoubleValue());
                case BINARY ->
                    rows.addBinary(Binary.fromString(
                            type.getLogicalTypeAnnotation() instanceof JsonLogicalTypeAnnotation
                                    ? tree()
                                    : json.getText()));
                default -> throw new IllegalStateException("no column has the type " + type);
            }
        }

        private String tree() throws IOException {
            StringWriter text = new StringWriter();
            try (JsonGenerator copy = FACTORY.createGenerator(text)) {
                copy.copyCurrentStructure(json);
            }
            return text.toString();
        }
    }
}
