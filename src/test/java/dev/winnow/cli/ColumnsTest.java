package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void countsWideCharactersTwiceAndMarksNotAtAll() {
        assertThat(Columns.width("abc")).isEqualTo(3);
        assertThat(Columns.width("新闻")).isEqualTo(4);
        assertThat(Columns.width("e\u0301")).isEqualTo(1);
        assertThat(Columns.width(new Style(true).red("abc"))).isEqualTo(3);
    }

    @Test
    void wrapsAtBlanksAndWithinTextWithoutBlanks() {
        assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Columns.wrap("新闻新闻", 5)).containsExactly("新闻", "新闻");
        assertThat(Columns.wrap("", 5)).containsExactly("");
    }

    @Test
    void cutsWithAnEllipsis() {
        assertThat(Columns.cut("one two three", 8)).isEqualTo("one two…");
        assertThat(Columns.cut("short", 8)).isEqualTo("short");
    }

    @Test
    void neverCutsSurrogatePairs() {
        assertThat(Columns.wrap("😀😀😀", 2)).containsExactly("😀", "😀", "😀");
    }
}
