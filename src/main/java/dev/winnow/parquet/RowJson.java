package dev.winnow.parquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Writes a Parquet row as a JSON object. Columns without a value in the row are left out. */
final class RowJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Julian day number of 1 January 1970. INT96 timestamps contain Julian days. */
    private static final int EPOCH = 2_440_588;

    private final JsonGenerator json;

    private RowJson(JsonGenerator json) {
        this.json = json;
    }

    static byte[] of(Group row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            new RowJson(json).struct(row);
        }
        return bytes.toByteArray();
    }

    private void struct(Group group) throws IOException {
        json.writeStartObject();
        GroupType type = group.getType();
        for (int field = 0; field < type.getFieldCount(); field++) {
            int times = group.getFieldRepetitionCount(field);
            Type fieldType = type.getType(field);
            if (fieldType.isRepetition(Type.Repetition.REPEATED)) {
                json.writeArrayFieldStart(fieldType.getName());
                for (int i = 0; i < times; i++) {
                    value(group, field, i);
                }
                json.writeEndArray();
            } else if (times > 0) {
                json.writeFieldName(fieldType.getName());
                value(group, field, 0);
            }
        }
        json.writeEndObject();
    }

    private void value(Group group, int field, int index) throws IOException {
        Type type = group.getType().getType(field);
        if (type.isPrimitive()) {
            primitive(group, field, index, type.asPrimitiveType());
            return;
        }
        Group inner = group.getGroup(field, index);
        LogicalTypeAnnotation means = type.getLogicalTypeAnnotation();
        if (means instanceof ListLogicalTypeAnnotation && inner.getType().getFieldCount() == 1) {
            list(inner);
        } else if (means instanceof MapLogicalTypeAnnotation && isMap(inner.getType())) {
            map(inner);
        } else {
            struct(inner);
        }
    }

    /**
     * Writes a list. The standard form is a group with a repeated group with the element; older writers left out the inner
     * group.
     */
    private void list(Group list) throws IOException {
        Type repeated = list.getType().getType(0);
        boolean wrapped = !repeated.isPrimitive()
                && repeated.asGroupType().getFieldCount() == 1
                && !repeated.getName().equals("array")
                && !repeated.getName().endsWith("_tuple");
        json.writeStartArray();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            if (!wrapped) {
                value(list, 0, i);
            } else {
                Group element = list.getGroup(0, i);
                if (element.getFieldRepetitionCount(0) > 0) {
                    value(element, 0, 0);
                } else {
                    json.writeNull();
                }
            }
        }
        json.writeEndArray();
    }

    private static boolean isMap(GroupType type) {
        return type.getFieldCount() == 1
                && !type.getType(0).isPrimitive()
                && type.getType(0).asGroupType().getFieldCount() == 2
                && type.getType(0).asGroupType().getType(0).isPrimitive();
    }

    private void map(Group map) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
            Group entry = map.getGroup(0, i);
            json.writeFieldName(entry.getValueToString(0, 0));
            if (entry.getFieldRepetitionCount(1) > 0) {
                value(entry, 1, 0);
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
    }

    private void primitive(Group group, int field, int index, PrimitiveType type) throws IOException {
        LogicalTypeAnnotation means = type.getLogicalTypeAnnotation();
        switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> json.writeBoolean(group.getBoolean(field, index));
            case FLOAT -> number(group.getFloat(field, index));
            case DOUBLE -> number(group.getDouble(field, index));
            case INT32 -> integer(group.getInteger(field, index), means);
            case INT64 -> integer(group.getLong(field, index), means);
            case INT96 -> json.writeString(int96(group.getInt96(field, index)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(group.getBinary(field, index), means);
        }
    }

    /** Writes a number; null for NaN and infinity, which JSON does not have. */
    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private void integer(long value, @Nullable LogicalTypeAnnotation means) throws IOException {
        if (means instanceof DateLogicalTypeAnnotation) {
            json.writeString(LocalDate.ofEpochDay(value).toString());
        } else if (means instanceof TimestampLogicalTypeAnnotation stamp) {
            Instant instant = instant(value, unit(stamp.getUnit()));
            json.writeString(
                    stamp.isAdjustedToUTC()
                            ? instant.toString()
                            : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
        } else if (means instanceof TimeLogicalTypeAnnotation time) {
            json.writeString(
                    LocalTime.ofNanoOfDay(unit(time.getUnit()).toNanos(value)).toString());
        } else if (means instanceof DecimalLogicalTypeAnnotation decimal) {
            json.writeNumber(BigDecimal.valueOf(value, decimal.getScale()));
        } else {
            json.writeNumber(value);
        }
    }

    private static TimeUnit unit(LogicalTypeAnnotation.TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> TimeUnit.MILLISECONDS;
            case MICROS -> TimeUnit.MICROSECONDS;
            case NANOS -> TimeUnit.NANOSECONDS;
        };
    }

    private static Instant instant(long value, TimeUnit unit) {
        long units = unit.convert(1, TimeUnit.SECONDS);
        return Instant.ofEpochSecond(Math.floorDiv(value, units), unit.toNanos(Math.floorMod(value, units)));
    }

    /** Reads an INT96 timestamp: 8 bytes nanoseconds of the day, then 4 bytes Julian day, little-endian. */
    private static String int96(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - (long) EPOCH;
        return Instant.ofEpochSecond(day * TimeUnit.DAYS.toSeconds(1), nanos).toString();
    }

    private void binary(Binary value, @Nullable LogicalTypeAnnotation means) throws IOException {
        if (means instanceof DecimalLogicalTypeAnnotation decimal) {
            json.writeNumber(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()));
        } else if (means instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer bytes = value.toByteBuffer();
            json.writeString(new UUID(bytes.getLong(), bytes.getLong()).toString());
        } else {
            json.writeString(text(value));
        }
    }

    /** Returns binary data as text if it is valid UTF-8, since older writers do not mark text columns; otherwise as Base64. */
    private static String text(Binary value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(value.toByteBuffer())
                    .toString();
        } catch (CharacterCodingException noText) {
            return Base64.getEncoder().encodeToString(value.getBytes());
        }
    }
}
