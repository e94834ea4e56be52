package dev.winnow.source.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented paragraphs of prose, the same for the same seed. */
final class Stories {

    private static final String[] WORDS =
            ("harbour ferry captain morning storm council water light northern quay engine "
                            + "passengers weather island repair company waited promised crossed reported closed opened measured "
                            + "slowly early again together against beyond several narrow heavy quiet the a of and to in on with")
                    .split(" ");

    private Stories() {}

    static List<String> paragraphs(int count, long seed) {
        Random random = new Random(seed);
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder paragraph = new StringBuilder();
            for (int sentence = 0; sentence < 2 + random.nextInt(5); sentence++) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append("The");
                for (int word = 0; word < 8 + random.nextInt(12); word++) {
                    paragraph.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
                }
                paragraph.append('.');
            }
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }
}
