package dev.winnow.rule.load;

import dev.winnow.rule.Suggestion;
import dev.winnow.rule.load.YamlNode.Text;
import dev.winnow.source.html.Selectors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks CSS selectors as they are read. */
final class SelectorCheck {

    /** The functions and states that people write; for "did you mean". */
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
     * Names, ids, classes and attributes, and elements inside others: what nearly all selectors are made of, and needs no second
     * look by the library, which every start would have to load for it.
     */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:\\s*(?=[^\\s@])(?:[A-Za-z][\\w-]*)?(?:[.#][A-Za-z_][\\w-]*|\\[[A-Za-z][\\w:-]*(?:[~^$*]?=[\\w-]+)?])*(?![^\\s@]))+");

    /** What a value may be taken from. */
    private static final Pattern ATTRIBUTE = Pattern.compile("@[A-Za-z][\\w:-]*$");

    /** Longer ones are looked at by the library. */
    private static final int LONGEST_PLAIN = 200;

    private static final Pattern NAME = Pattern.compile(":([A-Za-z-]+)");

    private SelectorCheck() {}

    /** Adds a problem when the text is no selector. */
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
        source.problem(css.start(), Code.SELECTOR, "this is no CSS selector: " + problem);
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
