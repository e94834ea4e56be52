package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes decoded text normal without losing a place: a chain of named steps, each of which can be switched.
 *
 * <p>The steps, in the order they run:
 *
 * <ol>
 *   <li>{@code entities}: left-over HTML entities, also escaped several times
 *   <li>{@code mojibake}: UTF-8 that was read in a legacy charset, also several times over
 *   <li>{@code bom}: a byte-order mark at the start
 *   <li>{@code pages}: text in pages: running heads and feet, page numbers, line and page ends inside paragraphs
 *   <li>{@code line-ends}: CR, CRLF, NEL, line and paragraph separator, vertical tab, form feed become a line feed
 *   <li>{@code controls}: control, zero-width, soft-hyphen characters, lone surrogates
 *   <li>{@code spaces}: no-break and other special spaces; white space at the end of lines
 *   <li>{@code ligatures}: {@code ﬁ} and its like
 *   <li>{@code nfc}: Unicode normalisation form C
 *   <li>{@code unwrap}: hard-wrapped lines joined again, words divided at the end of a line made whole
 *   <li>{@code quotes}, {@code dashes}: straightened; off unless asked for
 * </ol>
 *
 * <p>The chain runs until the text stays as it is, so normalising a result again changes nothing. Correct text is never
 * changed. Immutable and thread-safe.
 *
 * <pre>{@code
 * Normalizer.standard().without("unwrap").normalize(TrackedText.of("caf&eacute;\r\n")).text() // "café\n"
 * }</pre>
 */
public final class Normalizer {

    /**
     * How often the chain runs at most. The second round is the last one when there is something to do; more only where steps
     * wait for each other, such as an entity inside mojibake inside an entity.
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

    /** The built-in steps as this normaliser has them when they are switched on. */
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

    /** The documented default: every step but {@code quotes} and {@code dashes}; without knowledge of words. */
    public static Normalizer standard() {
        return STANDARD;
    }

    /** The documented default, with knowledge of words for the hyphens that {@code pages} and {@code unwrap} meet. */
    public static Normalizer standard(HyphenWords words) {
        return of(ALL.stream()
                .map(step -> step instanceof Unwrap ? new Unwrap(words) : step)
                .map(step -> step instanceof Pages ? new Pages(words) : step)
                .toList());
    }

    /** A normaliser without any step, to add to. */
    public static Normalizer none() {
        return new Normalizer(ALL, List.of());
    }

    /** Names of all built-in steps, in the order they run. */
    public static List<String> builtIn() {
        return ALL.stream().map(Step::name).toList();
    }

    /** Names of the steps that are switched on, in the order they run. */
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /**
     * The same with a built-in step switched on, in its place in the order.
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

    /** The same with a step of one's own: in place of the one with that name, else at the end. */
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
     * The same with a step switched off.
     *
     * @throws IllegalArgumentException if the name is neither that of a built-in step nor of one that was added
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

    /** A built-in step by its name. */
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
     * @return the text with the changes added to those it had; the same object if there was nothing to do
     */
    public TrackedText normalize(TrackedText text) {
        return normalize(text, List.of());
    }

    /**
     * Runs the steps on a text with code in it.
     *
     * @param code stretches of the source in which characters stand for themselves, in order, without overlap
     * @return the text with the changes added to those it had; the same object if there was nothing to do
     */
    public TrackedText normalize(TrackedText text, List<Span> code) {
        TrackedText current = text;
        int traits = Census.of(current);
        // The end is reached when every step has seen the text as it is now.
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

    /** Whether a stretch shares a unit with one of others. */
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
