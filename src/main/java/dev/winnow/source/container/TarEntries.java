package dev.winnow.source.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a TAR stream: POSIX, with the long names of GNU and pax. Winnow has its own parser for two reasons. The
 * usual parsers store names of any length and recurse for every extension header, so that a few kilobytes exhaust memory or
 * stack. And a damaged header must not end the reading. Concatenated archives are read as one. Not thread-safe.
 */
public final class TarEntries implements ArchiveEntries {

    private static final int BLOCK = 512;

    /** Maximum size of a long name or of pax fields in bytes. Most systems limit paths to 4096. */
    private static final int MOST_EXTENSION = 1 << 20;

    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private final Content content = new Content();
    private @Nullable String longName;
    private long longSize = -1;
    private boolean lost;

    /** @param in closed by {@link #close()} */
    public TarEntries(InputStream in) {
        this.in = in;
    }

    /** Whether the first bytes of a stream are a TAR header. The checksum decides, so the magic may be missing. */
    public static boolean beginsWith(byte[] head) {
        return head.length >= BLOCK && isHeader(head);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        content.skipRest();
        while (nextHeader()) {
            long size = longSize >= 0 ? longSize : number(SIZE, 12);
            if (size < 0) {
                lost = true;
                throw new DamagedException("the size in a TAR header is no number");
            }
            char type = (char) (block[TYPE] & 0xFF);
            String name = longName != null ? longName : name();
            switch (type) {
                case 'L' -> {
                    byte[] bytes = extension(size);
                    longName = text(bytes, 0, bytes.length);
                }
                case 'x' -> pax(extension(size));
                case 'K', 'g' -> {
                    content.begin(size);
                    content.skipRest();
                }
                default -> {
                    longName = null;
                    longSize = -1;
                    boolean isFile = type == '0' || type == 0 || type == '7' || type == 'S';
                    // Links and devices have no content, whatever size they declare.
                    content.begin(isFile || type > '6' ? size : 0);
                    return new Entry(
                            name,
                            isFile && !name.endsWith("/"),
                            size,
                            content,
                            type == 'S' ? "is a sparse file, which is not read" : null);
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads the next header. Blocks of zeros are skipped; after damage all blocks that are not headers are skipped. */
    private boolean nextHeader() throws IOException {
        while (true) {
            int n = in.readNBytes(block, 0, BLOCK);
            if (n == 0) {
                return false;
            }
            if (n < BLOCK) {
                if (lost) {
                    return false;
                }
                throw new IOException("the TAR archive is cut off");
            }
            if (isHeader(block)) {
                lost = false;
                return true;
            }
            if (!lost && !isZero()) {
                lost = true;
                throw new DamagedException("a header of the TAR archive is damaged");
            }
        }
    }

    private boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHeader(byte[] block) {
        int sum = 8 * ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? 0 : block[i] & 0xFF;
        }
        return block[0] != 0 && octal(block, CHECKSUM, 8) == sum;
    }

    private String name() {
        String name = text(block, 0, 100);
        boolean posix = block[MAGIC] == 'u' && block[MAGIC + 5] == 0;
        String prefix = posix ? text(block, PREFIX, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private byte[] extension(long size) throws IOException {
        content.begin(size);
        if (size > MOST_EXTENSION) {
            content.skipRest();
            throw new DamagedException("a name or field of " + size + " bytes in the TAR archive is too long");
        }
        byte[] bytes = content.readNBytes((int) size);
        content.skipRest();
        return bytes;
    }

    /** Parses fields of the form {@code length name=value\n}. The length counts the whole field. */
    private void pax(byte[] fields) {
        int start = 0;
        while (start < fields.length) {
            int space = start;
            int length = 0;
            while (space < fields.length && fields[space] >= '0' && fields[space] <= '9' && length < MOST_EXTENSION) {
                length = 10 * length + fields[space++] - '0';
            }
            if (length <= space - start + 1 || length > fields.length - start) {
                return;
            }
            String field = new String(fields, space + 1, start + length - space - 2, UTF_8);
            int equals = field.indexOf('=');
            String value = field.substring(equals + 1);
            switch (equals < 0 ? "" : field.substring(0, equals)) {
                case "path" -> longName = value;
                case "size" -> longSize = value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
                default -> {}
            }
            start += length;
        }
    }

    /** Parses octal digits or, if the highest bit is set, a binary number; -1 for neither. */
    private long number(int from, int length) {
        if (block[from] >= 0) {
            return octal(block, from, length);
        }
        long number = block[from] & 0x7F;
        for (int i = from + 1; i < from + length; i++) {
            if (number >>> 54 != 0) {
                return -1;
            }
            number = number << 8 | block[i] & 0xFF;
        }
        return number;
    }

    private static long octal(byte[] block, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            byte b = block[i];
            if (b >= '0' && b <= '7') {
                number = 8 * number + b - '0';
            } else if (b != ' ' && b != 0) {
                return -1;
            }
        }
        return number;
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < from + most && bytes[end] != 0) {
            end++;
        }
        String text = new String(bytes, from, end - from, UTF_8);
        // Old archives have names in an unknown single-byte charset; any of them will do.
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, from, end - from, ISO_8859_1);
    }

    /** The content of the current entry, followed by padding up to a whole block. */
    private final class Content extends BulkStream {
        private long left;
        private int padding;

        void begin(long size) {
            left = size;
            padding = (int) (-size & BLOCK - 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(length, left));
            if (n < 0) {
                left = 0;
                padding = 0;
                throw new IOException("the TAR archive is cut off");
            }
            left -= n;
            return n;
        }

        void skipRest() throws IOException {
            long rest = left + padding;
            left = 0;
            padding = 0;
            try {
                in.skipNBytes(rest);
            } catch (EOFException cut) {
                throw new IOException("the TAR archive is cut off", cut);
            }
        }
    }
}
