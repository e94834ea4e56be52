package dev.winnow.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.SourceDocument.Form;
import dev.winnow.source.RichParser.Family;
import dev.winnow.source.RichParser.Parsed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimedParserTest {

    private static final Provenance FROM = new Provenance("a.pdf", "a.pdf", null, null, null);

    private static final Limits LIMITS = Limits.DEFAULT.withMaxParsing(Duration.ofMillis(50));

    @Test
    @Timeout(60)
    void givesUpAParserThatHangsAndThenWaitsForNoMore() {
        CountDownLatch end = new CountDownLatch(1);
        RichParser hanging = (bytes, family, most) -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return new Parsed(Form.TEXT, "late", Map.of(), List.of());
        };
        TimedParser parsed = new TimedParser();
        try {
            for (int i = 0; i < TimedParser.MOST_LEFT_BEHIND; i++) {
                assertThat(message(parsed, hanging))
                        .isEqualTo("takes longer to read than 0.05 s; give more time with --max-time");
            }
            assertThat(message(parsed, hanging)).startsWith("is not read, because the parser still hangs");
        } finally {
            end.countDown();
        }
    }

    @Test
    void makesAFailureOfWhateverAParserThrows() {
        assertThat(failing(new IllegalStateException("no\nsuch object")))
                .isEqualTo("is damaged: its parser failed with java.lang.IllegalStateException: no such object");
        assertThat(failing(new OutOfMemoryError("heap"))).startsWith("needs more memory than there is");
        assertThat(failing(new StackOverflowError())).isEqualTo("is nested too deep to be read");
    }

    private static String failing(Throwable thrown) {
        RichParser parser = (bytes, family, most) -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
        return message(new TimedParser(), parser);
    }

    private static String message(TimedParser parsed, RichParser parser) {
        Input input = parsed.parse(parser, new byte[0], Family.PDF, FROM, LIMITS);
        return ((Input.Failure) input).message();
    }
}
