package dev.winnow.normalize;

import static dev.winnow.normalize.StepsTest.assertUnchanged;
import static dev.winnow.normalize.StepsTest.normal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
