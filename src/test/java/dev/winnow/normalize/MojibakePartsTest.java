package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What repairs of text that was read in the wrong charset are made of, each by itself. */
class MojibakePartsTest {

    @ParameterizedTest
    @CsvSource({"a, 2", "z, 2", "A, 2", "Z, 2", "`, 0", "{, 0", "@, 0", "[, 0", "0, 1", "9, 1", "/, 0", ":, 0", "я, -3"
    })
    void aForeignLetterIsOddBesideLatinOnesAndDigits(String beside, int oddness) {
        // "é" written in UTF-8 and read as Windows-1251.
        assertThat(new Evidence("Г©" + beside).ofPair(0, 'é', LegacyCharset.CYRILLIC))
                .isEqualTo(oddness);
    }

    @Test
    void ofALetterBeforeItOnlyLatinOnesMakeAForeignLetterOdd() {
        assertThat(new Evidence("zГ©").ofPair(1, 'é', LegacyCharset.CYRILLIC)).isEqualTo(2);
        assertThat(new Evidence("яГ©").ofPair(1, 'é', LegacyCharset.CYRILLIC)).isEqualTo(-3);
        assertThat(new Evidence("9Г©").ofPair(1, 'é', LegacyCharset.CYRILLIC)).isZero();
    }

    @Test
    void aLostByteLeavesAMarkWhereTheOthersShowACharacter() {
        Utf8Unit quote = new Utf8Unit("â€\uFFFD next");
        assertThat(quote.read(0, LegacyCharset.LATIN, false)).isTrue();
        assertThat(quote.codePoint).isEqualTo(Utf8Unit.LOST);
        assertThat(quote.lossy).isTrue();
        assertThat(quote.end).isEqualTo(3);

        Utf8Unit letter = new Utf8Unit("Ã\uFFFD");
        assertThat(letter.read(0, LegacyCharset.LATIN, false)).isTrue();
        assertThat(letter.codePoint).isEqualTo(Utf8Unit.LOST);

        assertThat(new Utf8Unit("â\uFFFD\uFFFD").read(0, LegacyCharset.LATIN, false))
                .as("too little is left")
                .isFalse();
    }

    @Test
    void pairsAreOfCharactersThatACharsetHas() {
        char beyond = LegacyCharset.TABLE_SIZE;

        assertThat(LegacyPairs.bits(beyond)).isZero();
        assertThat(LegacyPairs.at("Ã" + beyond, 0)).isZero();
        assertThat(LegacyPairs.at(beyond + "\u0080", 0)).isZero();
        assertThat(LegacyPairs.at("Ã\u0080", 0) & LegacyCharset.LATIN.bit()).isNotZero();
        assertThat(LegacyPairs.at("Ãe", 0)).isZero();
        assertThat(LegacyPairs.at("Ã", 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0x036F, 0", "0x0370, 1", "0x03FF, 1", "0x0400, 2", "0x052F, 2", "0x0530, 3", "0x058F, 3", "0x0590, 4",
        "0x05FF, 4", "0x0600, 5", "0x077F, 5", "0x1DFF, 0", "0x1E00, 0", "0x1EFF, 0", "0x1F00, 1", "0x1FFF, 1",
        "0x2000, 0", "0x2FFF, 0", "0x3000, 100", "0x9FFF, 100", "0xA000, 0", "0xABFF, 0", "0xAC00, 100", "0xD7A3, 100",
        "0xD7A4, 0", "0xFF00, 0", "0xFF01, 100", "0xFF60, 100", "0xFF61, 0"
    })
    void scriptsBeginAndEndWithTheirBlocks(int codePoint, int script) {
        assertThat(Plausibility.script(codePoint)).isEqualTo(script);
    }

    @Test
    void aTextIsInPagesWhereAFormFeedEndsALine() {
        assertThat(PagedText.isPaged("One\n\fTwo\n")).isTrue();
        assertThat(PagedText.isPaged("\fOne\n\fTwo\n"))
                .as("the first one ends nothing")
                .isTrue();
        assertThat(PagedText.isPaged("\fOne\n")).isFalse();
        assertThat(PagedText.isPaged("One\fTwo\n")).isFalse();
    }
}
