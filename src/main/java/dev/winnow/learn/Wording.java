package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.learn.Sample.Item;
import dev.winnow.rule.Field;
import dev.winnow.rule.MatchText;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.slot.DateLabels;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotType;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.stats.LineTemplate;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes templates for a line with a label. Parts that differ between pages become slots, and values of the label become captures.
 */
final class Wording {

    /** The field that the text of a line with a label fills. */
    private static final Map<Label, Field> FIELDS = new EnumMap<>(Map.of(
            Label.TITLE, Field.TITLE,
            Label.STANDFIRST, Field.DESCRIPTION,
            Label.BYLINE, Field.AUTHORS,
            Label.SECTION, Field.SECTION,
            Label.TAGS, Field.TAGS,
            Label.SOURCE, Field.AGENCY,
            Label.CAPTION, Field.CAPTION,
            Label.CREDIT, Field.CREDIT));

    private static final String ANY = "any";

    /** Maximum number of words before a colon that name the text behind it. */
    private static final int LABEL_WORDS = 4;

    private static final int LONGEST_LABEL = 40;

    private static final java.util.regex.Pattern NAMED =
            java.util.regex.Pattern.compile("\\{(?:[a-z_]+:)?@([a-z0-9-]+)\\}");

    private final Label label;
    private final @Nullable String language;
    private final Lexicons lexicons;
    private final DateLabels dates;
    private final Set<String> updated;
    private final SlotType people;
    /** Lexicons that templates of common rules use, with the labels of these rules. Other lexicons do not identify lines. */
    private final Map<String, Set<Label>> named = new TreeMap<>();

    /** @param language of the page; null when unknown */
    Wording(RuleSet rules, Label label, @Nullable String language) {
        this.label = label;
        this.language = language;
        this.lexicons = rules.lexicons();
        this.dates = new DateLabels(lexicons);
        this.updated = LexiconEntry.folded(lexicons, "updated-labels");
        this.people = SlotTypes.of(lexicons).get("people").orElseThrow();
        rules.packs().stream()
                .filter(pack -> !pack.ofSite())
                .map(RulePack::rules)
                .flatMap(List::stream)
                .forEach(this::name);
    }

    private void name(Rule rule) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        Stream<@Nullable Label> parts = rule.matcher() instanceof Matcher.OfLines sequence
                ? sequence.parts().stream().map(Matcher.Part::label)
                : Stream.of();
        Stream.concat(Stream.of(Optional.ofNullable(rule.label())), parts.map(Optional::ofNullable))
                .flatMap(Optional::stream)
                .forEach(labels::add);
        for (Pattern pattern : rule.matcher().patterns()) {
            java.util.regex.Matcher name = NAMED.matcher(pattern.written());
            while (pattern instanceof Pattern.Template && name.find()) {
                named.computeIfAbsent(name.group(1), any -> EnumSet.noneOf(Label.class))
                        .addAll(labels);
            }
        }
    }

    /**
     * Returns the field that takes the whole text of such lines; null where there is none, or where its text must have a form.
     */
    @Nullable
    Field field() {
        Field field = FIELDS.get(label);
        return field != null && field.defaultType().equals(ANY) ? field : null;
    }

    /** Returns the line with slots for the parts that differ between pages; the line itself if there are none. */
    String template(Item line) {
        return template(line, label);
    }

    /** Returns the same for a line with another label. */
    String template(Item line, Label of) {
        if (of == Label.BYLINE
                && !line.template().hasSlots()
                && isPeople(MatchText.of(line.text()).text())) {
            return slot(Field.AUTHORS);
        }
        Set<Field> found = EnumSet.noneOf(Field.class);
        int[] at = {0};
        return line.template().capturing(value -> {
            Field field = field(of, value, line.text().substring(at[0], value.start()));
            at[0] = value.end();
            return field != null && found.add(field) ? field.key() : null;
        });
    }

    private boolean isPeople(String text) {
        boolean[] whole = {false};
        people.ends(text, 0, text.length(), end -> whole[0] |= end == text.length());
        return whole[0];
    }

    private @Nullable Field field(Label of, LineTemplate.Value value, String before) {
        if (of == Label.READING_TIME) {
            return value.type().equals("int") ? Field.READING_MINUTES : null;
        }
        if (of != Label.TIMESTAMP && of != Label.BYLINE) {
            return null;
        }
        return switch (value.type()) {
            case "people" -> Field.AUTHORS;
            case "date", "datetime" ->
                dates.of(before) != DateLabels.Meaning.OTHER
                        ? Field.PUBLISHED
                        : isUpdate(Folding.fold(before)) ? Field.MODIFIED : null;
            default -> null;
        };
    }

    private boolean isUpdate(String before) {
        return updated.stream().anyMatch(before::endsWith);
    }

    /**
     * Returns, for a line with words before a colon, these words and a slot.
     *
     * @param loose whether the slot accepts any text, not only that of its field
     * @return null for other lines
     */
    @Nullable
    String labelled(Item line, boolean loose) {
        String text = MatchText.of(line.text()).text();
        int begin = FIELDS.containsKey(label) || label.group() == Label.Group.NOISE ? behindLabel(text) : -1;
        return begin < 0 ? null : LineTemplate.literal(text.substring(0, begin)) + slot(loose);
    }

    /** Returns the offset behind a label at the start of a text; -1 when there is no label. */
    private static int behindLabel(String text) {
        int words = 1;
        for (int at = 0; at + 1 < Math.min(text.length(), LONGEST_LABEL) && words <= LABEL_WORDS; at++) {
            char c = text.charAt(at);
            if (Characters.isColon(c) && at > 0) {
                // The colon of a URL or of a time does not count.
                boolean space = Characters.isSpace(text.charAt(at + 1));
                return space ? at + 2 : c == ':' ? -1 : at + 1;
            }
            if (Characters.digit(c) >= 0) {
                return -1;
            }
            words += Characters.isSpace(c) ? 1 : 0;
        }
        return -1;
    }

    private String slot(boolean loose) {
        Field field = FIELDS.get(label);
        return field == null ? "{any}" : loose ? '{' + field.key() + ":any}" : slot(field);
    }

    private static String slot(Field field) {
        return '{' + field.key() + '}';
    }

    /**
     * Returns, for a line that is a word of a lexicon or begins with one, the lexicon and the rest of the line.
     *
     * @param loose whether a slot for a field accepts any text
     * @return null for other lines
     */
    @Nullable
    String byLexicon(Item line, boolean loose) {
        MatchText match = MatchText.of(line.text());
        String best = null;
        int longest = 0;
        for (boolean ofLabel : List.of(true, false)) {
            for (Map.Entry<String, Set<Label>> of : named.entrySet()) {
                if (of.getValue().contains(label) == ofLabel) {
                    int end = longest(of.getKey(), match);
                    if (end > longest) {
                        longest = end;
                        best = of.getKey();
                    }
                }
            }
        }
        String rest = best == null ? null : rest(line, match.text(), longest, loose);
        return rest == null ? null : "{@" + best + '}' + rest;
    }

    /** Returns the end of the longest word of a lexicon at the start of a line; 0 for none. */
    private int longest(String lexicon, MatchText line) {
        int longest = 0;
        Map<String, List<String>> words =
                lexicons.get(lexicon).map(Lexicon::words).orElse(Map.of());
        for (Map.Entry<String, List<String>> of : words.entrySet()) {
            if (language == null
                    || of.getKey().equals(Lexicon.ANY_LANGUAGE)
                    || of.getKey().equals(language)) {
                for (String word : of.getValue()) {
                    String folded = MatchText.of(word).folded();
                    if (folded.length() > longest
                            && !Lexicon.hasBraces(word)
                            && line.folded().startsWith(folded)
                            && Characters.isEndOfLetters(line.text(), folded.length())) {
                        longest = folded.length();
                    }
                }
            }
        }
        return longest;
    }

    /** Returns the rest behind a word; null where nothing separates it from the word, which may then begin any sentence. */
    private @Nullable String rest(Item line, String text, int from, boolean loose) {
        if (from == text.length()) {
            return "";
        }
        String before = LineTemplate.literal(text.substring(0, from));
        String template = template(line);
        boolean slots = line.template().hasSlots() && template.startsWith(before);
        int words = from;
        while (words < text.length() && !Characters.isWord(text.charAt(words))) {
            words++;
        }
        String signs = LineTemplate.literal(text.substring(from, words));
        if (slots) {
            return template.substring(before.length());
        }
        if (signs.isBlank() && before.indexOf(' ') < 0) {
            return null;
        }
        return words == text.length() ? signs : signs + slot(loose);
    }
}
