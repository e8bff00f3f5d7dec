package io.goodput.config;

import io.goodput.Outcome;
import io.goodput.breaker.ProportionalBreaker;
import io.goodput.breaker.ProportionalBreaker.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of a {@link ProportionalBreaker}. One that is left out is as in {@link Settings#STANDARD}. */
final class ProportionalBlock {
    private static final Settings STANDARD = Settings.STANDARD;
    private static final String[] KEYS = {
        "threshold", "window", "min-calls", "decrease", "increase", "min-admitted", "probe-every", "failures"
    };

    private ProportionalBlock() {}

    static String[] keysAnd(String... others) {
        return Stream.concat(Arrays.stream(KEYS), Arrays.stream(others)).toArray(String[]::new);
    }

    static Settings decode(Block block) {
        Decoder<Double> belowOne = Decoders.share(Settings.BELOW_ONE);
        Decoder<Double> upToOne = Decoders.share(Settings.SHARE);
        Decoder<Duration> time = Decoders.duration(Settings.TIME);
        return new Settings(
                block.optional("threshold", belowOne, STANDARD.threshold()),
                block.optional("window", time, STANDARD.window()),
                block.optional("min-calls", Decoders.integer(Settings.MIN_CALLS), STANDARD.minCalls()),
                block.optional("decrease", belowOne, STANDARD.decrease()),
                block.optional("increase", upToOne, STANDARD.increase()),
                block.optional("min-admitted", upToOne, STANDARD.minAdmitted()),
                block.optional("probe-every", time, STANDARD.probeEvery()),
                block.optional("failures", failures(), STANDARD.failures()));
    }

    static Decoder<Set<Outcome>> failures() {
        return OutcomeWords.set(Settings.POSSIBLE_FAILURES);
    }

    static BlockWriter write(Settings settings) {
        var block = new BlockWriter()
                .share("threshold", settings.threshold())
                .time("window", settings.window())
                .whole("min-calls", settings.minCalls())
                .share("decrease", settings.decrease())
                .share("increase", settings.increase())
                .share("min-admitted", settings.minAdmitted())
                .time("probe-every", settings.probeEvery());
        return OutcomeWords.write(block, "failures", settings.failures());
    }
}
