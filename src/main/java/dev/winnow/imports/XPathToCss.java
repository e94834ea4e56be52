package dev.winnow.imports;

import dev.winnow.imports.Css.Attribute;
import dev.winnow.imports.Css.Compared;
import dev.winnow.imports.Css.Compound;
import dev.winnow.imports.Css.Condition;
import dev.winnow.imports.Css.Has;
import dev.winnow.imports.Css.Is;
import dev.winnow.imports.Css.Not;
import dev.winnow.imports.Css.Place;
import dev.winnow.imports.Css.Selector;
import dev.winnow.imports.XPath.Call;
import dev.winnow.imports.XPath.Operation;
import dev.winnow.imports.XPath.Path;
import dev.winnow.imports.XPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates XPath into CSS selectors of jsoup that select the same elements. Refuses an expression without such a selector. One
 * difference is accepted: whole attribute values and classes are compared without regard to case and surrounding spaces.
 */
final class XPathToCss {

    /** Maximum number of alternatives. A longer selector is not readable. */
    private static final int MOST = 16;

    private XPathToCss() {}

    /**
     * The selection of an expression.
     *
     * @param elements alternative selectors
     * @param attribute attribute whose value is selected, from elements that have it; empty for the elements themselves
     */
    record Selected(List<Selector> elements, String attribute) {

        /** Returns the selection in the form of packs. */
        String css() {
            return Css.joined(elements) + (attribute.isEmpty() ? "" : "@" + attribute);
        }
    }

    /**
     * Translates an expression.
     *
     * @param first whether only the first of the elements counts
     * @return one selection, or several if the expression selects attributes with different names
     * @throws UntranslatableException if no CSS selector selects the same
     */
    static List<Selected> translate(XPath expression, boolean first) {
        if (expression instanceof Operation union && union.operator().equals("|")) {
            List<Selected> left = translate(union.left(), false);
            List<Selected> right = translate(union.right(), false);
            if (left.size() == 1
                    && right.size() == 1
                    && left.get(0).attribute().equals(right.get(0).attribute())) {
                Set<Selector> both = new LinkedHashSet<>(left.get(0).elements());
                both.addAll(right.get(0).elements());
                return List.of(new Selected(List.copyOf(both), left.get(0).attribute()));
            }
            throw new UntranslatableException("it selects texts and attributes together");
        }
        if (expression instanceof Call call
                && call.arguments().size() == 1
                && Set.of("string", "normalize-space").contains(call.name())) {
            return translate(call.arguments().get(0), first);
        }
        if (expression instanceof Call call) {
            throw new UntranslatableException(call.name() + "() computes a text; selectors only find elements");
        }
        if (!(expression instanceof Path path)) {
            throw new UntranslatableException("it selects no elements");
        }
        return List.of(path(path, first));
    }

    private static Selected path(Path path, boolean first) {
        List<Step> steps = path.steps();
        List<Selector> found = null;
        if (path.from() != null) {
            found = filtered(path, first && steps.isEmpty());
        }
        boolean anywhere = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.equals(Step.ANYWHERE)) {
                anywhere = true;
                continue;
            }
            if (step.axis().equals("attribute")) {
                if (found == null) {
                    found = List.of(Selector.of(Compound.ANY));
                } else if (anywhere) {
                    found = also(found, next(found, " ", List.of(Compound.ANY)));
                }
                if (i < steps.size() - 1
                        || !step.predicates().isEmpty()
                        || step.test().endsWith(")")) {
                    throw new UntranslatableException("conditions on a value have no selector");
                }
                if (step.test().equals("*")) {
                    throw new UntranslatableException("it names no attribute");
                }
                return new Selected(found, step.test());
            }
            found = step(found, step, anywhere, path.absolute());
            anywhere = false;
        }
        if (found == null) {
            throw new UntranslatableException("it selects the whole page");
        }
        if (anywhere) {
            throw new UntranslatableException("it ends in //");
        }
        if (found.size() > MOST) {
            throw new UntranslatableException("it would be " + found.size() + " selectors");
        }
        if (found.isEmpty()) {
            throw new UntranslatableException("its conditions exclude each other");
        }
        return new Selected(found, "");
    }

    /** Translates a path in parentheses with its predicates. A number there counts over the whole page. */
    private static List<Selector> filtered(Path path, boolean first) {
        List<Selected> inner = translate(Objects.requireNonNull(path.from()), false);
        if (!inner.get(0).attribute().isEmpty()) {
            throw new UntranslatableException("a path continues after an attribute");
        }
        List<Selector> found = inner.get(0).elements();
        for (XPath filter : path.filters()) {
            boolean one = filter instanceof XPath.Number number && number.value() == 1
                    || filter.equals(new Operation("=", new Call("position", List.of()), new XPath.Number(1)));
            if (!one) {
                if (Position.of(filter) != null) {
                    throw new UntranslatableException(
                            "CSS cannot count over the whole page, except for the first element");
                }
                List<List<Condition>> conditions = predicate(filter);
                found = found.stream()
                        .flatMap(selector -> conditions.stream()
                                .map(more -> selector.withLast(selector.last().with(more))))
                        .toList();
            } else if (!first) {
                found = List.of(firstOf(found));
            }
        }
        return found;
    }

    /** Returns a selector of the first such element on the page: no such element precedes or contains it. */
    private static Selector firstOf(List<Selector> found) {
        if (found.size() != 1
                || found.get(0).before() != null
                || found.get(0).last().equals(Compound.ANY)) {
            throw new UntranslatableException(
                    "CSS finds the first element on the page only if one name or condition selects it");
        }
        Compound of = found.get(0).last();
        Selector alone = found.get(0);
        Selector around = Selector.of(Compound.ANY.with(new Has("", List.of(alone))));
        return Selector.of(of.with(new Not(List.of(
                alone.then(" ", Compound.ANY),
                alone.then(" ~ ", Compound.ANY),
                alone.then(" ~ ", Compound.ANY).then(" ", Compound.ANY),
                around.then(" ~ ", Compound.ANY),
                around.then(" ~ ", Compound.ANY).then(" ", Compound.ANY)))));
    }

    // ---- steps from element to element ----

    /** @param found the elements so far; null at the beginning of a path */
    private static List<Selector> step(@Nullable List<Selector> found, Step step, boolean anywhere, boolean absolute) {
        if (step.test().equals("node()")
                && step.axis().equals("self")
                && step.predicates().isEmpty()
                && !anywhere) {
            return found == null ? List.of(Selector.of(Compound.ANY)) : found;
        }
        if (step.test().endsWith("()") && !step.test().equals("node()")) {
            throw new UntranslatableException(step.test() + " is not an element; selectors only find elements");
        }
        if (found == null) {
            return beginning(step, anywhere, absolute);
        }
        if (anywhere && !step.axis().equals("child")) {
            found = also(found, next(found, " ", List.of(Compound.ANY)));
            return step(found, step, false, absolute);
        }
        switch (step.axis()) {
            case "child":
                return next(found, anywhere ? " " : " > ", compounds(step));
            case "descendant":
                return next(found, " ", unnumbered(step));
            case "descendant-or-self":
                return also(intersect(found, unnumbered(step)), next(found, " ", unnumbered(step)));
            case "self":
                return intersect(found, unnumbered(step));
            case "following-sibling":
                return Position.beginsWithFirst(step) && isAny(step)
                        ? next(found, " + ", compounds(Position.withoutFirst(step)))
                        : next(found, " ~ ", unnumbered(step));
            case "preceding-sibling":
                return Position.beginsWithFirst(step) && isAny(step)
                        ? before(found, "+ ", compounds(Position.withoutFirst(step)))
                        : before(found, "~ ", unnumbered(step));
            case "parent":
                return parents(found, compounds(Position.withoutFirst(step)));
            case "ancestor":
                if (!Position.endsWithFirst(step)) {
                    return ancestors(found, unnumbered(step));
                }
                return step.predicates().size() == 1 && isAny(step)
                        ? parents(found, compounds(Position.withoutFirst(step)))
                        : nearest(found, step);
            case "following":
                return around(found, unnumbered(step), true);
            case "preceding":
                return around(found, unnumbered(step), false);
            default:
                throw new UntranslatableException("'" + step.axis() + "' has no selector");
        }
    }

    private static boolean isAny(Step step) {
        return step.test().equals("*") || step.test().equals("node()");
    }

    private static List<Selector> beginning(Step step, boolean anywhere, boolean absolute) {
        if (!step.axis().equals("child") && !step.axis().startsWith("descendant")) {
            if (step.axis().equals("self") && !anywhere) {
                return compounds(step).stream().map(Selector::of).toList();
            }
            return step(List.of(Selector.of(Compound.ANY)), step, false, absolute);
        }
        boolean root = absolute && !anywhere && step.axis().equals("child");
        return (step.axis().equals("child") ? compounds(step) : unnumbered(step))
                .stream()
                        .map(compound -> root && !compound.name().equals("html")
                                ? compound.with(new Place(":root", 0))
                                : compound)
                        .map(Selector::of)
                        .toList();
    }

    private static List<Selector> also(List<Selector> some, List<Selector> others) {
        Set<Selector> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static List<Selector> next(List<Selector> found, String combinator, List<Compound> compounds) {
        return found.stream()
                .flatMap(selector -> compounds.stream().map(compound -> selector.then(combinator, compound)))
                .toList();
    }

    private static List<Selector> intersect(List<Selector> found, List<Compound> compounds) {
        List<Selector> both = new ArrayList<>();
        for (Selector selector : found) {
            for (Compound compound : compounds) {
                Compound common = selector.last().and(compound);
                if (common != null) {
                    both.add(selector.withLast(common));
                }
            }
        }
        return both;
    }

    /** Returns selectors of the siblings before elements. */
    private static List<Selector> before(List<Selector> found, String relation, List<Compound> compounds) {
        List<Selector> before = new ArrayList<>();
        for (Selector selector : found) {
            refuseOutlook(selector.last());
            if (selector.combinator().contains("~") || selector.combinator().contains("+")) {
                throw new UntranslatableException("it goes forward and back among siblings");
            }
            for (Compound compound : compounds) {
                before.add(selector.withLast(compound.with(new Has(relation, List.of(Selector.of(selector.last()))))));
            }
        }
        return before;
    }

    /** The last compounds of a selector, which are siblings of each other, and the selector before them. */
    private record Unit(
            Selector siblings, String combinator, @Nullable Selector before) {

        static Unit of(Selector selector) {
            refuseOutlook(selector.last());
            Selector before = selector.before();
            if (before == null
                    || !selector.combinator().contains("~")
                            && !selector.combinator().contains("+")) {
                return new Unit(Selector.of(selector.last()), selector.combinator(), before);
            }
            Unit rest = of(before);
            return new Unit(rest.siblings.then(selector.combinator(), selector.last()), rest.combinator, rest.before);
        }
    }

    private static List<Selector> parents(List<Selector> found, List<Compound> compounds) {
        List<Selector> parents = new ArrayList<>();
        for (Selector selector : found) {
            Unit unit = Unit.of(selector);
            Has child = new Has("> ", List.of(unit.siblings()));
            for (Compound compound : compounds) {
                if (unit.before() == null || unit.combinator().isBlank()) {
                    Compound parent = compound.with(child);
                    parents.add(
                            unit.before() == null
                                    ? Selector.of(parent)
                                    : unit.before().then(" ", parent));
                }
                if (unit.before() != null) {
                    parents.addAll(intersect(List.of(unit.before()), List.of(compound.with(child))));
                }
            }
        }
        return parents;
    }

    private static List<Selector> ancestors(List<Selector> found, List<Compound> compounds) {
        List<Selector> ancestors = new ArrayList<>();
        for (Selector selector : found) {
            Unit unit = Unit.of(selector);
            Has inside = new Has(unit.combinator().equals(" > ") ? "> " : "", List.of(unit.siblings()));
            List<Compound> holders =
                    compounds.stream().map(compound -> compound.with(inside)).toList();
            Selector before = unit.before();
            if (before == null) {
                holders.stream().map(Selector::of).forEach(ancestors::add);
                continue;
            }
            if (unit.combinator().isBlank()) {
                ancestors.addAll(next(List.of(before), " ", holders));
            }
            ancestors.addAll(intersect(List.of(before), holders));
            ancestors.addAll(ancestors(List.of(before.withLast(before.last().with(inside))), compounds));
        }
        return ancestors;
    }

    /** Returns selectors of the nearest ancestor that a step selects. */
    private static List<Selector> nearest(List<Selector> found, Step step) {
        List<Selector> nearest = new ArrayList<>();
        for (Compound compound : compounds(Position.withoutFirst(step))) {
            if (compound.conditions().stream().anyMatch(condition -> !(condition instanceof Attribute))
                    || compounds(Position.withoutFirst(step)).size() > 1) {
                throw new UntranslatableException("CSS finds the nearest ancestor only by its name and attributes");
            }
            // Inside :has(), jsoup does not look above its element. So two nested ones mean that another one is
            // between.
            Not between =
                    new Not(List.of(Selector.of(compound).then(" ", compound).then(" ", Compound.ANY)));
            for (Selector selector : found) {
                Unit unit = Unit.of(selector);
                Selector before = unit.before();
                if (!unit.siblings().equals(Selector.of(selector.last()))
                        || before != null && before.before() != null) {
                    throw new UntranslatableException("CSS cannot find the nearest ancestor over such a long path");
                }
                Selector target = Selector.of(selector.last().with(between));
                if (before == null) {
                    nearest.add(Selector.of(compound.with(new Has("", List.of(target)))));
                } else {
                    refuseOutlook(before.last());
                    nearest.add(Selector.of(
                            compound.with(new Has("", List.of(before.then(selector.combinator(), target.last()))))));
                    if (unit.combinator().isBlank()) {
                        nearest.add(before.then(" ", compound.with(new Has("", List.of(target)))));
                    }
                }
            }
        }
        return nearest;
    }

    /** Returns selectors of all elements after, or before, some elements of the page. */
    private static List<Selector> around(List<Selector> found, List<Compound> compounds, boolean after) {
        List<Selector> around = new ArrayList<>();
        for (Selector selector : found) {
            if (selector.before() != null) {
                throw new UntranslatableException(
                        "CSS finds what precedes or follows an element only if one name or condition selects it");
            }
            refuseOutlook(selector.last());
            for (Compound compound : compounds) {
                if (after) {
                    Selector holder = Selector.of(Compound.ANY.with(new Has("", List.of(selector))));
                    for (Selector start : List.of(selector, holder)) {
                        around.add(start.then(" ~ ", compound));
                        around.add(start.then(" ~ ", Compound.ANY).then(" ", compound));
                    }
                } else {
                    Has sibling = new Has("~ ", List.of(selector));
                    Has within = new Has("~ ", List.of(Selector.of(Compound.ANY.with(new Has("", List.of(selector))))));
                    for (Has ahead : List.of(sibling, within)) {
                        around.add(Selector.of(compound.with(ahead)));
                        around.add(Selector.of(Compound.ANY.with(ahead)).then(" ", compound));
                    }
                }
            }
        }
        return around;
    }

    /** Refuses a compound with conditions on its surroundings: inside {@code :has()}, jsoup does not look above its element. */
    private static void refuseOutlook(Compound compound) {
        if (compound.conditions().stream().anyMatch(XPathToCss::looksOut)) {
            throw new UntranslatableException("it goes back from an element that is selected by its surroundings");
        }
    }

    private static boolean looksOut(Condition condition) {
        List<Selector> selectors = condition instanceof Is is
                ? is.selectors()
                : condition instanceof Not not ? not.selectors() : List.of();
        return condition instanceof Place place && place.css().equals(":root")
                || selectors.stream().anyMatch(selector -> selector.before() != null || looksOut(selector));
    }

    private static boolean looksOut(Selector selector) {
        return selector.last().conditions().stream().anyMatch(XPathToCss::looksOut);
    }

    // ---- one step: a name and its predicates ----

    private static List<Compound> unnumbered(Step step) {
        if (step.predicates().stream().anyMatch(predicate -> Position.of(predicate) != null)) {
            throw new UntranslatableException("CSS has no positions on the axis '" + step.axis() + "'");
        }
        return compounds(step);
    }

    private static List<Compound> compounds(Step step) {
        if (step.test().endsWith("()") && !step.test().equals("node()")) {
            throw new UntranslatableException(step.test() + " is not an element; selectors only find elements");
        }
        if (step.test().equals("node()") && step.axis().equals("child")) {
            throw new UntranslatableException("node() may be text; selectors only find elements");
        }
        List<Compound> compounds = List.of(new Compound(isAny(step) ? "*" : step.test(), List.of()));
        for (XPath predicate : step.predicates()) {
            Position position = Position.of(predicate);
            List<Compound> narrowed = new ArrayList<>();
            if (position == null) {
                List<List<Condition>> conditions = predicate(predicate);
                compounds.forEach(compound -> conditions.forEach(more -> narrowed.add(compound.with(more))));
            } else {
                List<Compound> among = compounds;
                compounds.forEach(compound -> narrowed.add(compound.with(position.conditions(among))));
            }
            compounds = narrowed;
            if (compounds.size() > MOST) {
                throw new UntranslatableException("it would be more than " + MOST + " selectors");
            }
        }
        return compounds;
    }

    // ---- predicates: conditions on one element ----

    /** Returns alternatives; all conditions of an alternative must hold. */
    private static List<List<Condition>> predicate(XPath predicate) {
        if (predicate instanceof Operation operation) {
            switch (operation.operator()) {
                case "or":
                    List<List<Condition>> either = new ArrayList<>(predicate(operation.left()));
                    either.addAll(predicate(operation.right()));
                    return either;
                case "and":
                    List<List<Condition>> both = new ArrayList<>();
                    for (List<Condition> left : predicate(operation.left())) {
                        for (List<Condition> right : predicate(operation.right())) {
                            List<Condition> all = new ArrayList<>(left);
                            all.addAll(right);
                            both.add(all);
                        }
                    }
                    return both;
                case "=", "!=":
                    return equality(operation);
                default:
                    throw new UntranslatableException("'" + operation.operator() + "' has no selector here");
            }
        }
        if (predicate instanceof Call call) {
            return call(call);
        }
        if (predicate instanceof Path path) {
            return exists(path, List.of());
        }
        throw new UntranslatableException(
                "a " + (predicate instanceof XPath.Text ? "text" : "number") + " here has no selector");
    }

    private static List<List<Condition>> call(Call call) {
        List<XPath> arguments = call.arguments();
        if (call.name().equals("not") && arguments.size() == 1) {
            return List.of(List.of(new Not(predicate(arguments.get(0)).stream()
                    .map(conditions -> Selector.of(Compound.ANY.with(conditions)))
                    .toList())));
        }
        if (Set.of("contains", "starts-with").contains(call.name()) && arguments.size() == 2) {
            if (!(arguments.get(1) instanceof XPath.Text text)) {
                throw new UntranslatableException(call.name() + "() compares two values of the page");
            }
            Value.Test test = call.name().equals("contains") ? Value.Test.CONTAINS : Value.Test.BEGINS;
            return List.of(List.of(Value.of(arguments.get(0)).condition(test, text.value())));
        }
        if (Set.of("string", "normalize-space").contains(call.name()) && arguments.size() <= 1) {
            return List.of(List.of(Value.of(call).condition(Value.Test.IS_NOT_EMPTY, "")));
        }
        throw new UntranslatableException(call.name() + "() has no selector");
    }

    private static List<List<Condition>> equality(Operation operation) {
        boolean turned = operation.left() instanceof XPath.Text;
        XPath value = turned ? operation.right() : operation.left();
        XPath other = turned ? operation.left() : operation.right();
        if (!(other instanceof XPath.Text text)) {
            throw new UntranslatableException("it compares with a value that is not text");
        }
        boolean equal = operation.operator().equals("=");
        if (equal
                && value instanceof Path path
                && path.from() == null
                && path.steps().size() > 1) {
            // In XPath, it is enough that one of several elements is equal.
            Step last = path.steps().get(path.steps().size() - 1);
            if (!last.axis().equals("attribute") && !last.test().equals("text()")) {
                return exists(path, List.of(new Operation("=", Value.SELF, text)));
            }
            Path elements = new Path(
                    null,
                    List.of(),
                    path.absolute(),
                    path.steps().subList(0, path.steps().size() - 1));
            Path own = new Path(null, List.of(), false, List.of(last));
            return exists(elements, List.of(new Operation("=", own, text)));
        }
        Value compared = Value.of(value);
        Condition same = compared.condition(Value.Test.EQUALS, text.value());
        if (equal) {
            return List.of(List.of(same));
        }
        if (!(same instanceof Attribute attribute)) {
            throw new UntranslatableException("'!=' has no selector here");
        }
        return List.of(List.of(
                new Attribute(attribute.name(), Compared.EXISTS, ""),
                new Not(List.of(Selector.of(Compound.ANY.with(same))))));
    }

    /**
     * Returns the condition that an element exists, relative to the current one.
     *
     * @param more further conditions on that element
     */
    private static List<List<Condition>> exists(Path path, List<XPath> more) {
        if (path.from() != null) {
            throw new UntranslatableException("parentheses within a condition have no selector");
        }
        if (path.absolute()) {
            throw new UntranslatableException("a condition on the whole page has no selector");
        }
        List<List<Condition>> inner = List.of(List.of());
        for (XPath condition : more) {
            inner = predicate(condition);
        }
        List<Step> steps = path.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            boolean anywhere = i > 0 && steps.get(i - 1).equals(Step.ANYWHERE);
            inner = exists(step, anywhere, inner);
            i -= anywhere ? 1 : 0;
        }
        return inner;
    }

    private static List<List<Condition>> exists(Step step, boolean anywhere, List<List<Condition>> inner) {
        if (step.axis().equals("attribute")) {
            if (step.test().endsWith(")")
                    || step.test().equals("*")
                    || anywhere
                    || !step.predicates().isEmpty()) {
                throw new UntranslatableException("it names no attribute of the current element");
            }
            return List.of(List.of(new Attribute(step.test(), Compared.EXISTS, "")));
        }
        if (step.test().equals("node()")
                && step.axis().equals("self")
                && step.predicates().isEmpty()
                && !anywhere) {
            return inner;
        }
        if (step.test().equals("text()")) {
            return List.of(List.of(Value.textNode(step, anywhere)));
        }
        boolean counts = step.axis().equals("child");
        List<Selector> targets = new ArrayList<>();
        for (Compound compound : counts ? compounds(step) : unnumbered(step)) {
            inner.forEach(conditions -> targets.add(Selector.of(compound.with(conditions))));
        }
        if (anywhere && !counts) {
            throw new UntranslatableException("'//" + step.axis() + "' in a condition has no selector");
        }
        return switch (step.axis()) {
            case "child" -> List.of(List.of(inside(anywhere ? "" : "> ", targets)));
            case "descendant" -> List.of(List.of(inside("", targets)));
            case "following-sibling" -> List.of(List.of(inside("~ ", targets)));
            case "self" ->
                targets.stream()
                        .map(target -> target.last().name().equals("*")
                                ? target.last().conditions()
                                : List.<Condition>of(new Is(List.of(target))))
                        .toList();
            case "parent" -> List.of(List.of(outside(targets, " > ")));
            case "ancestor" -> List.of(List.of(outside(targets, " ")));
            case "preceding-sibling" -> List.of(List.of(outside(targets, " ~ ")));
            case "preceding" -> {
                List<Selector> after = new ArrayList<>();
                for (Selector target : targets) {
                    refuseOutlook(target.last());
                    Selector holder = Selector.of(Compound.ANY.with(new Has("", List.of(target))));
                    for (Selector start : List.of(target, holder)) {
                        after.add(start.then(" ~ ", Compound.ANY));
                        after.add(start.then(" ~ ", Compound.ANY).then(" ", Compound.ANY));
                    }
                }
                yield List.of(List.of(new Is(after)));
            }
            default -> throw new UntranslatableException("'" + step.axis() + "' in a condition has no selector");
        };
    }

    private static Has inside(String relation, List<Selector> targets) {
        targets.forEach(target -> refuseOutlook(target.last()));
        return new Has(relation, targets);
    }

    private static Is outside(List<Selector> targets, String combinator) {
        return new Is(targets.stream()
                .map(target -> target.then(combinator, Compound.ANY))
                .toList());
    }
}
