package dev.winnow.parquet;

import dev.winnow.output.RowPacker;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Packs articles into Parquet files with the Parquet library. Thread-safe. */
public final class ParquetPacker implements RowPacker {

    /**
     * Size of a row group, which is held in memory, in bytes of compressed columns. The usual 128 MiB could fill a small heap.
     */
    private static final long ROW_GROUP = 16 << 20;

    /** For {@link java.util.ServiceLoader}. */
    public ParquetPacker() {}

    @Override
    public Packing open(OutputStream out) throws IOException {
        return new Rows(new Output(out));
    }

    private static final class Rows implements Packing {
        private final Output out;
        private final ParquetWriter<byte[]> writer;
        private boolean ended;

        Rows(Output out) throws IOException {
            this.out = out;
            this.writer = new Builder(out)
                    .withConf(new PlainParquetConfiguration())
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupSize(ROW_GROUP)
                    // The default check after 100 articles is too late for huge articles; check the size from the first
                    // one on.
                    .withMinRowCountForPageSizeCheck(1)
                    .build();
        }

        @Override
        public void add(byte[] json) throws IOException {
            writer.write(json);
        }

        @Override
        public void end() throws IOException {
            ended = true;
            writer.close();
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                out.stop();
                end();
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<byte[], Builder> {

        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the library still asks for it
        protected WriteSupport<byte[]> getWriteSupport(Configuration configuration) {
            return new JsonRows();
        }

        @Override
        protected WriteSupport<byte[]> getWriteSupport(ParquetConfiguration configuration) {
            return new JsonRows();
        }
    }

    /**
     * Adapts a stream to the file interface of the Parquet library. The stream stays open; after {@link #stop}, nothing is
     * written to it.
     */
    private static final class Output extends PositionOutputStream implements OutputFile {
        private final OutputStream out;
        private long position;
        private boolean stopped;

        Output(OutputStream out) {
            this.out = out;
        }

        void stop() {
            stopped = true;
        }

        @Override
        public PositionOutputStream create(long blockSize) {
            return this;
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return this;
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
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
            if (!stopped) {
                out.write(bytes, offset, length);
            }
            position += length;
        }

        @Override
        public void flush() throws IOException {
            if (!stopped) {
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
