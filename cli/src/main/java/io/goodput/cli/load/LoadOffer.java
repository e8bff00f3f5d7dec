package io.goodput.cli.load;

import io.goodput.config.quantity.Rates;
import io.goodput.load.traffic.ClosedPlan;
import io.goodput.load.traffic.OpenPlan;
import io.goodput.load.traffic.TrafficClass;
import io.goodput.terminal.TimeConverter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much a load offers, for how long, and its bounds. */
final class LoadOffer {
    @Option(
            names = "--rate",
            paramLabel = "RATE",
            split = ",",
            description = "Requests a second, such as 100/s; of several, one after the other, each for the whole time.")
    private @Nullable List<String> rates;

    @Option(
            names = "--closed",
            description = "As many as are answered: each connection sends again when it was answered.")
    private boolean closed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = TimeConverter.class,
            description = "How long each rate is measured (default: 10s).")
    private Duration time;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = TimeConverter.class,
            description = "The same load before that, not counted (default: 1s).")
    private Duration warmUp;

    @Mixin
    private ArrivalsOption arrivals;

    @Option(
            names = "--most-requests",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Ends each rate after so many (default: 1000000).")
    private int mostRequests;

    @Option(
            names = "--most-in-flight",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Requests in flight or waiting for a connection; what is due beyond counts as not sent"
                    + " (default: 10000).")
    private int mostInFlight;

    /** Only picocli fills in the rest, right after construction. */
    @SuppressWarnings("NullAway.Init")
    LoadOffer() {}

    /** Whether it is a closed load; refuses what is neither, and what is both. */
    boolean isClosed(LoadRequests requests) {
        int ways = (closed ? 1 : 0) + (rates != null ? 1 : 0) + (requests.haveClasses() && !closed ? 1 : 0);
        if (ways != 1) {
            throw new IllegalArgumentException(
                    "--rate: how much to send (expected: --rate, --class or --closed, one of them)");
        }
        return closed;
    }

    /** A plan for each rate. */
    List<OpenPlan> open(LoadRequests requests) {
        if (rates == null) {
            return List.of(open(requests.classes()));
        }
        return rates.stream()
                .map(rate -> open(List.of(requests.only(Rates.parse(rate)))))
                .toList();
    }

    private OpenPlan open(List<TrafficClass> classes) {
        return new OpenPlan(classes, arrivals.isPoisson(), arrivals.seed(), warmUp, time, mostRequests, mostInFlight);
    }

    /** The plan of so many clients. */
    ClosedPlan closed(LoadRequests requests, int clients) {
        List<TrafficClass> classes = requests.haveClasses() ? requests.classes() : List.of(requests.only(1));
        return new ClosedPlan(classes, arrivals.seed(), warmUp, time, mostRequests, clients);
    }
}
