package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Operation;
import java.util.List;

/**
 * What a service does for a request: its own {@code latency}, the share of {@code errors} after it (default: none), and
 * the {@code calls} that it makes then, one after the other (default: none).
 */
final class OperationBlock {
    static final List<String> KEYS = List.of("latency", "errors", "calls");

    private static final int MOST_CALLS = 100;

    private final LatencySyntax latencies;

    OperationBlock(LatencySyntax latencies) {
        this.latencies = latencies;
    }

    Decoder<Operation> decoder() {
        return Decoder.of(
                "an operation such as {latency: 5ms}", node -> decode(node.block(KEYS.toArray(String[]::new))));
    }

    Operation decode(Block block) {
        return new Operation(
                block.required("latency", latencies.decoder()),
                block.optional("errors", Decoders.share(), 0.0),
                calls(block));
    }

    private static List<Dependency> calls(Block block) {
        Node calls = block.optional("calls");
        if (calls == null) {
            return List.of();
        }
        if (calls.items().size() > MOST_CALLS) {
            throw calls.error("has " + calls.items().size() + " calls (expected: at most " + MOST_CALLS + ")");
        }
        return calls.as(Decoders.listOf(DependencyBlock.decoder()));
    }
}
