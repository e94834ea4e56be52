package dev.winnow.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;

/** Any bytes as a ZIP or TAR archive; a TAR's checksums are set right, which fuzzing hardly ever hits. */
public final class ArchiveFuzz {

    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int MAGIC = 257;

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Reading.of(bytes);
        byte[] repaired = bytes.clone();
        boolean isTar = false;
        for (int block = 0; block + BLOCK <= repaired.length; block += BLOCK) {
            if (new String(repaired, block + MAGIC, 5, ISO_8859_1).equals("ustar")) {
                setChecksum(repaired, block);
                isTar |= block == 0;
            }
        }
        if (isTar && !Arrays.equals(bytes, repaired)) {
            Reading.of(repaired);
        }
    }

    private static void setChecksum(byte[] bytes, int header) {
        Arrays.fill(bytes, header + CHECKSUM, header + CHECKSUM + CHECKSUM_LENGTH, (byte) ' ');
        int sum = 0;
        for (int i = header; i < header + BLOCK; i++) {
            sum += bytes[i] & 0xFF;
        }
        byte[] octal = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(ISO_8859_1);
        System.arraycopy(octal, 0, bytes, header + CHECKSUM, CHECKSUM_LENGTH);
    }
}
