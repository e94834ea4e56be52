package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.rule.slot.SlotTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a template: literal text with slots in braces. <code>{{</code> and <code>}}</code> stand for braces. */
final class TemplateParser {

    private final String written;
    private final boolean exact;
    private final SlotTypes types;
    private final Lexicons lexicons;
    private final List<Segment> segments = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private TemplateParser(String written, boolean exact, SlotTypes types, Lexicons lexicons) {
        this.written = written;
        this.exact = exact;
        this.types = types;
        this.lexicons = lexicons;
    }

    static List<Segment> parse(String written, boolean exact, SlotTypes types, Lexicons lexicons)
            throws TemplateException {
        return new TemplateParser(written, exact, types, lexicons).parse();
    }

    private List<Segment> parse() throws TemplateException {
        if (written.isBlank()) {
            throw new TemplateException(0, "a template must not be empty");
        }
        while (at < written.length()) {
            char c = written.charAt(at);
            if (c == '{' && !doubled('{')) {
                endLiteral();
                slot();
            } else if (c == '}' && !doubled('}')) {
                throw new TemplateException(at, "'}' without '{'; write '}}' for a brace in the text");
            } else {
                literal.append(c);
                at += c == '{' || c == '}' ? 2 : 1;
            }
        }
        endLiteral();
        trimEnds();
        return List.copyOf(segments);
    }

    private boolean doubled(char brace) {
        return at + 1 < written.length() && written.charAt(at + 1) == brace;
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            String text = MatchText.of(literal.toString()).text();
            segments.add(new Segment.Literal(exact ? text : Fold.of(text)));
            literal.setLength(0);
        }
    }

    /** Lines have no white space at their ends, so a template needs none there either. */
    private void trimEnds() {
        if (segments.get(0) instanceof Segment.Literal first) {
            segments.set(0, new Segment.Literal(first.text().stripLeading()));
        }
        int last = segments.size() - 1;
        if (segments.get(last) instanceof Segment.Literal end) {
            segments.set(last, new Segment.Literal(end.text().stripTrailing()));
        }
        segments.removeIf(segment ->
                segment instanceof Segment.Literal gone && gone.text().isEmpty());
    }

    private void slot() throws TemplateException {
        int open = at;
        int close = written.indexOf('}', open);
        if (close < 0) {
            throw new TemplateException(open, "'{' without '}'; write '{{' for a brace in the text");
        }
        String inside = written.substring(open + 1, close).strip();
        at = close + 1;
        if (inside.startsWith("@")) {
            segments.add(words(open, inside.substring(1)));
        } else if (inside.startsWith("=")) {
            segments.add(new Segment.Known(field(open, inside.substring(1))));
        } else if (inside.indexOf(':') >= 0) {
            int colon = inside.indexOf(':');
            segments.add(new Segment.Slot(
                    field(open, inside.substring(0, colon).strip()),
                    type(open, inside.substring(colon + 1).strip())));
        } else {
            segments.add(nameOnly(open, inside));
        }
        refuseNeighbours(open);
    }

    private Segment nameOnly(int open, String name) throws TemplateException {
        Optional<Field> field = Field.ofKey(name);
        if (field.isPresent()) {
            return new Segment.Slot(field.get(), type(open, field.get().defaultType()));
        }
        if (types.get(name).isPresent()) {
            return new Segment.Slot(null, type(open, name));
        }
        Collection<String> known = new TreeSet<>(types.names());
        known.addAll(Field.keys());
        throw new TemplateException(
                open, "'{" + name + "}' is neither a field nor a slot type" + Suggestion.of(name, known));
    }

    private Segment words(int open, String name) throws TemplateException {
        Optional<Lexicon> lexicon = lexicons.get(name);
        if (lexicon.isEmpty()) {
            throw new TemplateException(open, "unknown lexicon '" + name + "'" + Suggestion.of(name, lexicons.names()));
        }
        List<Segment.Word> words = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : lexicon.get().words().entrySet()) {
            String language = entry.getKey().equals(Lexicon.ANY_LANGUAGE) ? null : entry.getKey();
            for (String word : entry.getValue()) {
                String text = MatchText.of(word.strip()).text();
                words.add(new Segment.Word(exact ? text : Fold.of(text), language));
            }
        }
        return new Segment.Words(words);
    }

    private Field field(int open, String name) throws TemplateException {
        Optional<Field> field = Field.ofKey(name);
        if (field.isEmpty()) {
            throw new TemplateException(
                    open, "'" + name + "' is no metadata field to capture into" + Suggestion.of(name, Field.keys()));
        }
        return field.get();
    }

    /** Free text has no type of its own: null. */
    private @org.jspecify.annotations.Nullable SlotType type(int open, String name) throws TemplateException {
        if (name.equals("any")) {
            return null;
        }
        Optional<SlotType> type = types.get(name);
        if (type.isEmpty()) {
            throw new TemplateException(open, "unknown slot type '" + name + "'" + Suggestion.of(name, types.names()));
        }
        return type.get();
    }

    /** Two free slots side by side could be split anywhere. */
    private void refuseNeighbours(int open) throws TemplateException {
        int last = segments.size() - 1;
        if (last > 0 && isFree(segments.get(last)) && isFree(segments.get(last - 1))) {
            throw new TemplateException(open, "two free slots side by side: put literal text between them");
        }
    }

    static boolean isFree(Segment segment) {
        return segment instanceof Segment.Slot slot && slot.type() == null;
    }
}
