package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Normalises decoded text and keeps every offset, by a chain of named steps. Each step can be switched on or off.
 *
 * <p>The steps, in the order in which they run:
 * <ol>
 * <li>{@code entities}: left-over HTML entities, also escaped several times
 * <li>{@code mojibake}: UTF-8 that was read in a legacy charset, also several times over
 * <li>{@code bom}: a byte-order mark at the start
 * <li>{@code pages}: in text divided into pages, running heads and feet, page numbers, line and page ends inside paragraphs
 * <li>{@code line-ends}: CR, CRLF, NEL, line and paragraph separator, vertical tab, form feed become a line feed
 * <li>{@code controls}: control, zero-width, soft-hyphen characters, lone surrogates
 * <li>{@code spaces}: no-break and other special spaces; white space at the end of lines
 * <li>{@code ligatures}: {@code ﬁ} and its like
 * <li>{@code nfc}: Unicode normalisation form C
 * <li>{@code unwrap}: hard-wrapped lines, and words divided at the end of a line, are joined
 * <li>{@code quotes}, {@code dashes}: replaced by plain ones; off by default
 * </ol>
 *
 * <p>The chain repeats until the text no longer changes, so normalising a result again changes nothing. Correct text is never
 * changed. Immutable and thread-safe.
 * <pre>{@code
 * Normalizer.standard().without("unwrap").normalize(TrackedText.of("caf&eacute;\r\n")).text() // "café\n"
 * }</pre>
 */
public final class Normalizer {

    /**
     * Maximum number of rounds. Two are usual if anything changes. More are needed only where one step depends on another, such
     * as an entity inside mojibake inside an entity.
     */
    private static final int MOST_ROUNDS = 12;

    private static final List<Step> ALL = List.of(
            new Entities(),
            new Mojibake(),
            new Bom(),
            new Pages(HyphenWords.NONE),
            new LineEnds(),
            new Controls(),
            new Spaces(),
            new Ligatures(),
            new Nfc(),
            new Unwrap(HyphenWords.NONE),
            new Quotes(),
            new Dashes());

    private static final Set<String> OFF_BY_DEFAULT = Set.of("quotes", "dashes");

    private static final Normalizer STANDARD = of(ALL);

    /** All built-in steps, switched on or not, configured as in this normaliser. */
    private final List<Step> known;

    private final List<Step> steps;

    private Normalizer(List<Step> known, List<Step> steps) {
        this.known = known;
        this.steps = List.copyOf(steps);
    }

    private static Normalizer of(List<Step> known) {
        return new Normalizer(
                known,
                known.stream()
                        .filter(step -> !OFF_BY_DEFAULT.contains(step.name()))
                        .toList());
    }

    /** Returns the documented default: every step but {@code quotes} and {@code dashes}; without word lists. */
    public static Normalizer standard() {
        return STANDARD;
    }

    /** Returns the documented default, with word lists for the hyphens in {@code pages} and {@code unwrap}. */
    public static Normalizer standard(HyphenWords words) {
        return of(ALL.stream()
                .map(step -> step instanceof Unwrap ? new Unwrap(words) : step)
                .map(step -> step instanceof Pages ? new Pages(words) : step)
                .toList());
    }

    /** Returns a normaliser without steps. */
    public static Normalizer none() {
        return new Normalizer(ALL, List.of());
    }

    /** Returns the names of all built-in steps, in the order in which they run. */
    public static List<String> builtIn() {
        return ALL.stream().map(Step::name).toList();
    }

    /** Returns the names of the steps that are switched on, in the order in which they run. */
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /**
     * Returns a copy with a built-in step switched on, at its place in the order.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public Normalizer with(String name) {
        requireBuiltIn(name);
        if (names().contains(name)) {
            return this;
        }
        int own = builtIn().indexOf(name);
        List<Step> changed = new ArrayList<>(steps);
        int at = 0;
        while (at < changed.size()) {
            int place = builtIn().indexOf(changed.get(at).name());
            if (place < 0 || place > own) {
                break;
            }
            at++;
        }
        changed.add(at, known.get(own));
        return new Normalizer(known, changed);
    }

    /** Returns a copy with another step. It replaces the step of the same name, else it runs last. */
    public Normalizer with(Step step) {
        List<Step> changed = new ArrayList<>(steps);
        int at = names().indexOf(step.name());
        if (at < 0) {
            changed.add(step);
        } else {
            changed.set(at, step);
        }
        return new Normalizer(known, changed);
    }

    /**
     * Returns a copy with a step switched off.
     *
     * @throws IllegalArgumentException if there is no built-in or added step of that name
     */
    public Normalizer without(String name) {
        int at = names().indexOf(name);
        if (at < 0) {
            requireBuiltIn(name);
            return this;
        }
        List<Step> changed = new ArrayList<>(steps);
        changed.remove(at);
        return new Normalizer(known, changed);
    }

    /** Returns a built-in step by its name. */
    static Step step(String name) {
        requireBuiltIn(name);
        return ALL.get(builtIn().indexOf(name));
    }

    private static void requireBuiltIn(String name) {
        if (!builtIn().contains(name)) {
            throw new IllegalArgumentException(
                    "unknown normaliser step '" + name + "'; known are " + String.join(", ", builtIn()));
        }
    }

    /**
     * Runs the steps.
     *
     * @return the text with its earlier changes and the new ones; the same object if nothing changed
     */
    public TrackedText normalize(TrackedText text) {
        return normalize(text, List.of());
    }

    /**
     * Runs the steps on a text with code in it.
     *
     * @param code spans of the source that hold code, in order, without overlap. There only steps run that {@link
     *     Step#countsInCode}
     * @return the text with its earlier changes and the new ones; the same object if nothing changed
     */
    public TrackedText normalize(TrackedText text, List<Span> code) {
        TrackedText current = text;
        int traits = Census.of(current);
        // Stop when every step has seen the current text.
        int idle = 0;
        for (int turn = 0; idle < steps.size() && turn < MOST_ROUNDS * steps.size(); turn++) {
            Step step = steps.get(turn % steps.size());
            List<Edit> edits = mayApply(step, traits) ? edits(step, current, code) : List.of();
            idle++;
            if (!edits.isEmpty()) {
                current = current.apply(edits);
                traits = Census.of(current);
                idle = 0;
            }
        }
        return current;
    }

    private static List<Edit> edits(Step step, TrackedText text, List<Span> code) {
        List<Edit> edits = step.edits(text.text());
        if (code.isEmpty() || edits.isEmpty()) {
            return edits;
        }
        return edits.stream()
                .filter(edit ->
                        step.countsInCode(edit) || !touches(text.toSource(new Span(edit.start(), edit.end())), code))
                .toList();
    }

    /** Whether a span overlaps one of several sorted spans. */
    private static boolean touches(Span stretch, List<Span> others) {
        int low = 0;
        int high = others.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (others.get(middle).end() <= stretch.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < others.size() && others.get(low).start() < stretch.end();
    }

    private static boolean mayApply(Step step, int traits) {
        return !(step instanceof TriggeredStep triggered) || (triggered.triggers() & traits) != 0;
    }
}
