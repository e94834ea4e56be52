package dev.winnow.cli;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.text.Hosts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of one site.
 *
 * @param site host of the site
 */
record SitePages(String site, List<SourceDocument> documents) {

    /** Maximum number of pages read. More do not change the result. */
    private static final int MOST = 1_000;

    /**
     * Reads the pages of a site. Skips pages with a URL of another site; keeps pages without a URL.
     *
     * @throws UserError if {@code domain} is not a domain
     */
    static SitePages read(List<String> inputs, String domain, InputOptions options, Console console)
            throws IOException {
        String host = Hosts.ofSite(domain.contains("//") ? domain : "https://" + domain);
        if (host == null || host.indexOf('.') < 0) {
            throw UserError.usage("'" + domain + "' is not a site; write its domain, for example example.com");
        }
        List<SourceDocument> pages = new ArrayList<>();
        int others = 0;
        try (Inputs opened = options.open(inputs, console)) {
            while (opened.hasNext() && pages.size() < MOST) {
                Input input = opened.next();
                if (input instanceof Input.Document document) {
                    String of = Hosts.ofSite(document.document().url());
                    if (of == null || of.equals(host) || of.endsWith('.' + host)) {
                        pages.add(document.document());
                    } else {
                        others++;
                    }
                } else if (input instanceof Input.Failure failure) {
                    console.say(failure.origin() + ": " + failure.message());
                }
            }
        }
        if (others > 0) {
            console.say(Standard.count(others, "page") + " of other sites skipped");
        }
        if (pages.size() == MOST) {
            console.say("only the first " + MOST + " pages are read; they are enough");
        }
        return new SitePages(host, List.copyOf(pages));
    }
}
