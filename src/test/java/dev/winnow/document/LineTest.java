package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {

    private static Line whole(String text) {
        return new Line(text, 0, 0, text.length(), false);
    }

    @Test
    void readsItsPlaceInThePage() {
        Line line = new Line("Pilot\nFerry\nBuoy", 1, 6, 11, true);

        assertThat(line.text()).isEqualTo("Ferry").isSameAs(line.text());
        assertThat(line.length()).isEqualTo(5);
        assertThat(line.charAt(0)).isEqualTo('F');
        assertThat(line.charAt(4)).isEqualTo('y');
        assertThat(line.span()).isEqualTo(new Span(6, 11));
    }

    @Test
    void doesNotShowWhatStandsAroundIt() {
        Line line = new Line("Pilot\nFerry\nBuoy", 1, 6, 11, true);

        assertThatThrownBy(() -> line.charAt(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> line.charAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> line.getChars(0, 6, new char[8], 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalsSameTextAtSamePlace() {
        Line line = new Line("Pilot\nFerry\nBuoy", 1, 6, 11, true);

        assertThat(new Line("Buoy \nFerry", 1, 6, 11, true)).isEqualTo(line).hasSameHashCodeAs(line);
        assertThat(new Line("Pilot\nBoats", 1, 6, 11, true)).isNotEqualTo(line);
        assertThat(new Line("Pilot\nFerry", 1, 6, 11, false)).isNotEqualTo(line);
    }

    @Test
    void answersForShortLinesWhatTheirShapesSay() {
        Random random = new Random(4);
        String units = "ab .!?:”渡。";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(32);
            while (text.length() < length) {
                text.append(units.charAt(random.nextInt(units.length())));
            }
            String line = text.toString().strip();
            if (!line.isEmpty()) {
                boolean sentence = (Shapes.of(line, 0, line.length()) & Shape.SENTENCE_LIKE.bit()) != 0;
                assertThat(whole(line).is(Shape.SENTENCE_LIKE)).as(line).isEqualTo(sentence);
            }
        }
    }

    @Test
    void seesSentenceEndWhereverItStands() {
        for (int words = 12; words < 60; words++) {
            String start = "ferry ".repeat(words);
            for (int more = 0; more < 6; more++) {
                String line = start + "a".repeat(more) + "gone. Nobody knows where";
                assertThat(whole(line).is(Shape.SENTENCE_LIKE)).as(line).isTrue();
                assertThat(whole(line.replace(".", "")).is(Shape.SENTENCE_LIKE)).isFalse();
            }
        }
    }
}
