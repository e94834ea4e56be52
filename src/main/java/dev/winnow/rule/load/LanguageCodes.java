package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads language codes. A code of two letters must be an ISO 639 code; longer codes are not checked. A part after a hyphen
 * ({@code pt-BR}, {@code zh-Hant}) is only information for people: pages are distinguished by language alone.
 */
final class LanguageCodes {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private LanguageCodes() {}

    /** Returns the language of a code, without country and script. */
    static String language(String code) {
        int hyphen = code.indexOf('-');
        return hyphen < 0 ? code : code.substring(0, hyphen);
    }

    /** Returns the languages of the codes, each once. */
    static List<String> languages(List<String> codes) {
        return codes.stream().map(LanguageCodes::language).distinct().toList();
    }

    /** Adds a problem if a code of two letters is not an ISO 639 code. The schema has checked the form of the key before. */
    static void check(Text key, Source source) {
        String code = language(key.value());
        if (source.checked()
                || code.length() != 2
                || KNOWN.contains(code)
                || !code.equals(code.toLowerCase(Locale.ROOT))) {
            return;
        }
        List<String> spoken = spokenIn(code);
        source.problem(
                key.start(),
                Code.NOT_ALLOWED,
                "there is no language '" + code + "'"
                        + (spoken.isEmpty()
                                ? "; write a code of ISO 639, such as 'en'"
                                : "; did you mean " + Words.list(spoken, "or") + "?"));
    }

    /**
     * Returns at most three languages of the country with this code. Authors confuse the two: 'jp' is Japan, its language is
     * 'ja'.
     */
    private static List<String> spokenIn(String country) {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> locale.getCountry().equalsIgnoreCase(country))
                .map(Locale::getLanguage)
                .distinct()
                .sorted()
                .limit(3)
                .toList();
    }
}
