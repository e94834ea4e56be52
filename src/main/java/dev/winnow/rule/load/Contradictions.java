package dev.winnow.rule.load;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.rule.Conditions;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.PatternTrial;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules that no page can match: conditions that exclude each other, sequences and ranges that never fit, texts without
 * the shape that their rule requires. Reports only what is certain.
 */
final class Contradictions {

    private static final String NEVER = ", so the rule never takes a line";

    private final RulePack pack;
    private final Rule rule;
    private final Conditions conditions;
    private final PatternTrial trial;
    private final List<Diagnostic> found;

    private Contradictions(RulePack pack, Rule rule, PatternTrial trial, List<Diagnostic> found) {
        this.pack = pack;
        this.rule = rule;
        this.conditions = rule.conditions();
        this.trial = trial;
        this.found = found;
    }

    /** Adds a finding for each contradiction in a rule. */
    static void find(RulePack pack, Rule rule, PatternTrial trial, List<Diagnostic> found) {
        Contradictions rules = new Contradictions(pack, rule, trial, found);
        rules.places();
        rules.exception();
        rules.languages();
        rules.shapes();
        if (rule.matcher() instanceof Matcher.OfLines lines) {
            rules.sequence(lines.parts());
        } else if (rule.matcher() instanceof Matcher.OfRange range) {
            rules.range(range);
        }
    }

    // ---- the place of a match ----

    private void places() {
        int shortest = shortest();
        boolean atTop = conditions.first() == 1
                || rule.matcher() instanceof Matcher.OfRange range
                        && range.from().isEmpty();
        int above = atTop ? 0 : conditions.first() == 0 ? Integer.MAX_VALUE : conditions.first() - 1;
        String top = atTop
                ? "nothing stands above the first line"
                : "only " + above + " lines stand above the last line that 'first' allows";
        if (atTop && !conditions.after().isEmpty()) {
            never("'after' asks for a line above, and " + top);
        }
        if (most(conditions.preceding()) > above) {
            never("'preceded_by' asks for " + most(conditions.preceding()) + " lines above, and " + top);
        }
        boolean placed = !conditions.zones().isEmpty() && !takesSentences();
        if (placed && atTop && conditions.zones().equals(Set.of(Zone.TAIL))) {
            never("the first line of a page is never in its tail");
        }
        if (placed && conditions.last() == 1 && conditions.zones().equals(Set.of(Zone.HEAD))) {
            never("the last line of a page is never in its head");
        }
        if (conditions.last() > 0) {
            atBottom(shortest);
        }
        if (shortest > rule.budget().lines()) {
            never("a match has at least " + shortest + " lines, and the budget is "
                    + rule.budget().lines());
        }
    }

    private void atBottom(int shortest) {
        boolean toEnd = rule.matcher() instanceof Matcher.OfRange range && range.toEnd();
        int below = conditions.last() - (toEnd ? 1 : shortest);
        String bottom = "only " + Math.max(0, below) + " lines follow if 'last' is " + conditions.last();
        if (shortest > conditions.last()) {
            never("a match has at least " + shortest + " lines, and 'last' lets it begin within the last "
                    + conditions.last());
        } else if (below == 0 && !conditions.before().isEmpty()) {
            never("'before' asks for a line below, and nothing follows the last one");
        } else if (most(conditions.following()) > below) {
            never("'followed_by' asks for " + most(conditions.following()) + " lines below, and " + bottom);
        }
    }

    /** Whether a match may be a sentence. Then the match itself can decide where a zone begins or ends. */
    private boolean takesSentences() {
        return conditions.shapes() == Conditions.ANY_SHAPE || (conditions.shapes() & Shape.SENTENCE_LIKE.bit()) != 0;
    }

    private static int most(Map<Integer, Integer> counts) {
        return counts.isEmpty() ? 0 : Collections.max(counts.values());
    }

    /** Returns the minimum number of lines of a match. */
    private int shortest() {
        if (rule.matcher() instanceof Matcher.OfLines lines) {
            return required(lines.parts());
        }
        if (rule.matcher() instanceof Matcher.OfRange range) {
            // The search for the last line begins after the first line.
            int end = range.to().isEmpty() || range.from().isEmpty() ? 0 : 1;
            return 1 + Math.max(range.atLeast(), end);
        }
        return 1;
    }

    private static int required(List<Matcher.Part> parts) {
        return (int) parts.stream().filter(part -> !part.optional()).count();
    }

    // ---- an exception that always holds ----

    private void exception() {
        Conditions unless = conditions.unless();
        if (unless != null && conditions.implies(unless, wholeLines())) {
            never("every line that meets the other conditions also meets 'unless'");
        }
    }

    private List<Pattern> wholeLines() {
        return rule.matcher() instanceof Matcher.OfLine line ? line.patterns() : List.of();
    }

    // ---- languages ----

    private void languages() {
        Set<String> spoken = Set.copyOf(pack.languages());
        if (!pack.ofSite() && exclude(spoken, conditions.languages())) {
            add(
                    rule.place(),
                    Code.NEVER_MET,
                    "the pack is for pages in " + list(spoken) + ", and '" + rule.id() + "' for those in "
                            + list(conditions.languages()) + ": it applies only to pages of unknown language");
            return;
        }
        Set<String> own =
                !conditions.languages().isEmpty() ? conditions.languages() : pack.ofSite() ? Set.of() : spoken;
        for (Pattern pattern : rule.matcher().patterns()) {
            String language = pattern.language();
            if (language != null && exclude(own, Set.of(language))) {
                add(
                        pattern.place(),
                        Code.NEVER_MET,
                        "this is for pages in " + language + ", and '" + rule.id() + "' for those in " + list(own)
                                + ": it applies only to pages of unknown language");
            }
        }
    }

    private static boolean exclude(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }

    private static String list(Set<String> languages) {
        return String.join(", ", languages.stream().sorted().toList());
    }

    // ---- shapes of fixed texts ----

    private void shapes() {
        if (rule.matcher() instanceof Matcher.OfLine line) {
            line.patterns().forEach(pattern -> shape(pattern, conditions.shapes(), "the rule"));
        } else if (rule.matcher() instanceof Matcher.OfRange range) {
            range.from().forEach(pattern -> shape(pattern, conditions.shapes(), "the rule"));
        } else if (rule.matcher() instanceof Matcher.OfLines lines) {
            for (Matcher.Part part : lines.parts()) {
                boolean own = part.shapes() != Conditions.NO_SHAPE;
                part.patterns()
                        .forEach(pattern -> shape(
                                pattern, own ? part.shapes() : conditions.shapes(), own ? "the part" : "the rule"));
            }
        }
    }

    private void shape(Pattern pattern, int asked, String asking) {
        Line line = line(pattern);
        if (line == null || asked == Conditions.ANY_SHAPE) {
            return;
        }
        if (asked == Conditions.NO_SHAPE) {
            if (line.is(Shape.SENTENCE_LIKE)) {
                add(
                        pattern.place(),
                        Code.NEVER_MET,
                        "this is sentence-like, and sentences are protected unless a rule names their shape: '"
                                + rule.id() + "' takes it only where it is the text of a link; add 'shape: any'");
            }
        } else if ((asked & Shape.LINK_LIKE.bit()) == 0 && !line.isAny(asked)) {
            add(
                    pattern.place(),
                    Code.NEVER_MET,
                    "this is " + shapes(line) + ", and " + asking + " asks for " + shapes(asked) + ": '" + rule.id()
                            + "' never takes it");
        }
    }

    /** Returns the fixed text of a template as a line; null if the template has slots or is empty. */
    private static @Nullable Line line(Pattern pattern) {
        String text = fixedText(pattern);
        return text == null || text.isEmpty() ? null : new Line(text, 0, 0, text.length(), false);
    }

    private static @Nullable String fixedText(Pattern pattern) {
        return pattern instanceof Pattern.Template && pattern.written().indexOf('{') < 0
                ? pattern.written().strip().replaceAll("\\s+", " ")
                : null;
    }

    private static String shapes(Line line) {
        String names = shapes(line.shapes());
        return names.isEmpty() ? "of no shape" : names;
    }

    private static String shapes(int bits) {
        List<String> names = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            if ((bits & shape.bit()) != 0) {
                names.add(shape.key());
            }
        }
        return String.join(" and ", names);
    }

    // ---- sequences ----

    private void sequence(List<Matcher.Part> parts) {
        if (required(parts) > RuleReader.MOST_LINES) {
            unfit(
                    rule.place(),
                    "a sequence has at most " + RuleReader.MOST_LINES + " lines, but it has more required parts");
        }
        for (int i = 0; i < parts.size(); i++) {
            Matcher.Part part = parts.get(i);
            Matcher.Part next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            Place place = part.patterns().get(0).place();
            if (i == 0 && part.glued() && !part.optional() && conditions.first() == 1) {
                unfit(place, "it is glued to the line above, and the first line of a page has none");
            }
            if (part.glued()
                    && part.repeat() > 1
                    && !part.toBlank()
                    && part.before().isEmpty()) {
                add(
                        place,
                        Code.NEVER_FITS,
                        "a blank line follows a glued line, so this part of '" + rule.id()
                                + "' never takes more than one; leave 'repeat' or 'glued' out");
            }
            if (next != null && !part.optional() && !next.optional()) {
                neighbours(part, next);
            }
            ownEnd(part);
        }
    }

    private void neighbours(Matcher.Part part, Matcher.Part next) {
        Place place = next.patterns().get(0).place();
        if (next.glued() && (part.glued() || part.toBlank())) {
            unfit(
                    place,
                    "it is glued to the line above, and the part before it "
                            + (part.glued() ? "is followed by a blank line" : "ends at a blank line"));
        }
        if (!part.before().isEmpty()
                && part.before().stream().allMatch(pattern -> fixedText(pattern) != null)
                && next.patterns().stream().allMatch(pattern -> excluded(pattern, part.before()))) {
            unfit(
                    place,
                    "the part above ends before '" + part.before().get(0).written()
                            + "', and this one takes no such line");
        }
    }

    /** Whether a pattern is a fixed text that none of the others matches. */
    private boolean excluded(Pattern pattern, List<Pattern> others) {
        return fixedText(pattern) != null && others.stream().noneMatch(other -> fits(other, pattern));
    }

    /** Reports patterns of a part that match only lines before which the part ends: the part never takes such a line. */
    private void ownEnd(Matcher.Part part) {
        List<Pattern> ended = part.patterns().stream()
                .filter(pattern -> part.before().stream().anyMatch(end -> takesAllOf(end, pattern)))
                .toList();
        if (ended.isEmpty()) {
            return;
        }
        if (ended.size() == part.patterns().size() && !part.optional()) {
            unfit(ended.get(0).place(), "the part ends before such a line, but takes no other line");
        } else {
            ended.forEach(pattern ->
                    add(pattern.place(), Code.NEVER_FITS, "the part ends before such a line, so it never takes one"));
        }
    }

    /** Whether every line that fits the narrow pattern also fits the wide one. False if this is not certain. */
    private boolean takesAllOf(Pattern wide, Pattern narrow) {
        boolean everywhere = wide.language() == null || Objects.equals(wide.language(), narrow.language());
        boolean same = wide.getClass() == narrow.getClass() && wide.written().equals(narrow.written());
        return everywhere
                && (same || fixedText(narrow) != null && !wide.written().contains("@") && fits(wide, narrow));
    }

    private boolean fits(Pattern pattern, Pattern fixed) {
        return trial.fits(pattern, rule.exact(), Objects.requireNonNull(fixedText(fixed)));
    }

    // ---- ranges ----

    private void range(Matcher.OfRange range) {
        boolean open = false;
        for (Matcher.Labelled line : range.lines()) {
            for (Pattern pattern : line.patterns()) {
                if (open) {
                    add(
                            pattern.place(),
                            Code.NEVER_FITS,
                            "the line above it in 'lines' takes any text, and the first that fits decides: this one is never used");
                } else if (mayBeFirst(range, pattern)) {
                    continue;
                } else if (range.before().stream().anyMatch(end -> takesAllOf(end, pattern))) {
                    add(pattern.place(), Code.NEVER_FITS, "the range ends before such a line, so it never holds one");
                } else {
                    shape(range.whileShape(), pattern, line.label());
                }
            }
            open |= line.patterns().stream().anyMatch(trial::isFree);
        }
    }

    /** Whether a pattern may fit the first line of a range, which need not be like the lines that follow. */
    private boolean mayBeFirst(Matcher.OfRange range, Pattern pattern) {
        return range.from().isEmpty()
                || range.from().stream().anyMatch(first -> fixedText(first) == null || fits(pattern, first));
    }

    private void shape(@Nullable Shape kept, Pattern pattern, Label label) {
        Line line = line(pattern);
        if (kept != null && kept != Shape.LINK_LIKE && line != null && !line.is(kept)) {
            add(
                    pattern.place(),
                    Code.NEVER_FITS,
                    "the range ends before a line that is not " + kept
                            + ", such as this one, so none of its lines gets the label " + label);
        }
    }

    // ---- messages ----

    private void never(String what) {
        add(rule.place(), Code.NEVER_MET, "'" + rule.id() + "' has conditions that no line meets: " + what + NEVER);
    }

    private void unfit(Place place, String what) {
        add(place, Code.NEVER_FITS, "the sequence '" + rule.id() + "' never fits: " + what);
    }

    private void add(Place place, Code code, String message) {
        found.add(new Diagnostic(place, code.id(), message));
    }
}
