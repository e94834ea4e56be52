package dev.winnow.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of XPath 1.0, as it is written. Immutable. */
sealed interface XPath {

    /**
     * A way through the page.
     *
     * @param from what it starts at: null for the document or the element at hand
     * @param filters of that start, such as the number in {@code (//p)[1]}
     * @param absolute whether it begins at the document
     */
    record Path(@Nullable XPath from, List<XPath> filters, boolean absolute, List<Step> steps) implements XPath {
        public Path {
            filters = List.copyOf(filters);
            steps = List.copyOf(steps);
        }
    }

    /** A call of a function. */
    record Call(String name, List<XPath> arguments) implements XPath {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Two expressions with an operator between them. */
    record Operation(String operator, XPath left, XPath right) implements XPath {}

    record Text(String value) implements XPath {}

    record Number(double value) implements XPath {}

    /**
     * One step of a path.
     *
     * @param axis such as {@code child}
     * @param test a name in lower case, as names of HTML are, {@code *}, or a kind of node such as {@code text()}
     */
    record Step(String axis, String test, List<XPath> predicates) {
        public Step {
            predicates = List.copyOf(predicates);
        }

        /** What {@code //} is short for. */
        static final Step ANYWHERE = new Step("descendant-or-self", "node()", List.of());
    }
}
