package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegexTextsTest {

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            " ",
            "/",
            ".",
            "\\d",
            "\\.",
            "[ab]",
            "[^/]",
            "[]a]",
            "(?:",
            "(?P<credit>",
            "(",
            ")",
            "|",
            "?",
            "*",
            "+?",
            "{2}",
            "{0,1}",
            "^",
            "$",
            "\\pL",
            "\\x41",
            "\\x{42}",
            "(?-i:",
            "[[:alpha:]]");

    @Test
    void findsWhatStandsInEveryMatch() {
        assertThat(RegexTexts.of("(?P<caption>.+?) [(\\[](?P<credit>(?-i:AP|AFP) ?/ ?[^()]{2,60})[)\\]]"))
                .containsExactly("/");
        assertThat(RegexTexts.of("Photo by (.+) via Getty")).containsExactly("photo by ", " via getty");
        assertThat(RegexTexts.of("colou?rs")).containsExactly("colo", "rs");
    }

    @Test
    void saysNothingOfAlternativesAndOptions() {
        assertThat(RegexTexts.of("cat|dog")).isEmpty();
        assertThat(RegexTexts.of("(cat|dog)s?")).isEmpty();
        assertThat(RegexTexts.of("(?:cats)*")).isEmpty();
        assertThat(RegexTexts.of("a{0,3}b{2}")).isEmpty();
    }

    /** A text that a match lacks would lose the match without a word. */
    @Test
    void everyMatchHoldsThem() {
        int matches = 0;
        Random random = new Random(20_261_122);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder regex = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                regex.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Pattern pattern;
            try {
                pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
            } catch (com.google.re2j.PatternSyntaxException e) {
                continue;
            }
            List<String> texts = RegexTexts.of(regex.toString());
            for (int k = 0; k < 20; k++) {
                StringBuilder line = new StringBuilder();
                for (int n = random.nextInt(7); n >= 0; n--) {
                    line.append("abAB /.]1".charAt(random.nextInt(9)));
                }
                if (pattern.matcher(line.toString()).matches()) {
                    matches++;
                    for (String text : texts) {
                        assertThat(Fold.of(line.toString()))
                                .as("%s matches '%s'", regex, line)
                                .contains(text);
                    }
                }
            }
        }
        assertThat(matches).isGreaterThan(5_000);
    }
}
