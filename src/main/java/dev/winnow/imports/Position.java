package dev.winnow.imports;

import dev.winnow.imports.Css.Compound;
import dev.winnow.imports.Css.Condition;
import dev.winnow.imports.Css.Has;
import dev.winnow.imports.Css.Is;
import dev.winnow.imports.Css.Not;
import dev.winnow.imports.Css.Place;
import dev.winnow.imports.Css.Selector;
import dev.winnow.imports.XPath.Call;
import dev.winnow.imports.XPath.Operation;
import dev.winnow.imports.XPath.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position among the siblings that a step selects.
 *
 * @param least minimum number of siblings before it
 * @param most maximum number of siblings before it; {@link Integer#MAX_VALUE} for any number
 * @param behind exact number of siblings after it; negative for any number
 */
record Position(int least, int most, int behind) {

    private static final Call POSITION = new Call("position", List.of());
    private static final Call LAST = new Call("last", List.of());

    /** Maximum position. Higher ones make selectors too long to read. */
    private static final int HIGHEST = 30;

    /**
     * Returns the position that a predicate requires; null if the predicate is not about the position.
     *
     * @throws UntranslatableException if CSS cannot express the position
     */
    static @Nullable Position of(XPath predicate) {
        Position position = find(predicate);
        if (position == null && counts(predicate)) {
            throw new UntranslatableException("CSS has no such position");
        }
        if (position != null
                && (position.least > HIGHEST
                        || position.most < position.least
                        || position.most > HIGHEST && position.most != Integer.MAX_VALUE
                        || position.behind > HIGHEST)) {
            throw new UntranslatableException("CSS has no such position");
        }
        return position;
    }

    private static @Nullable Position find(XPath predicate) {
        if (predicate instanceof XPath.Number number) {
            return exactly(number);
        }
        int back = fromLast(predicate);
        if (back >= 0) {
            return new Position(0, Integer.MAX_VALUE, back);
        }
        if (!(predicate instanceof Operation compared) || !compared.left().equals(POSITION)) {
            return null;
        }
        if (compared.operator().equals("=")) {
            return find(compared.right());
        }
        if (!(compared.right() instanceof XPath.Number number) || number.value() != Math.rint(number.value())) {
            return null;
        }
        int value = (int) number.value();
        return switch (compared.operator()) {
            case "<" -> new Position(0, value - 2, -1);
            case "<=" -> new Position(0, value - 1, -1);
            case ">" -> new Position(value, Integer.MAX_VALUE, -1);
            case ">=" -> new Position(value - 1, Integer.MAX_VALUE, -1);
            default -> null;
        };
    }

    private static @Nullable Position exactly(XPath.Number number) {
        int value = (int) number.value();
        return value == number.value() && value > 0 ? new Position(value - 1, value - 1, -1) : null;
    }

    private static int fromLast(XPath expression) {
        if (expression.equals(LAST)) {
            return 0;
        }
        return expression instanceof Operation minus
                        && minus.operator().equals("-")
                        && minus.left().equals(LAST)
                        && minus.right() instanceof XPath.Number number
                ? (int) number.value()
                : -1;
    }

    /** Whether an expression contains a number, position() or last(). */
    private static boolean counts(XPath expression) {
        if (expression instanceof Operation operation) {
            return counts(operation.left()) || counts(operation.right());
        }
        return expression instanceof XPath.Number
                || expression instanceof Call call
                        && (call.equals(POSITION)
                                || call.equals(LAST)
                                || call.arguments().stream().anyMatch(Position::counts));
    }

    /** Whether the first predicate of a step requires the first element, in the order of its axis. */
    static boolean beginsWithFirst(Step step) {
        return !step.predicates().isEmpty() && isFirst(step.predicates().get(0));
    }

    /**
     * Whether the last predicate of a step requires the first of the elements that match the others, in the order of its axis.
     */
    static boolean endsWithFirst(Step step) {
        return !step.predicates().isEmpty()
                && isFirst(step.predicates().get(step.predicates().size() - 1));
    }

    private static boolean isFirst(XPath predicate) {
        Position position = of(predicate);
        return position != null && position.most == 0;
    }

    /**
     * Returns the step without its predicates that require the first element.
     *
     * @throws UntranslatableException if it requires another position
     */
    static Step withoutFirst(Step step) {
        List<XPath> others = new ArrayList<>();
        for (XPath predicate : step.predicates()) {
            Position position = of(predicate);
            if (position == null) {
                others.add(predicate);
            } else if (position.most != 0) {
                throw new UntranslatableException("CSS has no positions on the axis '" + step.axis() + "'");
            }
        }
        return new Step(step.axis(), step.test(), others);
    }

    /** Returns the conditions for this position among siblings that match one of some compounds. */
    List<Condition> conditions(List<Compound> among) {
        boolean plain = among.size() == 1 && among.get(0).conditions().isEmpty();
        if (plain) {
            String kind = among.get(0).name().equals("*") ? "child" : "of-type";
            return List.of(new Place(place(kind), least));
        }
        Compound one = among.size() == 1
                ? among.get(0)
                : Compound.ANY.with(new Is(among.stream().map(Selector::of).toList()));
        List<Condition> conditions = new ArrayList<>();
        if (behind >= 0) {
            if (behind > 0) {
                conditions.add(new Has("~ ", List.of(chain(one, behind))));
            }
            conditions.add(new Not(List.of(Selector.of(
                    Compound.ANY.with(new Has("~ ", List.of(chain(one, behind + 1))))))));
            return conditions;
        }
        if (least > 0) {
            conditions.add(new Is(List.of(chain(one, least).then(" ~ ", Compound.ANY))));
        }
        if (most < Integer.MAX_VALUE) {
            conditions.add(new Not(List.of(chain(one, most + 1).then(" ~ ", Compound.ANY))));
        }
        return conditions;
    }

    private static Selector chain(Compound one, int times) {
        Selector chain = Selector.of(one);
        for (int i = 1; i < times; i++) {
            chain = chain.then(" ~ ", one);
        }
        return chain;
    }

    private String place(String kind) {
        if (behind >= 0) {
            return behind == 0 ? ":last-" + kind : ":nth-last-" + kind + "(" + (behind + 1) + ")";
        }
        if (least == most) {
            return least == 0 ? ":first-" + kind : ":nth-" + kind + "(" + (least + 1) + ")";
        }
        if (least > 0) {
            return ":nth-" + kind + "(n+" + (least + 1) + ")";
        }
        return most == Integer.MAX_VALUE ? ":nth-" + kind + "(n)" : ":nth-" + kind + "(-n+" + (most + 1) + ")";
    }
}
