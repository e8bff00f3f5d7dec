package io.goodput.lab.scenario;

import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;

/**
 * A value that a key of the scenario has at one point of a sweep, whatever the scenario and its variants say of it. A
 * key of {@code client} is set in each policy that has a block of its own in its place.
 */
record Setting(String path, Node value) {
    private static final String CLIENT = "client.";

    /** The scenario with this value, before its variants are told apart. */
    Node inScenario(Node scenario) {
        Node changed = scenario.with(path, value);
        Node policies = changed.entries().get("policies");
        if (policies == null || !path.startsWith(CLIENT)) {
            return changed;
        }
        String rest = path.substring(CLIENT.length());
        String block = rest.replaceAll("[.\\[].*", "");
        for (String name : policies.entries().keySet()) {
            Node policy = policies.entries().get(name);
            if (policy.isBlock() && policy.entries().containsKey(block)) {
                changed = changed.with("policies." + name + "." + rest, value);
            }
        }
        return changed;
    }

    /** A variant with this value, after its changes were laid over the scenario. */
    Node inVariant(Node model, Keys keys) {
        return keys.names().contains(path.replaceAll("[.\\[].*", "")) ? model.with(path, value) : model;
    }
}
