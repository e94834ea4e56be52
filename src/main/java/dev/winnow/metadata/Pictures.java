package dev.winnow.metadata;

import dev.winnow.document.Image;
import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;
import dev.winnow.rule.Field;
import dev.winnow.rule.Titles;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs captions with credits. A page often says both twice: for the picture and for its description. */
final class Pictures {

    /** Longer texts are no credits. */
    private static final int LONGEST = 400;

    private static final int LONGEST_CREDIT = 80;

    /** So many bars in a line set links apart. */
    private static final int FEWEST_BARS = 2;

    /** Pictures of one document; no page shows more, and each is compared with all before it. Credits are not limited. */
    static final int MOST = 1_000;

    private final Marks labels = new Marks();
    private final Marks beforeNames = new Marks();

    Pictures(Lexicons lexicons) {
        for (LexiconEntry entry : LexiconEntry.of(lexicons, "credit-marks")) {
            if (entry.value().equals("label")) {
                entry.spellings().forEach(labels::add);
            } else if (entry.value().equals("by")) {
                entry.spellings().forEach(beforeNames::add);
            }
        }
    }

    /** What a document's captures say about its pictures. */
    record Found(List<Image> images, List<String> credits, Map<Field, String> evidence) {}

    Found read(List<Capture> captures) {
        Map<Field, String> evidence = new EnumMap<>(Field.class);
        Map<String, String> credits = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (Capture capture : captures) {
            if (capture.field() == Field.CAPTION) {
                String caption = TextValues.plain(capture.text());
                if (caption != null && isOnlyCredit(caption)) {
                    addCredit(caption, capture, credits, drafts, evidence);
                } else if (caption != null && !isBar(caption) && drafts.size() < MOST) {
                    evidence.putIfAbsent(Field.CAPTION, capture.rule());
                    addCaption(drafts, caption, capture);
                }
            } else if (capture.field() == Field.CREDIT) {
                addCredit(capture.text(), capture, credits, drafts, evidence);
            }
        }
        return new Found(
                drafts.stream().map(Draft::image).distinct().toList(), List.copyOf(credits.values()), evidence);
    }

    private void addCredit(
            String text,
            Capture capture,
            Map<String, String> credits,
            List<Draft> drafts,
            Map<Field, String> evidence) {
        String credit = credit(text);
        if (credit == null || isBar(credit)) {
            return;
        }
        evidence.putIfAbsent(Field.CREDIT, capture.rule());
        String key = TextValues.key(credit);
        credits.putIfAbsent(key, credit);
        if (drafts.size() < MOST) {
            addCredit(drafts, credit, key, capture);
        }
    }

    /** Links side by side with bars between them, as menus have them. */
    private static boolean isBar(String text) {
        return text.chars().filter(c -> c == '|' || c == '｜').count() >= FEWEST_BARS;
    }

    /** Whether all that is said of a picture is whose it is: {@code Photo: Ada Holm}, {@code © Ada Holm}. */
    private boolean isOnlyCredit(String caption) {
        return caption.length() <= LONGEST_CREDIT
                && !shorter(caption).equals(caption)
                && "([（-–—.".indexOf(caption.charAt(0)) < 0
                && Character.isLetterOrDigit(caption.charAt(caption.length() - 1));
    }

    private static void addCaption(List<Draft> drafts, String caption, Capture capture) {
        String key = TextValues.key(caption);
        for (Draft draft : drafts) {
            if (key.equals(draft.captionKey)) {
                draft.seen(capture);
                return;
            }
        }
        for (Draft draft : drafts) {
            // A credit may stand before its caption, but only a match tells that they belong together.
            if (draft.caption == null && draft.seen.isOfMatch(capture.provenance())) {
                draft.caption(caption, key);
                draft.seen(capture);
                return;
            }
        }
        Draft draft = new Draft(capture);
        draft.caption(caption, key);
        drafts.add(draft);
    }

    private static void addCredit(List<Draft> drafts, String credit, String key, Capture capture) {
        Draft best = null;
        for (Draft draft : drafts) {
            boolean near = draft.seen.isNear(capture.provenance());
            if (near && key.equals(draft.creditKey)) {
                draft.seen(capture);
                return;
            }
            // The nearest before it: the last one of the same line or match.
            if (draft.caption != null && draft.credit == null && near) {
                best = draft;
            }
        }
        if (best == null && drafts.stream().anyMatch(draft -> draft.isOnly(key))) {
            return;
        }
        if (best == null) {
            best = new Draft(capture);
            drafts.add(best);
        }
        best.credit(credit, key);
        best.seen(capture);
    }

    /** A credit without brackets around it, without © and labels such as {@code Photo:}. */
    @Nullable
    String credit(String text) {
        String credit = text.length() > LONGEST ? null : TextValues.plain(text);
        while (credit != null) {
            String shorter = shorter(credit);
            if (shorter.equals(credit)) {
                return credit;
            }
            credit = TextValues.plain(shorter);
        }
        return null;
    }

    private String shorter(String credit) {
        char first = credit.charAt(0);
        int last = credit.length() - 1;
        if ("([（".indexOf(first) >= 0 && ")]）".indexOf(credit.charAt(last)) >= 0) {
            return credit.substring(1, last);
        }
        if ("©℗:：/|-–—,;".indexOf(first) >= 0) {
            return credit.substring(1);
        }
        if (credit.regionMatches(true, 0, "(c)", 0, 3)) {
            return credit.substring(3);
        }
        if (last > 2 && credit.charAt(last) == '.' && Character.isLowerCase(credit.charAt(last - 1))) {
            return credit.substring(0, last);
        }
        for (Mark label : labels.at(first)) {
            if (label.begins(credit)) {
                String rest = credit.substring(label.length()).stripLeading();
                if (!rest.isEmpty() && Characters.isColon(rest.charAt(0))) {
                    return rest.substring(1);
                }
            }
        }
        for (Mark before : beforeNames.at(first)) {
            if (before.begins(credit) && Character.isWhitespace(credit.charAt(before.length()))) {
                return credit.substring(before.length());
            }
        }
        return credit;
    }

    /**
     * A word or phrase that a credit may begin with.
     *
     * @param length of its spelling
     * @param folded its spelling as {@link Titles#fold} has it
     */
    private record Mark(int length, String folded) {

        boolean begins(String credit) {
            return credit.length() > length
                    && Titles.fold(credit.substring(0, length)).equals(folded);
        }
    }

    /** Marks by their first character, longer ones first: "Photo courtesy of" before "Photo". */
    private static final class Marks {
        private final Map<Character, List<Mark>> byFirst = new HashMap<>();

        void add(String spelling) {
            List<Mark> marks = byFirst.computeIfAbsent(Characters.fold(spelling.charAt(0)), first -> new ArrayList<>());
            marks.add(new Mark(spelling.length(), Titles.fold(spelling)));
            marks.sort((a, b) -> b.length() - a.length());
        }

        List<Mark> at(char first) {
            return byFirst.getOrDefault(Characters.fold(first), List.of());
        }
    }

    /** A picture in the making. */
    private static final class Draft {
        private @Nullable String caption;
        private @Nullable String captionKey;
        private @Nullable String credit;
        private @Nullable String creditKey;
        private Provenance seen;

        Draft(Capture capture) {
            seen = capture.provenance();
        }

        void seen(Capture capture) {
            seen = capture.provenance();
        }

        void caption(String text, String key) {
            caption = text;
            captionKey = key;
        }

        void credit(String text, String key) {
            credit = text;
            creditKey = key;
        }

        boolean isOnly(String otherCreditKey) {
            return caption == null && otherCreditKey.equals(creditKey);
        }

        Image image() {
            return new Image(caption, credit);
        }
    }
}
