package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    @Test
    void keepsTheByteOrderMark() {
        Decoded decoded = Decoder.decode("\uFEFFThe ferry left.".getBytes(UTF_8), null);
        assertThat(decoded.text()).isEqualTo("\uFEFFThe ferry left.");
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.warnings()).isEmpty();
    }

    @Test
    void emptyFileIsEmptyText() {
        assertThat(Decoder.decode(new byte[0], null)).isEqualTo(Decoder.decode(new byte[0], "windows-1251"));
        assertThat(Decoder.decode(new byte[0], null).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252|“We won’t wait,” the harbour master said – and left the café.",
                "windows-1252|Der Bürgermeister öffnete die neue Brücke über den Fluss, während die Händler warteten.",
                "windows-1250|Předseda vlády řekl, že příští týden bude jednat s opozicí o důchodové reformě.",
                "ISO-8859-2|Przewodniczący powiedział, że w przyszłym tygodniu spotka się z opozycją.",
                "windows-1251|Паром вышел из гавани в воскресенье утром, сообщил начальник порта.",
                "KOI8-R|Паром вышел из гавани в воскресенье утром, сообщил начальник порта.",
                "IBM866|Паром вышел из гавани в воскресенье утром, сообщил начальник порта.",
                "windows-31j|港の責任者は、最初のフェリーが日曜日の朝に出港したと述べた。",
                "EUC-JP|港の責任者は、最初のフェリーが日曜日の朝に出港したと述べた。",
                "GB18030|港口负责人表示，第一艘渡轮于周日上午离开港口。",
                "Big5|港口負責人表示，第一艘渡輪於週日上午離開港口。",
                "x-windows-949|항구 책임자는 첫 번째 여객선이 일요일 아침에 출항했다고 말했다.",
                "ISO-8859-7|Το πρώτο πλοίο έφυγε από το λιμάνι την Κυριακή το πρωί.",
                "windows-1254|Liman müdürü, ilk feribotun pazar sabahı limandan ayrıldığını söyledi.",
                "windows-1255|המעבורת הראשונה יצאה מהנמל ביום ראשון בבוקר, אמר מנהל הנמל.",
                "windows-1256|غادرت العبارة الأولى الميناء صباح الأحد، كما قال مدير الميناء.",
            })
    void recognisesLegacyCharset(String charset, String text) {
        Decoded decoded = Decoder.decode(text.getBytes(Charset.forName(charset)), null);
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.charset()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void recognisesWideUnicodeWithAndWithoutMark(String charset) {
        for (String text : new String[] {
            "The first ferry left on Sunday.", "Паром вышел из гавани утром.", "港口负责人表示，第一艘渡轮离开港口。\n", "𝒜 ferry 🚢"
        }) {
            for (String whole : new String[] {text, "\uFEFF" + text}) {
                Decoded decoded = Decoder.decode(whole.getBytes(Charset.forName(charset)), null);
                assertThat(decoded.text()).as(charset).isEqualTo(whole);
                assertThat(decoded.charset()).isEqualTo(charset);
            }
        }
    }

    @Test
    void asciiIsNeverWideUnicode() {
        Decoded decoded = Decoder.decode("ab\ncd  ef\n\n gh".getBytes(UTF_8), "utf-16");
        assertThat(decoded.text()).isEqualTo("ab\ncd  ef\n\n gh");
        assertThat(decoded.warnings()).containsExactly("declared as utf-16, but the bytes are UTF-8");
    }

    @Test
    void asciiWithStrayControlCharactersIsNeverWideUnicode() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("The ferry left the harbour.\n".repeat(1 + random.nextInt(5)));
            for (int strays = 1 + random.nextInt(6); strays > 0; strays--) {
                text.insert(random.nextInt(text.length()), (char) random.nextInt(0x20));
            }
            assertThat(Decoder.decode(text.toString().getBytes(UTF_8), null).text())
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void overrulesWrongDeclarationAndSaysSo() {
        Decoded decoded = Decoder.decode("Пароход ушёл".getBytes(UTF_8), "windows-1251");
        assertThat(decoded.text()).isEqualTo("Пароход ушёл");
        assertThat(decoded.warnings()).containsExactly("declared as windows-1251, but the bytes are UTF-8");

        String russian = "Паром вышел из гавани в воскресенье утром, сообщил начальник порта.";
        decoded = Decoder.decode(russian.getBytes(Charset.forName("windows-1251")), "ISO-8859-1");
        assertThat(decoded.text()).isEqualTo(russian);
        assertThat(decoded.warnings()).hasSize(1);
    }

    @Test
    void followsDeclarationWhereTheBytesSayLittle() {
        byte[] bytes = "Лодка".getBytes(Charset.forName("windows-1251"));
        assertThat(Decoder.decode(bytes, "cp1251").text()).isEqualTo("Лодка");
        assertThat(Decoder.decode("caf\u00e9".getBytes(Charset.forName("ISO-8859-1")), "latin1")
                        .text())
                .isEqualTo("caf\u00e9");
    }

    @Test
    void readsLatin1AsItsSuperset() {
        byte[] bytes = {'i', 't', (byte) 0x92, 's'};
        Decoded decoded = Decoder.decode(bytes, "iso-8859-1");
        assertThat(decoded.text()).isEqualTo("it’s");
        assertThat(decoded.warnings()).isEmpty();
    }

    @Test
    void readsEscapedJapaneseWhenDeclared() {
        byte[] bytes = "港の責任者".getBytes(Charset.forName("ISO-2022-JP"));
        assertThat(Decoder.decode(bytes, "iso-2022-jp").text()).isEqualTo("港の責任者");
    }

    @Test
    void readsEscapedJapaneseAndKoreanByTheirEscapes() {
        for (String charset : new String[] {"ISO-2022-JP", "ISO-2022-KR"}) {
            String text = charset.endsWith("JP") ? "明日は船が出ない。 (tomorrow)" : "내일은 배가 없다. (tomorrow)";
            Decoded decoded = Decoder.decode(text.getBytes(Charset.forName(charset)), null);
            assertThat(decoded.text()).isEqualTo(text);
            assertThat(decoded.charset()).isEqualTo(charset);
            assertThat(decoded.warnings()).isEmpty();
        }
    }

    @Test
    void leavesTerminalEscapesInTextAlone() {
        Decoded decoded = Decoder.decode("\u001B[31mred\u001B[0m costs $B".getBytes(UTF_8), null);
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.warnings()).isEmpty();
    }

    @Test
    void saysWhereAShortTextLeavesTheCharsetToAGuess() {
        Decoded chinese = Decoder.decode("今天没有船。".getBytes(Charset.forName("GB18030")), null);
        assertThat(chinese.warnings()).singleElement().asString().contains("is a guess");
        assertThat(Decoder.decode("今天没有船。".getBytes(Charset.forName("GB18030")), "gbk")
                        .warnings())
                .isEmpty();
        assertThat(Decoder.decode("~{=qLlC;SP4,~}".getBytes(UTF_8), null).warnings())
                .singleElement()
                .asString()
                .contains("HZ");
    }

    @Test
    void unknownDeclarationIsNotedOnly() {
        Decoded decoded = Decoder.decode("plain".getBytes(UTF_8), "x-no such");
        assertThat(decoded.text()).isEqualTo("plain");
        assertThat(decoded.warnings()).containsExactly("the declared charset 'x-no such' is unknown");
    }

    @Test
    void findsTheCharsetThoughTheFirstForeignByteComesLate() {
        String text = "All quiet in the harbour. ".repeat(10_000)
                + "Паром вышел из гавани в воскресенье утром, сообщил начальник порта.";
        assertThat(Decoder.decode(text.getBytes(Charset.forName("windows-1251")), null)
                        .charset())
                .isEqualTo("windows-1251");
    }

    @Test
    void damagedUtf8StaysUtf8AndSaysWhere() {
        byte[] bytes = "Größe, Höhe, Länge: übermäßig\n".getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE4;
        Decoded decoded = Decoder.decode(bytes, null);
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.text()).endsWith("übermäßig\uFFFD");
        assertThat(decoded.undecodable()).hasSize(1);
        assertThat(decoded.undecodable().get(0).hex()).isEqualTo("e4");
        assertThat(decoded.warnings()).containsExactly("bytes that are no text in UTF-8 at 1 place, shown as U+FFFD");
    }

    @Test
    void replacementCharacterOfTheSourceIsText() {
        Decoded decoded = Decoder.decode("gone: \uFFFD".getBytes(UTF_8), null);
        assertThat(decoded.undecodable()).isEmpty();
        assertThat(decoded.text()).isEqualTo("gone: \uFFFD");
    }

    @Test
    void randomBytesComeBack() {
        Random random = new Random(17);
        for (int round = 0; round < 1500; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            assertComesBack(bytes, round % 3 == 0 ? null : DECLARED[random.nextInt(DECLARED.length)]);
        }
    }

    private static final String[] DECLARED = {
        "utf-8",
        "utf-16",
        "UTF-16BE",
        "utf-32",
        "windows-1252",
        "windows-1251",
        "Shift_JIS",
        "EUC-JP",
        "GB18030",
        "Big5",
        "Big5-HKSCS",
        "EUC-KR",
        "ISO-2022-JP",
        "ISO-2022-KR",
        "ISO-2022-CN",
        "x-SJIS_0213",
        "IBM500",
        "x-JISAutoDetect",
        "KOI8-R",
        "UTF-7",
        "x-IBM930",
        "CESU-8",
        "x-COMPOUND_TEXT"
    };

    @Test
    void damagedTextComesBackInEveryCharset() {
        Random random = new Random(4);
        String text = "“Größe” Паром вышел 港の責任者 ｶﾅ ①Ⅷ≒ 漢字 항구 🚢 end\r\n";
        for (String name : DECLARED) {
            if (!Charset.isSupported(name)) {
                continue;
            }
            Charset charset = Charset.forName(name);
            if (!charset.canEncode()) {
                continue;
            }
            byte[] whole = text.repeat(3).getBytes(charset);
            assertComesBack(whole, name);
            assertComesBack(whole, null);
            for (int round = 0; round < 100; round++) {
                byte[] bytes = damaged(whole, random);
                assertComesBack(bytes, name);
                assertComesBack(bytes, null);
            }
        }
    }

    /** Some bytes changed, some cut out, some put in. */
    private static byte[] damaged(byte[] whole, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : whole) {
            switch (random.nextInt(40)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> {}
                case 2 -> {
                    out.write(b);
                    out.write(random.nextInt(256));
                }
                default -> out.write(b);
            }
        }
        return out.toByteArray();
    }

    private static void assertComesBack(byte[] bytes, String declared) {
        Decoded decoded = Decoder.decode(bytes, declared);
        byte[] back = Encoder.encode(decoded.text(), decoded.charset(), decoded.undecodable());
        assertThat(Arrays.equals(back, bytes))
                .as("%s from %s: %s", decoded.charset(), declared, decoded)
                .isTrue();
    }

    @Test
    void saysThatBytesLookLikeUtf7() {
        for (String text : List.of("L+APY-wen und B+AOQ-ren", "+ZeVnLA-")) {
            assertThat(Decoder.decode(text.getBytes(UTF_8), null).warnings())
                    .as(text)
                    .anyMatch(warning -> warning.contains("UTF-7"));
        }
        for (String text :
                List.of("1+AB-2", "call +12345678- now", "C+Dev- and A+Bend-", "a+b-c and +ABC-", "x+APY-")) {
            assertThat(Decoder.decode(text.getBytes(UTF_8), null).warnings())
                    .as(text)
                    .isEmpty();
        }
    }

    /** A picture in Base64 has a plus every few characters; to read on from each took minutes for a page with a large one. */
    @Test
    @Timeout(60)
    void looksForUtf7InPicturesOnce() {
        byte[] picture = ("data:image/png;base64," + "iVBOR+w0KGgo/".repeat(300_000)).getBytes(UTF_8);
        assertThat(Decoder.decode(picture, null).warnings()).isEmpty();
    }
}
