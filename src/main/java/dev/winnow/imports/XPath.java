package dev.winnow.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed expression of XPath 1.0. Immutable. */
sealed interface XPath {

    /**
     * A location path.
     *
     * @param from expression where the path starts; null for the document or the current element
     * @param filters predicates of {@code from}, such as the number in {@code (//p)[1]}
     * @param absolute whether the path starts at the document
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
     * @param axis axis, such as {@code child}
     * @param test name in lower case, as in HTML; {@code *}; or a kind of node such as {@code text()}
     */
    record Step(String axis, String test, List<XPath> predicates) {
        public Step {
            predicates = List.copyOf(predicates);
        }

        /** The step that {@code //} abbreviates. */
        static final Step ANYWHERE = new Step("descendant-or-self", "node()", List.of());
    }
}
