package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes texts and {@linkplain YamlNode nodes} in the binary format of {@link NodeReader}. Each distinct text is written once.
 * Not thread-safe.
 */
final class NodeWriter {

    static final int LIST = 10;
    static final int MAP = 11;
    static final int FLOW_MAP = 12;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void writeTo(OutputStream to) throws IOException {
        NodeWriter pool = new NodeWriter();
        pool.number(texts.size());
        for (String text : texts.keySet()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            pool.number(bytes.length);
            pool.out.writeBytes(bytes);
        }
        pool.out.writeTo(to);
        out.writeTo(to);
    }

    /** @param number not negative; written with seven bits per byte, lowest bits first */
    void number(int number) {
        int rest = number;
        while (rest >= 1 << 7) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    void text(String text) {
        Integer number = texts.putIfAbsent(text, texts.size());
        number(number == null ? texts.size() - 1 : number);
    }

    void node(YamlNode node) {
        if (node instanceof Text text) {
            number(text.style().ordinal());
            text(text.value());
            position(text.start());
            position(text.end());
        } else if (node instanceof Items list) {
            number(LIST);
            position(list.start());
            number(list.items().size());
            list.items().forEach(this::node);
        } else if (node instanceof Mapping map) {
            number(map.flow() ? FLOW_MAP : MAP);
            position(map.start());
            number(map.entries().size());
            for (Entry entry : map.entries()) {
                node(entry.key());
                node(entry.value());
            }
        }
    }

    private void position(Position position) {
        number(position.line());
        number(position.column());
    }
}
