package dev.winnow.normalize;

/**
 * A sequence of UTF-8 characters that were all read in the same wrong charset, with the certainty that they are mojibake.
 *
 * @param start offset of the first unit in the text
 * @param end offset of the first unit after the chain
 * @param charset the wrong charset
 * @param certainty how sure it is that the text is damaged
 * @param weight for the choice between charsets: higher is better
 * @param oddness how odd the characters are if they are read as correct text
 */
record MojibakeChain(int start, int end, LegacyCharset charset, Certainty certainty, int weight, int oddness) {

    enum Certainty {
        /** Not repaired. */
        NONE,
        /** Repaired only in a text that also holds sure chains. */
        SUPPORTED,
        /** Always repaired. */
        SURE
    }

    /** Reads and weighs chains in one text. Not thread-safe. */
    static final class Reader {

        private final String text;
        private final Utf8Unit unit;
        private final Evidence evidence;

        private int units;
        private int oddness;
        private int sameScript;
        private int known;
        private int script;
        private boolean sure;
        private boolean symbol;
        private boolean fair;
        private boolean loneSpace;

        Reader(String text) {
            this.text = text;
            this.unit = new Utf8Unit(text);
            this.evidence = new Evidence(text);
        }

        /**
         * Returns the longest chain that begins here. An empty chain ends where it begins.
         *
         * @param damaged whether a plain space may stand for byte 0xA0; only for use beside sure chains
         */
        MojibakeChain read(int start, LegacyCharset charset, boolean damaged) {
            units = 0;
            oddness = 0;
            sameScript = 0;
            known = 0;
            script = 0;
            sure = false;
            symbol = false;
            fair = true;
            loneSpace = false;
            int at = start;
            while (at < text.length() && unit.read(at, charset, damaged)) {
                int level = level();
                if (level == Plausibility.NONE || unit.spaced && !mayHaveLostItsSpace(at, charset)) {
                    break;
                }
                take(at, level, charset);
                at = unit.end;
            }
            return new MojibakeChain(
                    start, at, charset, certainty(charset), 2 * units + known + Math.max(0, oddness), oddness);
        }

        private int level() {
            if (unit.lossy) {
                return Plausibility.FAIR;
            }
            // A control after another character: the second layer of text that was damaged twice.
            return unit.codePoint < 0xA0 && units > 0 ? Plausibility.FAIR : Plausibility.of(unit.codePoint);
        }

        /**
         * Whether the no-break space of the sequence may have become a plain space. Of pairs only a few are accepted: those
         * known to lose it.
         */
        private boolean mayHaveLostItsSpace(int at, LegacyCharset charset) {
            return switch (unit.codePoint) {
                case 'à' -> at < 2 || !isUpper(at - 1) || !isUpper(at - 2);
                case '\u00A0' -> true;
                case 'Š' ->
                    unit.end < text.length()
                            && (Character.isLowerCase(text.charAt(unit.end)) || isSmallBehind(unit.end, charset))
                            && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
                default -> unit.end - at > 2;
            };
        }

        private boolean isSmallBehind(int at, LegacyCharset charset) {
            Utf8Unit behind = new Utf8Unit(text);
            return behind.read(at, charset, false) && Character.isLowerCase(behind.codePoint);
        }

        private boolean isUpper(int at) {
            return Character.isUpperCase(text.charAt(at));
        }

        private void take(int at, int level, LegacyCharset charset) {
            units++;
            int length = unit.end - at;
            loneSpace = units == 1 && unit.spaced && length == 3 && !unit.lossy;
            symbol |= isTelling(at, unit.end, charset);
            known += charset.byteOf((char) unit.codePoint) != 0 ? 1 : 0;
            fair &= level >= Plausibility.FAIR;
            int own = unit.lossy ? -1 : Plausibility.script(unit.codePoint);
            if (own > 0) {
                sameScript = own == script ? sameScript + 1 : 1;
                script = own;
            }
            if (length == 2) {
                sure |= unit.spaced && unit.codePoint == 'à' && evidence.isCutWord(at, unit.end);
                if (unit.lossy || unit.spaced) {
                    return;
                }
                int odd = evidence.ofPair(at, unit.codePoint, charset);
                oddness += odd;
                boolean singleScript = own > 1;
                sure |= !singleScript
                        && unit.codePoint != 'å'
                        && odd >= (level == Plausibility.COMMON ? Evidence.ENOUGH : Evidence.ENOUGH + 1)
                        && level >= Plausibility.FAIR;
            } else {
                sure |= isSureLong(at, length, level, own, charset);
            }
        }

        private boolean isSureLong(int at, int length, int level, int own, LegacyCharset charset) {
            if (length == 6) {
                return true;
            }
            if (unit.spaced || !evidence.holdsSymbol(at + 1, unit.end) && !isQuotePrefix(at, charset)) {
                return false;
            }
            if (unit.lossy) {
                return isQuotePrefix(at, charset) || length == 4;
            }
            if (level < Plausibility.FAIR || own > 0 && unit.codePoint < 0xFF00) {
                return false;
            }
            if (evidence.onlyClosers(at + 1, unit.end)) {
                return Evidence.isLetter(unit.end < text.length() ? text.charAt(unit.end) : ' ')
                        && level == Plausibility.COMMON;
            }
            return true;
        }

        /** Whether the bytes are E2 80, with which typographic punctuation begins. */
        private boolean isQuotePrefix(int at, LegacyCharset charset) {
            return charset.byteOf(text.charAt(at)) == 0xE2 && charset.byteOf(text.charAt(at + 1)) == 0x80;
        }

        private boolean isTelling(int at, int end, LegacyCharset charset) {
            return switch (charset) {
                case KOI8, DOS866, DOS, DOS850 ->
                    holdsBox(at, end) || isQuotePrefix(at, charset) || text.charAt(at) == '≡';
                case MAC -> !Evidence.isLetter(text.charAt(at));
                default -> evidence.holdsSymbol(at + 1, end) && !evidence.onlyClosers(at + 1, end);
            };
        }

        private boolean holdsBox(int from, int to) {
            for (int i = from; i < to; i++) {
                if (Evidence.isBox(text.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        private Certainty certainty(LegacyCharset charset) {
            // An é and a space before a punctuation mark are not a Chinese character.
            if (units == 0 || loneSpace) {
                return Certainty.NONE;
            }
            if (!symbol && charset.ordinal() >= LegacyCharset.MAC.ordinal()) {
                return Certainty.NONE;
            }
            boolean manyOfOneScript = sameScript >= 3 || sameScript == 2 && symbol;
            boolean twoOdd = units >= 2 && fair && symbol && sameScript < 2 && oddness + units >= 3;
            if (sure || manyOfOneScript || twoOdd) {
                return Certainty.SURE;
            }
            return fair && oddness >= 0 ? Certainty.SUPPORTED : Certainty.NONE;
        }
    }
}
