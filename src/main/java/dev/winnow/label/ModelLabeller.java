package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.model.LineModel;
import dev.winnow.model.Opinion;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.Standing;
import dev.winnow.text.Characters;
import dev.winnow.text.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets the line model judge the lines that no rule named. On a page whose site has rules and does not ask for the model, only
 * lines far from all that the rules marked are judged.
 */
final class ModelLabeller implements LineLabeller {

    /** Evidence of lines that the model removes. */
    static final String ID = "model";

    /** Minimum number of lines of a page. In shorter pages a line has too little context. */
    private static final int FEWEST_LINES = 12;

    /**
     * Maximum number of rounds in which the model is asked. On hostile pages each round removes one more line, and takes as long
     * as the first. Of 2,236 flat pages of daniel, wcxb and trafilatura, 2,234 need at most five rounds, one needs 14 and one 18.
     */
    private static final int MOST_ROUNDS = 20;

    /**
     * Maximum number of lines judged together. Longer pages, such as archives and logs, are judged in parts, so that time and
     * memory stay bounded.
     */
    private static final int PART = 4_000;

    /** Distance in lines from the lines that a site's rules mark. The rules decide about lines nearer than this. */
    private static final int NEAR_SITE = 20;

    /** Margin of a clear case: a line this far below the limit, in thousandths. */
    private static final int CLEAR = 250;

    /** Labels of boxes between paragraphs. */
    private static final Set<Label> INSERTS = EnumSet.of(
            Label.RELATED, Label.SHARE, Label.NEWSLETTER, Label.ADVERT, Label.APP_PROMO, Label.PLAYER, Label.PAYWALL);

    /** Maximum number of lines of such a box. */
    private static final int MOST_INSERTED = 3;

    /** Minimum probability of a spared line, in thousandths. A less likely line is no text of the article. */
    private static final int LEAST = 30;

    /** Maximum number of lines of a short page. There the article may be shorter than the text around it. */
    private static final int SHORT_PAGE = 45;

    /** Minimum number of words of a closing sentence. Buttons have fewer. */
    private static final int FEWEST_WORDS = 4;

    private static final Origin ORIGIN = new Origin.OfMechanism(ID);

    /** Loaded when a page first needs it. */
    private final Supplier<LineModel> model;

    private final Strictness strictness;

    ModelLabeller(Supplier<LineModel> model, Strictness strictness) {
        this.model = model;
        this.strictness = strictness;
    }

    @Override
    public List<Proposal> propose(Round round) {
        int lines = round.lines().size();
        if (lines < FEWEST_LINES || round.number() >= MOST_ROUNDS) {
            return List.of();
        }
        BitSet judged = judged(round);
        if (judged.isEmpty()) {
            return List.of();
        }
        Opinion opinion = opinion(round);
        round.readsMarkup();
        if (round.site() == null) {
            round.isSure(opinion.likeliest());
        }
        boolean shortText = lines <= SHORT_PAGE && !round.knowsLinks();
        BitSet spared = shortText ? behindInserts(round, opinion) : new BitSet();
        List<Proposal.Piece> clear = new ArrayList<>();
        List<Proposal.Piece> close = new ArrayList<>();
        for (int i = judged.nextSetBit(0); i >= 0; i = judged.nextSetBit(i + 1)) {
            int margin = opinion.likely(i) - opinion.limit(i, strictness);
            boolean goes = margin < 0 && !spared.get(i);
            if (goes) {
                (margin < -CLEAR ? clear : close).add(Proposal.Piece.whole(round.lines(), i, Label.BOILERPLATE));
            }
            if (round.isExplaining() && round.label(i) == null && margin < CLEAR) {
                round.note(i, why(opinion, i), goes);
            }
        }
        return Stream.of(
                        proposal(clear, "unlike the lines of an article"),
                        proposal(close, "rather unlike the lines of an article"))
                .filter(proposal -> !proposal.pieces().isEmpty())
                .toList();
    }

    /**
     * Returns the sentences of a short page that follow the text behind a box or a button. The model learnt from pages whose
     * articles are longer than the text around them, so it takes these sentences for the end of the page.
     */
    private BitSet behindInserts(Round round, Opinion opinion) {
        BitSet spared = new BitSet();
        int text = -1;
        for (int i = 0; i < round.lines().size(); i++) {
            Label label = round.label(i);
            if (label == null && isSentence(round.lines().line(i))) {
                boolean stays = opinion.likely(i) >= opinion.limit(i, strictness);
                int inserted = i - text - 1;
                if (!stays && text >= 0 && inserted > 0 && inserted <= MOST_INSERTED && opinion.likely(i) >= LEAST) {
                    spared.set(i);
                }
                text = stays || spared.get(i) ? i : -1;
            } else if (label != null && label.group() == Label.Group.NOISE && !INSERTS.contains(label)) {
                text = -1;
            }
        }
        return spared;
    }

    /**
     * Whether a line is a sentence. Articles often close with one that is too short for {@link Shape#SENTENCE_LIKE}, perhaps with
     * an agency's sign behind it.
     */
    private static boolean isSentence(Line line) {
        String text = line.text();
        return line.is(Shape.SENTENCE_LIKE)
                || line.words() >= FEWEST_WORDS && Characters.isSentenceEnd(text.charAt(Sentences.last(text)));
    }

    private Opinion opinion(Round round) {
        int lines = round.lines().size();
        int parts = (lines + PART - 1) / PART;
        List<Opinion> opinions = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) lines * part / parts);
            int to = (int) ((long) lines * (part + 1) / parts);
            opinions.add(model.get().judge(round.scene(from, to)));
        }
        return Opinion.ofParts(opinions);
    }

    private static Proposal proposal(List<Proposal.Piece> pieces, String why) {
        return new Proposal(ORIGIN, Standing.MODEL, pieces, List.of(), why);
    }

    private String why(Opinion opinion, int line) {
        return "probability of text " + percent(opinion.likely(line)) + ", limit "
                + percent(opinion.limit(line, strictness)) + "; decided by: "
                + String.join(", ", opinion.reasons(line));
    }

    private static String percent(int perMille) {
        return perMille / 10 + "." + perMille % 10 + " %";
    }

    /** Returns the lines for which the model is asked. */
    private static BitSet judged(Round round) {
        int lines = round.lines().size();
        BitSet judged = new BitSet(lines);
        RulePack site = round.site();
        if (site == null || site.model()) {
            judged.set(0, lines);
            return judged;
        }
        int first = lines;
        int last = -1;
        for (int i = 0; i < lines; i++) {
            Proposal proposal = round.proposal(i);
            if (proposal != null && proposal.origin().ofSite()) {
                first = Math.min(first, i);
                last = i;
            }
        }
        if (last >= 0) {
            judged.set(0, Math.max(0, first - NEAR_SITE));
            judged.set(Math.min(lines, last + NEAR_SITE), lines);
        }
        return judged;
    }
}
