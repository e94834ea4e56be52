package dev.winnow.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Pattern;
import dev.winnow.rule.PatternTrial;
import dev.winnow.rule.Place;
import dev.winnow.rule.slot.TestLexicons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineGeneralizerTest {

    private static final LineGeneralizer GENERAL = new LineGeneralizer(TestLexicons.shipped());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Published 2 June 2019                | Published {date}
            Published 2 June 2019, 9:45 pm       | Published {datetime}
            2. Juni 2019, 21:45 Uhr              | {datetime}
            2019年6月2日                         | {date}
            12条评论                             | {int}条评论
            Опубликовано 2 июня 2019             | Опубликовано {date}
            3 hours ago                          | {datetime}
            12 comments                          | {int} comments
            1,234 views                          | {number} views
            3min read                            | {int}min read
            By Ada Holm                          | By {people}
            By Ada Holm and Jon Berg, 2 June 2019| By {people}, {date}
            Von Anna Müller                      | Von {people}
            Text: Anna Müller                    | Text: {people}
            Write to desk@harbour.example        | Write to {email}
            More at https://harbour.example/a?b  | More at {url}
            © 2019 Harbour News                  | © {int} Harbour News
            COVID-19 in figures                  | COVID-{int} in figures
            Group G20 meets                      | Group G20 meets
            By the harbour                       | By the harbour
            Read the full statement below.       | Read the full statement below.
            Use {name} or {int} here 5           | Use {{name}} or {{int}} here {int}
            It was late.The ferry left           | It was late.The ferry left
            """)
    void putsSlotsWherePagesDiffer(String line, String template) {
        assertThat(GENERAL.template(line).text()).isEqualTo(template);
    }

    @Test
    void tellsWhatStandsInTheSlotsAndWhere() {
        String line = "By Ada  Holm | 12 comments";

        LineTemplate template = GENERAL.template(line);

        assertThat(template.values())
                .containsExactly(
                        new LineTemplate.Value("people", "Ada Holm", 3, 12),
                        new LineTemplate.Value("int", "12", 15, 17));
        assertThat(line.substring(3, 12)).isEqualTo("Ada  Holm");
        assertThat(template.literalLetters()).isEqualTo("Bycomments".length());
    }

    @Test
    void countsNoLettersOfSlotsButThoseOfBracesInTheLine() {
        assertThat(GENERAL.template("2 June 2019").literalLetters()).isZero();
        assertThat(GENERAL.template("{ab} 5 {cd} 6").literalLetters()).isEqualTo(4);
    }

    @Test
    void comparesWithoutRegardToCaseAndStyleOfQuotes() {
        assertThat(GENERAL.template("PUBLISHED 2 JUNE 2019 – “NEWS”").key())
                .isEqualTo(GENERAL.template("Published 3 May 2020 - \"News\"").key());
    }

    @Test
    void makesTemplatesThatMatchTheirLineAsARule() throws IOException {
        PatternTrial trial = new PatternTrial(TestLexicons.shipped());
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("fixtures/common"))) {
            for (Path file : files.filter(path -> path.endsWith("source.txt")).toList()) {
                lines.addAll(Files.readString(file)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
            }
        }

        assertThat(lines)
                .hasSizeGreaterThan(500)
                .allMatch(line -> trial.fits(
                        new Pattern.Template(GENERAL.template(line).text(), null, Place.NOWHERE), false, line));
    }

    @Test
    void leavesLongLinesAsTheyAre() {
        String line = "1 " + "x".repeat(LineGeneralizer.LONGEST);

        assertThat(GENERAL.template(line)).isEqualTo(new LineTemplate(line, List.of()));
    }

    @Test
    void endsAfterAsManySlotsAsALineMayHave() {
        LineTemplate template = GENERAL.template("1 a ".repeat(LineGeneralizer.MOST_SLOTS + 3));

        assertThat(template.values()).hasSize(LineGeneralizer.MOST_SLOTS);
        assertThat(template.text()).endsWith("{int} a 1 a 1 a 1 a");
    }

    @Test
    void putsFieldsIntoSlots() {
        LineTemplate template = GENERAL.template("{date} by {int}: 2 June 2019, 12 comments");
        assertThat(template.text()).isEqualTo("{{date}} by {{int}}: {date}, {int} comments");
        assertThat(template.capturing(value -> value.type().equals("date") ? "published" : null))
                .isEqualTo("{{date}} by {{int}}: {published:date}, {int} comments");
        assertThat(template.capturing(value -> null)).isEqualTo(template.text());
    }
}
