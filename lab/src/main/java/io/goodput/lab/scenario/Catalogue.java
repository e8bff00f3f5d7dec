package io.goodput.lab.scenario;

import io.goodput.config.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scenarios that come with the lab. */
public final class Catalogue {
    private static final List<String> NAMES = List.of(
            "retry-storm",
            "retry-storm-bounded",
            "retry-storm-shared",
            "retry-layers",
            "metastability",
            "metastability-load",
            "retry-strategies",
            "retry-strategies-clients",
            "periodic-jobs",
            "open-closed",
            "goodput",
            "queue-discipline",
            "nudge",
            "wasted-work",
            "slow-dependency",
            "usl",
            "critical-section",
            "breaker-shards",
            "black-hole",
            "fail-open",
            "zone-loss",
            "cells",
            "cache-stampede",
            "fallback",
            "tail-latency",
            "tail-latency-talk",
            "shuffle-sharding",
            "jitter",
            "false-positive-health",
            "cold-starts",
            "connection-age",
            "constant-work");

    private Catalogue() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /** The scenario of that name; null if there is none. */
    public static @Nullable Scenario find(String name) {
        return NAMES.contains(name) ? load(name) : null;
    }

    /** The name that was probably meant; null if none is near. */
    public static @Nullable String nearest(String name) {
        return NearestName.of(name, NAMES);
    }

    private static Scenario load(String name) {
        String file = name + ".yaml";
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the scenario " + file + " is missing from this build");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ScenarioReader.parse(file, text, Path.of(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
