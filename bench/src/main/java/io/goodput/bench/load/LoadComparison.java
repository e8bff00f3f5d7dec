package io.goodput.bench.load;

import io.goodput.load.http.HttpSettings;
import io.goodput.load.http.WireProtocol;
import java.io.IOException;
import java.util.List;

/** {@code bench/load}: the duels, and the planted law, one table each. */
public final class LoadComparison {
    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 16;
    private static final double RATE = 2_000;

    private LoadComparison() {}

    /**
     * Runs all of it.
     *
     * @param arguments how many pairs of slices, and how many seconds each takes; 11 and 3 unless given
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        System.out.printf("%d pairs of slices of %d s.%n%n", pairs, seconds);
        System.out.println("| duel | figure | own | peer | own/peer | middle half of the pairs |");
        System.out.println("|---|---|---:|---:|---:|---:|");
        try (var nginx = new Nginx()) {
            for (Duel duel : duels(nginx)) {
                duel.run(pairs, seconds).forEach(System.out::println);
            }
        }
        System.out.println();
        PlantedLaw.print(pairs * seconds);
    }

    private static List<Duel> duels(Nginx nginx) {
        HttpSettings http1 = HttpSettings.STANDARD.connections(CONNECTIONS).threads(2);
        HttpSettings http2 = HttpSettings.STANDARD
                .protocol(WireProtocol.HTTP_2)
                .connections(CONNECTIONS / STREAMS)
                .streams(STREAMS)
                .threads(2);
        HttpSettings paced = HttpSettings.STANDARD.connections(CONNECTIONS);
        return List.of(
                new Duel(
                        "wrk, HTTP/1.1, " + CONNECTIONS + " connections",
                        OwnGenerator.closed(nginx.http1(), http1, CONNECTIONS),
                        PeerTool.wrk(nginx.http1(), 2, CONNECTIONS)),
                new Duel(
                        "h2load, HTTP/2, " + CONNECTIONS / STREAMS + " connections × " + STREAMS,
                        OwnGenerator.closed(nginx.http2(), http2, CONNECTIONS),
                        PeerTool.h2load(nginx.http2(), 2, CONNECTIONS / STREAMS, STREAMS)),
                new Duel(
                        "h2load --rps, " + (int) RATE + "/s, HTTP/1.1",
                        OwnGenerator.open(RATE, nginx.http1(), paced),
                        PeerTool.h2loadAt(RATE, nginx.http1(), CONNECTIONS)));
    }
}
