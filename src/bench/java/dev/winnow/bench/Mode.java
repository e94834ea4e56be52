package dev.winnow.bench;

import dev.winnow.Winnow;
import dev.winnow.rule.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is measured. Rule sets larger than the one that ships are filled up with {@link GeneratedRules}. */
public enum Mode {
    /** Decode, split, encode, and nothing else. */
    BASELINE(0, false),
    /** The rules that ship. */
    SHIPPED(0, true),
    /** Where more than a hundred ship, the same as {@link #SHIPPED}. */
    RULES_100(100, true),
    RULES_1000(1_000, true),
    /** Without the ledger in the output. */
    RULES_1000_NO_LEDGER(1_000, false),
    RULES_10000(10_000, true);

    private static final long SEED = 20_170_413L;

    private final int rules;
    private final boolean ledger;

    Mode(int rules, boolean ledger) {
        this.rules = rules;
        this.ledger = ledger;
    }

    Work work() throws IOException {
        return this == BASELINE ? new Baseline() : new Cleaning(winnow(rules), ledger);
    }

    /** Winnow with the rules that ship and as many more as it takes to have {@code total}. */
    static Winnow winnow(int total) throws IOException {
        Winnow shipped = Winnow.builder().build();
        List<RulePack> packs = shipped.rules().packs();
        int more = total - count(shipped);
        if (more <= 0) {
            return shipped;
        }
        Path folder = Files.createTempDirectory("winnow-bench-rules");
        try {
            GeneratedRules.write(folder, more, packs, SEED);
            return Winnow.builder().rules(folder).build();
        } finally {
            delete(folder);
        }
    }

    static int count(Winnow winnow) {
        return winnow.rules().packs().stream()
                .mapToInt(pack -> pack.rules().size())
                .sum();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
