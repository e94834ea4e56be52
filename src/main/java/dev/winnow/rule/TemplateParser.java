package dev.winnow.rule;

import dev.winnow.rule.TemplateException.Fault;
import dev.winnow.rule.WordLists.Phrase;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Parses a template: literal text with slots in braces. <code>{{</code> and <code>}}</code> stand for braces. Continues after
 * an unknown name, so that all of them are reported.
 */
final class TemplateParser {

    /** Maximum number of reported problems. A template with more is broken as a whole. */
    private static final int MAX_PROBLEMS = 10;

    /** Maximum number of templates that lexicon entries with slots may expand a template to. */
    private static final int MAX_ALTERNATIVES = 1_000;

    /** Maximum number of slots. Far more than any line needs; matching recurses for each slot. */
    private static final int MAX_SLOTS = 200;

    private static final String NEIGHBOURS = "two free slots side by side: put literal text between them";

    /** Placeholder for a slot with a problem. */
    private static final Segment FREE = new Segment.Slot(null, null);

    private final String written;
    private final boolean exact;
    private final SlotTypes types;
    private final @Nullable WordLists lexicons;
    private final List<Segment> segments = new ArrayList<>();
    /** By slot, the entries of its lexicon that have slots themselves. */
    private final IdentityHashMap<Segment, List<Phrase>> phrases = new IdentityHashMap<>();

    private final StringBuilder literal = new StringBuilder();
    private final List<TemplateException.Problem> problems = new ArrayList<>();
    private int at;

    private TemplateParser(String written, boolean exact, SlotTypes types, @Nullable WordLists lexicons) {
        this.written = written;
        this.exact = exact;
        this.types = types;
        this.lexicons = lexicons;
    }

    /**
     * Returns the alternatives of a template: one, and one more for each entry with slots of a lexicon that it names.
     *
     * @param language of the pages it is for; null for all
     */
    static List<Phrase> parse(
            String written, boolean exact, @Nullable String language, SlotTypes types, WordLists lexicons)
            throws TemplateException {
        TemplateParser parser = new TemplateParser(written, exact, types, lexicons);
        List<Segment> segments = parser.parse();
        return parser.phrases.isEmpty()
                ? List.of(new Phrase(segments, language))
                : parser.alternatives(segments, language);
    }

    /** Parses an entry of a lexicon. */
    static List<Segment> ofWord(String written, boolean exact, SlotTypes types) throws TemplateException {
        return new TemplateParser(written, exact, types, null).parse();
    }

    private List<Phrase> alternatives(List<Segment> written, @Nullable String language) throws TemplateException {
        List<Phrase> read = List.of(new Phrase(List.of(), language));
        for (Segment segment : written) {
            List<Phrase> further = new ArrayList<>();
            for (Phrase before : read) {
                for (Phrase next : phrases.getOrDefault(segment, List.of(new Phrase(List.of(segment), null)))) {
                    boolean fits = before.language() == null
                            || next.language() == null
                            || before.language().equals(next.language());
                    if (fits) {
                        List<Segment> both = new ArrayList<>(before.segments());
                        both.addAll(next.segments());
                        further.add(new Phrase(both, before.language() == null ? next.language() : before.language()));
                    }
                }
            }
            read = further;
            if (read.isEmpty() || read.size() > MAX_ALTERNATIVES) {
                throw new TemplateException(
                        0,
                        Fault.SYNTAX,
                        read.isEmpty()
                                ? "the lexicons it names have no language in common"
                                : "lexicon entries with slots expand it to more than " + MAX_ALTERNATIVES
                                        + " templates; name fewer lexicons in one template");
            }
        }
        List<Phrase> joined = new ArrayList<>();
        for (Phrase phrase : read) {
            joined.add(new Phrase(joined(phrase.segments()), phrase.language()));
        }
        return joined;
    }

    /** Joins adjacent literals. */
    private static List<Segment> joined(List<Segment> segments) throws TemplateException {
        List<Segment> joined = new ArrayList<>();
        for (Segment segment : segments) {
            int last = joined.size() - 1;
            if (last >= 0
                    && segment instanceof Segment.Literal literal
                    && joined.get(last) instanceof Segment.Literal before) {
                joined.set(last, new Segment.Literal(before.text() + literal.text()));
            } else if (last >= 0 && isFree(segment) && isFree(joined.get(last))) {
                throw new TemplateException(0, Fault.SYNTAX, NEIGHBOURS + " and the entry of a lexicon");
            } else {
                joined.add(segment);
            }
        }
        checkSize(joined);
        return joined;
    }

    private static void checkSize(List<Segment> segments) throws TemplateException {
        long slots = segments.stream()
                .filter(segment -> !(segment instanceof Segment.Literal))
                .count();
        long length = slots
                + segments.stream()
                        .mapToInt(segment -> segment instanceof Segment.Literal literal
                                ? literal.text().length()
                                : 0)
                        .sum();
        if (slots > MAX_SLOTS) {
            throw new TemplateException(
                    0, Fault.SYNTAX, "a template has at most " + MAX_SLOTS + " slots, this one has " + slots);
        }
        if (length > ScannedLine.MAX_LENGTH) {
            throw new TemplateException(
                    0,
                    Fault.SYNTAX,
                    "rules see lines of at most " + ScannedLine.MAX_LENGTH + " characters, so this template of "
                            + length + " fits none");
        }
    }

    private List<Segment> parse() throws TemplateException {
        if (written.isBlank()) {
            throw new TemplateException(0, Fault.SYNTAX, "a template must not be empty");
        }
        while (at < written.length() && problems.size() < MAX_PROBLEMS) {
            char c = written.charAt(at);
            if (c == '{' && !doubled('{')) {
                endLiteral();
                if (!slot()) {
                    break;
                }
            } else if (c == '}' && !doubled('}')) {
                problem(at, Fault.SYNTAX, "'}' without '{'; write '}}' for a brace in the text");
                break;
            } else {
                literal.append(c);
                at += c == '{' || c == '}' ? 2 : 1;
            }
        }
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
        endLiteral();
        trimEnds();
        checkSize(segments);
        return List.copyOf(segments);
    }

    private boolean doubled(char brace) {
        return at + 1 < written.length() && written.charAt(at + 1) == brace;
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            String text = MatchText.of(literal.toString()).text();
            segments.add(new Segment.Literal(exact ? text : Characters.fold(text)));
            literal.setLength(0);
        }
    }

    /** Removes white space at the ends of the template, since lines have none there. */
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

    /** Parses the slot that begins here; false when it has no end. */
    private boolean slot() {
        int open = at;
        int close = written.indexOf('}', open);
        int again = written.indexOf('{', open + 1);
        if (close < 0 || again >= 0 && again < close) {
            problem(open, Fault.SYNTAX, "'{' without '}'; write '{{' for a brace in the text");
            return false;
        }
        String inside = written.substring(open + 1, close);
        at = close + 1;
        if (inside.isBlank()) {
            problem(open, Fault.SYNTAX, "an empty slot; write {any} for any text");
        } else if (inside.startsWith("@")) {
            segments.add(words(open + 2, null, inside.substring(1)));
        } else if (inside.startsWith("=")) {
            Field field = field(open + 2, inside.substring(1));
            segments.add(field == null ? FREE : new Segment.Known(field));
        } else if (inside.indexOf(':') >= 0) {
            int colon = inside.indexOf(':');
            String type = inside.substring(colon + 1);
            // {:url} is the type also where a field has its name.
            boolean noField = colon == 0 && !type.startsWith("@");
            Field field = noField ? null : field(open + 1, inside.substring(0, colon));
            segments.add(
                    type.startsWith("@")
                            ? words(open + colon + 3, field, type.substring(1))
                            : new Segment.Slot(field, type(open + colon + 2, type)));
        } else {
            segments.add(nameOnly(open + 1, inside));
        }
        refuseNeighbours(open);
        return true;
    }

    private Segment nameOnly(int offset, String name) {
        Optional<Field> field = Field.ofKey(name);
        if (field.isPresent()) {
            return new Segment.Slot(field.get(), type(offset, field.get().defaultType()));
        }
        if (types.names().contains(name)) {
            return new Segment.Slot(null, type(offset, name));
        }
        Collection<String> known = new TreeSet<>(types.names());
        known.addAll(Field.keys());
        problem(
                offset,
                Fault.SLOT,
                "'" + name + "' is neither a field nor a slot type" + Suggestion.orAll(name, known));
        return FREE;
    }

    private Segment words(int offset, @Nullable Field field, String name) {
        if (lexicons == null) {
            problem(offset, Fault.LEXICON, "an entry of a lexicon cannot name a lexicon");
            return FREE;
        }
        WordLists.Entries entries = lexicons.get(name, exact).orElse(null);
        if (entries == null) {
            problem(offset, Fault.LEXICON, "unknown lexicon '" + name + "'" + Suggestion.orAll(name, lexicons.names()));
            return FREE;
        }
        Segment.Words words = new Segment.Words(
                field, entries.words().words(), entries.words().index());
        if (!entries.phrases().isEmpty() && field != null) {
            problem(
                    offset,
                    Fault.SYNTAX,
                    "entries of '" + name + "' have slots, so {" + field.key() + ":@" + name
                            + "} cannot capture them; write {@" + name + "}, and a field in the entries");
        } else if (!entries.phrases().isEmpty()) {
            List<Phrase> all = new ArrayList<>(entries.phrases());
            if (!words.words().isEmpty()) {
                all.add(0, new Phrase(List.of(words), null));
            }
            phrases.put(words, all);
        }
        return words;
    }

    private @Nullable Field field(int offset, String name) {
        Field field = Field.ofKey(name).orElse(null);
        if (field == null) {
            problem(
                    offset,
                    Fault.FIELD,
                    "'" + name + "' is no metadata field to capture into" + Suggestion.orAll(name, Field.keys()));
        }
        return field;
    }

    /** Returns the slot type; null for free text or an unknown name. */
    private @Nullable SlotType type(int offset, String name) {
        if (name.equals("any")) {
            return null;
        }
        SlotType type = types.get(name).orElse(null);
        if (type == null) {
            problem(offset, Fault.SLOT, "unknown slot type '" + name + "'" + Suggestion.orAll(name, types.names()));
        }
        return type;
    }

    private void problem(int offset, Fault fault, String message) {
        problems.add(new TemplateException.Problem(offset, fault, message));
    }

    /** Reports two adjacent free slots, since nothing tells where the first ends. */
    private void refuseNeighbours(int open) {
        int last = segments.size() - 1;
        if (problems.isEmpty() && last > 0 && isFree(segments.get(last)) && isFree(segments.get(last - 1))) {
            problem(open, Fault.SYNTAX, NEIGHBOURS);
        }
    }

    static boolean isFree(Segment segment) {
        return segment instanceof Segment.Slot slot && slot.type() == null;
    }
}
