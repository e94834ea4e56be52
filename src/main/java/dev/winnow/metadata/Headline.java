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
 * Finds the article's headline among the titles of a page: without the site's name, the section and the date beside it, and in
 * the form of the page's own heading. Immutable and thread-safe.
 */
final class Headline {

    /** Evidence of a value in JSON-LD. */
    private static final String JSON_LD = "html/json-ld";

    private static final String BROWSER_TITLE = "html/title";
    private static final String MAIN_HEADING = "html/h1";

    /**
     * Minimum number of words of a heading; in scripts without spaces, {@link #FEWEST_UNSPACED} letters. Shorter headings tell
     * too little.
     */
    private static final int FEWEST_WORDS = 2;

    private static final int FEWEST_UNSPACED = 4;

    /** Maximum length of a short word. Two titles that share only short words have nothing in common. */
    private static final int SHORT_WORD = 3;

    /** Minimum share of common words for two headlines to be the same in other words. */
    private static final double REWORDED = 0.5;

    private static final int FEWEST_COMMON_WORDS = 2;

    private static final int MOST_ROUNDS = 6;

    /** Separators between a headline, its section and the site. They never stand in a headline. */
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
     * A title and its source.
     *
     * @param evidence of the value, or of the heading that showed which part of it is the headline
     */
    record Found(String title, String evidence) {}

    /** A heading of the page, or another of its titles. */
    private record Candidate(String text, String evidence) {}

    /**
     * Returns the headline; null when there is none.
     *
     * @param captures of titles, sorted by precedence
     * @param headings of the page: main ones first, then the others, each in page order
     * @param siteNames names that are no headlines
     * @param sections names that do not belong to a headline when they stand behind it
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

    /**
     * Returns the part before a bar, where no heading tells the headline. It must be longer than the rest, which is the section
     * and the site's name.
     */
    private static String beforeBar(String title) {
        return TitleParts.of(title).stream()
                .filter(Parting::strong)
                .findFirst()
                .map(parting -> title.substring(0, parting.start()))
                .filter(first -> isWordy(first) && 2 * first.length() > title.length())
                .orElse(title);
    }

    /** Returns the main heading if there is exactly one; else null. */
    private static @Nullable Candidate only(List<Candidate> shown) {
        List<Candidate> main = shown.stream()
                .filter(heading -> heading.evidence().equals(MAIN_HEADING))
                .toList();
        return main.size() == 1 ? main.get(0) : null;
    }

    /** Returns the first choice: a trusted title (JSON-LD or a rule), then the page's own main heading, then another title. */
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
     * Whether the main heading is a better headline than a machine-readable title. It is not if it is the site's name, or the
     * title with an addition, or if the browser's title agrees with the heading alone.
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

    /** Whether a heading is a title with an addition such as a kicker or a date. */
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
     * Chooses between the first title and the main heading. The main heading wins in three cases. First: the browser's title and
     * another JSON-LD name agree with it. Second: the browser's title agrees with it, and it shares no word with the first title.
     * Third: the browser's title repeats the first title, and the main heading says it in other words; then the title was written
     * for search engines, and readers see the heading.
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
        // A heading that ends with the headline has a kicker before it.
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

    /**
     * Returns the longest heading that is a part of the title, or else another title that is its first part; the title itself if
     * there is none.
     */
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

    /** Whether a title is another title with an addition behind a separator other than a colon. */
    private static boolean begins(String title, String other) {
        String folded = Folding.fold(other);
        return other.length() < title.length()
                && TitleParts.of(title).stream()
                        .anyMatch(parting -> !parting.colon()
                                && Folding.fold(title.substring(0, parting.start()))
                                        .equals(folded));
    }

    /** Replaces a title that was cut with a full title that begins alike. */
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

    /**
     * Returns a title without the site's names before and behind it, and without the steps beside the site's name; null when
     * nothing is left.
     */
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

    /**
     * Whether a few words are a section: the separator between them and the headline is the one used for the site's name, and
     * never stands in a headline.
     */
    private static boolean isStep(String step, String headline, String signOfSite, String sign) {
        return !signOfSite.isEmpty()
                && STEPS.indexOf(signOfSite.charAt(0)) >= 0
                && signOfSite.equals(sign)
                && step.length() < headline.length()
                && Characters.words(step) <= MOST_STEP_WORDS;
    }

    /** Whether a text is the home step of a breadcrumb. */
    private boolean isHome(String text) {
        return home.contains(Folding.fold(text));
    }

    private boolean isNothing(String text) {
        return nothing.contains(Folding.fold(text)) || Folding.fold(text).isEmpty();
    }

    /** Whether a text has enough words; in scripts without spaces, enough letters. */
    private static boolean isWordy(String text) {
        return Characters.isWordy(text.strip(), FEWEST_WORDS, FEWEST_UNSPACED);
    }
}
