package dev.winnow.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** A page under way. Text is escaped, so that no document can put markup or script into it. Not thread-safe. */
public final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /**
     * A page in the style of all reports, which needs neither files nor network. Ends with {@code </main></body></html>}.
     *
     * @param title of the window
     * @param heading stands at the top
     * @param lead stands below it
     * @param styles names of more style sheets that come with reports
     * @throws IOException if the jar lacks a style
     */
    public static Html page(String title, String heading, String lead, String... styles) throws IOException {
        Html page = new Html()
                .raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\"><title>")
                .text(title)
                .raw("</title><style>")
                .raw(resource("report.css"));
        for (String style : styles) {
            page.raw(resource(style));
        }
        return page.raw("</style></head><body><header><h1>")
                .text(heading)
                .raw("</h1><p>")
                .text(lead)
                .raw("</p></header><main>");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Html.class.getResourceAsStream("/dev/winnow/report/" + name)) {
            if (in == null) {
                throw new IOException("the jar lacks " + name + "; build it again");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Markup as it is; never anything that came from a document. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text between tags or in a quoted attribute. */
    public Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isPrintable(text, i) ? c : '\uFFFD');
            }
        }
        return this;
    }

    /** HTML allows no control characters but white space, and no half of a surrogate pair. */
    private static boolean isPrintable(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == '\n' || c == '\t' || !Character.isISOControl(c) && c < '\uFFFE';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
