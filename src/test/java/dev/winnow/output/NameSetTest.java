package dev.winnow.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameSetTest {

    @Test
    void holdsWhatASetOfAllNamesHolds() {
        NameSet names = new NameSet();
        Set<String> all = new HashSet<>();
        Random random = new Random(41);
        for (int i = 0; i < 300_000; i++) {
            String name = "page-" + random.nextInt(400_000);
            assertThat(names.contains(name)).isEqualTo(all.contains(name));
            assertThat(names.add(name)).isEqualTo(all.add(name));
        }
        assertThat(names.size()).isEqualTo(all.size());
    }

    @Test
    void comparesAsFileSystemsMight() {
        NameSet names = new NameSet();
        assertThat(names.add("Stra\u00DFe/\u00C9t\u00E9")).isTrue();
        assertThat(names.contains("STRASSE/e\u0301te\u0301")).isTrue();
        assertThat(names.contains("Stra\u00DFe\u200D/\u00C9t\u00E9")).isTrue();
        assertThat(names.contains("Strase/\u00C9t\u00E9")).isFalse();
    }
}
