package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Into which parts a byline falls. */
class PeopleTest {

    private static final People PEOPLE = new People(TestLexicons.shipped());

    /** Each part behind the sign for what stands before it: {@code &} for a word; with {@code ?} where it is not the author's. */
    private static String[] parts(String byline) {
        return PEOPLE.of(byline).stream()
                .map(part -> sign(part.before()) + (part.ofAuthor() ? "" : "?") + part.text())
                .toArray(String[]::new);
    }

    private static String sign(People.Before before) {
        return switch (before) {
            case NOTHING -> "";
            case COMMA -> ",";
            case SIGN -> "/";
            case WORD -> "&";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Holm and Jon Halder => Ada Holm => &Jon Halder",
                "Ada Holm, London => Ada Holm => ,London",
                "Ada Holm | Follow => Ada Holm => /Follow",
                "Ada Holm - Harbour Post => Ada Holm => /Harbour Post",
                "Ada-Maria Holm => Ada-Maria Holm",
                "Ada Holm -Lind => Ada Holm -Lind",
                "Ada Holm Lind- => Ada Holm Lind-",
                "- Ada Holm => /Ada Holm",
                "Photo: Jon Halder Text: Ada Holm => /?Jon Halder => /Ada Holm",
                "Boats and goats: Ada Holm => Boats => &?Ada Holm",
                ": Ada Holm => Ada Holm",
                "Written by Ada Holm => /Ada Holm",
                "Written by: Ada Holm => /Ada Holm",
                "Von Ada Holm => /Ada Holm",
                "Von Arx => Von Arx",
                "Von: Arx => /Arx",
                "Ada Holm photos by Jon Halder => Ada Holm => /?Jon Halder",
                "José Ortega y Gasset => José Ortega y Gasset",
                "Ortega y Gasset => Ortega => &Gasset",
                "Ada Holm y Jon Halder => Ada Holm => &Jon Halder",
                "Ada Holm à Paris => Ada Holm à Paris",
                "王小明和李华 => 王小明 => /李华",
                "王和李 => 王和李",
                "王小和李小明 => 王小 => /李小明",
                "约翰·史密斯 => 约翰·史密斯",
                "约翰·史密斯、李华 => 约翰·史密斯 => /李华",
                "김철수·이영희 => 김철수 => /이영희",
                "ジョン・スミス => ジョン・スミス",
                "ジョン・ => ジョン",
                "・ジョン => /ジョン",
                "约翰· => 约翰",
                "ジョン・A => ジョン => /A",
                "Ada Holm - => Ada Holm",
                "Ada Holm -  - Jon Halder => Ada Holm => /Jon Halder",
                "王小明・ジョン => 王小明 => /ジョン",
                "ジョン・王小明 => ジョン => /王小明",
                "鈴木太郎・田中花子 => 鈴木太郎 => /田中花子",
                "王小明 · 李华 => 王小明 => /李华",
                "文·王小明 => /王小明",
                "文/王小明 图/李华 => /王小明 => /?李华",
                "Text/Ada Holm => /Ada Holm",
                "Ada Holm\nJon Halder => Ada Holm => /Jon Halder",
            })
    void areThoseBetweenSignsWordsAndLabels(String row) {
        String[] cells = row.split(" => ");
        assertThat(parts(cells[0])).containsExactly(Arrays.copyOfRange(cells, 1, cells.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ", |", "Photo:", "By"})
    void areNoneWhereNothingIsNamed(String byline) {
        assertThat(parts(byline)).isEmpty();
    }

    @Test
    void labelsAreOfAuthorsOrOfOthers() {
        assertThat(PEOPLE.isLabel("Written by")).isTrue();
        assertThat(PEOPLE.isAuthorLabel("WRITTEN BY")).isTrue();
        assertThat(PEOPLE.isLabel("Photos by")).isTrue();
        assertThat(PEOPLE.isAuthorLabel("Photos by")).isFalse();
        assertThat(PEOPLE.isLabel("Ada Holm")).isFalse();
    }

    @Test
    void scriptsWithoutSpacesAreKnownByTheirLetters() {
        assertThat(People.isUnspaced("王小明")).isTrue();
        assertThat(People.isUnspaced("中村 真子")).isTrue();
        assertThat(People.isUnspaced("すずき")).isTrue();
        assertThat(People.isUnspaced("ジョー・スミス")).isTrue();
        assertThat(People.isUnspaced("约翰·史密斯")).isTrue();
        assertThat(People.isUnspaced("김철수")).isFalse();
        assertThat(People.isUnspaced("王 Ada")).isFalse();
        assertThat(People.isUnspaced("")).isFalse();
    }
}
