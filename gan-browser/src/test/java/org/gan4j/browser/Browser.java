package org.gan4j.browser;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with a new profile, which opens pages of files and records what they request and complain about.
 * {@code scripts/install-browser} installs it.
 */
final class Browser implements AutoCloseable {
    /** Kept, since the settings of a logger are lost with it. Chromium is used without the protocol that Selenium misses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Path downloads;
    private final ChromeDriver driver;

    /** Starts a browser that keeps its profile and its downloads in a folder. */
    Browser(Path folder) throws IOException {
        SELENIUM.setLevel(Level.SEVERE);
        downloads = Files.createDirectories(folder.resolve("downloads"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("chromium"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("chromedriver"))
                .build();
        driver = new ChromeDriver(service, options);
        size(1280, 900, false);
    }

    private static File installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program).toFile())
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + program + ": run scripts/install-browser"));
    }

    /** Sets the size of the page in pixels, and whether the device is a phone. */
    Browser size(int width, int height, boolean phone) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
        return this;
    }

    /** Sets whether the user prefers dark pages. */
    Browser dark(boolean dark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
        return this;
    }

    Browser open(Path page) {
        return open(page.toUri());
    }

    Browser open(URI page) {
        driver.get(page.toString());
        return this;
    }

    Browser reload() {
        driver.navigate().refresh();
        return this;
    }

    /** Presses keys where the focus is. */
    Browser press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    Browser click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
        return this;
    }

    /** Types into a field, and presses Enter. */
    Browser enter(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(text, Keys.ENTER);
        return this;
    }

    /** Accepts the question that the page asks in a dialog. */
    Browser accept() {
        driver.switchTo().alert().accept();
        return this;
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    boolean isVisible(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    String attribute(String selector, String name) {
        return driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
    }

    /** Returns the value of an expression in the page. */
    Object evaluate(String expression) {
        return driver.executeScript("return " + expression);
    }

    /** Drags over an element, from one place to another, each a part of its width from the left. */
    Browser drag(String selector, double from, double to) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        double width = element.getSize().width;
        new Actions(driver)
                .moveToElement(element, (int) ((from - 0.5) * width), 0)
                .clickAndHold()
                .moveToElement(element, (int) ((to - 0.5) * width), 0)
                .release()
                .perform();
        return this;
    }

    /** Waits until a condition holds. */
    Browser await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        return this;
    }

    /** Returns the violations of WCAG 2.2, levels A and AA, that axe finds on the page, one per line. */
    List<String> inaccessible() {
        AxeBuilder axe = new AxeBuilder().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
        axe.setLegacyMode(true); // or it would open further windows
        return axe.analyze(driver).getViolations().stream()
                .map(each -> each.getId() + ": " + each.getHelp() + ": "
                        + each.getNodes().stream().map(CheckedNode::getHtml).toList())
                .toList();
    }

    /** Returns whether the page is wider than the window, so that one must scroll sideways. */
    boolean isTooWide() {
        return (Boolean) evaluate("document.documentElement.scrollWidth > innerWidth");
    }

    /** Waits for a file that the page saves. */
    Path download(String name) throws InterruptedException {
        Path file = downloads.resolve(name);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the page has not saved " + file + " within " + PATIENCE);
            }
            Thread.sleep(20);
        }
        return file;
    }

    /** Writes what the window shows into target/screenshots, to look at. */
    Browser screenshot(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target/screenshots"));
            Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the addresses that pages have requested so far, without those of their own data and of the browser itself. */
    List<String> requests() {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = message(entry);
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asText());
            }
        }
        requests.removeIf(address -> address.matches("(data|blob|chrome|chrome-untrusted):.*"));
        return requests;
    }

    private JsonNode message(LogEntry entry) {
        try {
            return json.readTree(entry.getMessage()).path("message");
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** Returns the warnings and errors on the console so far. */
    List<String> complaints() {
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> complaints.add(entry.getMessage()));
        return complaints;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
