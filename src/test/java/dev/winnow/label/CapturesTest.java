package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of the values that a page shows are the article's. */
class CapturesTest {

    private static final String[] RULES = {
        "id: day\nlabel: timestamp\nline: \"Day {published:date}\"",
        "id: by\nlabel: byline\nline: \"Desk {authors:any}\"",
        "id: caption\nlabel: caption\nline: \"Picture {caption:any}\"",
        "id: credit\nlabel: credit\nline: \"Camera {credit:any}\""
    };

    private static final String OTHER_RULE =
            "\nrules:\n- id: share\n  label: share\n  line: Share\n  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private static final String TEXT = "<p>" + PROSE + "</p><p>" + MORE + "</p>";
    private static final String SAID =
            "<div>Day 2019-06-02</div><div>Desk Ada</div><div>Picture boats</div><div>Camera Ada Holm</div>";

    private static final String COMMON = "pack: common\nbeside: [aside]";

    private static List<Field> fields(Winnow winnow, String body) {
        return TestLabelling.html(winnow, body).captures().stream()
                .filter(capture -> capture.provenance() instanceof Provenance.Match)
                .map(Capture::field)
                .toList();
    }

    @Test
    void areNotThoseOfOthersButForPictures() {
        Winnow winnow = TestLabelling.winnow(COMMON, RULES);
        assertThat(fields(winnow, TEXT + "<div>" + SAID + "</div>"))
                .containsExactly(Field.PUBLISHED, Field.AUTHORS, Field.CAPTION, Field.CREDIT);
        assertThat(fields(winnow, TEXT + "<aside>" + SAID + "</aside>")).containsExactly(Field.CAPTION, Field.CREDIT);
    }

    @Test
    void areThoseThatASitesOwnRulesFindAnywhere() {
        Winnow winnow = TestLabelling.withFiles(
                List.of(COMMON + OTHER_RULE), "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]", RULES);
        assertThat(fields(winnow, TEXT + "<aside>" + SAID + "</aside>"))
                .containsExactly(Field.PUBLISHED, Field.AUTHORS, Field.CAPTION, Field.CREDIT);
    }

    @Test
    void areNotTheDaysOfADiary() {
        Winnow winnow = TestLabelling.common("id: day\nlabel: timestamp\nline: \"{published:date}\"");
        List<String> days = TestLabelling.label(winnow, "2019-06-02", PROSE, "2019-06-05", MORE).captures().stream()
                .map(Capture::text)
                .toList();
        assertThat(days).isEmpty();
        assertThat(TestLabelling.label(winnow, "2019-06-02", PROSE, MORE).captures())
                .extracting(Capture::text)
                .containsExactly("2019-06-02");
        String entry = "<h1>Diary of a harbour master</h1><p>2019-06-02</p><p>" + PROSE + "</p>";
        assertThat(TestLabelling.html(winnow, entry + "<p>2019-06-05</p><p>" + MORE + "</p>")
                        .captures())
                .extracting(Capture::field)
                .doesNotContain(Field.PUBLISHED);
        assertThat(TestLabelling.html(winnow, entry + "<p>" + MORE + "</p>").captures())
                .extracting(Capture::field)
                .contains(Field.PUBLISHED);
    }
}
