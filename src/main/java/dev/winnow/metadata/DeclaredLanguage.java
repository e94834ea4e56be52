package dev.winnow.metadata;

import dev.winnow.label.Capture;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language that a page declares: in {@code lang}, {@code content-language}, {@code og:locale}, or an element that a pack
 * selects. It counts only if the text does not tell the language, because publishing systems and their themes often declare the
 * language of their makers.
 *
 * @param code ISO 639-1
 * @param evidence the first place that says so
 */
record DeclaredLanguage(String code, String evidence) {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    /** Returns the one language that all declarations name; null when there is none, or when they contradict each other. */
    static @Nullable DeclaredLanguage of(List<Capture> declarations) {
        DeclaredLanguage declared = null;
        for (Capture declaration : declarations) {
            String code = code(declaration.text());
            if (code != null && declared != null && !code.equals(declared.code())) {
                return null;
            }
            declared = code == null || declared != null ? declared : new DeclaredLanguage(code, declaration.rule());
        }
        return declared;
    }

    /** Returns the language of a tag such as {@code en-GB} or {@code pt_BR}; null when it has no two-letter code. */
    private static @Nullable String code(String tag) {
        int end = 0;
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        String code = Locale.forLanguageTag(tag.substring(0, end)).getLanguage();
        return CODES.contains(code) ? code : null;
    }
}
