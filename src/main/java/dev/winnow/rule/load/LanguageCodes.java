package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads codes of languages. A code of two letters must be one of ISO 639; longer ones are taken as they are. What follows a hyphen
 * ({@code pt-BR}, {@code zh-Hant}) says for a person where the words are used: pages are told apart by their language alone.
 */
final class LanguageCodes {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private LanguageCodes() {}

    /** The language that a code names, without country and script. */
    static String language(String code) {
        int hyphen = code.indexOf('-');
        return hyphen < 0 ? code : code.substring(0, hyphen);
    }

    /** The languages that codes name, each once. */
    static List<String> languages(List<String> codes) {
        return codes.stream().map(LanguageCodes::language).distinct().toList();
    }

    /** The form of the key is checked already. */
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

    /** What people speak in the country that has this code: 'jp' is Japan, its language 'ja'. */
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
