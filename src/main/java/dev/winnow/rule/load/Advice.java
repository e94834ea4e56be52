package dev.winnow.rule.load;

import dev.winnow.document.Label;
import dev.winnow.document.Zone;
import dev.winnow.rule.Budget;
import dev.winnow.rule.Conditions;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSources;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules for noise whose only evidence is wording. Such a rule works, but one day it will remove a line of an article. A
 * removal needs more evidence than wording: a place, neighbours or a budget.
 */
final class Advice {

    private static final Set<String> NUMBERS = Set.of("int", "number", "year", "time", "monthday", "date", "datetime");

    /** Maximum length of a single word in a script without spaces, in UTF-16 units. */
    private static final int LONGEST_UNSPACED_WORD = 4;

    private final Lexicons lexicons;
    private final List<Diagnostic> found = new ArrayList<>();

    private Advice(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    /** Returns one finding for each such rule, sorted by file and place. */
    static List<Diagnostic> on(RuleSources sources) {
        Advice advice = new Advice(sources.lexicons());
        sources.packs().forEach(advice::pack);
        return advice.found.stream().sorted().toList();
    }

    /** Elements that hold text of any kind. */
    private static final Set<String> OF_TEXT = Set.of(
            "*",
            "a",
            "article",
            "b",
            "blockquote",
            "body",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "i",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "span",
            "strong",
            "table",
            "td",
            "th",
            "tr",
            "ul");

    private void pack(RulePack pack) {
        for (Rule rule : pack.rules()) {
            if (rule.matcher() instanceof Matcher.OfElements elements) {
                elements(pack, rule, elements);
            } else if (takesNoise(rule)) {
                rule(rule);
            }
        }
    }

    private static boolean takesNoise(Rule rule) {
        if (rule.keep()) {
            return false;
        }
        boolean parts = rule.matcher() instanceof Matcher.OfLines lines
                && lines.parts().stream().anyMatch(part -> isNoise(part.label()));
        return parts || isNoise(rule.label());
    }

    static boolean isNoise(@Nullable Label label) {
        return label != null && label.group() == Label.Group.NOISE;
    }

    private void rule(Rule rule) {
        if (rule.matcher() instanceof Matcher.OfRange range) {
            range(rule, range);
        } else if (rule.matcher() instanceof Matcher.OfLine line) {
            lines(rule, line.patterns());
        } else if (rule.matcher() instanceof Matcher.Inside inside) {
            lines(rule, inside.patterns());
        } else if (rule.matcher() instanceof Matcher.OfLines sequence) {
            List<Matcher.Part> needed =
                    sequence.parts().stream().filter(part -> !part.optional()).toList();
            if (needed.size() == 1
                    && isNoise(
                            needed.get(0).label() == null
                                    ? rule.label()
                                    : needed.get(0).label())) {
                lines(rule, needed.get(0).patterns());
            }
        }
    }

    /** Rules of site packs are not checked: a site knows its own elements. */
    private void elements(RulePack pack, Rule rule, Matcher.OfElements elements) {
        if (pack.ofSite() || rule.keep() || !isNoise(rule.label())) {
            return;
        }
        if (rule.budget().equals(Budget.OF_ELEMENTS)) {
            add(rule, rule.place(), "on other pages such elements may hold text; set a 'budget'");
        } else if (Arrays.stream(elements.selector().split(","))
                .map(String::strip)
                .anyMatch(OF_TEXT::contains)) {
            add(rule, rule.place(), "such an element may hold any text; select a class, a role or an id");
        }
    }

    /** Adds at most one finding for a rule. */
    private void lines(Rule rule, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            if (pattern instanceof Pattern.Template template) {
                Wording written = Wording.of(template.written());
                String advice = Stream.concat(Stream.of(written), ofEntries(written))
                        .map(wording -> advice(rule, wording))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("");
                if (!advice.isEmpty()) {
                    add(rule, template.place(), advice);
                    return;
                }
            }
        }
    }

    /** Returns the lexicon entries with slots, if a template is only a lexicon: then each such entry acts as a template. */
    private Stream<Wording> ofEntries(Wording wording) {
        return wording.lexicon().isEmpty() || !wording.literal().isBlank()
                ? Stream.of()
                : entries(wording).filter(Lexicon::hasBraces).map(Wording::of);
    }

    private Stream<String> entries(Wording wording) {
        return lexicons.get(wording.lexicon()).map(Lexicon::all).orElse(List.of()).stream();
    }

    /** Returns the advice for a template; empty if there is none. */
    private String advice(Rule rule, Wording wording) {
        Conditions conditions = rule.conditions();
        if (wording.isNumber() && !hasNeighbours(conditions)) {
            return "numbers alone are no evidence: they may be a fraction, a score or a date; name their neighbours ('beside', 'after', 'before')";
        }
        if (hasPlace(conditions) || !rule.budget().equals(Budget.NONE)) {
            return "";
        }
        if (wording.isOpen()) {
            return "{any} takes any text; say where such a line stands ('zone', 'first', 'last', 'beside', 'among'), or set a 'budget'";
        }
        return isWord(wording)
                ? "a single word may be a heading, a line of a poem or an item of a list; say where it stands ('zone', 'first', 'last', 'beside', 'among'), or use 'lines' for several such lines"
                : "";
    }

    private void range(Rule rule, Matcher.OfRange range) {
        Conditions unless = rule.conditions().unless();
        if (!isDefault(rule.budget()) || unless != null && hasPlace(unless)) {
            return;
        }
        if (range.atMost() == Integer.MAX_VALUE && !range.toBlank()) {
            Place place =
                    range.from().isEmpty() ? rule.place() : range.from().get(0).place();
            add(rule, place, "a range may take half of the page; set 'at_most', or a 'budget'");
        }
    }

    @SuppressWarnings(
            "ReferenceEquality") // a budget that an author writes is a different object, even with equal values
    private static boolean isDefault(Budget budget) {
        return budget == Budget.OF_RANGE;
    }

    private static boolean hasPlace(Conditions conditions) {
        return !conditions.zones().isEmpty() && conditions.zones().size() < Zone.values().length
                || conditions.first() > 0
                || conditions.last() > 0
                || conditions.amongProse()
                || !conditions.following().isEmpty()
                || !conditions.preceding().isEmpty()
                || conditions.repeated() > 0
                || hasNeighbours(conditions);
    }

    private static boolean hasNeighbours(Conditions conditions) {
        return !(conditions.after().isEmpty()
                && conditions.before().isEmpty()
                && conditions.beside().isEmpty());
    }

    private boolean isWord(Wording wording) {
        if (!wording.lexicon().isEmpty()) {
            return wording.literal().isBlank()
                    && entries(wording)
                            .filter(entry -> !Lexicon.hasBraces(entry))
                            .anyMatch(Advice::isSingleWord);
        }
        return wording.slots() == 0 && isSingleWord(wording.literal());
    }

    private static boolean isSingleWord(String text) {
        String word = text.strip();
        boolean unspaced = word.chars().allMatch(c -> c >= 0x2E80 || !Character.isLetter(c));
        return !word.isEmpty() && word.indexOf(' ') < 0 && (!unspaced || word.length() <= LONGEST_UNSPACED_WORD);
    }

    private void add(Rule rule, Place place, String what) {
        found.add(new Diagnostic(
                place, Code.WORDING_ALONE.id(), "'" + rule.id() + "' recognises noise by its wording alone: " + what));
    }

    /**
     * The parts of a template that count as evidence.
     *
     * @param literal letters and spaces of the literal text, without the slots
     * @param lexicon the lexicon of the only slot; empty if there are several slots, no slot, or a slot of another type
     * @param slots number of slots
     * @param open true if one of the slots takes any text
     * @param numbers true if there are slots and all of them take numbers
     */
    private record Wording(String literal, String lexicon, int slots, boolean open, boolean numbers) {

        static Wording of(String template) {
            StringBuilder literal = new StringBuilder();
            List<String> slots = new ArrayList<>();
            int at = 0;
            while (at < template.length()) {
                char c = template.charAt(at);
                boolean brace = template.startsWith("{{", at);
                int close = c == '{' && !brace ? template.indexOf('}', at) : -1;
                if (close > 0) {
                    slots.add(template.substring(at + 1, close));
                    at = close + 1;
                } else {
                    literal.append(Character.isLetter(c) || c == ' ' ? String.valueOf(c) : "");
                    at += brace ? 2 : 1;
                }
            }
            List<String> types = slots.stream()
                    .map(slot -> slot.substring(slot.indexOf(':') + 1))
                    .toList();
            return new Wording(
                    literal.toString(),
                    types.size() == 1 && types.get(0).startsWith("@")
                            ? types.get(0).substring(1)
                            : "",
                    slots.size(),
                    types.contains("any"),
                    !types.isEmpty() && NUMBERS.containsAll(types));
        }

        boolean isNumber() {
            return numbers && literal.isBlank();
        }

        boolean isOpen() {
            return open;
        }
    }
}
