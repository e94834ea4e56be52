package dev.winnow.fuzz;

import dev.winnow.document.SourceDocument.Undecodable;
import dev.winnow.source.Decoded;
import dev.winnow.source.Decoder;
import dev.winnow.source.Encoder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any bytes, declared as any charset or none: decoded to a text from which the very bytes come back. The last byte is the declaration. */
public final class DecoderFuzz {

    /** The empty name stands for no declaration. */
    private static final List<String> DECLARED = List.of(
            "",
            "utf-8",
            "utf-16",
            "utf-16le",
            "utf-16be",
            "utf-32",
            "utf-32le",
            "latin1",
            "iso-8859-15",
            "windows-1252",
            "windows-1251",
            "koi8-r",
            "windows-1256",
            "windows-874",
            "tis-620",
            "shift_jis",
            "windows-31j",
            "euc-jp",
            "iso-2022-jp",
            "iso-2022-jp-2",
            "iso-2022-kr",
            "iso-2022-cn",
            "euc-kr",
            "gb2312",
            "gbk",
            "gb18030",
            "big5",
            "big5-hkscs",
            "x-euc-tw",
            "x-johab",
            "ibm037",
            "ibm930",
            "x-ibm1364",
            "us-ascii",
            "cesu-8",
            "x-compound_text",
            "x-jisautodetect",
            " no such charset ");

    private DecoderFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] text = Arrays.copyOf(bytes, bytes.length - 1);
        check(text, null);
        check(text, DECLARED.get((bytes[bytes.length - 1] & 0xFF) % DECLARED.size()));
    }

    private static void check(byte[] bytes, @Nullable String declared) {
        Decoded decoded = Decoder.decode(bytes, declared);
        int before = -1;
        for (Undecodable piece : decoded.undecodable()) {
            Promise.holds(
                    before < piece.offset() && piece.offset() < decoded.text().length(),
                    "undecodable bytes have a place");
            before = piece.offset();
        }
        Promise.holds(decoded.warnings().stream().noneMatch(String::isBlank), "warnings say something");
        byte[] back = Encoder.encode(decoded.text(), decoded.charset(), decoded.undecodable());
        Promise.holds(
                Arrays.equals(bytes, back), "bytes declared as " + declared + " come back from " + decoded.charset());
    }
}
