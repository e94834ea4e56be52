package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import dev.winnow.rule.load.YamlNode.Entry;
import dev.winnow.rule.load.YamlNode.Items;
import dev.winnow.rule.load.YamlNode.Mapping;
import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the subset of YAML that rule files use: one document of maps, lists and texts. Anchors, aliases, merge keys and tags
 * are refused. So a file cannot expand in memory, and no value gets an unexpected type.
 *
 * <p>It builds its tree from the parser's events rather than from composed nodes, because a composed tree has lost the places
 * of aliases.
 */
final class YamlReader {

    /** Maximum depth of nested values. Rule files nest seven deep; the limit prevents a stack overflow by hostile files. */
    static final int MAX_DEPTH = 30;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private final String path;
    private final List<String> lines;
    private final Problems problems;
    private final Parser parser;
    private boolean refused;
    private int anchors;

    private YamlReader(String path, String text, List<String> lines, Problems problems) {
        this.path = path;
        this.lines = lines;
        this.problems = problems;
        this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    }

    /**
     * Reads one file.
     *
     * @param lines lines of the text
     * @return the document; null if there is none, or if it is too broken to check further (then a problem says why)
     */
    static @Nullable YamlNode read(String path, String text, List<String> lines, Problems problems) {
        YamlReader reader = new YamlReader(path, text, lines, problems);
        try {
            YamlNode document = reader.document();
            return reader.refused ? null : document;
        } catch (TooDeep e) {
            problems.add(
                    reader.place(e.position),
                    Code.TOO_DEEP,
                    "values nest more than " + MAX_DEPTH + " deep; no rule needs that");
        } catch (MarkedYamlEngineException e) {
            reader.notYaml(e);
        } catch (ReaderException e) {
            problems.add(
                    reader.placeOf(e.getPosition(), text),
                    Code.NOT_YAML,
                    "the control character " + codePoint(e.getCodePoint()) + " is not allowed; remove it");
        } catch (YamlEngineException e) {
            problems.add(new Place(path, 1, 1), Code.NOT_YAML, "not YAML: " + e.getMessage());
        }
        return null;
    }

    private @Nullable YamlNode document() {
        parser.next();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(
                    new Place(path, 1, 1),
                    Code.EMPTY_FILE,
                    "the file is empty; write 'pack:' or 'lexicon:', or delete it");
            return null;
        }
        parser.next();
        YamlNode document = node(0);
        parser.next();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(
                    place(position(parser.peekEvent().getStartMark())),
                    Code.SECOND_DOCUMENT,
                    "a second document begins here; write it to a file of its own");
        }
        if (document instanceof Text text && text.isNull()) {
            problems.add(
                    place(text.start()),
                    Code.EMPTY_FILE,
                    "the file is empty; write 'pack:' or 'lexicon:', or delete it");
            return null;
        }
        return document;
    }

    private YamlNode node(int depth) {
        Event event = parser.next();
        Position start = position(event.getStartMark());
        if (depth > MAX_DEPTH) {
            throw new TooDeep(start);
        }
        if (event instanceof NodeEvent node) {
            refuseAnchor(node, start);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), start);
            return new Text(scalar.getValue(), style(scalar), start, position(event.getEndMark()));
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), start);
            return items(start, depth);
        }
        if (event instanceof MappingStartEvent mapping) {
            refuseTag(mapping.getTag(), start);
            return entries(start, mapping.isFlow(), depth);
        }
        return new Text("", Text.Style.PLAIN, start, start);
    }

    private Items items(Position start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        parser.next();
        return new Items(items, start);
    }

    private Mapping entries(Position start, boolean flow, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node(depth + 1);
            YamlNode value = node(depth + 1);
            if (!(key instanceof Text name)) {
                problems.add(
                        place(key.start()),
                        Code.WRONG_KIND,
                        "a key must be text, this is " + key.kind() + flowHint(key));
                refused = true;
                continue;
            }
            Position first = seen.putIfAbsent(name.value(), name.start());
            if (first == null) {
                entries.add(new Entry(name, value));
            } else {
                problems.add(
                        place(name.start()),
                        Code.DUPLICATE_KEY,
                        "'" + Words.cut(name.value()) + "' stands twice; first on line " + first.line());
            }
        }
        parser.next();
        return new Mapping(entries, flow, start);
    }

    private void refuseAnchor(NodeEvent event, Position start) {
        if (event.getAnchor().isEmpty()) {
            return;
        }
        refused = true;
        // Three reports are enough; a hostile file has thousands of anchors.
        if (++anchors > 3) {
            return;
        }
        String name = event.getAnchor().get().getValue();
        String message = event instanceof AliasEvent
                ? "the alias '*" + Words.cut(name)
                        + "' is not part of the rule language; a text that begins with * must stand in" + " quotes"
                : "the anchor '&" + Words.cut(name)
                        + "' is not part of the rule language; a text that begins with & must stand in" + " quotes";
        problems.add(place(start), Code.ANCHOR, message);
    }

    private void refuseTag(Optional<String> tag, Position start) {
        if (tag.isPresent()) {
            refused = true;
            problems.add(
                    place(start),
                    Code.TAG,
                    "the tag '" + Words.cut(tag.get().replace("tag:yaml.org,2002:", "!!"))
                            + "' is not part of the rule language; a text that begins with ! must stand"
                            + " in quotes");
        }
    }

    private void notYaml(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "this cannot be read" : e.getProblem();
        boolean endless = problem.contains("end of stream") || problem.contains("<stream end>");
        Position position =
                position(endless ? e.getContextMark() : e.getProblemMark().or(e::getContextMark));
        if (problem.contains("(TAB)") || problem.contains("'\\t'")) {
            problems.add(place(position), Code.TAB, "a tab stands where YAML takes spaces only; write spaces");
            return;
        }
        String line = position.line() <= lines.size() ? lines.get(position.line() - 1) : "";
        String what =
                endless ? "the value that begins here does not end" : problem.replaceFirst("\\. \\(Do not use .*", "");
        problems.add(
                place(position),
                Code.NOT_YAML,
                "not YAML: " + Words.oneLine(what) + hint(line, position.column(), problem));
    }

    /** Returns a hint for the usual cause of invalid YAML in rule files: a template that needs quotes. */
    private static String hint(String line, int column, String problem) {
        if (problem.contains("mapping values are not allowed")) {
            boolean firstKey = line.indexOf(": ") == column - 1;
            return firstKey
                    ? "; check that the line is indented like the other lines of the same map"
                    : "; a text with a colon and a space in it must stand in quotes";
        }
        if (problem.contains("expected ',' or")) {
            return "; within brackets or braces, a text with one of , [ ] { } in it must stand in quotes";
        }
        String value = line.replaceFirst("^\\s*(-\\s+)*([\\w-]+:\\s+)?", "");
        for (int i : new int[] {column - 1, column - 2, line.length() - value.length()}) {
            if (i >= 0 && i < line.length() && "{[@`%*&!|>".indexOf(line.charAt(i)) >= 0) {
                return "; a text that begins with " + line.charAt(i) + " must stand in quotes";
            }
        }
        return "";
    }

    private static String flowHint(YamlNode key) {
        return key instanceof Mapping entries && entries.flow()
                ? "; a text that begins with { must stand in quotes"
                : "";
    }

    private static Text.Style style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED -> Text.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Text.Style.DOUBLE_QUOTED;
            case LITERAL -> Text.Style.LITERAL;
            case FOLDED -> Text.Style.FOLDED;
            default -> Text.Style.PLAIN;
        };
    }

    private static Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(new Position(1, 1));
    }

    private Place place(Position position) {
        return new Place(path, position.line(), position.column());
    }

    /** Returns the place of a code point, given as number of code points from the beginning of the text. */
    private Place placeOf(int codePoints, String text) {
        int offset = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(path, line, text.codePointCount(lineStart, offset) + 1);
    }

    private static String codePoint(int codePoint) {
        return String.format(java.util.Locale.ROOT, "U+%04X", codePoint);
    }

    /** Thrown if values nest deeper than {@link #MAX_DEPTH}. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Position position;

        TooDeep(Position position) {
            super(null, null, false, false);
            this.position = position;
        }
    }
}
