package io.goodput.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium of its own, without a window, until it is closed. */
public final class Browser implements AutoCloseable {
    /** Said where there is none. */
    public static final String NONE =
            "there is no chromium, chromium-browser or google-chrome on the PATH: what a browser makes of the page is not tried";

    private static final Pattern LISTENS = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Browser(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** Where it is on this machine, if it is. */
    public static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(place)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it, with a folder of its own for what it keeps, which is gone afterwards.
     *
     * @param program as found
     */
    public static Browser start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("goodput-browser");
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, profile, new DevTools(address(process)));
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /** It says where it listens on standard error, which somebody has to read to the end. */
    private static URI address(Process process) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return URI.create(listens.group(1));
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /** A new page, empty. */
    public BrowserPage open() {
        return BrowserPage.open(tools);
    }

    /** Its processes write to its folder until the last of them has ended. */
    @Override
    public void close() {
        tools.close();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            System.getLogger(Browser.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + profile, left);
        }
    }
}
