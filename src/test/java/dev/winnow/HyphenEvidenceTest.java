package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hyphen at the end of a line goes only where the page or a word list shows the word without it. */
class HyphenEvidenceTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    private static final String EN = """
            The keeper of the lighthouse wrote in his book that nobody had asked %s for a week, and that he did \
            not expect a boat before the end of the month, because the wind was still in the north and the \
            skipper was in no hurry at all. He had bread for ten days, and he had the lamp to look after, which \
            is what he was paid for, and a dog that did not like the sound of the bell at night. What the people \
            on the other side of the water thought of it is not known, since none of them could write, and he \
            did not ask.
            """;

    private static final String DE = """
            Der Wärter des Leuchtturms schrieb in sein Buch, dass seit Tagen niemand %s gefragt habe und dass er \
            das Boot nicht vor dem Ende des Monats erwarte, weil der Wind noch immer aus dem Norden kam und der \
            Kapitän es nicht eilig hatte. Er hatte noch Brot für zehn Tage, und er hatte die Lampe, um die er \
            sich zu kümmern hatte, und einen Hund, der den Klang der Glocke in der Nacht nicht mochte. Was die \
            Leute auf der anderen Seite des Wassers davon hielten, ist nicht bekannt.
            """;

    private static final String FR = """
            Le gardien du phare écrivait dans son livre que personne ne disait %s depuis des jours, et qu'il \
            n'attendait pas le bateau avant la fin du mois, car le vent était encore au nord et que le patron de \
            la barque n'était pas pressé. Il avait du pain pour dix jours, et il avait la lampe, dont il devait \
            prendre soin, et un chien qui n'aimait pas du tout le son de la cloche pendant la nuit. Ce que les \
            gens de l'autre côté de l'eau en pensaient, on ne le sait pas.
            """;

    private static final String RU = """
            Смотритель маяка написал в своей книге, что за всю неделю никто %s не спросил и что он не ждёт лодку \
            раньше конца месяца, потому что ветер всё ещё дул с севера, а хозяин лодки никуда не торопился и \
            сидел дома у тёплой печи. У него был хлеб на десять дней, и у него была лампа, за которой он должен \
            был смотреть, и ещё собака, которой совсем не нравился звон колокола по ночам. Что об этом думали \
            люди на другом берегу, никому не известно.
            """;

    private static final int COLUMN = 72;

    /**
     * Wraps a page, cleans it, and gives back its text.
     *
     * @param divided words, with a slash where a line ends in one of them
     */
    private static String clean(String page, String divided) {
        for (int shift = 1; shift < COLUMN; shift++) {
            String wrapped = wrapped(page.strip().replace("%s", "o".repeat(shift) + " " + divided));
            if (!wrapped.contains("/")) {
                return WINNOW.clean(wrapped).text();
            }
        }
        throw new IllegalArgumentException("no line can end in " + divided);
    }

    /** The text with its lines filled; the slash stays where no line ends. */
    private static String wrapped(String text) {
        StringBuilder out = new StringBuilder();
        int width = 0;
        for (String word : text.split(" ")) {
            int slash = word.indexOf('/');
            boolean fits = width + 1 + word.length() <= COLUMN;
            if (slash > 0 && !fits && width + 1 + slash <= COLUMN) {
                out.append(' ').append(word, 0, slash).append('\n').append(word, slash + 1, word.length());
                width = word.length() - slash - 1;
            } else if (fits || out.isEmpty()) {
                out.append(out.isEmpty() ? "" : " ").append(word);
                width += word.length() + 1;
            } else {
                out.append('\n').append(word);
                width = word.length();
            }
        }
        return out.append('\n').toString();
    }

    @ParameterizedTest
    @CsvSource({
        "long-/term, long-term",
        "of price-/determining, price-determining",
        "cost-/effective, cost-effective",
        "about Jean-/Pierre, Jean-Pierre",
        "since 1990-/1995, 1990-1995",
        "the ten-/pound, ten-pound",
        "of lamp-/lighting, lamp-lighting",
        "about two-/and three-masters, two- and three-masters",
    })
    void keepsAHyphenThatNothingShowsToBeOneOfDivision(String divided, String expected) {
        assertThat(clean(EN, divided)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "of inter-/national, international",
        "about the govern-/ment, government",
        "for con-/firmation, confirmation",
        "about Decem-/ber, December",
        "to under-/stand, understand",
    })
    void joinsAWordThatTheListHas(String divided, String expected) {
        assertThat(clean(EN, divided)).contains(expected);
    }

    @Test
    void joinsAWordThatThePageHas() {
        assertThat(clean(EN.replace("the bell", "the gruntometers"), "for the grunto-/meter"))
                .contains("for the gruntometer for a week");
        assertThat(clean(EN, "for the grunto-/meter")).contains("for the grunto-meter for a week");
        assertThat(clean(DE.replace("der Glocke", "der Hafenbehörde"), "die Hafen-/behörde"))
                .contains("die Hafenbehörde gefragt");
    }

    @ParameterizedTest
    @CsvSource({"über Vor-/und Nachteile, Vor- und Nachteile", "die Südtiroler-/Straße, Südtiroler-Straße"})
    void keepsGermanHyphens(String divided, String expected) {
        assertThat(clean(DE, divided)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"die Gesell-/schaft, Gesellschaft", "wegen der Verän-/derung, Veränderung"})
    void joinsGermanWords(String divided, String expected) {
        assertThat(clean(DE, divided)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "où est-/il, est-il",
        "un peut-/être, peut-être",
        "allons-/y, allons-y",
        "le gouver-/nement, gouvernement"
    })
    void knowsFrenchWords(String divided, String expected) {
        assertThat(clean(FR, divided)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"что-/нибудь, что-нибудь", "из-/за, из-за", "разгова-/ривать, разговаривать"})
    void knowsRussianWords(String divided, String expected) {
        assertThat(clean(RU, divided)).contains(expected);
    }
}
