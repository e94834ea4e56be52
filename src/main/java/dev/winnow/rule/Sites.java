package dev.winnow.rule;

import dev.winnow.text.Hosts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the pack of a site by id, by host, or by the fingerprints on a page. Immutable and thread-safe. */
public final class Sites {

    private final List<RulePack> packs;
    private final Map<String, List<RulePack>> byHost = new HashMap<>();
    private final CompiledRules rules;

    Sites(List<RulePack> packs, CompiledRules rules) {
        this.packs = packs;
        this.rules = rules;
        for (RulePack pack : packs) {
            for (String host : pack.hosts()) {
                byHost.computeIfAbsent(Hosts.spelled(host), h -> new ArrayList<>())
                        .add(pack);
            }
        }
    }

    /** Returns the site's pack with this id. */
    public Optional<RulePack> byId(String id) {
        return packs.stream()
                .filter(pack -> pack.ofSite() && pack.id().equals(id))
                .findFirst();
    }

    /**
     * Returns the pack for a host: one that names it, or else one with the nearest parent domain after {@code *.}.
     *
     * @param day day of the page; chooses among layouts of a site. Null when unknown
     */
    public Optional<RulePack> ofHost(String host, @Nullable LocalDate day) {
        String name = host;
        while (true) {
            Optional<RulePack> found = byHost.getOrDefault(name, List.of()).stream()
                    .filter(pack -> day == null || pack.valid().covers(day))
                    .findFirst();
            int dot = name.indexOf('.', name.startsWith("*.") ? 2 : 0);
            if (found.isPresent() || dot < 0) {
                return found;
            }
            name = "*." + name.substring(dot + 1);
        }
    }

    /** Returns the pack whose fingerprints the page shows; the one with most when there are several. */
    public Optional<RulePack> ofPage(ScannedPage page, @Nullable LocalDate day) {
        Map<Integer, Integer> hits = new TreeMap<>();
        for (int hit = 0; hit < page.hitCount(); hit++) {
            Fingerprint fingerprint = rules.fingerprint(page.trigger(hit));
            int line = page.position(hit);
            if (fingerprint != null && line >= 0 && fingerprint.fits(page.lines(), line)) {
                hits.merge(fingerprint.pack(), 1, Integer::sum);
            }
        }
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        return hits.entrySet().stream()
                .filter(hit -> day == null || packs.get(hit.getKey()).valid().covers(day))
                .max(Comparator.comparing((Map.Entry<Integer, Integer> hit) -> hit.getValue())
                        .thenComparing(hit -> packs.get(hit.getKey()).id(), Comparator.reverseOrder()))
                .map(hit -> packs.get(hit.getKey()));
    }

    /**
     * Returns why the page belongs to none of the sites that are likely, for people: a fingerprint fits in part, or the
     * layout is of other days.
     *
     * @param host of the page; null when unknown. Fingerprints count only then
     */
    public List<String> misses(ScannedPage page, @Nullable String host, @Nullable LocalDate day) {
        List<String> misses = new ArrayList<>();
        if (host != null) {
            ofHost(host, null).ifPresent(pack -> misses.add(outOfDate(pack, day)));
            if (misses.isEmpty()) {
                misses.add("no pack names the host " + host + Suggestion.of(host, byHost.keySet()));
            }
            return misses;
        }
        Map<Integer, String> byPack = new TreeMap<>();
        for (int hit = 0; hit < page.hitCount(); hit++) {
            Fingerprint fingerprint = rules.fingerprint(page.trigger(hit));
            int line = page.position(hit);
            if (fingerprint == null || line < 0) {
                continue;
            }
            RulePack pack = packs.get(fingerprint.pack());
            if (fingerprint.fits(page.lines(), line)) {
                byPack.put(fingerprint.pack(), outOfDate(pack, day));
            } else {
                fingerprint
                        .stop(page.lines(), line)
                        .ifPresent(stop -> byPack.putIfAbsent(fingerprint.pack(), pack.id() + ": " + stop));
            }
        }
        misses.addAll(byPack.values());
        return misses;
    }

    private static String outOfDate(RulePack pack, @Nullable LocalDate day) {
        return pack.id() + " is not valid ('valid') on the day of this page, " + day;
    }
}
