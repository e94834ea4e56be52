package dev.winnow.rule.load;

import dev.winnow.rule.Suggestion;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.source.html.Selectors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the CSS selectors of rule files. */
final class SelectorCheck {

    /** Common pseudo-classes and functions, for "did you mean". */
    private static final List<String> PSEUDO = List.of(
            "has",
            "not",
            "is",
            "contains",
            "containsOwn",
            "matches",
            "first-child",
            "last-child",
            "nth-child",
            "nth-last-child",
            "first-of-type",
            "last-of-type",
            "nth-of-type",
            "only-child",
            "empty",
            "root",
            "eq",
            "lt",
            "gt");

    /**
     * Selectors of names, ids, classes, attributes and descendants. Nearly all selectors are of this form. They are valid
     * without a check by the selector library, which takes time to load at every start.
     */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:\\s*(?=[^\\s@])(?:[A-Za-z][\\w-]*)?(?:[.#][A-Za-z_][\\w-]*|\\[[A-Za-z][\\w:-]*(?:[~^$*]?=[\\w-]+)?])*(?![^\\s@]))+");

    /** The attribute from which a value is taken, at the end of a selector. */
    private static final Pattern ATTRIBUTE = Pattern.compile("@[A-Za-z][\\w:-]*$");

    /** Maximum length of a selector checked by {@link #PLAIN}, in UTF-16 units. The library checks longer ones. */
    private static final int LONGEST_PLAIN = 200;

    private static final Pattern NAME = Pattern.compile(":([A-Za-z-]+)");

    private SelectorCheck() {}

    /** Adds a problem if the text is not a selector. */
    static void check(Text css, Source source) {
        if (source.checked() || isPlain(css.value())) {
            return;
        }
        String problem = Selectors.problem(css.value());
        if (problem == null) {
            return;
        }
        Matcher name = NAME.matcher(css.value());
        while (name.find()) {
            if (!PSEUDO.contains(name.group(1))) {
                source.problem(
                        css,
                        name.start(),
                        Code.SELECTOR,
                        "CSS has no ':" + Words.cut(name.group(1)) + "' here" + Suggestion.of(name.group(1), PSEUDO));
                return;
            }
        }
        source.problem(css.start(), Code.SELECTOR, "this is not a CSS selector: " + problem);
    }

    static boolean isPlain(String css) {
        for (String alternative :
                ATTRIBUTE.matcher(css.strip()).replaceFirst("").split(",", -1)) {
            if (alternative.length() > LONGEST_PLAIN
                    || !PLAIN.matcher(alternative.strip()).matches()) {
                return false;
            }
        }
        return true;
    }
}
