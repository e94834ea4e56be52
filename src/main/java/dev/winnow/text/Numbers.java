package dev.winnow.text;

import java.util.Arrays;
import java.util.List;

/** Finds numbers in texts. */
public final class Numbers {

    /** Maximum number of digits. Longer numbers are not part of a date. */
    private static final int LONGEST = 8;

    private Numbers() {}

    /**
     * Returns the whole numbers in a text, in order. Only ASCII digits count; numbers with more than eight digits are left
     * out.
     */
    public static List<Integer> in(String text) {
        return Arrays.stream(text.split("\\D+"))
                .filter(number -> !number.isEmpty() && number.length() <= LONGEST)
                .map(Integer::parseInt)
                .toList();
    }
}
