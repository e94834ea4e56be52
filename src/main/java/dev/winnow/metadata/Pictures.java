package dev.winnow.metadata;

import dev.winnow.document.Image;
import dev.winnow.label.Capture;
import dev.winnow.rule.Field;
import dev.winnow.rule.Fold;
import dev.winnow.rule.Titles;
import dev.winnow.rule.slot.Entries;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs captions with credits. A page often says both twice: for the picture and for its description. */
final class Pictures {

    /** Longer texts are no credits. */
    private static final int LONGEST = 400;

    private final List<String> labels = new ArrayList<>();
    private final List<String> beforeNames = new ArrayList<>();

    Pictures(Lexicons lexicons) {
        for (Entries.Entry entry : Entries.of(lexicons, "credit-marks")) {
            if (entry.value().equals("label")) {
                labels.addAll(entry.spellings());
            } else if (entry.value().equals("by")) {
                beforeNames.addAll(entry.spellings());
            }
        }
        // "Photo courtesy of" before "Photo".
        labels.sort((a, b) -> b.length() - a.length());
        beforeNames.sort((a, b) -> b.length() - a.length());
    }

    /** What a document's captures say about its pictures. */
    record Found(List<Image> images, List<String> credits, Map<String, String> evidence) {}

    Found read(List<Capture> captures) {
        Map<String, String> evidence = new LinkedHashMap<>();
        Map<String, String> credits = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (Capture capture : captures) {
            if (capture.field() == Field.CAPTION) {
                String caption = TextValues.plain(capture.text());
                if (caption != null) {
                    evidence.putIfAbsent(Field.CAPTION.key(), capture.rule());
                    addCaption(drafts, caption, capture);
                }
            } else if (capture.field() == Field.CREDIT) {
                String credit = credit(capture.text());
                if (credit != null) {
                    evidence.putIfAbsent(Field.CREDIT.key(), capture.rule());
                    credits.putIfAbsent(TextValues.key(credit), credit);
                    addCredit(drafts, credit, capture);
                }
            }
        }
        return new Found(
                drafts.stream().map(Draft::image).distinct().toList(), List.copyOf(credits.values()), evidence);
    }

    private static void addCaption(List<Draft> drafts, String caption, Capture capture) {
        for (Draft draft : drafts) {
            if (draft.caption != null && TextValues.key(draft.caption).equals(TextValues.key(caption))) {
                draft.seen(capture);
                return;
            }
        }
        for (Draft draft : drafts) {
            // A credit may stand before its caption, but only a match tells that they belong together.
            if (draft.caption == null && draft.match == capture.match()) {
                draft.caption = caption;
                draft.seen(capture);
                return;
            }
        }
        Draft draft = new Draft(capture);
        draft.caption = caption;
        drafts.add(draft);
    }

    private static void addCredit(List<Draft> drafts, String credit, Capture capture) {
        Draft best = null;
        for (Draft draft : drafts) {
            boolean near = draft.match == capture.match() || Math.abs(draft.line - capture.line()) <= 1;
            boolean same = draft.credit != null && TextValues.key(draft.credit).equals(TextValues.key(credit));
            if (same && near) {
                draft.seen(capture);
                return;
            }
            // The nearest before it: the last one of the same line or match.
            if (draft.caption != null && draft.credit == null && near) {
                best = draft;
            }
        }
        if (best == null && drafts.stream().anyMatch(draft -> draft.isOnly(credit))) {
            return;
        }
        if (best == null) {
            best = new Draft(capture);
            drafts.add(best);
        }
        best.credit = credit;
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
        for (String label : labels) {
            if (begins(credit, label)) {
                String rest = credit.substring(label.length()).stripLeading();
                if (rest.startsWith(":") || rest.startsWith("：")) {
                    return rest.substring(1);
                }
            }
        }
        for (String before : beforeNames) {
            if (begins(credit, before) && Character.isWhitespace(credit.charAt(before.length()))) {
                return credit.substring(before.length());
            }
        }
        return credit;
    }

    private static boolean begins(String credit, String label) {
        return credit.length() > label.length()
                && Fold.of(credit.charAt(0)) == Fold.of(label.charAt(0))
                && Titles.fold(credit.substring(0, label.length())).equals(Titles.fold(label));
    }

    /** A picture in the making. */
    private static final class Draft {
        private @Nullable String caption;
        private @Nullable String credit;
        private int match;
        private int line;

        Draft(Capture capture) {
            seen(capture);
        }

        void seen(Capture capture) {
            match = capture.match();
            line = capture.line();
        }

        boolean isOnly(String otherCredit) {
            return credit != null && caption == null && TextValues.key(credit).equals(TextValues.key(otherCredit));
        }

        Image image() {
            return new Image(caption, credit);
        }
    }
}
