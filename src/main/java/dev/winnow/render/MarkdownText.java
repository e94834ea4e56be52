package dev.winnow.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes any text for Markdown (CommonMark, and GitHub's tables and strike-through), so that it reads back as the same text. */
final class MarkdownText {

    /** Characters that begin or end inline markup; an ampersand only if it may begin an entity. */
    private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<~]|&(?=[#A-Za-z])");

    /** Line beginnings that start another kind of block, or that make the previous line a heading or a table. */
    private static final Pattern BLOCK_START =
            Pattern.compile("^(?:#{1,6}(?=\\s|$)|[>+=|-]|:(?=-))|^(\\d{1,9})([.)])(?=\\s|$)");

    private static final Pattern TICKS = Pattern.compile("`+");

    /** White space that readers of Markdown strip from the ends of a line. */
    private static final String STRIPPED = " \t\f\u000B";

    private MarkdownText() {}

    /**
     * Returns a paragraph.
     *
     * @param indent prefix of each line except the first
     */
    static String block(String text, String indent) {
        String[] lines = text.split("\n", -1);
        StringBuilder block = new StringBuilder(text.length() + 16);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                boolean beside = lines[i - 1].isEmpty() || lines[i].isEmpty();
                // An empty line would end the paragraph.
                block.append(beside ? "&#10;" : "\\\n" + indent);
            }
            block.append(start(line(lines[i])));
        }
        return block.toString();
    }

    /** Returns text whose white space is kept. */
    static String fenced(String text) {
        Matcher ticks = TICKS.matcher(text);
        int longest = 2;
        while (ticks.find()) {
            longest = Math.max(longest, ticks.end() - ticks.start());
        }
        String fence = "`".repeat(longest + 1);
        return fence + "\n" + text.replace('\0', '\uFFFD') + "\n" + fence;
    }

    /** Returns the text of a heading, on one line. */
    static String heading(String text) {
        String line = line(text).replace("\n", "&#10;");
        // Escape closing number signs: Markdown would drop them.
        return line.endsWith("#") ? line.substring(0, line.length() - 1) + "\\#" : line;
    }

    private static String line(String text) {
        String line =
                INLINE.matcher(text).replaceAll("\\\\$0").replace("\r", "&#13;").replace('\0', '\uFFFD');
        if (line.isEmpty()) {
            return line;
        }
        int last = line.length() - 1;
        if (STRIPPED.indexOf(line.charAt(last)) >= 0) {
            line = line.substring(0, last) + entity(line.charAt(last));
        }
        return STRIPPED.indexOf(line.charAt(0)) >= 0 ? entity(line.charAt(0)) + line.substring(1) : line;
    }

    private static String entity(char c) {
        return "&#" + (int) c + ";";
    }

    private static String start(String line) {
        Matcher start = BLOCK_START.matcher(line);
        if (!start.find()) {
            return line;
        }
        return start.group(1) == null ? "\\" + line : start.group(1) + "\\" + line.substring(start.start(2));
    }
}
