package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.Validity;
import dev.winnow.text.Hosts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Finds parts of rules without effect: packs that no page uses, entries of {@code disable}, lexicons. */
final class Unused {

    private static final java.util.regex.Pattern LEXICON = java.util.regex.Pattern.compile("@([^}@]+)}");

    private final LoadedRules rules;
    private final List<Diagnostic> found;

    private Unused(LoadedRules rules, List<Diagnostic> found) {
        this.rules = rules;
        this.found = found;
    }

    /** Adds a finding for each part without effect. */
    static void find(LoadedRules rules, List<Diagnostic> found) {
        Unused unused = new Unused(rules, found);
        List<RulePack> packs = rules.sources().packs();
        unused.hosts(packs);
        unused.disabled(packs);
        unused.lexicons(packs);
    }

    /** If two packs name the same host, the first pack gets its pages. */
    private void hosts(List<RulePack> packs) {
        Map<String, List<RulePack>> byHost = new HashMap<>();
        for (RulePack pack : packs) {
            for (String host : pack.hosts()) {
                List<RulePack> others = byHost.computeIfAbsent(Hosts.spelled(host), name -> new ArrayList<>(1));
                others.stream()
                        .filter(other -> overlap(pack.valid(), other.valid()))
                        .findFirst()
                        .ifPresent(other -> add(
                                place(pack, host),
                                "'" + host + "' is a host of '" + other.id() + "' at " + other.place() + ", too, which "
                                        + (covers(other.valid(), pack.valid())
                                                ? "gets all its pages: no URL leads to this pack; name other hosts or other days ('valid'), or merge the two packs"
                                                : "gets its pages of the days for which both are 'valid'")));
                others.add(pack);
            }
        }
    }

    private static boolean overlap(Validity one, Validity other) {
        return !ends(one).isBefore(begins(other)) && !ends(other).isBefore(begins(one));
    }

    private static boolean covers(Validity wide, Validity narrow) {
        return !begins(wide).isAfter(begins(narrow)) && !ends(wide).isBefore(ends(narrow));
    }

    private static LocalDate begins(Validity valid) {
        return valid.from() == null ? LocalDate.MIN : valid.from();
    }

    private static LocalDate ends(Validity valid) {
        return valid.until() == null ? LocalDate.MAX : valid.until();
    }

    /** {@code disable} works only in site packs, and only for rules for all pages. */
    private void disabled(List<RulePack> packs) {
        Set<String> ofSites = new HashSet<>();
        packs.stream().filter(RulePack::ofSite).forEach(pack -> pack.rules().forEach(rule -> ofSites.add(rule.id())));
        for (RulePack pack : packs) {
            for (String id : pack.disable()) {
                if (!pack.ofSite()) {
                    add(
                            place(pack, id),
                            "'disable' works only in the pack of a site. This pack is for all pages, so '" + id
                                    + "' stays in force; remove the rule itself, or name 'hosts'");
                } else if (ofSites.contains(id)) {
                    add(
                            place(pack, id),
                            "'disable' switches off only rules for all pages, and '" + id
                                    + "' is a rule of a site: it stays in force; remove the rule itself");
                }
            }
        }
    }

    private void lexicons(List<RulePack> packs) {
        Set<String> named = new HashSet<>();
        for (RulePack pack : packs) {
            pack.fingerprints().forEach(lines -> lines.forEach(line -> named(line, named)));
            pack.rules().forEach(rule -> patterns(rule).forEach(pattern -> named(pattern, named)));
        }
        rules.lexicons().forEach((name, place) -> {
            if (!named.contains(name)) {
                add(
                        place,
                        "no template names {@" + name + "}, and Winnow has no built-in lexicon of this name"
                                + "; name it in a template, or remove it");
            }
        });
    }

    private static void named(Pattern pattern, Set<String> names) {
        Matcher name = LEXICON.matcher(pattern.written());
        while (name.find()) {
            names.add(name.group(1));
        }
    }

    /** Returns all patterns of a rule, including those of its exception. */
    static Stream<Pattern> patterns(Rule rule) {
        Stream<Pattern> own = rule.matcher().patterns().stream();
        return rule.conditions().unless() == null
                ? own
                : Stream.concat(own, rule.conditions().unless().line().stream());
    }

    /** Returns the place of a text in a pack; the pack's own place if the text is not found. */
    private Place place(RulePack pack, String text) {
        List<String> lines = rules.texts().getOrDefault(pack.place().path(), List.of());
        for (int i = pack.place().line() - 1; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(text);
            if (at >= 0) {
                return new Place(pack.place().path(), i + 1, lines.get(i).codePointCount(0, at) + 1);
            }
        }
        return pack.place();
    }

    private void add(Place place, String message) {
        found.add(new Diagnostic(place, Code.UNUSED.id(), message));
    }
}
