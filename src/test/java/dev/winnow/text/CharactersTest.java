package dev.winnow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    /** Of classes SA and ID of line breaking; Hangul has spaces, Tibetan sets a mark between syllables. */
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.TAI_LE,
            UnicodeScript.NEW_TAI_LUE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HAN,
            UnicodeScript.YI);

    @Test
    void knowsEveryLetterOfAScriptWithoutSpacesAndNoOther() {
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            char c = (char) i;
            UnicodeScript script = UnicodeScript.of(c);
            if (Characters.isUnspaced(c)) {
                assertThat(WITHOUT_SPACES.contains(script) || script == UnicodeScript.COMMON || isShared(script))
                        .as("%04X %s", i, script)
                        .isTrue();
            } else if (WITHOUT_SPACES.contains(script) && !isExtension(c)) {
                assertThat(Characters.isWord(c)).as("%04X %s", i, script).isFalse();
            }
        }
    }

    /** Marks of voiced kana and of tone belong to whatever is around them. */
    private static boolean isShared(UnicodeScript script) {
        return script == UnicodeScript.INHERITED;
    }

    /** Letters for minority languages of Burma, far from the others. */
    private static boolean isExtension(char c) {
        return c >= 0xA9E0 && c <= 0xAA7F;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "KIŞ YAZI|kiş yazi",
                "kış yazı|kiş yazi",
                "İzmir|izmir",
                "ΛΟΓΟΣ|λογοσ",
                "λόγος|λογοσ",
                "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ|διαβαστε επισησ",
                "Διαβάστε επίσης|διαβαστε επισησ",
                "Προϊόν, ᾠδή|προιον, ωδη",
                "إعلان أحمد آخر|اعلان احمد اخر",
                "على علی علي|علي علي علي",
                "„Quote“ ‹so›|\"quote\" 'so'",
                "a–b―c−d－e|a-b-c-d-e",
                "作者：李|作者:李",
                "one two three|one two three",
            })
    void foldsWhatCountsAsEqual(String text, String folded) {
        assertThat(Characters.fold(text)).isEqualTo(folded).hasSameSizeAs(text);
    }

    @Test
    void knowsWhatEndsASentenceInEveryScript() {
        for (char c : ".!?…。！？．｡؟۔।॥።։။។".toCharArray()) {
            assertThat(Characters.isSentenceEnd(c)).as("%c", c).isTrue();
        }
        for (char c : ",;:：،、·-–a中".toCharArray()) {
            assertThat(Characters.isSentenceEnd(c)).as("%c", c).isFalse();
        }
    }

    @Test
    void knowsWhatMayStandBehindTheMark() {
        for (char c : "\"'”’“»«›)]}」』）】》".toCharArray()) {
            assertThat(Characters.isClosing(c)).as("%c", c).isTrue();
        }
        for (char c : "„‚([（「*.".toCharArray()) {
            assertThat(Characters.isClosing(c)).as("%c", c).isFalse();
        }
    }

    @Test
    void takesASemicolonForAQuestionMarkInGreekOnly() {
        assertThat(Characters.isQuestionMark(';', 'ι')).isTrue();
        assertThat(Characters.isQuestionMark(';', 'i')).isFalse();
        assertThat(Characters.isQuestionMark('؟', 'ا')).isTrue();
        assertThat(Characters.isQuestionMark('!', 'i')).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The old bridge|3",
                "Старый  мост|2",
                "오래된 다리|2",
                "دومین پل|2",
                "市长宣布大桥关闭|4",
                "新闻 体育 财经 娱乐|4",
                "สะพานเก่าปิดแล้ว|7",
                "Windows版|1",
            })
    void countsWords(String text, int words) {
        assertThat(Characters.words(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"中,文,true", "中,、,true", "中,a,false", "한,국,false", "“,中,true", "a,b,false", "ア,。,true"})
    void setsWideCharactersSideBySide(char before, char behind, boolean together) {
        assertThat(Characters.standTogether(before, behind)).isEqualTo(together);
    }

    @Test
    void endsAKoreanNameBeforeItsEnding() {
        assertThat(Characters.isValueBoundary("김민수기자", 3)).isTrue();
        assertThat(Characters.isBoundary("김민수기자", 3)).isFalse();
        assertThat(Characters.isValueBoundary("Miller", 3)).isFalse();
    }

    @Test
    void countsMarksAsPartOfTheWord() {
        assertThat(Characters.isWord('\u0301')).isTrue();
        assertThat(Characters.isWord('\u093F')).isTrue();
        assertThat(Characters.isBoundary("हिन्दी", 1)).isFalse();
    }
}
