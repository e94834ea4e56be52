package dev.winnow.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Any bytes as a text. */
final class Texts {

    private Texts() {}

    /** As UTF-8; what is none becomes lone halves of surrogate pairs, which decoding alone never gives. */
    static String of(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        StringBuilder broken = new StringBuilder(text);
        for (int i = 0; i < broken.length(); i++) {
            if (broken.charAt(i) == '\uFFFD') {
                broken.setCharAt(i, i % 2 == 0 ? '\uD83D' : '\uDE00');
            }
        }
        return broken.toString();
    }
}
