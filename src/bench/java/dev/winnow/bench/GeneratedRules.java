package dev.winnow.bench;

import dev.winnow.rule.Matcher;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes rule packs of any size: rules such as sites need, with words of news prose so that their literals nearly match all
 * the time, in common packs so that all of them apply to every page. The kinds are mixed as in the packs that ship. The same
 * seed gives the same rules.
 */
final class GeneratedRules {

    /** How a rule is found, which is what it costs. */
    enum RuleForm {
        WHOLE,
        PREFIX,
        SUFFIX,
        INTERIOR,
        LEXICON,
        RANGE,
        LINES,
        INSIDE,
        REGEX
    }

    private static final int RULES_PER_FILE = 500;

    private static final java.util.regex.Pattern HOLE = java.util.regex.Pattern.compile("%[ANM]");

    private static final String[] ADJECTIVES = {
        "Northern",
        "Daily",
        "Local",
        "National",
        "Public",
        "New",
        "Early",
        "Open",
        "Great",
        "Central",
        "Modern",
        "Weekly",
        "Eastern",
        "Private",
        "Global",
        "Royal",
        "Rural",
        "Special",
        "Official",
        "Foreign",
        "Common",
        "Young",
        "Western",
        "Direct",
        "Social",
        "Federal",
        "Final",
        "Green",
        "Annual",
        "Second"
    };
    private static final String[] NOUNS = {
        "Harbour", "Market", "Council", "Health", "Travel", "Weather", "Business", "Culture", "Science", "School",
                "Election",
        "Energy", "Climate", "Money", "Football", "Village", "Court", "Police", "Minister", "Company", "Family",
                "River",
        "Bridge", "Garden", "Music", "Theatre", "Economy", "Border", "Hospital", "Railway", "Airport", "Budget",
                "Report",
        "Region", "Island", "Winter", "Summer", "Morning", "Evening", "People", "Country", "Government", "Industry",
                "Water",
        "Security", "Housing", "History", "Language", "Parliament", "Research"
    };
    private static final String[] MEDIA = {
        "Gazette", "Courier", "Herald", "Review", "Observer", "Bulletin", "Journal", "Dispatch", "Mirror", "Tribune"
    };
    private static final String[] LABELS = {
        "related", "share", "newsletter", "advert", "navigation", "widget", "footer", "comments", "paywall", "caption"
    };

    /** %A stands for an adjective, %N for a noun, %M for a medium: each gets a fresh word. */
    private static final Map<RuleForm, List<String>> TEMPLATES = new EnumMap<>(Map.of(
            RuleForm.WHOLE,
            List.of(
                    "More %A %N",
                    "Sign up for the %A %N newsletter",
                    "%N and %N in the %A %M",
                    "Latest %N %N",
                    "The %A %M",
                    "Follow our %N coverage",
                    "%A %N",
                    "Share this %N story with the %A %M"),
            RuleForm.PREFIX,
            List.of(
                    "More on %N and %N: {any}",
                    "Read our %A %N guide {any}",
                    "%N %N live: {any}",
                    "The %A %M is {any}",
                    "By the %A %N desk of the %M, {any}"),
            RuleForm.SUFFIX,
            List.of("{any} | The %A %M", "{any} - %N %N News", "{any} for %A %N subscribers", "{any} / %A %N"),
            RuleForm.INTERIOR,
            List.of(
                    "{int} %N %N shares",
                    "In {date} our %A %N",
                    "%N {any} of the %A %M",
                    "{person} is the %A %N editor of {any}",
                    "Last changed {datetime} by the %A %N desk"),
            RuleForm.LEXICON,
            List.of("{@bench-openers} %A %N", "{@bench-openers} the %N %M: {any}", "%N %N {@bench-openers}"),
            RuleForm.RANGE,
            List.of("Also in %A %N", "About the %A %N %M", "{@bench-openers} %N %N", "Elsewhere on the %A %M"),
            RuleForm.LINES,
            List.of("In %A %N", "The %N %M", "Inside the %A %M"),
            RuleForm.INSIDE,
            List.of("(%A %N %M)", "[%N %N]", "- The %A %M %N"),
            RuleForm.REGEX,
            List.of(
                    "(?i)(?:more|other) %A %Ns? (?:in|from) [a-z ]+",
                    "(?i)%A %N [0-9]{1,4} (?:of|and) [0-9]+", "(?i).{0,40}the %A %M(?: online)?")));

    private final Random random;
    private final Set<String> used = new HashSet<>();

    private GeneratedRules(long seed) {
        random = new Random(seed);
    }

    /**
     * Writes packs.
     *
     * @param folder an empty folder
     * @param count how many rules
     * @param like packs whose mixture of kinds is taken over
     */
    static void write(Path folder, int count, List<RulePack> like, long seed) throws IOException {
        List<RuleForm> mixture = mixture(like);
        GeneratedRules generated = new GeneratedRules(seed);
        Files.writeString(
                folder.resolve("lexicon.yaml"),
                "lexicon: bench-openers\nen: [more from, also in, read about, news of, updates on]\n"
                        + "de: [mehr aus, auch in, neues von]\nfr: [plus de, aussi dans]\n",
                StandardCharsets.UTF_8);
        for (int from = 0; from < count; from += RULES_PER_FILE) {
            StringBuilder pack = new StringBuilder("pack: common\nrules:\n");
            for (int i = from; i < Math.min(count, from + RULES_PER_FILE); i++) {
                generated.rule(pack, i, mixture.get(i % mixture.size()));
            }
            Files.writeString(folder.resolve("generated-" + from + ".yaml"), pack, StandardCharsets.UTF_8);
        }
    }

    /** A hundred kinds in the shares that they have in packs, shuffled; each kind at least once. */
    private static List<RuleForm> mixture(List<RulePack> packs) {
        Map<RuleForm, Integer> counts = new EnumMap<>(RuleForm.class);
        int total = 0;
        for (RulePack pack : packs) {
            for (Rule rule : pack.rules()) {
                // Rules on elements have nothing to do on plain text.
                if (!(rule.matcher() instanceof Matcher.OfElements)) {
                    counts.merge(kindOf(rule), 1, Integer::sum);
                    total++;
                }
            }
        }
        List<RuleForm> mixture = new ArrayList<>();
        for (RuleForm kind : RuleForm.values()) {
            int share = total == 0 ? 10 : Math.round(counts.getOrDefault(kind, 0) * 100f / total);
            for (int i = 0; i < Math.max(1, share); i++) {
                mixture.add(kind);
            }
        }
        java.util.Collections.shuffle(mixture, new Random(1));
        return mixture;
    }

    private static RuleForm kindOf(Rule rule) {
        Matcher matcher = rule.matcher();
        if (matcher instanceof Matcher.OfRange) {
            return RuleForm.RANGE;
        }
        if (matcher instanceof Matcher.OfLines) {
            return RuleForm.LINES;
        }
        if (matcher instanceof Matcher.Inside) {
            return RuleForm.INSIDE;
        }
        return kindOf(((Matcher.OfLine) matcher).patterns().get(0));
    }

    private static RuleForm kindOf(Pattern pattern) {
        String written = pattern.written();
        if (pattern instanceof Pattern.Regex) {
            return RuleForm.REGEX;
        }
        if (written.contains("{@")) {
            return RuleForm.LEXICON;
        }
        if (!written.contains("{")) {
            return RuleForm.WHOLE;
        }
        boolean opensWithSlot = written.startsWith("{");
        boolean endsWithSlot = written.endsWith("}");
        if (opensWithSlot == endsWithSlot) {
            return RuleForm.INTERIOR;
        }
        return opensWithSlot ? RuleForm.SUFFIX : RuleForm.PREFIX;
    }

    private void rule(StringBuilder out, int number, RuleForm kind) {
        String template = filled(kind);
        out.append("- id: bench-").append(number).append('\n');
        out.append("  label: ").append(any(LABELS)).append('\n');
        String quoted = quoted(template);
        String example = example(kind, template);
        switch (kind) {
            case RANGE -> out.append("  range: {from: ").append(quoted).append(rangeEnd());
            case LINES -> {
                out.append("  lines:\n  - {line: ").append(quoted).append("}\n");
                out.append("  - {line: \"{any}\", optional: true}\n  - {line: \"{int} comments\"}\n");
                example = example + "\nA line\n12 comments";
            }
            case INSIDE ->
                out.append("  inside: {")
                        .append(any(new String[] {"start", "end", "anywhere"}))
                        .append(": ")
                        .append(quoted)
                        .append("}\n");
            case REGEX -> out.append("  regex: ").append(quoted).append('\n');
            default -> out.append("  line: ").append(quoted).append('\n');
        }
        condition(out);
        out.append("  examples:\n  - hit: ").append(quoted("⟦" + example + "⟧").replace("\n", "\\n"));
        out.append("\n  - miss: Nothing of the kind.\n");
    }

    private String rangeEnd() {
        return switch (random.nextInt(3)) {
            case 0 -> ", while: link-like, at_most: 8}\n";
            case 1 -> ", to: end, at_most: 30}\n";
            default -> ", before: " + quoted(filled(RuleForm.WHOLE)) + ", at_most: 12}\n";
        };
    }

    private void condition(StringBuilder out) {
        switch (random.nextInt(6)) {
            case 0 -> out.append("  zone: [body, tail]\n");
            case 1 -> out.append("  last: 12\n");
            case 2 -> out.append("  shape: link-like\n");
            default -> {
                // Half of the rules that ship have no condition.
            }
        }
    }

    /** A template with words that no other rule has in this order. */
    private String filled(RuleForm kind) {
        List<String> templates = TEMPLATES.getOrDefault(kind, List.of());
        for (int attempt = 0; ; attempt++) {
            String template = templates.get(random.nextInt(templates.size()));
            if (attempt > 20) {
                // The short ones are used up.
                template = template.replaceFirst("%([NM])", "%N %N %$1");
            }
            String filled = HOLE.matcher(template).replaceAll(hole -> switch (hole.group()) {
                case "%A" -> any(ADJECTIVES);
                case "%N" -> any(NOUNS);
                default -> any(MEDIA);
            });
            if (used.add(filled)) {
                return filled;
            }
        }
    }

    private static String example(RuleForm kind, String template) {
        if (kind == RuleForm.REGEX) {
            return "More of it";
        }
        return template.replace("{any}", "Something else")
                .replace("{int}", "12")
                .replace("{date}", "2 June 2019")
                .replace("{datetime}", "2 June 2019 14:05")
                .replace("{person}", "Mara Lind")
                .replace("{@bench-openers}", "More from");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
