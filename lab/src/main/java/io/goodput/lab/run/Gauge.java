package io.goodput.lab.run;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.world.ClientTally;
import io.goodput.lab.world.ServiceTally;
import io.goodput.lab.world.Tally;
import io.goodput.sim.Span;
import io.goodput.sim.stat.WindowedCounter;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Reads figures off one run. */
record Gauge(Tally tally, Span settled) {
    /** NaN if the run has no such figure. */
    double of(Measure measure) {
        var span = measure.span() == null
                ? settled
                : new Span(measure.span().from().toNanos(), measure.span().to().toNanos());
        ClientTally clients = clients(measure.part());
        ServiceTally services = services(measure.part());
        return switch (measure.metric()) {
            case GOODPUT -> clients.succeeded().rate(span);
            case THROUGHPUT -> services.served().rate(span);
            case ATTEMPTS -> sent(measure.part()).rate(span);
            case AMPLIFICATION -> share(sent(measure.part()), clients.offered(), span);
            case MEAN -> clients.latencies().mean() / 1e9;
            case SUCCESS -> share(clients.succeeded(), clients.offered(), span);
            case TIMEOUTS -> timedOut(measure.part()).rate(span);
            case REFUSED -> services.refused().rate(span);
            case INFLIGHT -> levels(services, span).average().orElse(Double.NaN);
            case PEAK -> levels(services, span).max().orElse(Double.NaN);
            case FINISHED -> clients.lastSuccess() == 0 ? Double.NaN : clients.lastSuccess() / 1e9;
            case WARNED -> services.warnedAt() == ServiceTally.NEVER ? Double.NaN : services.warnedAt() / 1e9;
            case SURGE -> surge(sent(measure.part()), span);
            case P50, P99, P999, P9999 -> percentile(clients, measure.metric());
            // Of all runs together.
            case METASTABLE, RECOVERY, RECOVERED -> Double.NaN;
        };
    }

    /** Of this run alone. */
    private static double percentile(ClientTally clients, Metric metric) {
        return clients.latencies().count() == 0
                ? Double.NaN
                : clients.latencies().percentile(Measures.percentile(metric).orElseThrow()) / 1e9;
    }

    private ClientTally clients(@Nullable String part) {
        return part != null && tally.hasClients(part) ? tally.clients(part) : tally.clients();
    }

    private ServiceTally services(@Nullable String part) {
        return part != null && tally.hasService(part) ? tally.service(part) : tally.front();
    }

    private WindowedCounter sent(@Nullable String part) {
        WindowedCounter endpoint = part == null ? null : tally.sentTo(part);
        if (endpoint != null) {
            return endpoint;
        }
        return part != null && tally.hasService(part)
                ? tally.service(part).sent()
                : clients(part).attempted();
    }

    private WindowedCounter timedOut(@Nullable String part) {
        return part != null && tally.hasService(part)
                ? tally.service(part).timedOut()
                : clients(part).timedOut();
    }

    private static double share(WindowedCounter part, WindowedCounter whole, Span span) {
        long of = whole.sum(span);
        return of == 0 ? Double.NaN : (double) part.sum(span) / of;
    }

    private double surge(WindowedCounter counter, Span span) {
        long window = tally.windows().nanos();
        int[] counts = counter.counts();
        int to = (int) Math.min(counts.length, span.to() / window);
        return Arrays.stream(counts, (int) (span.from() / window), to).max().orElse(0) * 1e9 / window;
    }

    private DoubleStream levels(ServiceTally services, Span span) {
        long window = tally.windows().nanos();
        double[] values = services.inFlight().values();
        int to = (int) Math.min(values.length, span.to() / window);
        return Arrays.stream(values, (int) (span.from() / window), to).filter(value -> !Double.isNaN(value));
    }
}
