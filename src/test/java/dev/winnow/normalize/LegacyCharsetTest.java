package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyCharsetTest {

    private static final List<String> JDK_NAMES = List.of(
            "windows-1252",
            "windows-1250",
            "ISO-8859-2",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1257",
            "x-MacRoman",
            "IBM437",
            "IBM850",
            "IBM866",
            "KOI8-R");

    @Test
    void agreesWithTheJdk() {
        for (LegacyCharset charset : LegacyCharset.values()) {
            Charset jdk = Charset.forName(JDK_NAMES.get(charset.ordinal()));
            for (int b = 0x80; b <= 0xFF; b++) {
                char expected = new String(new byte[] {(byte) b}, jdk).charAt(0);
                if (expected == '\uFFFD' || expected < 0xA0 || b >= 0xFD && charset == LegacyCharset.MAC || b == 0xDB) {
                    continue;
                }
                assertThat(charset.byteOf(expected)).as("%s 0x%X", charset, b).isEqualTo(b);
                assertThat(charset.charOf(b)).isEqualTo(expected);
            }
        }
    }

    @Test
    void readsC1ControlsAsTheBytesTheyAre() {
        assertThat(LegacyCharset.LATIN.byteOf('\u0085')).isEqualTo(0x85);
        assertThat(LegacyCharset.LATIN.byteOf('…')).isEqualTo(0x85);
        assertThat(LegacyCharset.MAC.byteOf('\u0085')).isZero();
    }
}
