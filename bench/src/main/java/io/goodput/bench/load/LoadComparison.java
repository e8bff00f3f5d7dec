package io.goodput.bench.load;

import io.goodput.load.http.HttpSettings;
import io.goodput.load.http.WireProtocol;
import io.goodput.load.result.RequestCounts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code bench/load}: the duels, and the planted law, one table each. */
public final class LoadComparison {
    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 16;
    private static final double RATE = 2_000;

    private LoadComparison() {}

    /** What may be run alone. */
    private enum LoadPart {
        CLOSED,
        PACED,
        LAW
    }

    /**
     * Runs all of it, or one part.
     *
     * @param arguments how many pairs of slices, how many seconds each takes, and which part: 11, 3 and all unless
     *     given
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Set<LoadPart> parts = arguments.length > 2
                ? EnumSet.of(LoadPart.valueOf(arguments[2].toUpperCase(Locale.ROOT)))
                : EnumSet.allOf(LoadPart.class);
        System.out.printf("%d pairs of slices of %d s; %s.%n", pairs, seconds, machine());
        try (var nginx = new Nginx()) {
            duel(parts.contains(LoadPart.CLOSED) ? closed(nginx) : List.of(), pairs, seconds);
            duel(parts.contains(LoadPart.PACED) ? paced(nginx) : List.of(), pairs, seconds);
        }
        if (parts.contains(LoadPart.LAW)) {
            System.out.println();
            PlantedLaw.print(pairs, seconds);
        }
        System.out.printf("%nAt the end: %s.%n", machine());
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d processors, load average %.1f",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
    }

    private static void duel(List<Duel> duels, int pairs, int seconds) throws IOException, InterruptedException {
        if (!duels.isEmpty()) {
            System.out.println();
            System.out.println(
                    "| duel | figure | own | peer | own/peer | middle half of the pairs | no worse than 10 % |");
            System.out.println("|---|---|---:|---:|---:|---:|---|");
        }
        for (Duel duel : duels) {
            duel.run(pairs, seconds).forEach(System.out::println);
        }
    }

    private static List<Duel> closed(Nginx nginx) {
        HttpSettings http1 = HttpSettings.STANDARD.connections(CONNECTIONS).threads(2);
        HttpSettings http2 = HttpSettings.STANDARD
                .protocol(WireProtocol.HTTP_2)
                .connections(CONNECTIONS / STREAMS)
                .streams(STREAMS)
                .threads(2);
        return List.of(
                new Duel(
                        "wrk, HTTP/1.1, " + CONNECTIONS + " connections",
                        OwnGenerator.closed(nginx.http1(), http1, CONNECTIONS),
                        PeerTool.wrk(nginx.http1(), 2, CONNECTIONS)),
                new Duel(
                        "wrk, HTTP/1.1, 1 connection",
                        OwnGenerator.closed(nginx.http1(), HttpSettings.STANDARD.connections(1), 1),
                        PeerTool.wrk(nginx.http1(), 1, 1)),
                new Duel(
                        "h2load, HTTP/2, " + CONNECTIONS / STREAMS + " connections × " + STREAMS,
                        OwnGenerator.closed(nginx.http2(), http2, CONNECTIONS),
                        PeerTool.h2load(nginx.http2(), 2, CONNECTIONS / STREAMS, STREAMS)));
    }

    private static List<Duel> paced(Nginx nginx) {
        HttpSettings paced = HttpSettings.STANDARD.connections(CONNECTIONS);
        return List.of(new Duel(
                "h2load --rps, " + (int) RATE + "/s, HTTP/1.1",
                OwnGenerator.open(RATE, nginx.http1(), paced, RequestCounts::serviceTimes),
                PeerTool.h2loadAt(RATE, nginx.http1(), CONNECTIONS)));
    }
}
