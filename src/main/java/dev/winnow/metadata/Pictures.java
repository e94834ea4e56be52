package dev.winnow.metadata;

import dev.winnow.document.Image;
import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.CreditSlot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs captions with credits. A page often gives both twice: for the picture and for its description. */
final class Pictures {

    /** Maximum length of a text to search for a credit. */
    private static final int LONGEST = 400;

    private static final int LONGEST_CREDIT = 80;

    /** Minimum number of bars in a line of links. */
    private static final int FEWEST_BARS = 2;

    /**
     * Maximum number of pictures of one document. No page shows more, and each is compared with all before it. The number of
     * credits has no limit.
     */
    static final int MOST = 1_000;

    private final CreditSlot credits;

    Pictures(CreditSlot credits) {
        this.credits = credits;
    }

    /** The pictures of a document and the credits in its captures. */
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

    /** Whether a text is a row of links with bars between them, as in menus. */
    private static boolean isBar(String text) {
        return text.chars().filter(c -> c == '|' || c == '｜').count() >= FEWEST_BARS;
    }

    /** Whether a caption is only a credit: {@code Photo: Ada Holm}, {@code © Ada Holm}. */
    private boolean isOnlyCredit(String caption) {
        return caption.length() <= LONGEST_CREDIT
                && credits.isLabelled(caption)
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
            // A credit may stand before its caption; only a common match shows that they belong together.
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
            // Take the nearest caption before the credit: the last one of the same line or match.
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

    private @Nullable String credit(String text) {
        String plain = text.length() > LONGEST ? null : TextValues.plain(text);
        String credit = plain == null ? "" : credits.read(plain);
        return credit.isEmpty() ? null : credit;
    }

    /** A picture while its caption and credit are collected. */
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
