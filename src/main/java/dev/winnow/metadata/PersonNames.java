package dev.winnow.metadata;

import dev.winnow.rule.Titles;
import dev.winnow.rule.slot.Entries;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authors from a byline: one name each; staff, agencies and the site itself are no authors. */
final class PersonNames {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String SEPARATORS = ",;&|+/\n、，،・•·";
    /** The longest phrase for staff, in words. */
    private static final int STAFF_WORDS = 3;

    /** A name with its titles, and words for what the person does. */
    private static final int MOST_WORDS = 10;

    /** The longest phrase before a name, in words. */
    private static final int BYLINE_WORDS = 4;

    /** Longer texts are no bylines. */
    private static final int LONGEST = 1_000;

    private static final int MOST_LETTERS = 80;

    private final Set<String> staff = new HashSet<>();
    private final Set<String> agencies = new HashSet<>();
    private final Set<String> joins = new HashSet<>();
    private final Set<String> particles = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> bylineWords = new HashSet<>();
    private final Set<String> organizationForms = new HashSet<>();

    PersonNames(Lexicons lexicons) {
        collect(lexicons, "staff-names", staff);
        collect(lexicons, "agencies", agencies);
        collect(lexicons, "person-joins", joins);
        collect(lexicons, "name-particles", particles);
        collect(lexicons, "name-prefixes", prefixes);
        collect(lexicons, "byline-words", bylineWords);
        collect(lexicons, "organization-forms", organizationForms);
    }

    private static void collect(Lexicons lexicons, String name, Set<String> words) {
        Entries.of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> words.add(Titles.fold(word))));
    }

    /** The persons a byline names, in its order. */
    List<String> read(String byline, List<String> siteNames) {
        List<String> names = new ArrayList<>();
        // A site's name may hold what stands between the names of persons.
        if (byline.length() > LONGEST || isAddress(byline) || isSite(Titles.fold(byline), siteNames)) {
            return names;
        }
        List<String> parts = split(byline);
        // What stands beside an organization is where it is; and a sentence holds names, but is no list of them.
        if (isOrganization(parts.get(0)) || parts.stream().anyMatch(PersonNames::isProse)) {
            return names;
        }
        for (String part : parts) {
            String name = name(part, siteNames);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> split(String byline) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= byline.length(); at++) {
            if (at == byline.length() || SEPARATORS.indexOf(byline.charAt(at)) >= 0) {
                splitAtWords(byline.substring(from, at).strip(), parts);
                from = at + 1;
            }
        }
        return parts;
    }

    private void splitAtWords(String text, List<String> parts) {
        String[] words = SPACE.split(text);
        StringBuilder current = new StringBuilder();
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            if (joins.contains(Titles.fold(words[i])) && !partOfName(words, i, count)) {
                parts.add(current.toString());
                current.setLength(0);
                count = 0;
            } else {
                if (current.length() > 0) {
                    current.append(' ');
                }
                current.append(words[i]);
                count++;
            }
        }
        parts.add(current.toString());
    }

    /** In {@code José Ortega y Gasset} the short word joins two names of one person: one word is left behind it. */
    private boolean partOfName(String[] words, int at, int before) {
        return before >= 2 && particles.contains(Titles.fold(words[at])) && at == words.length - 2;
    }

    private @Nullable String name(String text, List<String> siteNames) {
        String name = TextValues.agency(withoutBracket(withoutBylineWords(text)));
        if (name == null
                || name.length() > MOST_LETTERS
                || name.indexOf('@') >= 0
                || hasDigit(name)
                || isOrganization(text)) {
            return null;
        }
        // The stop of an initial or of Jr. belongs to the name.
        int end = text.indexOf(name) + name.length();
        if (end < text.length() && text.charAt(end) == '.' && name.length() - name.lastIndexOf(' ') <= 3) {
            name += '.';
        }
        name = withoutStaff(name);
        String folded = Titles.fold(name);
        if (folded.isEmpty() || staff.contains(folded) || agencies.contains(folded) || isSite(folded, siteNames)) {
            return null;
        }
        return WordCase.allCapitals(name) ? mixedCase(name) : name;
    }

    /** A single word goes only before a whole name: Von Arx may be one. */
    private String withoutBylineWords(String text) {
        String[] words = SPACE.split(text.strip());
        for (int count = Math.min(BYLINE_WORDS, words.length - 1); count > 0; count--) {
            boolean wholeName = words.length - count >= 2 || words[count - 1].endsWith(":");
            String front = String.join(" ", List.of(words).subList(0, count));
            if ((count > 1 || wholeName) && bylineWords.contains(Titles.fold(front))) {
                return String.join(" ", List.of(words).subList(count, words.length));
            }
        }
        return text;
    }

    private static boolean isAddress(String text) {
        return text.contains("www.") || text.contains("://");
    }

    private static boolean isProse(String part) {
        return SPACE.split(part).length > MOST_WORDS;
    }

    private boolean isOrganization(String text) {
        String folded = Titles.fold(text);
        return organizationForms.stream().anyMatch(form -> folded.endsWith(" " + form));
    }

    private static String withoutBracket(String text) {
        int open = text.lastIndexOf('(');
        return open > 0 && text.endsWith(")") ? text.substring(0, open) : text;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** {@code Staff Writer Anna Weiss} and {@code Anna Weiss Staff Writer} are Anna Weiss. */
    private String withoutStaff(String name) {
        String[] words = name.split(" ");
        for (int count = Math.min(STAFF_WORDS, words.length - 2); count > 0; count--) {
            String front = String.join(" ", List.of(words).subList(0, count));
            String back = String.join(" ", List.of(words).subList(words.length - count, words.length));
            if (staff.contains(Titles.fold(front))) {
                return name.substring(front.length() + 1);
            }
            if (staff.contains(Titles.fold(back))) {
                return name.substring(0, name.length() - back.length() - 1);
            }
        }
        return name;
    }

    private boolean isSite(String folded, List<String> siteNames) {
        for (String siteName : siteNames) {
            String site = Titles.fold(siteName);
            boolean staffOfSite = folded.startsWith(site + " ") && staff.contains(folded.substring(site.length() + 1));
            if (!site.isEmpty() && (folded.equals(site) || staffOfSite)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A name in capitals with small letters; as it is when that would be a guess: one word (an acronym?), two letters without
     * a stop (initials?), a beginning such as Mc.
     */
    private String mixedCase(String name) {
        String[] words = name.split(" ");
        if (words.length < 2) {
            return name;
        }
        StringBuilder built = new StringBuilder(name.length());
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String folded = Titles.fold(word);
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
