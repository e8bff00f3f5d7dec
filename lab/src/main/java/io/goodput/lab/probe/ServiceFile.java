package io.goodput.lab.probe;

import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Rates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;

/**
 * What was found, as a scenario that runs at once.
 *
 * @param yaml the scenario
 * @param latencies the file that it names, {@value #LATENCIES}, to lie beside it; empty if it names none
 */
public record ServiceFile(String yaml, String latencies) {
    /** The name of the file of latencies. */
    public static final String LATENCIES = "latencies.csv";

    private static final double SPIKE = 3;
    private static final int SEEDS = 20;

    /**
     * The scenario: the safe rate, three times that for five seconds, and what becomes of it without retries, with
     * plain ones, and as recommended.
     *
     * @param findings with a recommendation
     * @param command that measured, for the comment
     */
    public static ServiceFile of(Findings findings, String command) {
        ServiceLaw law = Objects.requireNonNull(findings.law());
        Recommendation recommended = Objects.requireNonNull(findings.recommendation());
        String timeout = Durations.format(recommended.roundedTimeout());
        String yaml = """
            # Measured by: %s
            # %d requests at %d rates; %s.
            # The service: %s (R² %s of the throughput).
            # Timeout: %s.
            # The network is part of the latencies.
            goodput: 1
            scenario: service
            about: A measured service at its safe rate, with three times that for five seconds.
            workload:
              rate: %s
              phases:
                - {from: 20s, to: 25s, rate: %s}
            service: %s
            client: {timeout: %s}
            policies:
              none: {}
              retries: {retry: {attempts: 3}}
              recommended: {retry: standard, limit: %d}
            run: {for: 60s, seeds: %d, settled: 40s..60s}
            """.formatted(
                        command,
                        findings.result().requests(),
                        findings.result().steps().size(),
                        findings.result().ending().label(),
                        law.text(),
                        String.format(Locale.ROOT, "%.3f", law.goodness().r2()),
                        recommended.timeout().text(),
                        rate(recommended.rate()),
                        rate(SPIKE * recommended.rate()),
                        law.yaml(),
                        timeout,
                        recommended.concurrency(),
                        SEEDS);
        return new ServiceFile(yaml, law instanceof ServiceLaw.Linear ? "" : csv(findings.low()));
    }

    private static String rate(double perSecond) {
        return Rates.format(
                BigDecimal.valueOf(perSecond).setScale(1, RoundingMode.HALF_UP).doubleValue());
    }

    private static String csv(long[] nanos) {
        var text = new StringBuilder("latency_ms\n");
        for (long value : nanos) {
            text.append(BigDecimal.valueOf(value, 6).toPlainString()).append('\n');
        }
        return text.toString();
    }
}
