package io.goodput.config.live;

import io.goodput.config.Configuration;
import java.util.List;

/** What became of a configuration that was to be taken. */
public sealed interface ConfigurationEvent {

    /**
     * It is taken: all that is bound goes by it.
     *
     * @param before what counted until now
     * @param after what counts now
     * @param changed the blocks that are not as before, such as {@code guards.inventory}; empty if none is
     */
    record Taken(Configuration before, Configuration after, List<String> changed) implements ConfigurationEvent {}

    /**
     * It is not, and nothing of it: all that is bound goes by what it went by.
     *
     * @param current what goes on counting
     * @param problems why, each with its place or its key, and at least one
     */
    record Kept(Configuration current, List<String> problems) implements ConfigurationEvent {}
}
