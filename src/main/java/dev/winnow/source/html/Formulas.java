package dev.winnow.source.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements that show the same formula. Pages often hold a formula in several forms: drawn, for screen readers, and as
 * it was typed.
 */
final class Formulas {

    /** Maximum number of nodes examined. */
    private static final int MOST = 200;

    /** Script types that hold formulas; without parameters. */
    private static final Set<String> TYPED = Set.of("math/tex", "math/asciimath");

    /** Prefix of the classes of MathJax's placeholders and of its drawn formulas. */
    private static final String DRAWN = "MathJax";

    private Formulas() {}

    /** Whether an element, drawn for the eye, has the same formula beside it as MathML. */
    static boolean isBesideMath(Element element) {
        Element around = element.parent();
        if (around == null || around.childNodeSize() > MOST) {
            return false;
        }
        for (Node sibling : around.childNodes()) {
            if (sibling instanceof Element other
                    && !other.equals(element)
                    && !Tags.of(other.normalName()).isBlock()
                    && holdsMath(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element that screen readers skip shows the same text as the element before it. */
    static boolean repeatsTheOneBefore(Element element) {
        if (!(element.previousSibling() instanceof Element before)) {
            return false;
        }
        String shown = Texts.shortOf(element);
        String said = Texts.shortOf(before);
        return shown != null
                && said != null
                && !shown.isEmpty()
                && Texts.withoutSpaces(said).equals(Texts.withoutSpaces(shown));
    }

    private static boolean holdsMath(Element element) {
        Node node = element;
        for (int i = 0; i < MOST && node != null; i++) {
            if (node instanceof Element inside && inside.normalName().equals("math")) {
                return true;
            }
            node = Texts.next(node, element);
        }
        return false;
    }

    /** Whether an element holds only a formula for screen readers. It is then hidden only from the eye, and must stay. */
    static boolean isOnlyMath(Element element) {
        Element inside = element;
        for (int i = 0; i < MOST; i++) {
            if (inside.normalName().equals("math")) {
                return true;
            }
            if (inside.childNodeSize() != 1 || !(inside.childNode(0) instanceof Element only)) {
                return false;
            }
            inside = only;
        }
        return false;
    }

    /** Whether a script element holds a formula as it was typed. */
    static boolean isScript(Element script) {
        if (!script.normalName().equals("script")) {
            return false;
        }
        String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
        return TYPED.contains(type.split(";", 2)[0]);
    }

    /** Whether an element is the drawn form of the formula in the script element after it. */
    static boolean isBeforeScript(Element element) {
        Element script = scriptBehind(element);
        if (script == null) {
            return false;
        }
        String id = script.id();
        return element.classNames().stream().anyMatch(name -> name.startsWith(DRAWN))
                || !id.isEmpty() && holdsId(element, id + "-")
                || holdsMath(element);
    }

    private static boolean holdsId(Element element, String beginning) {
        Node node = element;
        for (int i = 0; i < MOST && node != null; i++) {
            if (node instanceof Element inside && inside.id().startsWith(beginning)) {
                return true;
            }
            node = Texts.next(node, element);
        }
        return false;
    }

    private static @Nullable Element scriptBehind(Element element) {
        Node behind = element.nextSibling();
        for (int i = 0; i < 4 && behind != null; i++) {
            if (behind instanceof Element other) {
                if (isScript(other)) {
                    return other;
                }
            } else if (!(behind instanceof TextNode text && text.isBlank())) {
                return null;
            }
            behind = behind.nextSibling();
        }
        return null;
    }
}
