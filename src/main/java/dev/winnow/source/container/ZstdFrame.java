package dev.winnow.source.container;

import java.io.IOException;

/**
 * The bytes of one Zstandard frame, from the current position to its end. The decoder must not see bytes after the frame.
 * Format: RFC 8878, section 3.1.1. Not thread-safe; closing it does nothing.
 */
final class ZstdFrame extends BulkStream {

    /** Maximum size of a block in bytes, from the format. */
    private static final int MOST_BLOCK = 1 << 17;

    private static final int BLOCK_HEADER = 3;
    private static final int CHECKSUM = 4;
    private static final int REPEATED = 1;
    private static final int RESERVED = 3;

    private final HeldBytes bytes;
    private boolean checksum;
    /** Number of bytes before the next block header. */
    private int left;

    private boolean inLast;
    private boolean ended;

    private ZstdFrame(HeldBytes bytes) {
        this.bytes = bytes;
    }

    /** Creates the stream. The frame header must be available; no byte is consumed yet. */
    static ZstdFrame at(HeldBytes bytes) throws IOException {
        ZstdFrame frame = new ZstdFrame(bytes);
        frame.need(Integer.BYTES + 1);
        int descriptor = bytes.raw[bytes.at + Integer.BYTES];
        boolean single = (descriptor & 0x20) != 0;
        int dictionaryId = (1 << (descriptor & 3)) >> 1;
        int contentSize = descriptor >> 6 & 3;
        int sizeBytes = contentSize == 0 ? single ? 1 : 0 : 1 << contentSize;
        frame.checksum = (descriptor & 4) != 0;
        frame.left = Integer.BYTES + 1 + (single ? 0 : 1) + dictionaryId + sizeBytes;
        return frame;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int given = 0;
        try {
            while (given < length && (left > 0 || nextPart())) {
                need(1);
                int n = Math.min(Math.min(left, length - given), bytes.filled - bytes.at);
                System.arraycopy(bytes.raw, bytes.at, buffer, offset + given, n);
                bytes.at += n;
                left -= n;
                given += n;
            }
        } catch (Broken toldNextTime) {
            if (given == 0) {
                throw toldNextTime;
            }
        }
        return given == 0 && length > 0 ? -1 : given;
    }

    /** Moves to the next block, or to the checksum; returns false at the end of the frame. */
    private boolean nextPart() throws IOException {
        if (ended) {
            return false;
        }
        if (inLast) {
            ended = true;
            left = checksum ? CHECKSUM : 0;
            return checksum;
        }
        need(BLOCK_HEADER);
        int header = (int) bytes.littleEndian(BLOCK_HEADER);
        int type = header >> 1 & 3;
        int size = header >> 3;
        if (type == RESERVED || size > MOST_BLOCK) {
            throw new Broken("its blocks are invalid");
        }
        inLast = (header & 1) != 0;
        left = BLOCK_HEADER + (type == REPEATED ? 1 : size);
        return true;
    }

    private void need(int count) throws IOException {
        if (!bytes.available(count)) {
            throw new Broken("it is cut off");
        }
    }

    /** The frame itself is damaged. The message follows "a zstd frame is damaged". */
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }
}
