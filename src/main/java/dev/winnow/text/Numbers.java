package dev.winnow.text;

import java.util.Arrays;
import java.util.List;

/** Numbers in texts. */
public final class Numbers {

    /** Longer ones are no part of a date. */
    private static final int LONGEST = 8;

    private Numbers() {}

    /** The whole numbers of ASCII digits in a text, in order; those of more than eight digits are left out. */
    public static List<Integer> in(String text) {
        return Arrays.stream(text.split("\\D+"))
                .filter(number -> !number.isEmpty() && number.length() <= LONGEST)
                .map(Integer::parseInt)
                .toList();
    }
}
