package io.goodput.lab.scenario;

import io.goodput.config.language.Decoder;
import io.goodput.config.language.Node;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.problem.Problems;
import java.util.function.Consumer;

/** The block of a policy: that of a guard, but for what the model of a scenario has no place for. */
final class PolicyBlock {
    /** Of the clients of the one service of a short scenario. */
    static final Decoder<GuardSettings> DECODER =
            Decoder.of(GuardSettings.CODEC.expected(), GuardSettings.CODEC.schema(), PolicyBlock::ofClient);

    private PolicyBlock() {}

    private static GuardSettings ofClient(Node node) {
        return simulated(node, problems -> {
            problems.check(() -> refuseHedge(node));
            problems.check(() -> refuse(node, "balance", "there is one server, so there is nothing to choose from"));
        });
    }

    /** Of a call that says itself whether it is idempotent. */
    static Decoder<GuardSettings> called(boolean idempotent) {
        Decoder<GuardSettings> guard = GuardSettings.CODEC;
        return Decoder.of(
                guard.expected(),
                guard.schema(),
                node -> simulated(node, problems -> {
                    if (!idempotent) {
                        problems.check(() -> refuseHedge(node));
                    }
                    Node balance = node.entries().get("balance");
                    if (balance != null && balance.isBlock()) {
                        problems.check(
                                () -> refuse(balance, "endpoints", "the service says which endpoints there are"));
                    }
                }));
    }

    /** A guard in which nothing is that is not simulated. */
    private static GuardSettings simulated(Node node, Consumer<Problems> refusals) {
        var problems = new Problems();
        GuardSettings settings = problems.attempt(() -> node.as(GuardSettings.CODEC));
        if (node.isBlock()) {
            refusals.accept(problems);
        }
        if (settings == null || !problems.isEmpty()) {
            throw problems.refusal();
        }
        return settings;
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
