package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.winnow.text.Characters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegexNeedsTest {

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
            "{1,}",
            "{",
            "^",
            "$",
            "\\pL",
            "\\x41",
            "\\x{42}",
            "(?-i:",
            "[[:alpha:]]");

    @Test
    void findsWhatStandsInEveryMatch() {
        assertThat(forms("(?P<caption>.+?) [(\\[](?P<credit>(?-i:AP|AFP) ?/ ?[^()]{2,60})[)\\]]"))
                .containsExactly("(|[", "ap|afp", "/", ")|]");
        assertThat(forms("Photo by (.+) via Getty")).containsExactly("photo by ", " via getty");
        assertThat(forms("colou?rs")).containsExactly("colo", "rs");
        assertThat(forms("cat|dog")).containsExactly("cat|dog");
        assertThat(forms("(cats|bird song)s?")).containsExactly("cats|bird song");
    }

    @Test
    void saysNothingOfOptions() {
        assertThat(forms("cat|")).isEmpty();
        assertThat(forms("(?:cats)*")).isEmpty();
        assertThat(forms("a{0,3}b{0}")).isEmpty();
        assertThat(forms("[^a][a-c][abcdefghi]")).isEmpty();
    }

    @Test
    void tellsHowFarTheyStandFromTheEnds() {
        List<RegexNeeds.Text> texts = RegexNeeds.of("ab?c(?:de)+[)]\\d{2}").texts();
        assertThat(texts).extracting(RegexNeeds.Text::before).containsExactly(0, 2, 3, Integer.MAX_VALUE);
        assertThat(texts)
                .extracting(RegexNeeds.Text::after)
                .containsExactly(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 4);
        assertThat(RegexNeeds.of("ab?c.{1,3}").maxLength()).isEqualTo(9);
        assertThat(RegexNeeds.of("ab+").maxLength()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsABraceWithoutNumbersAsACharacter() {
        assertThat(forms("a{b}")).containsExactly("a{b}");
    }

    private static List<String> forms(String regex) {
        return RegexNeeds.of(regex).texts().stream()
                .map(text -> String.join("|", text.forms()))
                .toList();
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
            RegexNeeds needs = RegexNeeds.of(regex.toString());
            for (int k = 0; k < 20; k++) {
                StringBuilder line = new StringBuilder();
                for (int n = random.nextInt(7); n >= 0; n--) {
                    line.append("abAB /.]1".charAt(random.nextInt(9)));
                }
                com.google.re2j.Matcher matcher = pattern.matcher(line.toString());
                if (matcher.matches()) {
                    matches++;
                    assertThat(line.length()).isLessThanOrEqualTo(needs.maxLength());
                    assertHeld(needs, regex, line, true, true);
                }
                if (matcher.lookingAt()) {
                    assertHeld(needs, regex, line, true, false);
                }
                if (matcher.find(0)) {
                    assertHeld(needs, regex, line, false, matcher.end() == line.length());
                }
            }
        }
        assertThat(matches).isGreaterThan(5_000);
    }

    private static void assertHeld(
            RegexNeeds needs, CharSequence regex, CharSequence line, boolean fromStart, boolean toEnd) {
        assertThat(needs.mayBeIn(Characters.fold(line.toString()), fromStart, toEnd))
                .as("%s matches '%s'", regex, line)
                .isTrue();
    }
}
