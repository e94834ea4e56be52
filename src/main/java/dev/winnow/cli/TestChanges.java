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
 * Decides which tests changed files concern. The pack of a site concerns its examples and the pages of the site. A common pack
 * concerns its examples and every page. A word list concerns everything. A file of a fixture concerns this fixture.
 */
final class TestChanges {

    private final Set<Path> files;
    private final Set<Path> packs = new HashSet<>();
    private final Set<String> sites = new HashSet<>();
    private boolean everything;
    private boolean everyPage;

    /**
     * @param files absolute paths of the changed files
     * @param rules files and folders of rules
     * @param inForce all packs that are loaded
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

    /** Whether a file may be a lexicon, a word list or a deleted pack, or is a folder in which anything may have changed. */
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
