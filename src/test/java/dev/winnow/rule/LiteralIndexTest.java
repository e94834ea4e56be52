package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Line;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.TestLexicons;
import dev.winnow.text.Characters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiteralIndexTest {

    /** Few where the code is changed here and there and all tests run again and again. */
    private static final int RANDOM = Integer.getInteger("winnow.random", 20_000);

    /** Longer than what is looked up of a literal, and beginning as it ends there. */
    private static final String LONG_WORD = "ha".repeat(30);

    private static final Lexicons LEXICONS = lexicons();

    private static Lexicons lexicons() {
        Map<String, Lexicon> lexicons = new TreeMap<>();
        for (String name : TestLexicons.shipped().names()) {
            lexicons.put(name, TestLexicons.shipped().get(name).orElseThrow());
        }
        lexicons.put(
                "tools",
                new Lexicon(
                        "tools",
                        Map.of("any", List.of("Read more", "(share)", "a", "最新", "© 2", "ha", "more –", LONG_WORD))));
        return new Lexicons(lexicons);
    }

    private static final List<String> WORDS =
            List.of("read", "more", "news", "by", "the", "ferry", "–", "(ap)", "©", "été", "最新", "ニュース", "a", "1");

    /** Values for each kind of slot. */
    private static final Map<String, List<String>> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("{any}", List.of("", "x", "the old mill", "9")),
            Map.entry("{credit:any}", List.of("x", "Jane Roe")),
            Map.entry("{int}", List.of("3", "12", "٣")),
            Map.entry("{number}", List.of("1,234.5", "10 000", "5%", "-3")),
            Map.entry("{word}", List.of("mill", "old-mill", "O'Hara", "最")),
            Map.entry("{upper}", List.of("WORLD", "US & CANADA")),
            Map.entry("{date}", List.of("4 May 2019", "2019-05-04", "Saturday, May 4, 2019", "2019年5月4日", "4.5.19")),
            Map.entry("{time}", List.of("12:30", "5pm", "5 p.m.", "12h30")),
            Map.entry("{datetime}", List.of("4 May 2019 12:30", "May 4, 2019 at 5pm")),
            Map.entry("{monthday}", List.of("May 4", "4 May", "10月4日")),
            Map.entry("{person}", List.of("Jane Roe", "J. R. Roe")),
            Map.entry("{people}", List.of("Jane Roe and John Doe")),
            Map.entry("{url}", List.of("example.org", "https://example.org/a")),
            Map.entry("{email}", List.of("jane@example.org")),
            Map.entry("{@tools}", List.of("Read more", "(share)", "a", "最新", "© 2", "ha", LONG_WORD)),
            Map.entry("{credit:@tools}", List.of("Read more", "more –", LONG_WORD))));

    private static final MatchContext CONTEXT = new MatchContext(null, Map.of());

    /** A rule that could match a line must be found by the index: losing one would lose removals without a word. */
    @Test
    void findsEveryPatternThatMatches() throws TemplateException {
        for (int seed = 0; seed < RANDOM / 50; seed++) {
            Random random = new Random(seed);
            PatternCompiler compiler = new PatternCompiler(Lexicons.NONE);
            LiteralIndex.Builder builder = new LiteralIndex.Builder();
            List<CompiledPattern> patterns = new ArrayList<>();
            List<Mode> modes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                CompiledPattern pattern = compiler.compile(
                                new Pattern.Template(template(random), null, Place.NOWHERE), false)
                        .get(0);
                Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
                if (!pattern.keys(mode).isEmpty()) {
                    builder.add(pattern, mode, patterns.size());
                    patterns.add(pattern);
                    modes.add(mode);
                }
            }
            LiteralIndex index = seed % 2 == 0 ? builder.build() : readAgain(builder.build(), compiler);
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

    /** The same with what rules are made of besides: slots, lexicons, expressions; on lines made for them, then spoiled. */
    @Test
    void findsEveryPatternThatMatchesWhateverItIsMadeOf() throws TemplateException {
        PatternCompiler compiler = new PatternCompiler(LEXICONS);
        int matched = 0;
        for (int seed = 0; seed < RANDOM / 13; seed++) {
            Random random = new Random(seed);
            LiteralIndex.Builder builder = new LiteralIndex.Builder();
            List<CompiledPattern> patterns = new ArrayList<>();
            List<Mode> modes = new ArrayList<>();
            List<String> written = new ArrayList<>();
            while (patterns.size() < 12) {
                boolean regex = random.nextInt(4) == 0;
                String text = regex ? regex(random) : slotted(random);
                Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
                Pattern pattern = regex
                        ? new Pattern.Regex(text, List.of(), null, Place.NOWHERE)
                        : new Pattern.Template(text, null, Place.NOWHERE);
                CompiledPattern compiled = compiled(compiler, pattern, random.nextInt(6) == 0);
                if (compiled != null && PatternCompiler.canBeLookedUp(compiled, mode) && !compiled.isFree()) {
                    builder.add(compiled, mode, patterns.size());
                    patterns.add(compiled);
                    modes.add(mode);
                    written.add(text);
                }
            }
            LiteralIndex index = seed % 2 == 0 ? builder.build() : readAgain(builder.build(), compiler);
            for (int i = 0; i < 40; i++) {
                String line = spoiled(filled(written.get(random.nextInt(written.size())), random), random);
                ScannedPage page =
                        new ScannedPage(index, index.scan(line, List.of(new Line(line, 0, 0, line.length(), false))));
                ScannedLine scanned = page.lines().get(0);
                List<Integer> found = IntStream.range(0, page.hitCount())
                        .mapToObj(page::trigger)
                        .toList();
                for (int p = 0; p < patterns.size(); p++) {
                    Mode mode = modes.get(p);
                    MatchText text = mode == Mode.END ? scanned.tail() : scanned.text();
                    // An expression is looked up by where its literal begins, and that is at a word start.
                    Predicate<PatternMatch> atWordStart = match -> Characters.isBoundary(text.text(), match.start());
                    boolean tooLong = scanned.isTooLong() && mode == Mode.WHOLE
                            || patterns.get(p).keys(mode).isEmpty()
                                    && line.length() > PatternCompiler.MAX_UNINDEXED_LENGTH;
                    if (!tooLong && patterns.get(p).match(text, mode, CONTEXT, null, 0, atWordStart)) {
                        String what = "seed " + seed + ", " + mode + " '" + written.get(p) + "', line '"
                                + line.substring(Math.max(0, line.length() - 200)) + "'";
                        assertThat(found).as(what).contains(p);
                        assertThat(mode != Mode.WHOLE || scanned.mayFit(patterns.get(p)))
                                .as(what)
                                .isTrue();
                        matched++;
                    }
                }
                assertThat(found).isSorted().doesNotHaveDuplicates();
            }
        }
        assertThat(matched).isGreaterThan(RANDOM / 2);
    }

    @Test
    void findsAPatternWithoutALiteralByADigitInsideAWord() throws TemplateException {
        LiteralIndex.Builder builder = new LiteralIndex.Builder();
        builder.add(
                new PatternCompiler(Lexicons.NONE)
                        .compile(new Pattern.Template("{reading_minutes:int}", null, Place.NOWHERE), false)
                        .get(0),
                Mode.WHOLE,
                0);
        assertThat(scan(builder.build(), "p7")).containsExactly(0);
        assertThat(scan(builder.build(), "pp")).isEmpty();
    }

    private static LiteralIndex readAgain(LiteralIndex index, PatternCompiler compiler) {
        IndexWriter out = new IndexWriter();
        index.write(out);
        return new LiteralIndex(new IndexReader(ByteBuffer.wrap(out.written())), compiler);
    }

    /** Null where no rule could say it. */
    private static @Nullable CompiledPattern compiled(PatternCompiler compiler, Pattern pattern, boolean exact) {
        try {
            return compiler.compile(pattern, exact).get(0);
        } catch (TemplateException e) {
            return null;
        }
    }

    private static String slotted(Random random) {
        List<String> slots = List.copyOf(VALUES.keySet());
        StringBuilder template = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            template.append(random.nextBoolean() ? word(random) : slots.get(random.nextInt(slots.size())))
                    .append(random.nextInt(3) > 0 ? " " : random.nextInt(6) == 0 ? " – " : "");
        }
        return template.toString().strip();
    }

    private static String regex(Random random) {
        StringBuilder regex = new StringBuilder(random.nextInt(4) == 0 ? "^" : "");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            regex.append(
                            switch (random.nextInt(7)) {
                                case 0 -> "\\d+";
                                case 1 -> "(?:read|more)?";
                                case 2 -> "(?:ferry|news)";
                                case 3 -> "[a-z]*";
                                default ->
                                    java.util.regex.Pattern.quote(word(random))
                                            .replaceAll("\\\\[QE]", "")
                                            .replaceAll("[()]", "\\\\$0");
                            })
                    .append(random.nextInt(3) > 0 ? " " : "");
        }
        return regex.toString().strip();
    }

    /** A line for the pattern, with values where it has slots. */
    private static String filled(String pattern, Random random) {
        String line = pattern;
        for (Map.Entry<String, List<String>> slot : VALUES.entrySet()) {
            List<String> values = slot.getValue();
            line = line.replace(slot.getKey(), values.get(random.nextInt(values.size())));
        }
        return line.replace("\\d+", "47")
                .replace("(?:read|more)?", random.nextBoolean() ? "Read" : "")
                .replace("(?:ferry|news)", "news")
                .replace("[a-z]*", random.nextBoolean() ? "x" : "")
                .replaceAll("[\\^\\\\]", "");
    }

    private static String spoiled(String clean, Random random) {
        String line = clean;
        switch (random.nextInt(9)) {
            case 0 -> line = line.toUpperCase(java.util.Locale.ROOT);
            case 1 -> line = line.replaceFirst(" ", "  ");
            case 2 -> line = line.replace(' ', '\u00a0');
            case 3 -> line = line.replace('–', '-');
            case 4 -> line = word(random) + " " + line + " " + word(random);
            case 5 -> line = "“" + line + "”";
            case 6 ->
                line = random.nextInt(10) == 0
                        ? random.nextBoolean()
                                ? "and so on ".repeat(1_999 + random.nextInt(4)) + line
                                : line + " and so on".repeat(1_999 + random.nextInt(4))
                        : word(random) + line;
            case 7 -> {
                int at = random.nextInt(line.length() + 1);
                line = "\u202B" + line.substring(0, at) + "\u200F" + line.substring(at);
            }
            default -> {}
        }
        line = line.strip();
        return line.isEmpty() ? "x" : line;
    }

    private static int[] scan(LiteralIndex index, String line) {
        ScannedPage page =
                new ScannedPage(index, index.scan(line, List.of(new Line(line, 0, 0, line.length(), false))));
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
