package dev.winnow.normalize;

import static dev.winnow.normalize.StepsTest.assertUnchanged;
import static dev.winnow.normalize.StepsTest.normal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwrapTest {

    private static final String WRAPPED = """
        The ferry between the two islands will not run on Sundays until April,
        because the company has found nobody who is willing to steer it on that
        day. Two captains have retired since the summer, and a third has bought
        a vineyard, which he calls a ship that stays where one leaves it. Those
        who live on the smaller island now row across, as their parents did.
        """;

    @Test
    void joinsLinesBrokenAtAColumn() {
        assertThat(normal(WRAPPED)).isEqualTo(WRAPPED.strip().replace('\n', ' ') + "\n");
    }

    @Test
    void keepsParagraphsApart() {
        String text = WRAPPED + "\n" + WRAPPED;
        String joined = WRAPPED.strip().replace('\n', ' ');
        assertThat(normal(text)).isEqualTo(joined + "\n\n" + joined + "\n");
    }

    @Test
    void joinsALineThatEndsASentenceInsideAParagraph() {
        String text = """
            The harbour master has asked the council for a second pilot and a bell.
            He says that the fog comes earlier every year and that a single pilot
            cannot be on both sides of the water at once, however well he rows, and
            that the bell which hangs there now has been cracked since the war and
            sounds, to quote him, like a bucket.
            """;
        assertThat(normal(text + "\n" + WRAPPED)).startsWith(text.strip().replace('\n', ' '));
    }

    @Test
    void makesDividedWordsWholeAndKeepsTrueHyphens() {
        String text = """
            The flood-relief money of the government was approved by three govern-
            ment clerks in May, after a debate about the height of the quay. The flood-
            relief plan itself is older than most of those who voted for it. The keys
            to the gates remain with the people who look after the old long Anglo-
            Norman cellar, who had asked to be heard, were told that there was no
            time left for them and that the vote would be taken at once by the chair.
            """;
        assertThat(normal(text))
                .contains("by three government clerks in May")
                .contains("The flood-relief plan")
                .contains("Anglo-Norman cellar");
    }

    @Test
    void keepsAHyphenBetweenTwoWordsThatStandAlone() {
        String text = """
            The stone bridge was closed in May, and the bridge keeper left for good. A
            plan to build what the council in its letter of June calls a stone-
            bridge museum came to nothing, because the stone was sold by the metre to
            people who had gardens and wanted a bridge of their own in them, although
            none of them had a river or even a brook to put under it when it was done.
            """;
        assertThat(normal(text)).contains("a stone-bridge museum");
    }

    @Test
    void leavesVerseAlone() {
        assertUnchanged("""
            The wind came down from the hill at night and took the washing with it,
            And left the pegs upon the line,
            The neighbour's cat was in the cherry tree and would not come down at all,
            And nobody was there to see,
            We heard the bell across the water when the fog had gone to bed again,
            And counted it, and it was nine,
            The morning brought the sheets back home, all but the one with yellow stars,
            Which stayed out with the sea.
            """);
    }

    @Test
    void leavesListsAlone() {
        assertUnchanged("""
            - the first of the boats, painted green, which has no engine and no sail
            - the second of the boats, painted blue, which has a sail but no rudder
            - the third of the boats, not painted, which has a rudder but no captain
            - the fourth of the boats, which has all of these and lies on dry land
            - the fifth of the boats, of which nobody has heard anything since June
            """);
    }

    @Test
    void leavesHeadlinesOfSimilarLengthAlone() {
        assertUnchanged("""
            Council approves second pilot for the harbour after long night of debate
            Ferry to stop on Sundays until April as company looks for new captains
            Stone bridge to reopen in summer with new railings and an old complaint
            Cormorants return to the harbour wall and are counted by schoolchildren
            Bell at the end of the pier cracked again, this time by a passing gull
            """);
    }

    @Test
    void leavesOneParagraphALineAlone() {
        String paragraph =
                "The ferry will not run on Sundays, the company said, for want of a captain, and it does not expect "
                        + "to find one before April.\n";
        assertUnchanged(paragraph.repeat(6));
    }

    @Test
    void leavesAnAddressAlone() {
        assertUnchanged(
                "Harbour Office\nPier 3\n1200 Lindholm\nNorth Island\n\nopen from nine to five\nnot on Sundays\n");
    }

    @Test
    void joinsIndentedLinesAndKeepsIndentedParagraphsApart() {
        String text =
                WRAPPED.replaceFirst("The ferry", "  The ferry") + WRAPPED.replaceFirst("The ferry", "  The ferry");
        String joined = "  " + WRAPPED.strip().replace('\n', ' ');
        assertThat(normal(text)).isEqualTo(joined + "\n" + joined + "\n");
    }

    @Test
    void joinsParagraphsBetweenStacksOfShortLines() {
        String head = """
            date 2019-06-02 WORLD
            4 MIN READ
            Ferry service between the islands to rest on Sundays
            Passengers wait at the pier. / Others
            By Staff Reporter
            June 2, 2019
            """;
        String list = """
            Explore
            Stone bridge to reopen in summer
            Cormorants return to the harbour wall
            Bell at the end of the pier cracked again
            Bakery wins prize
            """;
        String joined = WRAPPED.strip().replace('\n', ' ');
        String text = head + "\n" + (WRAPPED + "\n").repeat(4) + list;
        assertThat(normal(text)).isEqualTo(head + "\n" + (joined + "\n\n").repeat(4) + list);
    }

    @Test
    void joinsWhereAShortWordWasTiedToTheNextOne() {
        String text = """
            The tender to the lighthouse left an hour late on Monday because of the
            ice, the harbour master told reporters in the afternoon, and came back
            at\u00A0midnight with three passengers and a dog that had been missing for
            weeks. The keeper of the lighthouse had found it in his cellar, he said
            by\u00A0telephone, between the lamps and the last barrel of herring that was
            left from summer.
            """;
        assertThat(normal(text)).isEqualTo(text.strip().replace('\n', ' ').replace('\u00A0', ' ') + "\n");
    }

    @Test
    void leavesVerseWithAFewLongLinesAlone() {
        assertUnchanged("""
            The boats go out, the boats come in,
            the nets are wide, the nets are thin

            and those who wait upon the pier for those who went before the dawn
            have counted every bell that rang

            The sons go out, the sons stay there,
            the mothers braid the daughters' hair

            and those who wait upon the pier for those who went before the dawn
            have counted every bell that rang

            The boats go out, the boats come in,
            the nets are wide, the nets are thin

            and those who wait upon the pier for those who went before the dawn
            have counted every bell that rang
            """);
    }

    @Test
    void joinsChineseAndJapaneseWithoutSpaces() {
        String chinese = """
            渡轮公司昨天宣布，因为找不到愿意在周日掌舵的船长，两座岛之间的渡
            轮在四月之前周日将停航。夏天以来已有两位船长退休。第三位买下了一
            座葡萄园，他把那里叫作不动的船。住在小岛上的人现在像父辈那样自己
            划船过海，只有邮差例外，他仍旧坐邮船去上班。
            """;
        assertThat(normal(chinese)).isEqualTo(chinese.replace("\n", "") + "\n");
        String japanese = """
            フェリー会社は昨日、日曜日に舵を取る船長が見つから
            ないため、四月まで日曜日は二つの島の間を運航しない
            と発表した。夏から二人の船長が引退している。三人目
            は葡萄畑を買い、動かない船と呼んでいるそうである。
            """;
        assertThat(normal(japanese)).isEqualTo(japanese.replace("\n", "") + "\n");
    }

    @Test
    void setsASpaceBetweenScriptsWhereThePageDoes() {
        String text = """
            渡轮公司昨天宣布，因为找不到愿意在周日掌舵的船长，渡轮在四月之前停航至少
            12天左右。夏天以来已有两位船长退休。第三位买下了一座葡萄园，他把那里叫作
            不动的船。住在小岛上的人现在像父辈那样自己划船过海，只有邮差一个人是例外
            ，他仍旧坐邮船去上班。市长答应明年在岛上修建新的码头，渔民们听了都很高兴
            ，因为旧码头早已腐朽不堪。灯塔也要重新点亮。
            """;
        assertThat(normal(text)).contains("至少12天");
        assertThat(normal(text.replace("渡轮公司昨天", "渡轮 AB 公司"))).contains("至少 12天");
    }

    @Test
    void leavesVerseAndHeadlinesOfChineseAndJapaneseAlone() {
        assertUnchanged("""
            灯照江心秋水明，人归渡口夜潮生。
            孤帆一片随风去，万里清光伴客行。
            山影横斜云外落，钟声断续雨中鸣。
            何当共剪窗前烛，却话江湖旧日情。
            """);
        assertUnchanged("""
            渡轮公司宣布周日停航，居民自己划船往返两座海岛
            两位船长今年夏天退休，第三位已经买下一座葡萄园
            小岛邮差仍坐邮船上班，市长答应明年修建新的码头
            灯塔重新点亮夜航安全，渔民周五满载而归全镇欢迎
            """);
    }

    @Test
    void joinsScriptsWithoutSmallLetters() {
        String hebrew = """
            חברת המעבורות הודיעה אתמול כי המעבורת בין שני האיים לא תפעל בימי ראשון
            עד אפריל, מפני שלא נמצא איש המוכן לנהוג בה ביום הזה. שני רבי חובלים פרשו
            מאז הקיץ, והשלישי קנה כרם שהוא קורא לו אונייה שאינה זזה. תושבי האי הקטן
            חותרים עכשיו בעצמם כפי שעשו הוריהם לפניהם, ורק הדוור נוסע בסירת מנוע.
            """;
        assertThat(normal(hebrew)).isEqualTo(hebrew.strip().replace('\n', ' ') + "\n");
    }

    @Test
    void leavesCodeAndTablesAmidWrappedTextAlone() {
        String rows = """
            North quay        open on weekdays         A. Berg, harbour master
            South quay        closed until April       nobody at the moment
            Middle mole       open at high water       C. Lund, her deputy
            """;
        String code = """
                quay.north.open = true; quay.north.depth = 9; quay.north.bell = 1
                quay.south.open = false; quay.south.depth = 4; quay.south.bell = 0
            """;
        assertThat(normal(WRAPPED + "\n" + rows + "\n" + code + "\n" + WRAPPED))
                .contains(rows)
                .contains(code);
    }

    @Test
    void leavesVerseWithLongLinesAmidWrappedTextAlone() {
        String verse = """
              The ferry lay beside the quay, the captain counted every plank,
              and nobody would put to sea, for all the sailors blamed the bank;
              the postman rowed from door to door, his letters folded in his hat,
              and on the far and silent shore a goat upon the jetty sat.
            """;
        assertThat(normal(WRAPPED + "\n" + verse + "\n" + WRAPPED)).contains(verse);
    }

    @Test
    void leavesVerseWithoutMarksAlone() {
        String verse = """
              The ferry lay beside the quay and nobody would ever put her out to
              The open water of the bay where all the winds of last winter blew to
              The jetty and the empty stores and rowing boats that no one knew to
              The islands and the farther shores and what was left of all the crew
            """;
        assertThat(normal(WRAPPED + "\n" + verse + "\n" + WRAPPED)).contains(verse);
    }

    private static String behindAFullLine(String begin) {
        return normal(WRAPPED + "\nThose who live on the smaller island now row across, as their parents do,\n" + begin
                + " and did before them, and nobody has asked them whether they would\nlike to go on.\n\n" + WRAPPED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"• as", "* as", "> as", "| as", "- as", "– As", "— As", "1. as", "12) as", "123. as", "a) as"})
    void keepsItemsApart(String begin) {
        assertThat(behindAFullLine(begin)).contains("as their parents do,\n" + begin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"– as", "— as", "-as", "–As", "1 as", "1.5 as", "12345. as", "1990 as", "ab) as", "a)as", ". as"
            })
    void joinsWhatOnlyLooksLikeAnItem(String begin) {
        assertThat(behindAFullLine(begin)).contains("as their parents do, " + begin);
    }

    @Test
    void joinsWhereThreeLinesGoOnInSmallLettersOrThreeOfFour() {
        String[] lines = {
            "The ferry between the two islands will not run on Sundays until April,",
            "because the company has found nobody who is willing to steer it on that",
            "day, and since two captains have retired since the summer and the third",
            "has bought a vineyard, which he calls a ship that stays where one leaves",
            "it at night, those who live on the smaller island row across as their"
        };
        assertThat(joined(lines, 3)).isFalse();
        assertThat(joined(lines, 4)).isTrue();
        lines[2] = lines[2].replace("day", "Day");
        assertThat(joined(lines, 4)).isFalse();
        assertThat(joined(lines, 5)).isTrue();
    }

    private static boolean joined(String[] lines, int count) {
        String text = String.join("\n", List.of(lines).subList(0, count)) + "\n";
        String normal = normal(text);
        assertThat(normal).isIn(text, text.strip().replace('\n', ' ') + "\n");
        return !normal.equals(text);
    }
}
