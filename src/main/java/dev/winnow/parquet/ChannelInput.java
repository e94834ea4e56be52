package dev.winnow.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Adapts a channel to the file interface of the Parquet library. Not thread-safe. */
record ChannelInput(SeekableByteChannel channel) implements InputFile {

    @Override
    public long getLength() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableInputStream newStream() {
        return new Stream(channel, Channels.newInputStream(channel));
    }

    /** Returns the subject with which the library begins its messages. */
    @Override
    public String toString() {
        return "the input";
    }

    private static final class Stream extends DelegatingSeekableInputStream {
        private final SeekableByteChannel channel;

        Stream(SeekableByteChannel channel, InputStream in) {
            super(in);
            this.channel = channel;
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long to) throws IOException {
            if (to < 0 || to > channel.size()) {
                throw new EOFException("it contains an offset beyond its end");
            }
            channel.position(to);
        }

        @Override
        public void readFully(ByteBuffer into) throws IOException {
            while (into.hasRemaining()) {
                if (channel.read(into) < 0) {
                    throw new EOFException("it ends too early");
                }
            }
        }
    }
}
