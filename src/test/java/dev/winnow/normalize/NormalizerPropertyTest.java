package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Edit;
import dev.winnow.document.Ledger;
import dev.winnow.document.TrackedText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalizerPropertyTest {

    /** Random texts for each fact; few where the code is changed here and there and all tests run again and again. */
    private static final int TEXTS = Integer.getInteger("winnow.random", 20_000);

    private static final List<String> PIECES = List.of(
            "the harbour ",
            "école ",
            "Größe ",
            "ação ",
            "Привет мир ",
            "Ελλάδα ",
            "東京、",
            "שלום ",
            "مرحبا ",
            "नमस्ते ",
            "\r\n",
            "\r",
            "\n",
            "\n\n",
            "\u0085",
            "\u2028",
            "\u000B",
            "\u00A0",
            "\u3000",
            "\u2009",
            " ",
            "\t",
            "\u00AD",
            "\u200B",
            "\u200C",
            "\u200D",
            "\u200E",
            "\uFEFF",
            "\u0000",
            "\u001B[0m",
            "\uD83D",
            "\uDE00",
            "😀",
            "👩‍👧",
            "\u0301",
            "\u0323",
            "\u1112\u1161",
            "\u11AB",
            "&amp;",
            "&amp;amp;",
            "&lt",
            "amp;",
            "&#",
            "146;",
            "&",
            ";",
            "&eacute;",
            "&Atilde;&copy;",
            "ﬁ",
            "Ã©",
            "â€™",
            "Ã¢â‚¬â„¢",
            "â",
            "€",
            "™",
            "Ã",
            "Â",
            "\u0080",
            "\u0099",
            "Ð¿Ñ€",
            "РїСЂ",
            "‚Äô",
            "ΓÇÖ",
            "í\u00A0½í¸\u0080",
            "ðŸ˜€",
            "\uFFFD",
            "?",
            "É…",
            "-",
            "-\n",
            "word-\nwrap ",
            "“",
            "”",
            "«",
            "»");

    static String mixture(Random random) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if (random.nextInt(12) == 0) {
                Charset wrong = Charset.forName(random.nextBoolean() ? "windows-1252" : "windows-1251");
                piece = new String(piece.getBytes(StandardCharsets.UTF_8), wrong);
            }
            text.append(piece);
        }
        return text.toString();
    }

    @Test
    void normalisingTwiceChangesNothingMoreAndRestoreIsExact() {
        for (int seed = 0; seed < TEXTS; seed++) {
            String source = mixture(new Random(seed));
            TrackedText once = Normalizer.standard().normalize(TrackedText.of(source));
            TrackedText twice = Normalizer.standard().normalize(TrackedText.of(once.text()));
            assertThat(twice.text()).as("seed %d", seed).isEqualTo(once.text());
            assertThat(Ledger.of(once).restore(once.text())).as("seed %d", seed).isEqualTo(source);
        }
    }

    @Test
    void everyStepDoesNothingOnItsOwnResult() {
        for (String name : Normalizer.builtIn()) {
            Step step = Normalizer.step(name);
            for (int seed = 0; seed < TEXTS / 6; seed++) {
                String source = mixture(new Random(seed));
                List<Edit> edits = step.edits(source);
                String once = TrackedText.of(source).apply(edits).text();
                assertThat(step.edits(once)).as("%s, seed %d", name, seed).isEmpty();
                for (Edit edit : edits) {
                    assertThat(source.substring(edit.start(), edit.end())).isNotEqualTo(edit.replacement());
                }
            }
        }
    }

    @Test
    void theCensusNeverHidesWorkFromAStep() {
        for (String name : Normalizer.builtIn()) {
            Step step = Normalizer.step(name);
            if (!(step instanceof TriggeredStep triggered)) {
                continue;
            }
            for (int seed = 0; seed < TEXTS / 6; seed++) {
                String source = mixture(new Random(seed));
                if ((Census.of(TrackedText.of(source)) & triggered.triggers()) == 0) {
                    assertThat(step.edits(source)).as("%s, seed %d", name, seed).isEmpty();
                }
            }
        }
    }

    @Test
    void turkishDefaultLocaleChangesNothing() {
        java.util.Locale before = java.util.Locale.getDefault();
        String source = "&LT;TITLE&GT; İstanbul I&#105; govern-\nment";
        String expected = StepsTest.normal(source);
        try {
            java.util.Locale.setDefault(new java.util.Locale("tr", "TR"));
            assertThat(StepsTest.normal(source)).isEqualTo(expected);
        } finally {
            java.util.Locale.setDefault(before);
        }
    }
}
