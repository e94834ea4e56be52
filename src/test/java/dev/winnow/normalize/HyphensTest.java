package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.TrackedText;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.rule.load.WordFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hyphens at line ends: whole articles in which {@code =} stands for a hyphen that divides a word, {@code -} for one that stays. */
class HyphensTest {

    private static final Normalizer NORMALIZER = Normalizer.standard(shipped());

    private static final String MILL_DIVIDED = """
        The long-planned reopening of the paper mill in Vasterholm
        has been put off until autumn, the municipal development of=
        fice announced on Wednesday, because the wood-fired boiler
        failed its second safety inspection. Engineers found that the
        pressure regulator, a hand-built device from the nineteen-
        fifties, could not be adjusted without dismantling half of
        the steam distribution system. The state-owned operating com=
        pany described the setback as regrettable but manageable, and
        promised that the full-time employees would continue to re=
        ceive their wages.

        Residents of the neighbourhood have long complained about the
        temporary arrangement, under which lorries loaded with recy=
        cled cardboard pass the kindergarten every morning. A
        community-led initiative collected signatures for a short-
        term prohibition of heavy transport, and its spokeswoman, a
        former librarian, considers the government-backed compromise
        insufficient. She pointed out that the well-known report on
        particulate emissions had recommended a high-level commis=
        sion, not another consultation with self-appointed experts.

        The administration intends to publish an environmental as=
        sessment before the summer holidays. Until then, a cost-
        sharing agreement between the district and the province
        should guarantee the maintenance of the railway embankment,
        whose flood-relief channels were neglected for a generation.
        An anti-corruption investigation into the original construc=
        tion contracts is still continuing, and the prosecutor has
        declined to comment on the preliminary findings or on the
        large-scale document search in February.
        """;

    private static final String OBSERVATORY_DIVIDED = """
        A family-run observatory on the northern coast has discovered
        that its most valuable instrument was calibrated incorrectly for
        eleven years, according to a forty-page memorandum circulated
        among astronomers. The error, which concerns the temperature com=
        pensation of a custom-built spectrograph, shifted every measure=
        ment by a constant but considerable amount. None of the peer-
        reviewed publications will have to be withdrawn, the director ex=
        plained, since their conclusions depended on differences and not
        on absolute values.

        Colleagues reacted with good-natured amusement. The observatory,
        founded by a retired telegraph operator, is famous for its open-
        air lectures and for a privately-funded scholarship that has
        brought two-thirds of the country's current planetary scientists
        into the profession. Its award-winning newsletter reported the
        discovery under the headline of a weather forecast, and suggested
        that the instrument be awarded honorary citizenship in compensa=
        tion for its suffering.

        The recalibration is expected to require several weeks of unin=
        terrupted darkness, a precious commodity at this latitude between
        April and September. A long-standing arrangement with the neigh=
        bouring fishing harbour, whose floodlights are extinguished at
        midnight, has been extended accordingly. The harbour association,
        never known for sentimentality, asked only that the scientists
        should establish whether the fish-processing plant could be per=
        suaded to close its refrigerated warehouse during the transition,
        which a low-cost ventilation experiment had shown to be techni=
        cally possible.
        """;

    private static final String ORCHESTRA_DIVIDED = """
        The regional orchestra will perform without a conductor for the re=
        mainder of the season after negotiations with a high-profile candi=
        date collapsed over the question of rehearsal schedules. Its admin=
        istrators had offered a three-year engagement with considerable
        artistic independence, but the candidate demanded the abolition of
        the much-loved afternoon performances for children. Musicians wel=
        comed the decision of the management, which they called an overdue
        recognition of professional responsibility, and promised a fast-
        paced programme of instrumental rarities.

        The experiment is not entirely unprecedented. In the inter-war pe=
        riod the orchestra was directed from the first violin, an arrange=
        ment that critics found invigorating and audiences bewildering. A
        radio recording from that time, restored by a volunteer-driven ar=
        chive, documents a remarkably disciplined interpretation of a sym=
        phony whose slow movement is interrupted by what seems to be a
        passing locomotive. The concert hall stands next to a decommis=
        sioned marshalling yard, and its sound-proof windows were installed
        only after the war.

        Subscribers may exchange their tickets until the beginning of De=
        cember. The foundation that supports the orchestra has guaranteed
        its contribution for the coming year, notwithstanding a disagree=
        ment about the so-called innovation fund, and expects that self-
        governing ensembles will become more widespread. A consultant's re=
        port on the next-generation repertoire, which recommends electronic
        instruments and shorter intermissions, has been distributed to all
        participants with a request for constructive observations.
        """;

    private static final String MILL = """
        The long-planned reopening of the paper mill in Vasterholm has been put off
        until autumn, the municipal development office announced on Wednesday,
        because the wood-fired boiler failed its second safety inspection. Engineers
        found that the pressure regulator, a hand-built device from the nineteen-
        fifties, could not be adjusted without dismantling half of the steam
        distribution system. The state-owned operating company described the setback
        as regrettable but manageable, and promised that the full-time employees
        would continue to receive their wages.

        Residents of the neighbourhood have long complained about the temporary
        arrangement, under which lorries loaded with recycled cardboard pass the
        kindergarten every morning. A community-led initiative collected signatures
        for a short-term prohibition of heavy transport, and its spokeswoman, a
        former librarian, considers the government-backed compromise insufficient.
        She pointed out that the well-known report on particulate emissions had
        recommended a high-level commission, not another consultation with self-
        appointed experts.

        The administration intends to publish an environmental assessment before the
        summer holidays. Until then, a cost-sharing agreement between the district
        and the province should guarantee the maintenance of the railway embankment,
        whose flood-relief channels were neglected for a generation. An anti-
        corruption investigation into the original construction contracts is still
        continuing, and the prosecutor has declined to comment on the preliminary
        findings or on the large-scale document search in February.
        """;

    private static final String OBSERVATORY = """
        A family-run observatory on the northern coast has discovered
        that its most valuable instrument was calibrated incorrectly
        for eleven years, according to a forty-page memorandum
        circulated among astronomers. The error, which concerns the
        temperature compensation of a custom-built spectrograph,
        shifted every measurement by a constant but considerable
        amount. None of the peer-reviewed publications will have to be
        withdrawn, the director explained, since their conclusions
        depended on differences and not on absolute values.

        Colleagues reacted with good-natured amusement. The
        observatory, founded by a retired telegraph operator, is famous
        for its open-air lectures and for a privately-funded
        scholarship that has brought two-thirds of the country's
        current planetary scientists into the profession. Its award-
        winning newsletter reported the discovery under the headline of
        a weather forecast, and suggested that the instrument be
        awarded honorary citizenship in compensation for its suffering.

        The recalibration is expected to require several weeks of
        uninterrupted darkness, a precious commodity at this latitude
        between April and September. A long-standing arrangement with
        the neighbouring fishing harbour, whose floodlights are
        extinguished at midnight, has been extended accordingly. The
        harbour association, never known for sentimentality, asked only
        that the scientists should establish whether the fish-
        processing plant could be persuaded to close its refrigerated
        warehouse during the transition, which a low-cost ventilation
        experiment had shown to be technically possible.
        """;

    private static HyphenWords shipped() {
        LoadedRules loaded = new RuleLoader().load(List.of(RuleRoot.builtInLexicons()));
        assertThat(loaded.diagnostics()).isEmpty();
        return HyphenWords.of(
                words(loaded, "hyphen-parts"),
                words(loaded, "split-parts"),
                text -> "en",
                language -> WordList.of(WordFiles.builtIn(language)));
    }

    private static Map<String, List<String>> words(LoadedRules loaded, String lexicon) {
        return loaded.sources().lexicons().get(lexicon).orElseThrow().words();
    }

    private static String normal(Normalizer normalizer, String text) {
        return normalizer.normalize(TrackedText.of(text)).text();
    }

    private static String source(String marked) {
        return marked.replace('=', '-');
    }

    private static String joined(String marked) {
        return marked.replace("=\n", "").replace("-\n", "-").replaceAll("(?<!\n)\n(?!\n|$)", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {MILL_DIVIDED, OBSERVATORY_DIVIDED, ORCHESTRA_DIVIDED})
    void tellsBothKindsApartWhereWordsAreDivided(String marked) {
        assertThat(normal(NORMALIZER, source(marked))).isEqualTo(joined(marked));
    }

    @ParameterizedTest
    @ValueSource(strings = {MILL, OBSERVATORY})
    void keepsEveryHyphenWhereNoWordIsDivided(String marked) {
        assertThat(normal(NORMALIZER, marked)).isEqualTo(joined(marked));
    }

    @Test
    void knowsWithoutWordListsThatNoWordIsDivided() {
        assertThat(normal(Normalizer.standard(), OBSERVATORY)).isEqualTo(joined(OBSERVATORY));
    }

    @ParameterizedTest
    @ValueSource(strings = {MILL_DIVIDED, OBSERVATORY_DIVIDED, ORCHESTRA_DIVIDED, MILL, OBSERVATORY})
    void doesNothingOnItsOwnResult(String marked) {
        String once = normal(NORMALIZER, source(marked));
        assertThat(normal(NORMALIZER, once)).isEqualTo(once);
    }

    @Test
    void keepsTheSpaceBehindAHyphenThatWaitsForItsSecondPart() {
        String text = MILL.replace(
                "distribution system. The state-owned",
                "distribution system, which is as old as the mill itself, or of the wood-\n"
                        + "and peat-fired furnace. The state-owned");
        assertThat(normal(NORMALIZER, text)).contains("the wood- and peat-fired furnace");
    }

    @Test
    void theDocumentsOwnWayOfWritingOutweighsTheWordLists() {
        String text = MILL_DIVIDED.replace("wood-fired", "shortterm wood-fired");
        assertThat(normal(NORMALIZER, source(text))).contains("for a shortterm prohibition");
    }

    /**
     * A page on which some lines end early before a long word: its program hardly divides words.
     *
     * @param early number of such lines
     * @param said line with other words of the page
     */
    private static String page(int early, String word, String said) {
        String lines = "a line that ends with some room left for the next word of it\n"
                + "everybody knows of these days by the sea that was cold and grey then,\n";
        return lines.repeat(early) + said + "\nit was in the year of the storm that the keeper wrote of the "
                + word.replace("/", "-\n") + " and of all that he saw from there, by night and by day, on his\n"
                + "own small rock in the cold grey sea, as far as the eye could see it,\nand then no more of it.\n";
    }

    private static final String NOTHING = "and of the wind and of the boats that came to it from over the water,";
    private static final String SECOND = "and of the wind and of the paper on which it came from over the water,";
    private static final String BOTH = "and of the news and of the paper on which it came from over the water,";

    /** Up to how many lines that end early the hyphen goes. */
    private static int joinedUpTo(HyphenWords words, String word, String said) {
        Normalizer normalizer = Normalizer.standard(words);
        int early = 0;
        while (normal(normalizer, page(early, word, said)).contains("of the " + word.replace("/", "") + " and")) {
            early++;
        }
        return early - 1;
    }

    private static HyphenWords words(List<String> compound, List<String> divided, String... whole) {
        return HyphenWords.of(
                Map.of("any", compound), Map.of("any", divided), text -> "en", code -> WordList.of(List.of(whole)));
    }

    @Test
    void weighsWhatShowsAWordAgainstTheRoomThatLinesLeave() {
        HyphenWords whole = words(List.of("anglo-"), List.of(), "newspaper", "informed");
        assertThat(joinedUpTo(whole, "grunto/meter", NOTHING))
                .as("nothing shows it")
                .isEqualTo(-1);
        assertThat(joinedUpTo(whole, "news/paper", NOTHING))
                .as("a whole word of the list")
                .isEqualTo(7);
        assertThat(joinedUpTo(whole, "news/paper", SECOND))
                .as("whose second part is a word of the page")
                .isEqualTo(3);
        assertThat(joinedUpTo(whole, "news/paper", BOTH))
                .as("as are both parts")
                .isEqualTo(1);
        assertThat(joinedUpTo(whole, "well-in/formed", NOTHING))
                .as("that has another hyphen")
                .isEqualTo(1);
        assertThat(joinedUpTo(words(List.of("news-"), List.of(), "newspaper"), "news/paper", NOTHING))
                .as("of which words with a hyphen begin so")
                .isEqualTo(1);
        assertThat(joinedUpTo(words(List.of("-paper"), List.of(), "newspaper"), "news/paper", NOTHING))
                .as("or end so")
                .isEqualTo(1);
        HyphenWords parts = words(List.of("anglo-"), List.of("-ment", "fore-"));
        assertThat(joinedUpTo(parts, "grun/ment", NOTHING))
                .as("an ending of divided words")
                .isEqualTo(5);
        assertThat(joinedUpTo(parts, "fore/gnar", NOTHING))
                .as("a beginning of divided words")
                .isEqualTo(5);
    }
}
