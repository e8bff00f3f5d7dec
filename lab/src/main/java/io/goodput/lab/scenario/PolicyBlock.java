package io.goodput.lab.scenario;

import io.goodput.config.Decoder;
import io.goodput.config.GuardSettings;
import io.goodput.config.Node;

/** The block of a policy: that of a guard, but for what the model of a scenario has no place for. */
final class PolicyBlock {
    private PolicyBlock() {}

    static Decoder<GuardSettings> decoder() {
        Decoder<GuardSettings> guard = GuardSettings.decoder();
        return Decoder.of(guard.expected(), node -> {
            GuardSettings settings = guard.decode(node);
            refuse(node, "hedge", "calls of a scenario are not idempotent, so none would be hedged");
            refuse(node, "balance", "a scenario has one server, so there is nothing to choose from");
            return settings;
        });
    }

    private static void refuse(Node node, String key, String why) {
        Node value = node.entries().get(key);
        if (value != null) {
            throw value.error("not simulated: " + why + " (expected: no key " + key + ")");
        }
    }
}
