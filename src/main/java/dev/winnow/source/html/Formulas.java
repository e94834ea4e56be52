package dev.winnow.source.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Tells which elements show one formula, since pages hold each in several forms: for eyes, for readers aloud, as it was typed. */
final class Formulas {

    /** Nodes looked at. */
    private static final int MOST = 200;

    /** Types of programs that are formulas, before their parameters. */
    private static final Set<String> TYPED = Set.of("math/tex", "math/asciimath");

    /** With this begin the classes of what stands in a formula's place until it is drawn, and of what is drawn. */
    private static final String DRAWN = "MathJax";

    private Formulas() {}

    /** Whether an element, drawn for eyes, has the same formula beside it as MathML. */
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

    /** Whether an element that readers aloud pass over shows what the one before it says. */
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

    /** Whether an element holds a formula for readers aloud and nothing else: it is hidden from eyes only. */
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

    /** Whether a program is a formula as it was typed. */
    static boolean isScript(Element script) {
        if (!script.normalName().equals("script")) {
            return false;
        }
        String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
        return TYPED.contains(type.split(";", 2)[0]);
    }

    /** Whether an element is what was drawn of the formula in the program behind it. */
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
