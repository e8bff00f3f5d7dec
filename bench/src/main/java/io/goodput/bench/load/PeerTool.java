package io.goodput.bench.load;

import io.goodput.sim.stat.LatencyHistogram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer's command, and what it prints. */
final class PeerTool {
    private static final Pattern WRK_RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern H2LOAD_RATE = Pattern.compile("finished in [0-9.a-z]+, ([0-9.]+) req/s");
    private static final Pattern CPU = Pattern.compile("cpu ([0-9.]+) ([0-9.]+)");

    private PeerTool() {}

    /** As many as are answered over HTTP/1.1. */
    static Generator wrk(String url, int threads, int connections) {
        return seconds -> {
            String said = run(List.of("wrk", "-t" + threads, "-c" + connections, "-d" + seconds + "s", url));
            return closed(said, WRK_RATE, seconds);
        };
    }

    /** As many as are answered over HTTP/2. */
    static Generator h2load(String url, int threads, int connections, int streams) {
        return seconds -> {
            String said =
                    run(List.of("h2load", "-t" + threads, "-c" + connections, "-m" + streams, "-D" + seconds, url));
            return closed(said, H2LOAD_RATE, seconds);
        };
    }

    private static Slice closed(String said, Pattern rate, int seconds) throws IOException {
        double perSecond = number(rate, said, 1);
        return new Slice(perSecond, new LatencyHistogram(), cpuMicros(said) / (perSecond * seconds), true);
    }

    /** At a rate, over HTTP/1.1; each request is in the log. */
    static Generator h2loadAt(double rate, String url, int connections) {
        return seconds -> {
            Path log = Files.createTempFile("h2load", ".log");
            try {
                String said = run(List.of(
                        "h2load",
                        "--h1",
                        "-t1",
                        "-c" + connections,
                        "--rps=" + rate / connections,
                        "-D" + seconds,
                        "--log-file=" + log,
                        url));
                var times = new LatencyHistogram();
                for (String line : Files.readAllLines(log)) {
                    times.record(1_000 * Long.parseLong(line.split("\t", -1)[2]));
                }
                long count = times.count();
                return new Slice(count / (double) seconds, times, cpuMicros(said) / count, true);
            } finally {
                Files.deleteIfExists(log);
            }
        };
    }

    private static double cpuMicros(String said) throws IOException {
        return 1e6 * (number(CPU, said, 1) + number(CPU, said, 2));
    }

    private static double number(Pattern pattern, String said, int group) throws IOException {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IOException("not understood: " + said);
        }
        return Double.parseDouble(found.group(group));
    }

    /** All that it says, and last how many seconds of a processor it took, in itself and in the kernel. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "bash"));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with status " + status + ": " + said);
        }
        return said;
    }
}
