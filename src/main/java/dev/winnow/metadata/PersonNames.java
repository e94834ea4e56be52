package dev.winnow.metadata;

import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.People;
import dev.winnow.rule.slot.People.Before;
import dev.winnow.rule.slot.People.Part;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Folding;
import dev.winnow.text.WordCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the authors of a byline as single names. Left out are jobs, places and employers, and also staff, desks, agencies,
 * papers, the site itself and unfilled template fields. In doubt there is no author. Immutable and thread-safe.
 */
final class PersonNames {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** An email address or an account of an author. */
    private static final Pattern ACCOUNT = Pattern.compile("[(\\[<]?[\\p{L}\\p{N}._%+-]*@[\\p{L}\\p{N}._-]+[)\\]>]?");

    /** Lexicons with the words of buttons, which often stand beside authors. */
    private static final String[] BUTTONS = {
        "tools", "share-words", "service-links", "newsletter-form", "comments-headings"
    };

    /** The longest phrase for staff, in words. */
    private static final int STAFF_WORDS = 3;

    /** Maximum number of words of one part of a byline: a name with titles and job. */
    private static final int MOST_WORDS = 10;

    /**
     * Minimum number of letters before an inner capital for two joined words. Shorter beginnings are usual in names: Mac, De, La.
     */
    private static final int GLUED_LETTERS = 4;

    private static final int MOST_WORDS_OF_NAME = 6;

    /** Maximum length of a byline. */
    private static final int LONGEST = 1_000;

    private static final int MOST_LETTERS = 80;

    /** Maximum length of a name in scripts without spaces. Foreign names in syllables are the longest. */
    private static final int MOST_UNSPACED = 16;

    /** Maximum length of an unknown particle. A short lower-case word may be a particle of another language. */
    private static final int PARTICLE_LETTERS = 3;

    private static final int MOST_WORDS_OF_HALF = 3;

    /** Characters of templates, markup and programs that do not occur in names. */
    private static final String NOT_IN_NAMES = "{}<>[]$%#=*~^\\_@!?";

    private final People people;
    private final Set<String> staff;
    private final Set<String> agencies;
    private final Set<String> wires;
    private final Set<String> particles;
    private final Set<String> prefixes;
    private final Set<String> organizationForms;
    private final Set<String> placeholders;
    private final Set<String> suffixes;
    private final Set<String> ends;
    private final Set<String> places;
    private final WordPatterns desks;
    private final WordPatterns jobs;
    private final WordPatterns kindsOfJobs;
    private final WordPatterns organizations;
    private final WordPatterns papers;
    private final WordPatterns otherRoles;

    PersonNames(Lexicons lexicons) {
        people = SlotTypes.of(lexicons).people();
        staff = LexiconEntry.folded(lexicons, "staff-names");
        agencies = LexiconEntry.folded(lexicons, "agencies");
        wires = LexiconEntry.folded(lexicons, "wire-names");
        particles = LexiconEntry.folded(lexicons, "name-particles");
        prefixes = LexiconEntry.folded(lexicons, "name-prefixes");
        organizationForms = LexiconEntry.folded(lexicons, "organization-forms");
        placeholders = LexiconEntry.folded(lexicons, "no-names");
        placeholders.addAll(LexiconEntry.folded(lexicons, BUTTONS));
        suffixes = LexiconEntry.folded(lexicons, "name-suffixes");
        ends = LexiconEntry.folded(lexicons, "byline-ends");
        places = LexiconEntry.folded(lexicons, "byline-places");
        desks = WordPatterns.of(lexicons, "desk-words", null);
        jobs = WordPatterns.of(lexicons, "job-words", "job");
        kindsOfJobs = WordPatterns.of(lexicons, "job-words", "kind");
        organizations = WordPatterns.of(lexicons, "organization-words", "always");
        papers = WordPatterns.of(lexicons, "organization-words", "behind");
        otherRoles = WordPatterns.of(lexicons, "other-roles", null);
    }

    /** Whether all entries, each of one person, have the family name first: {@code Holm, Ada}. */
    boolean familyFirst(Collection<String> entries) {
        return entries.size() > 1
                && entries.stream().allMatch(entry -> {
                    int comma = entry.indexOf(',');
                    return comma > 0
                            && comma == entry.lastIndexOf(',')
                            && words(entry.substring(0, comma)) <= MOST_WORDS_OF_HALF
                            && words(entry.substring(comma + 1)) <= MOST_WORDS_OF_HALF;
                });
    }

    private static int words(String text) {
        return SPACE.split(text.strip()).length;
    }

    /**
     * Returns the persons of a byline, in its order.
     *
     * @param familyFirst whether it is one person with the family name before a comma
     */
    List<String> read(String byline, List<String> siteNames, boolean familyFirst) {
        List<String> names = new ArrayList<>();
        // A site's name may contain a separator of names, so compare it before splitting.
        if (byline.length() > LONGEST
                || isAddress(byline)
                || isUnfilled(byline)
                || placeholders.contains(Folding.fold(byline))
                || isSite(byline, siteNames)) {
            return names;
        }
        // Where family names stand first, semicolons separate the persons.
        for (String entry : ACCOUNT.matcher(byline).replaceAll("|").split("[;；]")) {
            List<Part> split = people.of(entry);
            // Text beside an organization is its place. A sentence may hold names, but is no list of them.
            if (split.isEmpty()
                    || hasLegalForm(split.get(0).text())
                    || split.stream().anyMatch(part -> part.words().size() > MOST_WORDS)) {
                continue;
            }
            new Reading(split, siteNames, familyFirst).into(names);
        }
        return names;
    }

    /** Returns the first agency in a byline, as written there; null if there is none. */
    @Nullable
    String agency(String byline) {
        return byline.length() > LONGEST
                ? null
                : people.of(byline).stream()
                        .filter(part -> part.ofAuthor() && wires.contains(Folding.fold(part.text())))
                        .map(Part::text)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isAddress(String text) {
        return text.contains("www.") || text.contains("://");
    }

    /** Whether a text holds an unfilled template field: {@code [[author]]}, {@code {{name}}}. */
    private static boolean isUnfilled(String text) {
        return text.contains("[[") || text.contains("{{") || text.contains("${") || text.contains("<%");
    }

    private boolean hasLegalForm(String text) {
        String folded = Folding.fold(text);
        return organizationForms.stream().anyMatch(form -> folded.endsWith(" " + form));
    }

    private boolean isSite(String text, List<String> siteNames) {
        if (TextValues.isSite(text, siteNames)) {
            return true;
        }
        String folded = Folding.fold(text);
        for (String siteName : siteNames) {
            String site = Folding.fold(siteName) + " ";
            if (folded.startsWith(site) && staff.contains(folded.substring(site.length()))) {
                return true;
            }
        }
        return false;
    }

    /** Reads one byline or one entry of a list. */
    private final class Reading {
        private final List<Part> split;
        private final List<String> siteNames;
        private final boolean familyFirst;
        /** Whether all names are single words. Then a single word behind a comma is a name, too. */
        private final boolean onlySingles;

        Reading(List<Part> split, List<String> siteNames, boolean familyFirst) {
            this.split = split;
            this.siteNames = siteNames;
            this.familyFirst = familyFirst;
            this.onlySingles = split.size() > 2
                    && split.stream().allMatch(part -> part.words().size() == 1);
        }

        void into(List<String> names) {
            if (split.size() == 2
                    && split.get(1).before() == Before.COMMA
                    && isFamilyFirst(split.get(0), split.get(1))) {
                String family = name(split.get(0), false);
                String given = name(split.get(1), false);
                if (family != null && given != null) {
                    names.add(cased(given + ' ' + family));
                }
                return;
            }
            int first = names.size();
            boolean several =
                    split.stream().filter(part -> !isAgency(part.text())).count() > 1;
            boolean small = false;
            for (int i = 0; i < split.size(); i++) {
                Part part = split.get(i);
                if (suffixes.contains(Folding.fold(part.text()))) {
                    if (names.size() > first && part.before() == Before.COMMA) {
                        names.set(names.size() - 1, names.get(names.size() - 1) + ", " + part.text());
                    }
                    continue;
                }
                String name = part.ofAuthor() ? name(part, several) : null;
                if (name == null || i > 0 && isBehind(part, name, small)) {
                    continue;
                }
                small |= !WordCase.allCapitals(name) && !People.isUnspaced(name);
                names.add(cased(name));
            }
        }

        private boolean isFamilyFirst(Part family, Part given) {
            if (!family.ofAuthor() || suffixes.contains(Folding.fold(given.text()))) {
                return false;
            }
            boolean initials = given.words().stream().allMatch(PersonNames::isInitial);
            boolean single = family.words().size() == 1 && given.words().size() <= 2;
            return familyFirst || (initials || single) && !isPlace(given.text()) && !isUnspaced(family);
        }

        /** Whether a part behind a name is a place or an employer: a single word, a paper, a name in another case. */
        private boolean isBehind(Part part, String name, boolean small) {
            if (part.before() == Before.WORD || isUnspaced(part)) {
                return false;
            }
            return part.words().size() == 1 && !onlySingles
                    || isPlace(name)
                    || papers.foundIn(name)
                    || small && WordCase.allCapitals(name);
        }

        private @Nullable String name(Part part, boolean ofSeveral) {
            String name = TextValues.agency(withoutBracket(part.text()));
            if (name == null || name.length() > MOST_LETTERS || hasLegalForm(part.text()) || desks.foundIn(name)) {
                return null;
            }
            // The full stop of an initial or of Jr. belongs to the name.
            int end = part.text().indexOf(name) + name.length();
            if (end < part.text().length()
                    && part.text().charAt(end) == '.'
                    && name.length() - name.lastIndexOf(' ') <= 3) {
                name += '.';
            }
            name = People.isUnspaced(name) ? unspaced(name) : withoutJob(withoutEnd(name));
            if (name == null || !isName(name, ofSeveral) || organizations.foundIn(name)) {
                return null;
            }
            String folded = Folding.fold(name);
            boolean known = folded.isEmpty()
                    || staff.contains(folded)
                    || isAgency(name)
                    || placeholders.contains(folded)
                    || people.isLabel(name);
            return known || isSite(name, siteNames) ? null : name;
        }
    }

    private boolean isAgency(String text) {
        return agencies.contains(Folding.fold(text));
    }

    private boolean isPlace(String text) {
        return places.contains(Folding.fold(text));
    }

    private static boolean isUnspaced(Part part) {
        return People.isUnspaced(part.text());
    }

    private static boolean isInitial(String word) {
        return word.length() <= 2 && Character.isUpperCase(word.charAt(0))
                || word.length() > 1 && word.charAt(1) == '.';
    }

    private static String withoutBracket(String text) {
        int open = text.lastIndexOf('(');
        return open > 0 && text.endsWith(")") ? text.substring(0, open) : text;
    }

    /** Removes the place or paper that follows a word such as "in" or "for". */
    private String withoutEnd(String name) {
        String[] words = name.split(" ");
        for (int i = 1; i < words.length - 1; i++) {
            boolean dutch = "'’".indexOf(words[i + 1].charAt(0)) >= 0;
            if (Character.isLowerCase(words[i].charAt(0)) && ends.contains(Folding.fold(words[i])) && !dutch) {
                return String.join(" ", List.of(words).subList(0, i));
            }
        }
        return name;
    }

    /** {@code Staff Writer Anna Weiss} and {@code Anna Weiss, Staff Writer} become Anna Weiss; null when there is only a job. */
    private @Nullable String withoutJob(String name) {
        List<String> words = List.of(name.split(" "));
        int from = 0;
        int to = words.size();
        for (int count = Math.min(STAFF_WORDS, words.size()); count > 0; count--) {
            if (staff.contains(Folding.fold(String.join(" ", words.subList(0, count))))) {
                from = count;
                break;
            }
        }
        if (words.stream().anyMatch(jobs::isWord)) {
            while (from < to && isOfJob(words.get(from))) {
                from++;
            }
            while (from < to && isOfJob(words.get(to - 1))) {
                to--;
            }
            if (words.subList(from, to).stream().anyMatch(jobs::isWord)) {
                return null;
            }
        }
        for (int count = Math.min(STAFF_WORDS, to - from - 2); count > 0; count--) {
            if (staff.contains(Folding.fold(String.join(" ", words.subList(to - count, to))))) {
                to -= count;
                break;
            }
        }
        boolean shortened = to - from < words.size();
        String rest = String.join(" ", words.subList(from, to));
        return shortened && (to - from < 2 || papers.foundIn(rest)) ? null : rest;
    }

    private boolean isOfJob(String word) {
        return jobs.isWord(word) || kindsOfJobs.isWord(word);
    }

    /** Removes the job before or behind a name in a script without spaces; null when the role is not that of an author. */
    private @Nullable String unspaced(String name) {
        String bare = name;
        String other = otherRoles.unspacedEnd(bare);
        if (other != null) {
            return null;
        }
        String behind = jobs.unspacedEnd(bare);
        bare = behind == null
                ? bare
                : bare.substring(0, bare.length() - behind.length()).strip();
        bare = bare.substring(Math.max(0, jobs.unspacedEndOfLast(bare))).strip();
        return bare.length() < 2 || bare.length() > MOST_UNSPACED ? null : bare;
    }

    /**
     * Whether a text is written like a name: all words with capitals, except small words such as particles. A name that stands
     * alone may also be in lower case.
     */
    private boolean isName(String name, boolean ofSeveral) {
        if (name.chars().anyMatch(c -> Character.isDigit(c) || NOT_IN_NAMES.indexOf(c) >= 0)) {
            return false;
        }
        String[] words = name.split(" ");
        if (words.length > MOST_WORDS_OF_NAME || words.length == 1 && isLogin(name)) {
            return false;
        }
        int capitals = 0;
        int small = 0;
        for (String word : words) {
            String bare = word.substring(Math.min(word.length(), firstLetter(word)));
            if (bare.isEmpty() || isGlued(bare)) {
                return false;
            }
            if (!Character.isLowerCase(bare.codePointAt(0)) || bare.chars().anyMatch(Character::isUpperCase)) {
                capitals++;
            } else if (bare.length() > PARTICLE_LETTERS && !particles.contains(Folding.fold(bare))) {
                small++;
            }
        }
        boolean sloppy = capitals == 0 || capitals == 1 && words.length == 2;
        return small == 0 && capitals > 0 || sloppy && !ofSeveral;
    }

    /**
     * Whether flattening joined a name with the text behind it: {@code BergHarbour}, but not {@code DiCaprio} or
     * {@code FitzGerald}.
     */
    private boolean isGlued(String word) {
        int start = 0;
        for (int at = 1; at < word.length(); at++) {
            char c = word.charAt(at);
            if (!Character.isLetter(c)) {
                start = at + 1;
            } else if (Character.isUpperCase(c)
                    && Character.isLowerCase(word.charAt(at - 1))
                    && at - start >= GLUED_LETTERS
                    && !prefixes.contains(Folding.fold(word.substring(start, at)))) {
                return true;
            }
        }
        return false;
    }

    private static int firstLetter(String word) {
        int at = 0;
        while (at < word.length() && !Character.isLetter(word.codePointAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * Whether a word is the name of an account or a host, with a full stop between letters: {@code ada.holm},
     * {@code harbour.example}.
     */
    private static boolean isLogin(String word) {
        int stop = word.indexOf('.');
        return stop > 1 && stop + 2 < word.length() && Character.isLetter(word.charAt(stop + 1));
    }

    private String cased(String name) {
        return WordCase.allCapitals(name) ? mixedCase(name) : name;
    }

    /**
     * Converts a name in capitals to mixed case. It stays in capitals when that would be a guess. A single word may be an
     * acronym, and two letters without a full stop may be initials. A beginning such as Mc may need an inner capital.
     */
    private String mixedCase(String name) {
        String[] words = name.split(" ");
        if (words.length < 2) {
            return name;
        }
        StringBuilder built = new StringBuilder(name.length());
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String folded = Folding.fold(word);
            boolean particle = i > 0 && particles.contains(folded);
            if (!particle && (word.length() == 2 && word.charAt(1) != '.' || hasUnsurePrefix(folded))) {
                return name;
            }
            built.append(i == 0 ? "" : " ").append(WordCase.capitalised(word, particles, i == 0));
        }
        return built.toString();
    }

    private boolean hasUnsurePrefix(String word) {
        for (String prefix : prefixes) {
            if (word.startsWith(prefix) && word.length() > prefix.length() + 1) {
                return true;
            }
        }
        return false;
    }
}
