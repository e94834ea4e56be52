package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks that keys are codes of languages. A code of two letters must be one of ISO 639; longer ones are taken as they are. */
final class LanguageCodes {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private LanguageCodes() {}

    /** The form of the key is checked already. */
    static void check(Text key, Source source) {
        String code = key.value();
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
