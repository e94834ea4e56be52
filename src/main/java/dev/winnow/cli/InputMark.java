package dev.winnow.cli;

import dev.winnow.document.Crawl;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of everything in an input that determines its output: text, fields, charset and so on. The same on every machine.
 * Used to check that a resumed run reads the same inputs.
 */
final class InputMark {

    /** The multiplier of Knuth's linear congruential generator MMIX. */
    private static final long MULTIPLIER = 6364136223846793005L;

    private long value = 1;

    private InputMark() {}

    static long of(SourceDocument document) {
        Crawl crawl = document.crawl();
        Crawl.Warc warc = crawl == null ? null : crawl.warc();
        InputMark all = new InputMark()
                .add(document.id())
                .add(document.form().name())
                .add(document.text())
                .add(document.url())
                .add(crawl == null ? null : crawl.time())
                .add(document.charset());
        if (warc != null) {
            all.add(warc.file()).add(warc.offset()).add(warc.recordId());
        }
        for (SourceDocument.Undecodable piece : document.undecodable()) {
            all.add(piece.offset()).add(piece.hex());
        }
        return all.add(document.warnings()).add(document.extra()).value;
    }

    static long of(Input.Failure failure) {
        return new InputMark().add(failure.origin()).add(failure.message()).value;
    }

    /** Adds a plain value, list or map, in its order: the order of fields is visible in the output. */
    private InputMark add(@Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            mix(map.size());
            map.forEach((name, value) -> add(name).add(value));
        } else if (part instanceof Iterable<?> list) {
            list.forEach(this::add);
            mix(']');
        } else {
            String text = String.valueOf(part);
            mix(part == null ? 0 : part instanceof String ? 1 : part instanceof Number ? 2 : 3);
            mix(text.length());
            for (int i = 0; i < text.length(); i++) {
                mix(text.charAt(i));
            }
        }
        return this;
    }

    private void mix(long more) {
        value = (value + more) * MULTIPLIER + 1;
    }
}
