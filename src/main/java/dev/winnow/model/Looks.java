package dev.winnow.model;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.text.Characters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns about a line alone: its length, its letters, its ending, the label that a rule gave it. */
final class Looks {

    static final List<String> NAMES = List.of(
            "the length",
            "the number of words",
            "the way it ends",
            "the way it begins",
            "the share of words with a capital",
            "the share of capital letters",
            "the share of digits",
            "the commas",
            "the sentences in it",
            "the separators",
            "an address in it",
            "a year or a time in it",
            "the share of signs",
            "the length of its words",
            "its shape",
            "the label of a rule",
            "the group of a rule's label",
            "how often it stands on the page",
            "the words known in it",
            "what its words say on average",
            "what its worst word says",
            "what its best word says",
            "what its first word says",
            "what the whole line says");

    static final int LENGTH = 0;
    static final int END = 2;
    static final int CAPITALS = 4;
    static final int SHAPE = 14;
    static final int LABEL = 15;
    static final int SAID = 19;

    /** Columns that also serve as features of nearby lines. */
    static final List<Integer> TELLING = List.of(LENGTH, END, CAPITALS, SHAPE, LABEL, SAID);

    /** Maximum number of characters read of a line. The rest does not change what a line is. */
    static final int READ = 400;

    /**
     * Maximum number of words of a line whose single words are weighed. Longer lines are prose, where single words tell little.
     */
    private static final int FEW_WORDS = 14;

    private static final String SEPARATORS = "|•·»›>©®/▪→";
    private static final String BULLETS = "-–—•▪*·►›»";

    private final Words words;
    private final Vocabulary vocabulary;
    private final IntMap equals;
    /** The characters of the current line. */
    private final char[] units = new char[READ];

    Looks(Words words, Vocabulary vocabulary, int lines) {
        this.words = words;
        this.vocabulary = vocabulary;
        this.equals = new IntMap(lines);
    }

    /** Describes all lines, and collects their words. */
    void describe(Scene scene, Table table) {
        for (int i = 0; i < scene.size(); i++) {
            read(scene.lines().get(i), i, table, table.row(i));
            table.set(i, LABEL, label(scene.labels().get(i)));
            table.set(i, LABEL + 1, group(scene.labels().get(i)));
            equals.add(words.whole(i));
            wording(i, table);
        }
        for (int i = 0; i < scene.size(); i++) {
            table.set(i, LABEL + 2, Math.min(20, equals.get(words.whole(i))));
        }
    }

    private static int label(@Nullable Label label) {
        return label == null ? 0 : 1 + label.ordinal();
    }

    private static int group(@Nullable Label label) {
        return label == null ? 0 : 1 + label.group().ordinal();
    }

    private void read(Line line, int number, Table table, int row) {
        int length = line.length();
        int limit = Math.min(length, READ);
        line.getChars(0, limit, units, 0);
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int signs = 0;
        int commas = 0;
        int ends = 0;
        int separators = 0;
        int spaced = 0;
        int unspacedParts = 0;
        int gaps = 0;
        int capitals = 0;
        int run = 0;
        int dated = 0;
        char before = ' ';
        boolean inWord = false;
        for (int i = 0; i < limit; i++) {
            char c = units[i];
            boolean unspaced = Characters.isUnspaced(c);
            boolean letter = !unspaced && Characters.isWord(c);
            unspacedParts += Characters.isUnspacedPart(c) ? 1 : 0;
            if (letter) {
                spaced += inWord ? 0 : 1;
                if (Characters.digit(c) >= 0) {
                    digits++;
                    run++;
                    dated |= run == 4 ? 2 : 0;
                } else {
                    letters++;
                    if (Characters.fold(c) != c) {
                        upper++;
                        capitals += inWord ? 0 : 1;
                    }
                }
            } else {
                if (c == ' ') {
                    gaps += before == ' ' ? 0 : 1;
                    ends += i > 1 && Characters.isSentenceEnd(before) ? 1 : 0;
                } else if (unspaced) {
                    letters++;
                } else {
                    signs++;
                    commas += c == ',' || c == '،' || c == '、' || c == '，' ? 1 : 0;
                    ends += Characters.isSentenceEnd(c) && Characters.isUnspaced(before) ? 1 : 0;
                    separators += SEPARATORS.indexOf(c) >= 0 ? 1 : 0;
                    dated |= c == ':' && run > 0 && run < 3 ? 1 : 0;
                }
                run = 0;
            }
            inWord = letter;
            before = c;
        }
        words.read(units, limit);
        words.close(number);
        short[] cells = table.cells();
        cells[row] = (short) Table.log(length);
        cells[row + 1] = (short) Table.log(Characters.words(1 + gaps, unspacedParts, limit));
        cells[row + END] = (short) end(line);
        cells[row + 3] = (short) beginning(units[0]);
        cells[row + CAPITALS] = (short) Table.share(capitals, spaced);
        cells[row + 5] = (short) Table.share(upper, letters);
        cells[row + 6] = (short) Table.share(digits, limit);
        cells[row + 7] = (short) Math.min(20, commas);
        cells[row + 8] = (short) Math.min(20, ends);
        cells[row + 9] = (short) Math.min(20, separators);
        cells[row + 10] = (short) address(units, limit, signs);
        cells[row + 11] = (short) dated;
        cells[row + 12] = (short) Table.share(signs, limit);
        cells[row + 13] = (short) (10 * limit / Math.max(1, spaced));
        cells[row + SHAPE] = (short) line.shapes();
    }

    /** Returns the kind of the last character of a line, before closing quotes and brackets. */
    private static int end(Line line) {
        int at = line.length() - 1;
        int closed = 0;
        while (at > 0 && Characters.isClosing(line.charAt(at))) {
            at--;
            closed = 1;
        }
        char c = line.charAt(at);
        int kind;
        if (Characters.isEllipsis(c) || at > 1 && c == '.' && line.charAt(at - 1) == '.') {
            kind = 1;
        } else if (Characters.isColon(c)) {
            kind = 2;
        } else if (Characters.isStop(c)) {
            kind = 5;
        } else if (Characters.isQuestionMark(c, at > 0 ? line.charAt(at - 1) : ' ')) {
            kind = 4;
        } else if (Characters.isSentenceEnd(c)) {
            kind = 3;
        } else {
            kind = Characters.isLetter(c) ? 0 : Characters.digit(c) >= 0 ? -1 : -2;
        }
        return 2 * kind + closed;
    }

    private static int beginning(char c) {
        // Cheap checks first: a character that folding does not change is not upper case, and all letters of ASCII have
        // case.
        if (Characters.fold(c) != c && Characters.isUpper(c)) {
            return 4;
        }
        if (c > '~' && (Characters.isUnspaced(c) || Characters.isUncased(c))) {
            return 3;
        }
        if (Characters.isLetter(c)) {
            return 2;
        }
        if (Characters.digit(c) >= 0) {
            return 1;
        }
        return Characters.isClosing(c) ? 5 : BULLETS.indexOf(c) >= 0 ? 0 : -1;
    }

    /** Returns 1 if the line holds a web address, 2 for an email address, 0 for neither. */
    private static int address(char[] line, int limit, int signs) {
        if (signs == 0) {
            return 0;
        }
        for (int i = 0; i + 2 < limit; i++) {
            char c = line[i];
            if (c == '@') {
                return 2;
            }
            if (c == '/' && line[i + 1] == '/' || c == 'w' && line[i + 1] == 'w' && line[i + 2] == 'w') {
                return 1;
            }
        }
        return 0;
    }

    private void wording(int line, Table table) {
        int known = 0;
        int sum = 0;
        int worst = 0;
        int best = 0;
        int first = 0;
        int from = words.start(line);
        int to = words.end(line);
        boolean few = isTelling(words, line);
        for (int i = from; few && i < to; i++) {
            int weight = vocabulary.weight(words.get(i));
            if (weight != Vocabulary.UNKNOWN) {
                known++;
                sum += weight;
                worst = Math.min(worst, weight);
                best = Math.max(best, weight);
                first = i == from ? weight : first;
            }
        }
        table.set(line, SAID - 1, known);
        table.set(line, SAID, known == 0 ? 0 : sum * 4 / known);
        table.set(line, SAID + 1, worst);
        table.set(line, SAID + 2, best);
        table.set(line, SAID + 3, first);
        table.set(line, SAID + 4, few ? vocabulary.weight(wholeLine(words.whole(line))) : 0);
    }

    /** Returns the hash of a whole line, different from that of a line of one word. */
    static int wholeLine(int hash) {
        return ~hash;
    }

    /** Whether a line is so short that its single words are weighed. */
    static boolean isTelling(Words words, int line) {
        return words.count(line) <= FEW_WORDS;
    }

    /** Whether a line has the shape of a sentence. */
    static boolean isProse(Table table, int line) {
        return (table.get(line, SHAPE) & Shape.SENTENCE_LIKE.bit()) != 0;
    }
}
