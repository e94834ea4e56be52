package dev.winnow.parquet;

import dev.winnow.source.RefusedException;
import dev.winnow.source.RowFiles;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads the rows of Parquet files as JSON records. Thread-safe. */
public final class ParquetRows implements RowFiles {

    /** For {@link java.util.ServiceLoader}. */
    public ParquetRows() {}

    @Override
    public Rows open(SeekableByteChannel file, Set<String> wanted, long mostBytes)
            throws IOException, RefusedException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification(true)
                .withCodecFactory(new Decompressors())
                .build();
        boolean handedOn = false;
        try {
            ParquetFileReader reader = ParquetFileReader.open(new ChannelInput(file), options);
            MessageType schema = reader.getFileMetaData().getSchema();
            List<String> columns =
                    schema.getFields().stream().map(Type::getName).toList();
            if (columns.stream().noneMatch(wanted::contains)) {
                throw new RefusedException("has no column "
                        + wanted.stream().sorted().collect(Collectors.joining(" or ")) + "; its columns are "
                        + String.join(", ", columns));
            }
            handedOn = true;
            return new FileRows(file, reader, schema, mostBytes);
        } finally {
            if (!handedOn) {
                file.close();
            }
        }
    }

    private static final class FileRows implements Rows {
        private final SeekableByteChannel file;
        private final ParquetFileReader reader;
        private final MessageType schema;
        private final long mostBytes;
        private final MessageColumnIO columns;
        private int group;
        private long left;
        private @Nullable RecordReader<Group> records;

        FileRows(SeekableByteChannel file, ParquetFileReader reader, MessageType schema, long mostBytes) {
            this.file = file;
            this.reader = reader;
            this.schema = schema;
            this.mostBytes = mostBytes;
            this.columns = new ColumnIOFactory().getColumnIO(schema);
        }

        @Override
        public byte @Nullable [] next() throws IOException, RefusedException {
            while (left == 0 || records == null) {
                if (!nextGroup()) {
                    return null;
                }
            }
            left--;
            return RowJson.of(records.read());
        }

        private boolean nextGroup() throws IOException, RefusedException {
            List<BlockMetaData> groups = reader.getRowGroups();
            if (group == groups.size()) {
                return false;
            }
            BlockMetaData next = groups.get(group++);
            for (ColumnChunkMetaData column : next.getColumns()) {
                if (!Decompressors.KNOWN.contains(column.getCodec())) {
                    throw new RefusedException("is compressed with " + column.getCodec()
                            + ", which is not read; write it with ZSTD, GZIP or SNAPPY");
                }
            }
            long bytes = next.getTotalByteSize();
            if (bytes > mostBytes) {
                throw new RefusedException(
                        "has a row group of " + (bytes >> 20) + " MiB, more than " + (mostBytes >> 20)
                                + " MiB; write it with smaller row groups, or raise the limit with --max-size");
            }
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                return false;
            }
            left = pages.getRowCount();
            records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
            return true;
        }

        @Override
        public void close() throws IOException {
            try (file) {
                reader.close();
            }
        }
    }
}
