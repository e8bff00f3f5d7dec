package io.goodput.config.live;

import io.goodput.config.Configuration;
import java.util.List;

/**
 * What became of a configuration that was to be taken. Its text is a line for a log: {@code taken; changed:
 * guards.inventory}, or {@code kept as it was; goodput.yaml:5:14: guards.inventory.timeout: …}.
 */
public sealed interface ConfigurationEvent {

    /**
     * It is taken: all that is bound goes by it.
     *
     * @param before what counted until now
     * @param after what counts now
     * @param changed the blocks that are not as before, such as {@code guards.inventory}; empty if none is
     */
    record Taken(Configuration before, Configuration after, List<String> changed) implements ConfigurationEvent {
        @Override
        public String toString() {
            return LogLine.of("taken; changed: ", changed.isEmpty() ? List.of("nothing") : changed);
        }
    }

    /**
     * It is not, and nothing of it: all that is bound goes by what it went by.
     *
     * @param current what goes on counting
     * @param problems why, each with its place or its key, and at least one
     */
    record Kept(Configuration current, List<String> problems) implements ConfigurationEvent {
        @Override
        public String toString() {
            return LogLine.of("kept as it was; ", problems);
        }
    }
}
