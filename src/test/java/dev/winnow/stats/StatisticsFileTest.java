package dev.winnow.stats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.text.Sha256;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StatisticsFileTest {

    private static final byte[] FILE = file();

    private static byte[] file() {
        StatisticsCollector collector = new StatisticsCollector();
        for (int i = 0; i < 40; i++) {
            collector.add(new CountedPage(
                    "harbour.example",
                    (long) i << 40,
                    new PageLines(
                            new long[] {1 << 8 | Fingerprints.LINK, (long) i + 5 << 8},
                            new long[] {0, 77 << 8},
                            new String[] {"News ü", null})));
        }
        return StatisticsFile.write(collector.statistics());
    }

    @Test
    void readsWhatItWrote() throws StatisticsException {
        Statistics read = Statistics.read(FILE);

        assertThat(StatisticsFile.write(read)).isEqualTo(FILE);
        assertThat(read.ofSite("harbour.example").pages()).isEqualTo(40);
        assertThat(read.ofSite("harbour.example").recurring())
                .extracting(Recurring::text, Recurring::pages, Recurring::links, Recurring::template)
                .containsExactly(tuple("News ü", 40, 40, false), tuple(null, 40, 0, true));
    }

    @Test
    void refusesEveryBeginningOfAFile() {
        for (int length = 9; length < FILE.length; length++) {
            byte[] cut = Arrays.copyOf(FILE, length);
            assertThatThrownBy(() -> Statistics.read(cut))
                    .isInstanceOf(StatisticsException.class)
                    .hasMessageContaining("cut or damaged");
        }
    }

    @Test
    void refusesAFileOfWhichAByteIsAnother() {
        for (int at = 9; at < FILE.length; at += 7) {
            byte[] damaged = FILE.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> Statistics.read(damaged)).hasMessageContaining("cut or damaged");
        }
    }

    @Test
    void refusesWhatSomebodyMadeUp() {
        byte[] body = "WINNOWST\1\0\1\3abc\177".getBytes(UTF_8);
        byte[] made = Arrays.copyOf(body, body.length + 32);
        System.arraycopy(Sha256.digest().digest(body), 0, made, body.length, 32);

        assertThatThrownBy(() -> Statistics.read(made)).hasMessageContaining("cut or damaged");
    }

    @Test
    void saysWhatIsNoStatisticsFileAndWhatIsOfAnotherVersion() {
        assertThatThrownBy(() -> Statistics.read("{\"id\": 1}".getBytes(UTF_8)))
                .hasMessageContaining("no statistics file");
        assertThatThrownBy(() -> Statistics.read(new byte[0])).hasMessageContaining("no statistics file");
        byte[] later = FILE.clone();
        later[8] = 2;
        assertThatThrownBy(() -> Statistics.read(later)).hasMessageContaining("version 2");
    }
}
