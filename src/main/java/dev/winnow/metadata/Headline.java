package dev.winnow.metadata;

import dev.winnow.document.HeadValue;
import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;
import dev.winnow.rule.TitleParts;
import dev.winnow.rule.TitleParts.Parting;
import dev.winnow.rule.Titles;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.People;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import dev.winnow.text.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds an article's headline among what a page calls its title: without the site's name, the section and the date beside it, and
 * as the page's own heading has it. Immutable and thread-safe.
 */
final class Headline {

    /** Evidence of a value in JSON-LD. */
    private static final String JSON_LD = "html/json-ld";

    private static final String BROWSER_TITLE = "html/title";
    private static final String MAIN_HEADING = "html/h1";

    /** A heading of fewer letters, or of one word, may be anything's. */
    private static final int FEWEST_WORDS = 2;

    private static final int FEWEST_UNSPACED = 4;

    /** A word that two titles share says nothing when it is shorter. */
    private static final int SHORT_WORD = 3;

    /** Share of the words of two headlines that they have in common when one says the other in other words. */
    private static final double REWORDED = 0.5;

    private static final int FEWEST_COMMON_WORDS = 2;

    private static final int MOST_ROUNDS = 6;

    /** Signs between a headline, its section and the site that stand in no headline. */
    private static final String STEPS = "|｜_»›>«‹<→←";

    private static final int MOST_STEP_WORDS = 3;

    private static final Pattern DATE = Pattern.compile("[\\s\\d]*\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}[\\s\\d.:,]*");
    private static final Pattern CUT = Pattern.compile("(.{10,}?)\\s?(?:…|\\.\\.\\.)", Pattern.DOTALL);

    private final Set<String> nothing;
    private final Set<String> home;

    Headline(Lexicons lexicons) {
        nothing = LexiconEntry.folded(lexicons, "no-values");
        home = LexiconEntry.folded(lexicons, "home");
    }

    /**
     * A title and where it is from.
     *
     * @param evidence of the value, or of what showed which part of it is the headline
     */
    record Found(String title, String evidence) {}

    /** A heading of the page, or another of its titles. */
    private record Candidate(String text, String evidence) {}

    /**
     * The headline; null when there is none.
     *
     * @param captures of titles, in precedence
     * @param headings of the page, main ones before others, in its order
     * @param siteNames names that are no headlines
     * @param sections names that are none behind a headline
     */
    @Nullable
    Found of(List<Capture> captures, List<HeadValue> headings, List<String> siteNames, List<String> sections) {
        List<Candidate> titles = new ArrayList<>();
        for (Capture capture : captures) {
            String title = bare(capture.text(), siteNames, sections);
            if (title != null) {
                titles.add(new Candidate(title, capture.rule()));
            }
        }
        Map<String, Candidate> distinct = new LinkedHashMap<>();
        for (HeadValue heading : headings) {
            String text = bare(heading.text(), siteNames, List.of());
            if (text != null && !TextValues.isSite(text, siteNames)) {
                distinct.putIfAbsent(TextValues.key(text), new Candidate(text, heading.evidence()));
            }
        }
        List<Candidate> shown = List.copyOf(distinct.values());
        Candidate main = only(shown);
        Candidate first = first(titles, main, siteNames);
        if (first == null) {
            return null;
        }
        boolean ofSite = !captures.isEmpty()
                && captures.get(0).rank() == Provenance.Rank.SITE
                && captures.get(0).rule().equals(first.evidence());
        Candidate best = ofSite ? first : whole(asShown(described(first, titles, main), shown, titles), shown, titles);
        if (shown.isEmpty() && best.evidence().startsWith("html/")) {
            best = new Candidate(beforeBar(best.text()), best.evidence());
        }
        return new Found(best.text(), best.evidence());
    }

    /** Where no heading tells, what stands before a bar is the headline if all behind it is shorter: the section, the site's name. */
    private static String beforeBar(String title) {
        return TitleParts.of(title).stream()
                .filter(Parting::strong)
                .findFirst()
                .map(parting -> title.substring(0, parting.start()))
                .filter(first -> isWordy(first) && 2 * first.length() > title.length())
                .orElse(title);
    }

    /** The main heading, when there is but one. */
    private static @Nullable Candidate only(List<Candidate> shown) {
        List<Candidate> main = shown.stream()
                .filter(heading -> heading.evidence().equals(MAIN_HEADING))
                .toList();
        return main.size() == 1 ? main.get(0) : null;
    }

    /** What programs are told of the article, then the page's own main heading, then what else is called the title. */
    private @Nullable Candidate first(List<Candidate> titles, @Nullable Candidate main, List<String> siteNames) {
        for (Candidate title : titles) {
            boolean trusted =
                    !title.evidence().startsWith("html/") || title.evidence().equals(JSON_LD);
            if (!trusted && main != null && isBetter(main, title, titles)) {
                return main;
            }
            if (!TextValues.isSite(title.text(), siteNames)) {
                return title;
            }
        }
        return main;
    }

    /**
     * Whether the main heading is rather the headline than a title for programs: unless it is the name of the site, or the title
     * with something around it, or only the browser's title says the same.
     */
    private static boolean isBetter(Candidate main, Candidate title, List<Candidate> titles) {
        if (!isWordy(main.text()) || isDecorated(main.text(), title.text())) {
            return false;
        }
        for (Candidate other : titles) {
            if (other.evidence().equals(BROWSER_TITLE) && !title.evidence().equals(BROWSER_TITLE)) {
                boolean sameAsMain = says(other, main);
                return !sameAsMain || says(other, title) || !shareWord(main.text(), title.text());
            }
        }
        return titles.stream().noneMatch(other -> isPartButNoHeadline(other.text(), main.text()));
    }

    /** Whether a heading is a title with a kicker, a date or the like beside it. */
    private static boolean isDecorated(String heading, String title) {
        boolean dated = heading.length() > title.length() + 1
                && heading.startsWith(title)
                && Character.isDigit(heading.substring(title.length()).strip().charAt(0));
        return isWordy(title) && (dated || TitleParts.isHeadline(heading, title, true));
    }

    private static boolean isPartButNoHeadline(String title, String heading) {
        return TitleParts.of(title).stream()
                        .anyMatch(parting -> TextValues.isSite(title.substring(parting.end()), List.of(heading))
                                || TextValues.isSite(title.substring(0, parting.start()), List.of(heading)))
                && !TitleParts.isHeadline(title, heading, true);
    }

    /**
     * Where the name of a thing, the main heading and the browser's title agree, a headline that differs describes it; so does one
     * that shares no word with the others. Where the browser's title says a headline that the main heading says in other words, it
     * is written for search engines, and readers see the heading.
     */
    private static Candidate described(Candidate first, List<Candidate> titles, @Nullable Candidate main) {
        if (!first.evidence().equals(JSON_LD) || main == null || Titles.same(first.text(), main.text())) {
            return first;
        }
        boolean titled = titles.stream().anyMatch(title -> title.evidence().equals(BROWSER_TITLE) && says(title, main));
        boolean named = titles.stream()
                .anyMatch(title -> title.evidence().equals(JSON_LD)
                        && !title.equals(first)
                        && Titles.same(title.text(), main.text()));
        if (titled) {
            return named || !shareWord(first.text(), main.text()) ? main : first;
        }
        boolean forSearch =
                titles.stream().anyMatch(title -> title.evidence().equals(BROWSER_TITLE) && says(title, first));
        // What ends with the headline has a kicker before it.
        return forSearch
                        && !Folding.fold(main.text()).endsWith(Folding.fold(first.text()))
                        && Wording.alike(first.text(), main.text(), FEWEST_COMMON_WORDS) >= REWORDED
                ? main
                : first;
    }

    private static boolean says(Candidate title, Candidate heading) {
        return Titles.same(title.text(), heading.text()) || TitleParts.isHeadline(title.text(), heading.text(), true);
    }

    private static boolean shareWord(String one, String other) {
        Set<String> words = new HashSet<>(Arrays.asList(Folding.fold(one).split(" ")));
        for (String word : Folding.fold(other).split(" ")) {
            if (word.length() > SHORT_WORD && words.contains(word) || People.isUnspaced(word)) {
                return true;
            }
        }
        return false;
    }

    /** The longest of the page's headings that is a part of the title, or the part that another title shows to be the headline. */
    private static Candidate asShown(Candidate title, List<Candidate> shown, List<Candidate> titles) {
        Candidate best = null;
        for (Candidate heading : shown) {
            if (Folding.fold(heading.text()).equals(Folding.fold(title.text()))) {
                return title;
            }
            boolean longer =
                    best == null || heading.text().length() > best.text().length();
            if (longer
                    && isWordy(heading.text())
                    && TitleParts.isHeadline(
                            title.text(), heading.text(), heading.evidence().equals(MAIN_HEADING))) {
                best = heading;
            }
        }
        for (Candidate other : titles) {
            if (best == null && begins(title.text(), other.text())) {
                best = other;
            }
        }
        return best == null ? title : best;
    }

    /** Whether a title is another one with something behind it that is set apart, but not by a colon. */
    private static boolean begins(String title, String other) {
        String folded = Folding.fold(other);
        return other.length() < title.length()
                && TitleParts.of(title).stream()
                        .anyMatch(parting -> !parting.colon()
                                && Folding.fold(title.substring(0, parting.start()))
                                        .equals(folded));
    }

    /** A title that was cut gives way to one that begins as it does. */
    private static Candidate whole(Candidate title, List<Candidate> shown, List<Candidate> titles) {
        var cut = CUT.matcher(title.text());
        if (!cut.matches()) {
            return title;
        }
        String start = Folding.fold(cut.group(1));
        List<Candidate> all = new ArrayList<>(shown);
        all.addAll(titles);
        for (Candidate other : all) {
            boolean cutToo = CUT.matcher(other.text()).matches();
            boolean sameBesideSite = TitleParts.of(other.text()).stream()
                    .anyMatch(parting -> Folding.fold(other.text().substring(0, parting.start()))
                            .equals(start));
            if (!cutToo && !sameBesideSite && Folding.fold(other.text()).startsWith(start)) {
                return other;
            }
        }
        return title;
    }

    /** A title without the names of the site before and behind it, and without what stands before the site's name. */
    @Nullable
    String bare(String text, List<String> siteNames, List<String> sections) {
        String title = TextValues.plain(text);
        boolean ofSite = false;
        String signBefore = "";
        String signBehind = "";
        for (int round = 0; title != null && round < MOST_ROUNDS; round++) {
            List<Parting> partings = TitleParts.of(title);
            String shorter = title;
            for (int i = partings.size() - 1; i >= 0 && shorter.length() == title.length(); i--) {
                String behind = title.substring(partings.get(i).end());
                boolean last = i == partings.size() - 1;
                if (TextValues.isSite(behind, siteNames)
                        || last && DATE.matcher(behind).matches()
                        || last && isHome(behind)
                        || last && ofSite && TextValues.isSite(behind, sections)
                        || last
                                && isStep(
                                        behind,
                                        title.substring(0, partings.get(i).start()),
                                        signBehind,
                                        sign(title, partings.get(i)))) {
                    ofSite = true;
                    signBehind = sign(title, partings.get(i));
                    shorter = title.substring(0, partings.get(i).start());
                }
            }
            for (int i = 0; i < partings.size() && shorter.length() == title.length(); i++) {
                String before = title.substring(0, partings.get(i).start());
                String rest = title.substring(partings.get(i).end());
                if (TextValues.isSite(before, siteNames)
                        || i == 0 && isHome(before)
                        || i == 0 && isStep(before, rest, signBefore, sign(title, partings.get(i)))) {
                    signBefore = sign(title, partings.get(i));
                    shorter = rest;
                }
            }
            if (shorter.length() == title.length()) {
                break;
            }
            title = TextValues.plain(shorter);
        }
        return title == null || isNothing(title) || isHome(title) ? null : title;
    }

    private static String sign(String title, Parting parting) {
        return title.substring(parting.start(), parting.end()).strip();
    }

    /** Whether a few words are set apart from the headline as the site's name was, by a sign that no headline has: a section. */
    private static boolean isStep(String step, String headline, String signOfSite, String sign) {
        return !signOfSite.isEmpty()
                && STEPS.indexOf(signOfSite.charAt(0)) >= 0
                && signOfSite.equals(sign)
                && step.length() < headline.length()
                && Characters.words(step) <= MOST_STEP_WORDS;
    }

    /** A step of a breadcrumb that every page has. */
    private boolean isHome(String text) {
        return home.contains(Folding.fold(text));
    }

    private boolean isNothing(String text) {
        return nothing.contains(Folding.fold(text)) || Folding.fold(text).isEmpty();
    }

    /** Whether it has some words; in scripts without spaces, some letters. */
    private static boolean isWordy(String text) {
        return Characters.isWordy(text.strip(), FEWEST_WORDS, FEWEST_UNSPACED);
    }
}
