package dev.winnow.parquet;

import dev.winnow.writer.RowPacker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.Version;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs articles into Parquet files. Thread-safe.
 *
 * <p>The library writes a file in one go. So that a later run can go on with one, it writes each group of rows as a file of its own,
 * of which the group alone gets through, and the end of the whole file is made here of what those files' ends say. What the library
 * keeps from group to group cannot matter then: a group is the same bytes whether or not the ones before were written by this run.
 * Page indexes are left out; they would have to stand behind the last group.
 */
public final class ParquetPacker implements RowPacker {

    /**
     * Bytes of JSON in a group of rows: some thousand articles, a few MiB in the file. The usual 128 MiB would fill a small memory
     * and make checkpoints rare.
     */
    private static final long ROW_GROUP = 32 << 20;

    /** Beyond any group, so that the library begins no other; some of its sums multiply it. */
    private static final long NEVER = 1L << 40;

    /** For {@link java.util.ServiceLoader}. */
    public ParquetPacker() {}

    @Override
    public Packing open(OutputStream out, List<Group> earlier) throws IOException {
        Groups groups = new Groups(out);
        for (Group group : earlier) {
            groups.know(group);
        }
        return groups;
    }

    private static final class Groups implements Packing {
        private final OutputStream out;
        private final List<RowGroup> written = new ArrayList<>();
        private long rows;
        private long position;
        private @Nullable OpenGroup group;

        Groups(OutputStream out) {
            this.out = out;
        }

        /** Takes over a group of an earlier run. */
        void know(Group earlier) throws IOException {
            written.addAll(Util.readFileMetaData(new ByteArrayInputStream(earlier.description()))
                    .getRow_groups());
            rows += earlier.rows();
            position = earlier.end();
        }

        @Override
        public @Nullable Group add(byte[] json) throws IOException {
            OpenGroup to = group;
            if (to == null) {
                to = new OpenGroup(new Section(out, position));
                group = to;
            }
            to.add(json);
            return to.bytes >= ROW_GROUP ? flush() : null;
        }

        @Override
        public @Nullable Group flush() throws IOException {
            OpenGroup full = group;
            if (full == null) {
                return null;
            }
            group = null;
            RowGroup description = full.end();
            if (written.size() <= Short.MAX_VALUE) {
                description.setOrdinal((short) written.size());
            } else {
                description.unsetOrdinal();
            }
            written.add(description);
            rows += description.getNum_rows();
            position = full.section.end();
            return new Group(
                    description.getNum_rows(), position, footer(List.of(description), description.getNum_rows()));
        }

        @Override
        public byte[] end() throws IOException {
            byte[] footer = footer(written, rows);
            byte[] magic = ParquetFileWriter.MAGIC;
            ByteBuffer end = ByteBuffer.allocate(2 * magic.length + footer.length + Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            if (position == 0) {
                end.put(magic);
            }
            end.put(footer).putInt(footer.length).put(magic).flip();
            byte[] bytes = new byte[end.remaining()];
            end.get(bytes);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            OpenGroup open = group;
            group = null;
            if (open != null) {
                open.giveUp();
            }
        }

        private static byte[] footer(List<RowGroup> groups, long rows) throws IOException {
            ParquetMetadata empty = new ParquetMetadata(
                    new FileMetaData(ArticleSchema.TYPE, Map.of(), Version.FULL_VERSION), List.of());
            ByteArrayOutputStream footer = new ByteArrayOutputStream();
            Util.writeFileMetaData(
                    new ParquetMetadataConverter()
                            .toParquetMetadata(ParquetFileWriter.CURRENT_VERSION, empty)
                            .setRow_groups(groups)
                            .setNum_rows(rows),
                    footer);
            return footer.toByteArray();
        }
    }

    /** A group of rows that the library gathers. */
    private static final class OpenGroup {
        private final Section section;
        private final ParquetWriter<byte[]> writer;
        private long bytes;

        OpenGroup(Section section) throws IOException {
            this.section = section;
            this.writer = new Builder(section)
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupSize(NEVER)
                    .build();
        }

        void add(byte[] json) throws IOException {
            writer.write(json);
            bytes += json.length;
        }

        /** Writes it; returns what the end of the file says of it. */
        RowGroup end() throws IOException {
            writer.close();
            List<BlockMetaData> blocks = writer.getFooter().getBlocks();
            RowGroup description = new ParquetMetadataConverter()
                    .toParquetMetadata(ParquetFileWriter.CURRENT_VERSION, writer.getFooter())
                    .getRow_groups()
                    .get(0);
            long end = blocks.get(0).getColumns().stream()
                    .mapToLong(column -> column.getStartingPos() + column.getTotalSize())
                    .max()
                    .orElseThrow();
            if (blocks.size() != 1 || end != section.end()) {
                throw new IllegalStateException("the library wrote something else than one group of rows");
            }
            for (ColumnChunk column : description.getColumns()) {
                column.unsetOffset_index_offset();
                column.unsetOffset_index_length();
                column.unsetColumn_index_offset();
                column.unsetColumn_index_length();
            }
            return description;
        }

        void giveUp() throws IOException {
            section.stop();
            writer.close();
        }
    }

    private static final class Builder extends ParquetWriter.Builder<byte[], Builder> {
        private final Section section;

        Builder(Section section) {
            super(new Output(section));
            this.section = section;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<byte[]> getWriteSupport(Configuration configuration) {
            return new JsonRows(section::stop);
        }

        @Override
        protected WriteSupport<byte[]> getWriteSupport(ParquetConfiguration configuration) {
            return new JsonRows(section::stop);
        }
    }

    /** A section as the library wants its files. */
    private record Output(Section section) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return section;
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return section;
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    /**
     * What the library takes for a file is a section of one: positions count from the beginning of the whole, a group's own magic
     * number is left out but for the first, and so is what follows the group. The stream below stays open.
     */
    private static final class Section extends PositionOutputStream {
        private final OutputStream out;
        private final long start;
        private long position;
        private boolean stopped;
        private long end;

        Section(OutputStream out, long start) {
            this.out = out;
            this.start = start;
            this.position = start == 0 ? 0 : start - ParquetFileWriter.MAGIC.length;
        }

        /** The group is written: nothing gets through any more. */
        void stop() {
            stopped = true;
            end = position;
        }

        long end() {
            return end;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int before = (int) Math.min(Math.max(start - position, 0), length);
            if (!stopped) {
                out.write(bytes, offset + before, length - before);
            }
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() {
            // Other sections follow.
        }
    }
}
