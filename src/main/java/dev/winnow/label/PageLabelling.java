package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Policy;
import dev.winnow.document.Shape;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.language.LanguageIdentifier.Identification;
import dev.winnow.rule.Candidates;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Field;
import dev.winnow.rule.MatchContext;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.ScannedLine;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Stratum;
import dev.winnow.rule.View;
import dev.winnow.rule.Zones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The labelling of one page. */
final class PageLabelling {

    /** Rounds until nothing more goes, each of which takes a line: two are usual, more than four only noise needs. */
    private static final int MAX_ROUNDS = 100;

    private static final int NOT_NUMBERED = -1;

    private final RuleSet rules;
    private final Policy policy;
    private final @Nullable RulePack forcedSite;
    private final @Nullable LanguageIdentifier languages;
    private final Masthead masthead;
    private final DatedEntries entries;
    private final Known known;
    private final @Nullable String only;
    private final boolean explaining;
    /** What runs before a single rule: nothing, unless it asks what its neighbours are. */
    private final @Nullable String before;

    private final Page original;
    private final ScannedPage page;
    /** What was decided of each line that a rule named, by its number. */
    private final @Nullable LineState[] states;

    private final Map<List<Object>, Proposal.NearMiss> nearMisses = new LinkedHashMap<>();
    /** Of each rule for a sequence the attempt that came farthest. */
    private final Map<String, Proposal.NearMiss> stops = new TreeMap<>();
    /** Rules that fitted somewhere; only when somebody asks for those that did not. */
    private final Set<String> fitted = new HashSet<>();

    private final Set<String> conflicts = new TreeSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable RulePack site;
    private @Nullable String title;
    /** The title that came with the page, as long as it counts. */
    private @Nullable String given;
    /** The headline that the lines left at the last round show by themselves. */
    private @Nullable String shown;
    /** Found by {@link RepeatedTitle}; a rule that knows the line by it may take the line. */
    private @Nullable String repeated;
    /** What the lines that are left are taken for. */
    private Identification identified;
    /** Whether lines that tell the language went since it was identified. */
    private boolean proseWent;

    /** Whether what the markup says has been used up, and the lines left are taken for text. */
    private boolean asText;

    private @Nullable Boolean proseBesideCode;

    private int matches;

    PageLabelling(
            RuleSet rules,
            Page page,
            Policy policy,
            @Nullable RulePack forcedSite,
            @Nullable LanguageIdentifier languages,
            Masthead masthead,
            DatedEntries entries,
            Known known,
            @Nullable String only,
            boolean explaining) {
        this.rules = rules;
        this.original = page;
        this.page = rules.scan(page);
        this.states = new LineState[page.lines().size()];
        this.policy = policy;
        this.forcedSite = forcedSite;
        this.languages = languages;
        this.masthead = masthead;
        this.entries = entries;
        this.identified = known.language() != null || languages == null
                ? new Identification(known.language(), true, -1)
                : languages.identify(page.lines());
        this.known = known;
        this.only = only;
        this.explaining = explaining;
        this.before = only != null && rules.asksForNeighbours(only) ? null : only;
        this.title = known.title();
        this.given = known.title();
    }

    Labelling label() {
        RulePack found = findSite();
        site = found;
        List<String> siteMisses =
                explaining && found == null ? rules.sites().misses(page, known.host(), known.day()) : List.of();
        String language = identified.language();
        boolean changed = true;
        // Who interrupts does not want the result.
        for (int round = 0;
                changed && round < MAX_ROUNDS && !Thread.currentThread().isInterrupted();
                round++) {
            changed = (round(round == 0) || siteGoesFirst(round == 0)) && only == null;
            if (!changed && only == null) {
                changed = looksLikeAnotherSite() | speaksAnotherLanguage() | showsAnotherTitle() || losesItsLinks();
            }
        }
        Verdicts decided = verdicts();
        return new Labelling(
                decided,
                captures(decided),
                found,
                language,
                nearMisses(),
                List.copyOf(conflicts),
                List.copyOf(warnings),
                siteMisses);
    }

    /** What is left may show another site's fingerprint, or none; its rules come next, as if it were cleaned again. */
    private boolean looksLikeAnotherSite() {
        RulePack last = site;
        site = findSite();
        if (site == null) {
            return last != null;
        }
        return last == null || !site.place().equals(last.place());
    }

    /** Of a page of noise so little may be left that it is taken for another language, or none; then as if it were cleaned again. */
    private boolean speaksAnotherLanguage() {
        if (languages == null || known.language() != null || identified.byProse() && !proseWent) {
            return false;
        }
        String last = identified.language();
        List<Line> left = page.lines().stream().map(ScannedLine::line).toList();
        identified = languages.identify(left);
        proseWent = false;
        boolean other = !Objects.equals(last, identified.language());
        if (other) {
            // What could not match in the one language may match in the other.
            page.replace(left);
        }
        return other;
    }

    /** What is left may show another headline to somebody who knows of none; then as if it were cleaned again. */
    private boolean showsAnotherTitle() {
        if (shown == null || shown.equals(title)) {
            return false;
        }
        title = null;
        given = null;
        return true;
    }

    /** Without markup nobody sees that a line is a link: what it is as text counts then, as if that were cleaned again. */
    private boolean losesItsLinks() {
        if (original.markup() == null || asText) {
            return false;
        }
        asText = true;
        List<Line> texts = page.lines().stream()
                .map(ScannedLine::line)
                .filter(Line::isLink)
                .map(Line::asText)
                .toList();
        page.replace(texts);
        return !texts.isEmpty();
    }

    private Verdicts verdicts() {
        Verdict[] named = new Verdict[states.length];
        for (int i = 0; i < states.length; i++) {
            LineState state = states[i];
            if (state != null) {
                named[i] = state.verdict();
            }
        }
        return new Verdicts(original, named);
    }

    private List<Capture> captures(List<Verdict> decided) {
        List<Capture> captures = new ArrayList<>();
        if (only == null) {
            for (RuleSet.Stated stated : rules.stated(page, site)) {
                captures.add(stated(stated, -1 - captures.size()));
            }
        }
        for (LineState state : states) {
            if (state != null) {
                captures.addAll(state.captures());
            }
        }
        if (repeated != null) {
            captures.add(new Capture(
                    Field.TITLE,
                    repeated,
                    RepeatedTitle.ID,
                    Capture.Origin.COMMON,
                    Label.TITLE,
                    -1 - captures.size(),
                    -1,
                    DateSettings.UNKNOWN));
        }
        if (only == null) {
            captures.addAll(DateNearTitle.captures(original, decided, known.title()));
            captures.removeIf(this::isOfOthers);
            captures.removeIf(date -> isOfEntry(date, decided));
            int headline = DateNearTitle.title(original, decided, title);
            List<Capture> all = List.copyOf(captures);
            captures.removeIf(date -> masthead.holds(date, all, original, decided, headline));
        }
        return captures;
    }

    /** What a line says that stands beside the article; a caption may, since it is its picture that it tells of. */
    private boolean isOfOthers(Capture capture) {
        return capture.origin() == Capture.Origin.COMMON
                && capture.line() >= 0
                && capture.field() != Field.CAPTION
                && capture.field() != Field.CREDIT
                && rules.isBeside(page, capture.line());
    }

    /** A day that the text tells of. */
    private static boolean isOfEntry(Capture date, List<Verdict> decided) {
        return date.line() >= 0
                && date.field() == Field.PUBLISHED
                && DatedEntries.ID.equals(decided.get(date.line()).reason().rule());
    }

    /** @param match a number of its own, beside those of rules and lines */
    private static Capture stated(RuleSet.Stated value, int match) {
        return new Capture(
                value.field(),
                value.text(),
                value.pack().id() + "/metadata",
                value.pack().ofSite() ? Capture.Origin.SITE : Capture.Origin.COMMON,
                Label.BODY,
                match,
                -1 - value.place(),
                value.pack().dates());
    }

    private @Nullable RulePack findSite() {
        if (forcedSite != null) {
            return forcedSite;
        }
        if (known.host() != null) {
            return rules.sites().ofHost(known.host(), known.day()).orElse(null);
        }
        return rules.sites().ofPage(page, known.day()).orElse(null);
    }

    /** Labels the lines that are left; says whether anything went. */
    private boolean round(boolean first) {
        ScannedPage.Left lines = page.lines();
        Resolver resolver = new Resolver(lines.size(), line -> isCode(lines.line(line)));
        List<Proposal.NearMiss> missed = new ArrayList<>();

        Candidates candidates = rules.candidates(page, site, context(), explaining);
        View view = new View(original, lines, site, context(), null, resolver.labels());
        resolver.add(propose(Stratum.LINES, candidates, view, before, missed));
        if (only == null && !siteGoesFirst(first)) {
            resolver.add(rules.proposeOutside(page, site));
            resolver.add(HeadTitle.propose(lines, original, known.title()));
            resolver.add(entries.propose(lines));
        }
        shown = capturedTitle(resolver, lines.size());
        if (shown == null && only == null) {
            List<Proposal> proposed = RepeatedTitle.propose(lines, resolver.labels());
            shown = proposed.isEmpty()
                    ? null
                    : proposed.get(0).captures().get(0).text();
            resolver.add(given == null ? proposed : List.of());
            boolean tells = !proposed.isEmpty() && RepeatedTitle.tellsTitle(proposed.get(0));
            repeated = repeated == null && known.title() == null && tells ? shown : repeated;
        }
        title = title == null ? shown : title;
        Zones zones = Zones.of(lines, resolver.labels());
        if (only == null && !asText) {
            resolver.add(LinkLines.propose(lines, original, zones, resolver.labels(), known.host()));
        }
        view = new View(original, lines, site, context(), zones, resolver.labels());
        resolver.add(propose(Stratum.ZONES, candidates, view, before, missed));
        if (only != null && before == null) {
            resolver = new Resolver(lines.size(), line -> isCode(lines.line(line)));
        }
        resolver.add(propose(Stratum.NEIGHBOURS, candidates, view, only, missed));

        conflicts.addAll(resolver.conflicts());
        note(missed, lines);
        return decide(lines, resolver, first);
    }

    private List<Proposal> propose(
            Stratum stratum, Candidates candidates, View view, @Nullable String one, List<Proposal.NearMiss> missed) {
        List<Proposal> proposals = rules.propose(stratum, candidates, view, one, explaining, missed);
        if (explaining) {
            proposals.forEach(proposal -> fitted.add(proposal.rule().id()));
        }
        return proposals;
    }

    /** A site's rules know the headline of a page of HTML by the lines around it, once menus above them are gone. */
    private boolean siteGoesFirst(boolean first) {
        return first && site != null && original.markup() != null;
    }

    /** Whether a line stands among code, on a page that has prose around it: some pages show all they have as code. */
    private boolean isCode(Line line) {
        return original.isPreformatted(line.index()) && hasProseBesideCode();
    }

    private boolean hasProseBesideCode() {
        if (proseBesideCode == null) {
            proseBesideCode = original.lines().stream()
                    .anyMatch(line -> !original.isPreformatted(line.index()) && line.is(Shape.SENTENCE_LIKE));
        }
        return proseBesideCode;
    }

    private MatchContext context() {
        return new MatchContext(identified.language(), title == null ? Map.of() : Map.of(Field.TITLE, title));
    }

    private static @Nullable String capturedTitle(Resolver resolver, int lines) {
        for (int line = 0; line < lines; line++) {
            Resolver.Winner winner = resolver.line(line);
            if (winner == null) {
                continue;
            }
            for (Proposal.Captured captured : winner.proposal().captures()) {
                if (captured.field() == Field.TITLE && captured.line() == line) {
                    return captured.text();
                }
            }
        }
        return null;
    }

    private void note(List<Proposal.NearMiss> missed, ScannedPage.Left left) {
        for (Proposal.NearMiss miss : missed) {
            int line = left.line(miss.line()).index();
            Proposal.NearMiss placed =
                    new Proposal.NearMiss(miss.rule(), line, miss.guard(), miss.budget(), miss.parts());
            if (miss.parts() > 0) {
                stops.merge(miss.rule(), placed, (old, other) -> other.parts() > old.parts() ? other : old);
                continue;
            }
            nearMisses.putIfAbsent(List.of(miss.rule(), line), placed);
            if (miss.budget()) {
                warnings.add("line " + (line + 1) + ": " + miss.rule() + " is " + miss.guard());
            }
        }
    }

    /** Rules that fitted but for a guard, and of each rule whose sequence fits nowhere the attempt that came farthest. */
    private List<Proposal.NearMiss> nearMisses() {
        List<Proposal.NearMiss> all = new ArrayList<>(nearMisses.values());
        stops.values().stream().filter(stop -> !fitted.contains(stop.rule())).forEach(all::add);
        return all;
    }

    private boolean decide(ScannedPage.Left left, Resolver resolver, boolean first) {
        int[] numbers = new int[resolver.proposalCount()];
        Arrays.fill(numbers, NOT_NUMBERED);
        BitSet gone = new BitSet(states.length);
        List<Line> rests = new ArrayList<>();
        boolean changed = false;
        for (int i = resolver.nextTouched(0); i >= 0; i = resolver.nextTouched(i + 1)) {
            Line line = left.line(i);
            LineState state = state(line);
            changed |= decide(state, i, resolver, numbers, first);
            Line rest = state.rest();
            proseWent |= (rest != null || state.isRemoved())
                    && line.index() <= identified.lastRead()
                    && line.is(Shape.SENTENCE_LIKE);
            if (rest != null) {
                rests.add(rest);
            } else if (state.isRemoved()) {
                gone.set(line.index());
            }
        }
        page.replace(rests);
        page.remove(gone);
        return changed;
    }

    private boolean decide(LineState state, int at, Resolver resolver, int[] numbers, boolean first) {
        boolean changed = false;
        Resolver.Winner winner = resolver.line(at);
        if (winner != null && asked(winner)) {
            int number = number(winner, numbers);
            changed = state.called(winner, number, policy, first);
            capture(winner, number, at, state, false);
        }
        if (!state.isRemoved()) {
            for (Resolver.Winner stretch : resolver.stretches(at)) {
                if (asked(stretch)) {
                    int number = number(stretch, numbers);
                    changed |= state.stretched(stretch, policy);
                    capture(stretch, number, at, state, true);
                }
            }
        }
        return changed;
    }

    /** The number of the match, the same for all lines of one proposal. */
    private int number(Resolver.Winner winner, int[] numbers) {
        if (numbers[winner.number()] == NOT_NUMBERED) {
            numbers[winner.number()] = matches++;
        }
        return numbers[winner.number()];
    }

    private LineState state(Line line) {
        LineState state = states[line.index()];
        if (state == null) {
            Line whole = original.lines().get(line.index());
            state = new LineState(whole, ByShape.of(original, line.index()).reason());
            states[line.index()] = state;
        }
        return state;
    }

    private boolean asked(Resolver.Winner winner) {
        return only == null || only.equals(winner.proposal().rule().id());
    }

    /** What only repeats itself is no title of a page whose title is known or was shown before, nor further down. */
    private boolean isSecondGuess(Proposal.Captured captured, Resolver.Winner winner) {
        return captured.field() == Field.TITLE
                && winner.proposal().rule().id().equals(RepeatedTitle.ID)
                && (known.title() != null
                        || !captured.text().equals(repeated)
                        || !RepeatedTitle.tellsTitle(winner.proposal()));
    }

    /** Takes over the values a match found in a line. */
    private void capture(Resolver.Winner winner, int match, int viewLine, LineState line, boolean stretch) {
        for (Proposal.Captured captured : winner.proposal().captures()) {
            if (captured.line() != viewLine || isSecondGuess(captured, winner)) {
                continue;
            }
            line.capture(
                    new Capture(
                            captured.field(),
                            captured.text(),
                            winner.proposal().rule().id(),
                            winner.proposal().pack().ofSite() ? Capture.Origin.SITE : Capture.Origin.COMMON,
                            winner.label(),
                            match,
                            line.line().index(),
                            winner.proposal().pack().dates()),
                    stretch);
        }
    }
}
