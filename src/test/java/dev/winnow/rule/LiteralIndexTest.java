package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Line;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiteralIndexTest {

    private static final List<String> WORDS =
            List.of("read", "more", "news", "by", "the", "ferry", "–", "(ap)", "©", "été", "最新", "ニュース", "a", "1");

    private static final MatchContext CONTEXT = new MatchContext(null, Map.of());

    /** A rule that could match a line must be found by the index: losing one would lose removals without a word. */
    @Test
    void findsEveryPatternThatMatches() throws TemplateException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            PatternCompiler compiler = new PatternCompiler(Lexicons.NONE);
            LiteralIndex.Builder builder = new LiteralIndex.Builder();
            List<CompiledPattern> patterns = new ArrayList<>();
            List<Mode> modes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                CompiledPattern pattern =
                        compiler.compile(new Pattern.Template(template(random), Place.NOWHERE), false);
                Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
                if (!pattern.keys(mode).isEmpty()) {
                    builder.add(pattern, mode, patterns.size(), -1);
                    patterns.add(pattern);
                    modes.add(mode);
                }
            }
            LiteralIndex index = builder.build();
            for (int i = 0; i < 50; i++) {
                String line = line(random);
                int[] found = scan(index, line);
                for (int p = 0; p < patterns.size(); p++) {
                    boolean matches =
                            patterns.get(p).match(MatchText.of(line), modes.get(p), CONTEXT, null, 0, m -> true);
                    if (matches) {
                        assertThat(found).as("seed %d, line '%s'", seed, line).contains(p);
                    }
                }
                assertThat(found).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void findsAPatternWithoutALiteralByADigitInsideAWord() throws TemplateException {
        LiteralIndex.Builder builder = new LiteralIndex.Builder();
        builder.add(
                new PatternCompiler(Lexicons.NONE)
                        .compile(new Pattern.Template("{reading_minutes:int}", Place.NOWHERE), false),
                Mode.WHOLE,
                0,
                -1);
        assertThat(scan(builder.build(), "p7")).containsExactly(0);
        assertThat(scan(builder.build(), "pp")).isEmpty();
    }

    private static int[] scan(LiteralIndex index, String line) {
        ScannedPage page = index.scan(line, List.of(new Line(line, 0, 0, line.length(), false)));
        return IntStream.range(0, page.hitCount()).map(page::trigger).toArray();
    }

    private static String template(Random random) {
        StringBuilder template = new StringBuilder(word(random));
        boolean slot = false;
        for (int i = random.nextInt(4); i > 0; i--) {
            slot = !slot && random.nextInt(3) == 0;
            template.append(random.nextBoolean() ? " " : "").append(slot ? "{any}" : word(random));
        }
        return random.nextInt(4) == 0 ? "{any} " + template : template.toString();
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder(word(random));
        for (int i = random.nextInt(8); i > 0; i--) {
            line.append(random.nextInt(4) == 0 ? "" : random.nextInt(8) == 0 ? "  " : " ")
                    .append(random.nextBoolean() ? word(random) : word(random).toUpperCase(java.util.Locale.ROOT));
        }
        return line.toString();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
