package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Node;
import io.goodput.config.policy.client.GuardSettings;

/** The block of a policy: that of a guard, but for what the model of a scenario has no place for. */
final class PolicyBlock {
    /** Of the clients of the one service of a short scenario. */
    static final Decoder<GuardSettings> DECODER =
            Decoder.of(GuardSettings.CODEC.expected(), GuardSettings.CODEC.schema(), PolicyBlock::ofClient);

    private PolicyBlock() {}

    private static GuardSettings ofClient(Node node) {
        GuardSettings settings = GuardSettings.CODEC.decode(node);
        refuseHedge(node);
        refuse(node, "balance", "there is one server, so there is nothing to choose from");
        return settings;
    }

    /** Of a call that says itself whether it is idempotent. */
    static Decoder<GuardSettings> called(boolean idempotent) {
        Decoder<GuardSettings> guard = GuardSettings.CODEC;
        return Decoder.of(guard.expected(), guard.schema(), node -> {
            GuardSettings settings = guard.decode(node);
            if (!idempotent) {
                refuseHedge(node);
            }
            Node balance = node.entries().get("balance");
            if (balance != null && balance.isBlock()) {
                refuse(balance, "endpoints", "the service says which endpoints there are");
            }
            return settings;
        });
    }

    private static void refuseHedge(Node node) {
        refuse(node, "hedge", "the call is not idempotent, so it would not be hedged");
    }

    private static void refuse(Node node, String key, String why) {
        Node value = node.entries().get(key);
        if (value != null) {
            throw value.error("not simulated: " + why + " (expected: no key " + key + ")");
        }
    }
}
