package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Latency;
import io.goodput.lab.model.Operation;
import java.util.List;

/**
 * What a service does for a request: its own {@code latency}, the share of {@code errors} after it (default: none), and
 * the {@code calls} that it makes then, one after the other (default: none).
 */
final class OperationBlock {
    private static final int MOST_CALLS = 100;

    private static final Key<Double> ERRORS =
            Key.of("errors", Decoders.share()).otherwise(0.0).about("The share of failures after its own work");
    private static final Key<List<Dependency>> CALLS =
            Key.of("calls", calls()).otherwise(List.of()).about("What it calls then, one after the other");

    private final Key<Latency> latency;

    OperationBlock(LatencySyntax latencies) {
        this.latency = Key.of("latency", latencies.decoder()).about("The time of its own work");
    }

    /** Without the latency's being required: a service may have it in its operations. */
    Keys keys() {
        return Keys.of(latency, ERRORS, CALLS);
    }

    Decoder<Operation> decoder() {
        return Keys.of(latency.required(), ERRORS, CALLS).decoder("an operation such as {latency: 5ms}", this::decode);
    }

    Operation decode(Block block) {
        return new Operation(block.get(latency), block.get(ERRORS), block.get(CALLS));
    }

    private static Decoder<List<Dependency>> calls() {
        Decoder<List<Dependency>> list = Decoders.listOf(DependencyBlock.DECODER);
        return Decoder.of(list.expected(), list.schema(), node -> {
            if (node.items().size() > MOST_CALLS) {
                throw node.error("has " + node.items().size() + " calls (expected: at most " + MOST_CALLS + ")");
            }
            return list.decode(node);
        });
    }
}
