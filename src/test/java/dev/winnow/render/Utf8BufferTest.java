package dev.winnow.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8BufferTest {

    @Test
    void encodesEveryCharacterAsTheStandardDoes() {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                all.appendCodePoint(point);
            }
        }
        assertThat(new Utf8Buffer().text(all.toString()).toByteArray())
                .isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void escapesWhatWouldEndAStringOrALine() {
        assertThat(json("a\"b\\c\n\r\t\b\f\u0001\u001f\u007f\u0085\u2028\u2029/é“"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\\u001f\\u007f\\u0085\\u2028\\u2029/é“\"");
    }

    @Test
    void keepsHalfASurrogatePairAsAnEscapeInJsonOnly() {
        assertThat(json("\ud83d\ude00\ud83d")).isEqualTo("\"\ud83d\ude00\\ud83d\"");
        assertThat(json("\ude00x")).isEqualTo("\"\\ude00x\"");
        assertThat(string(new Utf8Buffer().text("\ud83dx"))).isEqualTo("\ufffdx");
    }

    @Test
    void hasRoomForTheWidestTextAtEveryFill() {
        String controls = "\u0001".repeat(2_730);
        for (int fill = 0; fill < 16; fill++) {
            Utf8Buffer buffer = new Utf8Buffer().ascii("x".repeat(fill)).json(controls);
            assertThat(buffer.toByteArray()).hasSize(fill + 2 + 6 * controls.length());
        }
    }

    @Test
    void encodesLikeTheJdkWhateverTheString() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            String text = Articles.strange(random, round % 10 == 0 ? 20_000 : 30);
            StringBuilder whole = new StringBuilder();
            text.codePoints().forEach(p -> whole.appendCodePoint(p >= 0xD800 && p < 0xE000 ? 0xFFFD : p));
            byte[] plain = new Utf8Buffer().text(text).toByteArray();
            assertThat(Arrays.equals(plain, whole.toString().getBytes(UTF_8))).isTrue();
            byte[] bytes = new Utf8Buffer().json(text).toByteArray();
            String json = new String(bytes, UTF_8);
            assertThat(Arrays.equals(json.getBytes(UTF_8), bytes)).isTrue();
            assertThat(json.chars().allMatch(c -> c >= ' ' && c != 0x85 && c != 0x2028 && c != 0x2029))
                    .isTrue();
        }
    }

    private static String json(String text) {
        return string(new Utf8Buffer().json(text));
    }

    private static String string(Utf8Buffer buffer) {
        return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
    }
}
