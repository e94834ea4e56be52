package dev.winnow.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of ftr-site-config as lines.
 *
 * @param path name of the file in messages
 * @param host host of the pages, from the file name; with a dot before it for all subdomains
 * @param lines the lines without comments and blank lines
 */
record SiteConfig(String path, String host, List<Line> lines) {

    private static final Pattern HOST =
            Pattern.compile("\\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
    private static final Pattern KEY = Pattern.compile("([\\w-]+)\\s*(?:\\((.*)\\))?", Pattern.DOTALL);

    /** Prefix of the names of files that are not for a host. */
    private static final String FINGERPRINT = "fingerprint.";

    SiteConfig {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number line number, from 1
     * @param written the whole line
     * @param key key before the colon, in lower case; empty if there is none
     * @param argument argument of the key, in parentheses; empty if there is none
     * @param value text after the colon
     */
    record Line(int number, String written, String key, String argument, String value) {}

    /**
     * Parses a file.
     *
     * @param path path; the file name is the host
     * @throws UntranslatableException if the file name is not a host
     */
    static SiteConfig read(String path, String text) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String host = (name.endsWith(".txt") ? name.substring(0, name.length() - 4) : name).toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw new UntranslatableException("the name of such a file is a host and .txt, as example.com.txt");
        }
        if (host.startsWith(FINGERPRINT)) {
            throw new UntranslatableException("this file is for pages of any host that were made with one program,"
                    + " and packs of Winnow are for hosts or for all pages");
        }
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.replace("\uFEFF", "").split("\r\n?|\n", -1)) {
            number++;
            String written = line.strip();
            if (!written.isEmpty() && !written.startsWith("#")) {
                lines.add(line(number, written));
            }
        }
        return new SiteConfig(path, host.startsWith("www.") ? host.substring(4) : host, lines);
    }

    private static Line line(int number, String written) {
        int colon = written.indexOf(':');
        Matcher key = KEY.matcher(colon < 0 ? "" : written.substring(0, colon).strip());
        return key.matches()
                ? new Line(
                        number,
                        written,
                        key.group(1).toLowerCase(Locale.ROOT),
                        key.group(2) == null ? "" : key.group(2),
                        written.substring(colon + 1).strip())
                : new Line(number, written, "", "", "");
    }

    /** Returns the id of the pack. */
    String id() {
        return host.startsWith(".") ? "any" + host : host;
    }

    /** Returns the hosts of the pack. */
    List<String> hosts() {
        return host.startsWith(".") ? List.of("*" + host) : List.of(host, "www." + host);
    }
}
