package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads texts and nodes that {@link NodeWriter} wrote. Uses plain loops, because it runs at every start, before the JVM has
 * compiled anything. Not thread-safe.
 */
final class NodeReader {

    private static final Text.Style[] STYLES = Text.Style.values();

    private final byte[] bytes;
    private int at;
    private final String[] texts;

    NodeReader(byte[] bytes) {
        this.bytes = bytes;
        this.texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            int length = number();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    int number() {
        int next = bytes[at++];
        int number = next & 0x7f;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[at++];
            number |= (next & 0x7f) << shift;
        }
        return number;
    }

    String text() {
        return texts[number()];
    }

    YamlNode node() {
        return node(number());
    }

    private YamlNode node(int kind) {
        if (kind < STYLES.length) {
            return scalar(kind);
        }
        Position start = position();
        int size = number();
        if (kind == NodeWriter.LIST) {
            YamlNode[] items = new YamlNode[size];
            for (int i = 0; i < size; i++) {
                items[i] = node();
            }
            return new Items(List.of(items), start);
        }
        Entry[] entries = new Entry[size];
        for (int i = 0; i < size; i++) {
            entries[i] = new Entry(scalar(number()), node());
        }
        return new Mapping(List.of(entries), kind == NodeWriter.FLOW_MAP, start);
    }

    private Text scalar(int style) {
        return new Text(text(), STYLES[style], position(), position());
    }

    private Position position() {
        int line = number();
        return new Position(line, number());
    }
}
