package dev.winnow.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.Edit;
import dev.winnow.document.Reason;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StepsTest {

    static String normal(String text) {
        return Normalizer.standard().normalize(TrackedText.of(text)).text();
    }

    static String only(String step, String text) {
        return Normalizer.none().with(step).normalize(TrackedText.of(text)).text();
    }

    static void assertUnchanged(String text) {
        assertThat(normal(text)).isEqualTo(text);
    }

    @Nested
    class LineEndsStep {
        @Test
        void makesEveryLineEndALineFeed() {
            assertThat(normal("a\r\nb\rc\u2028d\u2029e\u000Bf\fg\u0085h\n")).isEqualTo("a\nb\nc\nd\ne\nf\ng\nh\n");
        }

        @Test
        void takesNelBeforeASpaceForTheEllipsisOfWindows1252() {
            assertThat(normal("Il a beaucoup parl\u00E9\u0085 Puis rien")).isEqualTo("Il a beaucoup parlé… Puis rien");
        }

        @Test
        void takesNelForAnEllipsisAmongOtherC1Characters() {
            assertThat(normal("\u0093And then\u0085\u0094")).isEqualTo("“And then…”");
        }

        @Test
        void takesNelForTheEndOfALineBesideNoOtherC1Characters() {
            assertThat(only("line-ends", "a\u00A0\u0085b")).isEqualTo("a\u00A0\nb");
            for (String other : List.of("\u0080", "\u0086", "\u009F")) {
                String text = other + "a\u0085b";
                assertThat(only("line-ends", text)).isEqualTo(text);
            }
            assertThat(only("line-ends", "a\u0085b")).isEqualTo("a\nb");
            assertThat(only("line-ends", "a \u0085 b")).isEqualTo("a \n b");
            assertThat(only("line-ends", "\u0085 b")).isEqualTo("\n b");
            assertThat(only("line-ends", "a\u0085")).isEqualTo("a\n");
        }

        @Test
        void keepsBlankLines() {
            assertThat(normal("a\r\n\r\nb")).isEqualTo("a\n\nb");
        }
    }

    @Nested
    class EntitiesStep {
        @Test
        void resolvesNamesAndNumbers() {
            assertThat(normal("R&amp;D &ndash; caf&eacute; &#8217; &#x2019; &euro;"))
                    .isEqualTo("R&D – café ’ ’ €");
        }

        @Test
        void resolvesWhatWasEscapedSeveralTimes() {
            assertThat(normal("&amp;amp;quot;yes&amp;quot; &#38;#38;lt;")).isEqualTo("\"yes\" <");
        }

        @Test
        void readsNumbersOfTheC1RangeAsWindows1252() {
            assertThat(normal("it&#146;s &#x80;5")).isEqualTo("it’s €5");
        }

        @Test
        void keepsWhatIsNoWellFormedEntity() {
            for (String text : List.of(
                    "AT&T",
                    "&copy 2020",
                    "a && b;",
                    "&unknown;",
                    "&;",
                    "&#;",
                    "&#x;",
                    "&#xZZ;",
                    "&#99999999999;",
                    "Q&A; then",
                    "&",
                    "&amp",
                    "x&y=1&lt=2")) {
                assertUnchanged(text);
            }
        }

        @Test
        void writesTheReplacementCharacterForNumberZeroAndLoneSurrogates() {
            assertThat(normal("&#0; &#xD83D; &#xD83D;&#xDE00;")).isEqualTo("\uFFFD \uFFFD 😀");
        }
    }

    @Nested
    class ControlsStep {
        @Test
        void removesWhatShowsNothing() {
            assertThat(normal("a\u0000b\u0007c\u007Fd\u200Be\u2060f\uFEFFg\u00ADh\uFFFCi"))
                    .isEqualTo("abcdefghi");
        }

        @Test
        void removesTerminalColours() {
            assertThat(normal("\u001B[1;31mred\u001B[0m")).isEqualTo("red");
        }

        @Test
        void keepsJoinersThatCarryMeaning() {
            assertUnchanged("👩‍👩‍👧 ❤️‍🔥");
            assertUnchanged("می‌خواهم");
            assertUnchanged("क्‍ष न्‌");
        }

        @Test
        void keepsTheVowelSeparatorInsideMongolianWords() {
            assertUnchanged("ᠴᠠᠭᠠᠨ\u180Eᠠ");
            assertThat(normal("a\u180Eb \u180Eᠠ")).isEqualTo("ab ᠠ");
        }

        @Test
        void knowsTheScriptsWhoseLettersJoin() {
            for (int letter : new int[] {
                0x0627, 0x109F, 0x1700, 0x1AAD, 0x1B05, 0x1C4F, 0xA800, 0xAAE0, 0xFB50, 0xFDFB, 0xFE70, 0xFEFC, 0x10A00,
                0x11FF0, 0x1E900, 0x1E943
            }) {
                String word = Character.toString(letter);
                for (String joined : List.of(word + "\u200D" + word, "a\u200C" + word, word + "\u200Ca")) {
                    assertThat(only("controls", joined)).isEqualTo(joined);
                }
            }
            for (int letter : new int[] {
                0x05EA, 0x10A0, 0x16A0, 0x1C5A, 0xA7FF, 0xAB01, 0xFB4F, 0xFE4F, 0xFF21, 0x10940, 0x12000, 0x1E8C4
            }) {
                String word = Character.toString(letter);
                assertThat(only("controls", word + "\u200D" + word)).isEqualTo(word + word);
            }
        }

        @Test
        void removesJoinersInLatinText() {
            assertThat(normal("foo\u200Dbar\u200C baz")).isEqualTo("foobar baz");
        }

        @Test
        void keepsDirectionMarksOnlyWhereTextRunsRightToLeft() {
            assertThat(normal("a\u200Eb")).isEqualTo("ab");
            assertUnchanged("שלום\u200E (a)");
            assertThat(normal("שלום\na\u200Eb")).isEqualTo("שלום\nab");
        }

        @Test
        void replacesLoneSurrogates() {
            assertThat(normal("a\uD83D b \uDE00c 😀")).isEqualTo("a\uFFFD b \uFFFDc 😀");
        }

        @Test
        void joinsAWordDividedByASoftHyphenAtTheEndOfALine() {
            assertThat(normal("the govern\u00AD\nment said")).isEqualTo("the government said");
        }
    }

    @Nested
    class SpacesStep {
        @Test
        void makesSpecialSpacesPlain() {
            assertThat(normal("5\u00A0%, 1\u202F000, a\u2009b\u3000c")).isEqualTo("5 %, 1 000, a b c");
        }

        @Test
        void removesWhiteSpaceAtTheEndOfLines() {
            assertThat(normal("a \t\nb\u00A0\r\n\u3000\nc ")).isEqualTo("a\nb\n\nc");
        }

        @Test
        void keepsTheIdeographicSpaceBetweenWideCharacters() {
            assertUnchanged("東京\u3000大阪");
        }

        @Test
        void knowsWhichCharactersAreWide() {
            for (char wide : "\u2E80中\uD7A3\uF900\uFA6D\uFE30\uFE4F\uFF01\uFF60".toCharArray()) {
                String text = wide + "\u3000" + wide;
                assertThat(only("spaces", text)).as(text).isEqualTo(text);
            }
            for (char narrow : "\u2E7Fa\uFB00\uFE2F\uFE50\uFF61ж".toCharArray()) {
                assertThat(only("spaces", "中\u3000" + narrow)).isEqualTo("中 " + narrow);
                assertThat(only("spaces", narrow + "\u3000中")).isEqualTo(narrow + " 中");
            }
        }

        @Test
        void keepsIndentationAndPlainSpaces() {
            assertUnchanged("  a   b\n\tc");
        }

        @Test
        void makesARunWithASpecialSpaceOneSpace() {
            assertThat(normal("\u3000a\u00A0 \u00A0b\tc")).isEqualTo("a b c");
        }
    }

    @Nested
    class NfcStep {
        @Test
        void composesAndReorders() {
            assertThat(normal("cafe\u0301 A\u030A \u1112\u1161\u11AB a\u0301\u0323"))
                    .isEqualTo("café Å 한 ạ\u0301");
        }

        @Test
        void replacesSingletons() {
            assertThat(normal("\u212B \u2126 \u037E")).isEqualTo("Å Ω ;");
        }

        @Test
        void keepsSpellingsOfNamesThatItHasOtherCharactersFor() {
            assertUnchanged("\uF9E1 \uFA19\u793E \uD87E\uDC0A \u2329x\u232A");
        }

        @Test
        void leavesAPileOfMarksAlone() {
            String pile = "a" + "\u0323\u0301".repeat(5_000);
            assertThat(only("nfc", pile)).isEqualTo(pile);
        }

        @Test
        void agreesWithTheJdkOnEveryCharacterAfterABase() {
            for (int codePoint = 0x20; codePoint < 0x30000; codePoint++) {
                boolean compatibility = codePoint >= 0xF900 && codePoint <= 0xFAFF
                        || codePoint >= 0x2F800 && codePoint <= 0x2FA1F
                        || codePoint == 0x2329
                        || codePoint == 0x232A;
                if (codePoint >= 0xD800 && codePoint < 0xE000 || compatibility) {
                    continue;
                }
                String text = "a" + Character.toString(codePoint) + "\u09C7" + Character.toString(codePoint) + "b";
                assertThat(only("nfc", text))
                        .as("U+%04X", codePoint)
                        .isEqualTo(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
            }
        }
    }

    @Nested
    class OtherSteps {
        @Test
        void removesTheByteOrderMark() {
            assertThat(only("bom", "\uFEFFa\uFEFFb")).isEqualTo("a\uFEFFb");
        }

        @Test
        void takesLigaturesApart() {
            assertThat(normal("ﬁnal eﬀort oﬃce ﬂow ﬄ ﬆ")).isEqualTo("final effort office flow ffl st");
        }

        @Test
        void keepsLettersThatOnlyLookLikeLigatures() {
            assertUnchanged("œuvre, æther, ĳs, ǌ");
        }

        @Test
        void leavesQuotesAndDashesUnlessAskedFor() {
            String text = "“It’s” 5–6 — „so“";
            assertUnchanged(text);
            Normalizer straight = Normalizer.standard().with("quotes").with("dashes");
            assertThat(straight.normalize(TrackedText.of(text)).text()).isEqualTo("\"It's\" 5-6 - \"so\"");
        }
    }

    @Nested
    class Chain {
        @Test
        void returnsTheSameObjectForNormalText() {
            TrackedText text = TrackedText.of("Nothing to do here — “really”, çà et là, Привет, 東京。\n");
            assertThat(Normalizer.standard().normalize(text)).isSameAs(text);
        }

        @Test
        void switchesStepsByName() {
            assertThat(Normalizer.standard().without("spaces").names()).doesNotContain("spaces");
            assertThat(Normalizer.none().with("nfc").with("bom").names()).containsExactly("bom", "nfc");
            assertThat(Normalizer.standard().without("nfc").with("nfc").names())
                    .isEqualTo(Normalizer.standard().names());
        }

        @Test
        void namesTheKnownStepsWhenAskedForAnother() {
            assertThatThrownBy(() -> Normalizer.standard().without("space"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'space'")
                    .hasMessageContaining("spaces");
        }

        @Test
        void takesAStepOfOnesOwn() {
            Step own = new Step() {
                @Override
                public String name() {
                    return "no-x";
                }

                @Override
                public List<Edit> edits(String text) {
                    int at = text.indexOf('x');
                    return at < 0 ? List.of() : List.of(new Edit(at, at + 1, "", new Reason("own/no-x", null, "x")));
                }
            };
            Normalizer normalizer = Normalizer.standard().with(own);
            assertThat(normalizer.normalize(TrackedText.of("axb&#120;")).text()).isEqualTo("ab");
        }

        @Test
        void leadsBackToTheSource() {
            TrackedText text = Normalizer.standard().normalize(TrackedText.of("\uFEFFcaf&eacute;\r\nb"));
            assertThat(text.text()).isEqualTo("café\nb");
            assertThat(text.toSource(new Span(0, 4))).isEqualTo(new Span(1, 12));
            assertThat(text.toSource(new Span(5, 6))).isEqualTo(new Span(14, 15));
        }

        @Test
        void resolvesEntitiesThatOtherStepsBringToLight() {
            assertThat(normal("&am\u00ADp;am\u200Bp; x")).isEqualTo("& x");
        }
    }

    @Test
    void keepsEntitiesThatATextIsAbout() {
        assertUnchanged("The entity &ouml; gives ö, and &ccedil; gives ç, while &mdash; is a dash.");
        assertUnchanged("Tapez &lt; pour avoir <, et &gt; pour >.");
        assertThat(normal("M&uuml;ller und Müller, K&ouml;ln &amp; Bonn")).isEqualTo("Müller und Müller, Köln & Bonn");
        assertThat(normal("Fish &amp; chips & more &mdash; 5 &euro;")).isEqualTo("Fish & chips & more — 5 €");
    }
}
