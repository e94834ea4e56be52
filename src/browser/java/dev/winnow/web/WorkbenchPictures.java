package dev.winnow.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes the pictures of {@code docs/workbench.md}, and narrow ones beside them in {@code target}, when it is named: {@code -Dtest=WorkbenchPictures}. */
class WorkbenchPictures {

    private static final Path WIDE = Path.of("docs/workbench");

    /** To be looked at, not to be kept. */
    private static final Path NARROW = Path.of("target/browser/pictures");

    @Test
    void takesAllOfThem() throws IOException {
        for (int width : new int[] {1400, 400}) {
            // A person sees the name of the folder.
            Path folder = Files.createDirectories(NARROW.resolve("run-" + System.nanoTime()));
            try (Workbench workbench = HarbourPages.serve(folder.resolve("my-rules"), HarbourPages.corpus(folder, 40));
                    Browser browser = new Browser()) {
                take(browser, workbench, width);
            }
        }
    }

    private void take(Browser browser, Workbench workbench, int width) throws IOException {
        browser.size(width, width == 400 ? 800 : 900);
        browser.open(workbench.address() + "#pages");
        browser.see(".page-row");
        picture(browser, "pages", width);
        browser.click(".page-row", "page-3");
        browser.click("#lines [role=option]", "Ring the harbour bell");
        browser.click("#label option[value=newsletter]");
        browser.see("[id^=everywhere-]", "40 pages");
        picture(browser, "page", width);
        browser.click("[data-test=use]");
        browser.see("#examples li, #examples tr, #examples p");
        picture(browser, "rules", width);
        browser.click("#nav-effect");
        browser.see("#effect-summary");
        picture(browser, "effect", width);
        browser.click("#nav-rules");
        browser.click("#save");
        browser.see("#save-now");
        picture(browser, "save", width);
        browser.click("#save-now");
        browser.see("[data-test=note]");
        browser.click("#nav-tests");
        browser.see("#tests-summary");
        picture(browser, "tests", width);
        browser.open(workbench.address() + "#learn/harbour-post.example");
        browser.click("#learn-run");
        browser.see("[data-test=learnt-rule], #make-draft");
        picture(browser, "learn", width);
        browser.click("#nav-corpus");
        browser.see("#corpus-summary");
        picture(browser, "corpus", width);
    }

    private static void picture(Browser browser, String view, int width) throws IOException {
        browser.settle();
        browser.picture(Files.createDirectories(width == 400 ? NARROW : WIDE).resolve(view + ".png"));
    }
}
