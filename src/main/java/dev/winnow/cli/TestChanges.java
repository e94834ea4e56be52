package dev.winnow.cli;

import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureRunner.Seen;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changed files touch: a site's pack its examples and the pages of the site; a pack for all pages its examples and every page; a word
 * list everything; a fixture's file this fixture.
 */
final class TestChanges {

    private final Set<Path> files;
    private final Set<Path> packs = new HashSet<>();
    private final Set<String> sites = new HashSet<>();
    private boolean everything;
    private boolean everyPage;

    /**
     * @param files absolute paths
     * @param rules where rules stand
     * @param inForce all packs
     */
    TestChanges(Set<Path> files, List<Path> rules, List<RulePack> inForce) {
        this.files = files;
        Map<Path, RulePack> known = new HashMap<>();
        inForce.forEach(pack -> known.put(Standard.absolute(Path.of(pack.place().path())), pack));
        for (Path file : files) {
            RulePack pack = known.get(file);
            if (pack != null) {
                packs.add(file);
                everyPage |= !pack.ofSite();
                sites.add(pack.id());
            } else if (rules.stream().anyMatch(root -> file.startsWith(Standard.absolute(root)))) {
                everything |= isRules(file);
            }
        }
    }

    /** A lexicon, a list of words, a pack that is gone, or a folder of which nobody knows what changed in it. */
    private static boolean isRules(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".txt") || Files.isDirectory(file);
    }

    boolean touch(Rule rule) {
        return everything
                || packs.contains(Standard.absolute(Path.of(rule.place().path())));
    }

    boolean touch(FixtureCase fixture, Seen seen) {
        Path folder = Standard.absolute(fixture.folder());
        return everything
                || everyPage
                || seen.site() != null && sites.contains(seen.site())
                || sites.stream().anyMatch(site -> ("/" + fixture.name() + "/").contains("/" + site + "/"))
                || files.stream().anyMatch(file -> file.startsWith(folder) || folder.startsWith(file));
    }
}
