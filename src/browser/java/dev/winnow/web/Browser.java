package dev.winnow.web;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A headless Chromium that waits for what it is asked for. For one thread. */
final class Browser implements Closeable {

    /** Far longer than anything takes: a test does not depend on speed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long LOOK = 30;

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        find("chromium", "chromium-browser", "google-chrome").ifPresent(path -> options.setBinary(path.toString()));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-device-scale-factor=1",
                "--hide-scrollbars");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").map(Path::toFile).orElse(new File("chromedriver")))
                .build();
        driver = new ChromeDriver(service, options);
        size(1400, 900);
    }

    /** Whether there is one on this machine. */
    static boolean isThere() {
        return find("chromedriver").isPresent()
                && find("chromium", "chromium-browser", "google-chrome").isPresent();
    }

    private static Optional<Path> find(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void size(int width, int height) {
        // A window is no narrower than 500; what the page sees may be.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.manage().window().setSize(new Dimension(Math.max(500, width), height));
    }

    void dark(boolean on) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    void open(String address) {
        driver.get(address);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script that hands its result to its last argument. */
    Object runLater(String script) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The first visible element that a selector takes, once there is one. */
    WebElement see(String css) {
        return await(
                "to see " + css,
                () -> all(css).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** The first visible element with a text. */
    WebElement see(String css, String text) {
        return await(
                "to see " + css + " with '" + text + "'",
                () -> all(css).stream()
                        .filter(element ->
                                element.isDisplayed() && element.getText().contains(text))
                        .findFirst()
                        .orElse(null));
    }

    /** Presses the mouse on an element that is there and can be pressed. */
    void click(String css) {
        await("to click " + css, () -> press(see(css)));
    }

    void click(String css, String text) {
        await("to click " + css + " with '" + text + "'", () -> press(see(css, text)));
    }

    /** A press on a button that is switched off does nothing. */
    private static boolean press(WebElement element) {
        boolean on = element.isEnabled() && !"true".equals(element.getAttribute("aria-disabled"));
        if (on) {
            element.click();
        }
        return on;
    }

    /** Keys, for whatever has the focus. */
    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void keysWith(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** Goes on with the tabulator until an element has the focus. */
    void tabTo(String css) {
        for (int steps = 0; steps < 400; steps++) {
            if (Boolean.TRUE.equals(run("return document.activeElement?.matches(arguments[0]) ?? false", css))) {
                return;
            }
            keys(Keys.TAB);
        }
        throw new AssertionError("the tabulator does not reach " + css);
    }

    /** Waits until something is there. */
    <T> T await(String what, Supplier<T> there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        RuntimeException last = null;
        while (System.nanoTime() < end) {
            try {
                T found = there.get();
                if (found != null && !Boolean.FALSE.equals(found)) {
                    return found;
                }
            } catch (StaleElementReferenceException
                    | NoSuchElementException
                    | org.openqa.selenium.ElementNotInteractableException e) {
                last = e;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError(
                "waited in vain " + what + ", on\n" + see("body").getText(), last);
    }

    /** Waits until a view is made. */
    void settle() {
        await("for the view", () -> run("return !document.querySelector('[aria-busy=true]')"));
    }

    void picture(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
