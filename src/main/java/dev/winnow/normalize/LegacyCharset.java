package dev.winnow.normalize;

/**
 * The single-byte charsets that UTF-8 is most often misread as, with tables from characters to bytes. Where a charset leaves a
 * byte of 0x80–0x9F undefined, the control character of the same number stands for it, as in lenient decoders.
 *
 * <p>Source of the upper halves: the mapping tables of the Unicode Consortium. A test compares them with the JDK's charsets.
 */
enum LegacyCharset {
    /** Windows-1252, with ISO-8859-1 for the C1 range. */
    LATIN(
            "Windows-1252",
            "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"
                    + "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                    + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"),
    /** Windows-1250. */
    CENTRAL(
            "Windows-1250",
            "€\0‚\0„…†‡\0‰Š‹ŚŤŽŹ\0‘’“”•–—\0™š›śťžź"
                    + "\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
                    + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                    + "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"),
    /** ISO-8859-2. */
    ISO2(
            "ISO-8859-2",
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                    + "\u00A0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00ADŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
                    + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                    + "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"),
    /** Windows-1251. */
    CYRILLIC(
            "Windows-1251",
            "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\0™љ›њќћџ"
                    + "\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї"
                    + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                    + "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    /** Windows-1253. */
    GREEK(
            "Windows-1253",
            "€\0‚ƒ„…†‡\0‰\0‹\0\0\0\0\0‘’“”•–—\0™\0›\0\0\0\0"
                    + "\u00A0΅Ά£¤¥¦§¨©\0«¬\u00AD®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ"
                    + "ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\0ΣΤΥΦΧΨΩΪΫάέήί"
                    + "ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\0"),
    /** Windows-1254. */
    TURKISH(
            "Windows-1254",
            "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0\0\0\0‘’“”•–—˜™š›œ\0\0Ÿ"
                    + "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
                    + "àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ"),
    /** Windows-1257. */
    BALTIC(
            "Windows-1257",
            "€\0‚\0„…†‡\0‰\0‹\0¨ˇ¸\0‘’“”•–—\0™\0›\0¯˛\0"
                    + "\u00A0\0¢£¤\0¦§Ø©Ŗ«¬\u00AD®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ"
                    + "ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
                    + "ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙"),
    /** Mac OS Roman. */
    MAC(
            "Mac OS Roman",
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
                    + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                    + "¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
                    + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"),
    /** Code page 437. */
    DOS(
            "code page 437",
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
                    + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                    + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0"),
    /** Code page 850. */
    DOS850(
            "code page 850",
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                    + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                    + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
                    + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0"),
    /** Code page 866. */
    DOS866(
            "code page 866",
            "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                    + "абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                    + "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00A0"),
    /** KOI8-R. */
    KOI8(
            "KOI8-R",
            "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00A0⌡°²·÷"
                    + "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
                    + "юабцдефгхийклмнопярстужвьызшэщчъ"
                    + "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ");

    /** Size of the tables. Only three characters of these charsets lie above; {@link #byteOf} treats them separately. */
    static final int TABLE_SIZE = 0x2600;

    private static final LegacyCharset[] ALL = values();

    private final String label;
    private final String upperHalf;

    LegacyCharset(String label, String upperHalf) {
        this.label = label;
        this.upperHalf = upperHalf;
    }

    /** Name of the charset for messages. */
    String label() {
        return label;
    }

    int bit() {
        return 1 << ordinal();
    }

    static LegacyCharset at(int ordinal) {
        return ALL[ordinal];
    }

    static int count() {
        return ALL.length;
    }

    /** Returns the byte (0x80–0xFF) of a character in this charset, or 0. */
    int byteOf(char c) {
        if (c >= TABLE_SIZE) {
            return c == '\uFB01' || c == '\uFB02' || c == '\uF8FF' ? slowByteOf(c) : 0;
        }
        return Tables.BYTES[ordinal()][c] & 0xFF;
    }

    private int slowByteOf(char c) {
        int index = upperHalf.indexOf(c);
        return index < 0 ? 0 : 0x80 + index;
    }

    private byte[] build() {
        byte[] table = new byte[TABLE_SIZE];
        for (int b = 0x80; b <= 0x9F; b++) {
            if (this != DOS && this != DOS850 && this != DOS866 && this != KOI8 && this != MAC) {
                table[b] = (byte) b;
            }
        }
        for (int i = 0; i < upperHalf.length(); i++) {
            char c = upperHalf.charAt(i);
            if (c != 0 && c < TABLE_SIZE) {
                table[c] = (byte) (0x80 + i);
            }
        }
        return table;
    }

    /** One table per charset, from characters to bytes. */
    private static final class Tables {

        static final byte[][] BYTES = all();

        private static byte[][] all() {
            byte[][] tables = new byte[ALL.length][];
            for (int i = 0; i < tables.length; i++) {
                tables[i] = ALL[i].build();
            }
            return tables;
        }
    }

    /** Returns the character of a byte (0x80–0xFF), or 0 where the charset leaves it undefined. */
    char charOf(int b) {
        return upperHalf.charAt(b - 0x80);
    }

    /** Returns the Windows-1252 character of a C1 control, or the control itself where Windows-1252 has none. */
    static int windows1252(int c1) {
        char c = LATIN.charOf(c1);
        return c == 0 ? c1 : c;
    }

    /** Whether a byte may begin a UTF-8 sequence of two or more bytes. */
    static boolean isLead(int b) {
        return b >= 0xC2 && b <= 0xF4;
    }

    /** Whether a byte may continue such a sequence. */
    static boolean isContinuation(int b) {
        return b >= 0x80 && b <= 0xBF;
    }
}
