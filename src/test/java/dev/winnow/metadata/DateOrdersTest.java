package dev.winnow.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.TestLexicons;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the shipped orders of dates against the short formats that the JDK has from CLDR. */
class DateOrdersTest {

    private static final Map<String, List<String>> ORDERS =
            TestLexicons.shipped().get("date-orders").orElseThrow().words();

    @TestFactory
    List<DynamicTest> allCountriesOfALanguageHaveItsOrder() {
        return ORDERS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> orders = new TreeSet<>();
                    Set<String> signs = new TreeSet<>();
                    Arrays.stream(Locale.getAvailableLocales())
                            .filter(locale -> locale.getLanguage().equals(entry.getKey()))
                            .forEach(locale -> {
                                String format = shortFormat(locale);
                                orders.add(format.replaceAll("[^dMy]", "").replaceAll("(.)\\1+", "$1"));
                                format.chars()
                                        .filter(c -> "./-".indexOf(c) >= 0)
                                        .forEach(c -> signs.add(Character.toString(c)));
                            });
                    assertThat(orders).containsExactly(entry.getValue().get(0).replace('m', 'M'));
                    assertThat(entry.getValue().get(1).split("")).containsExactlyInAnyOrderElementsOf(signs);
                }))
                .toList();
    }

    private static String shortFormat(Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    }
}
