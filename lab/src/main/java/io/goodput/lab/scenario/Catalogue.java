package io.goodput.lab.scenario;

import io.goodput.config.problem.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            "retry-floor",
            "periodic-jobs",
            "open-closed",
            "goodput",
            "queue-discipline",
            "nudge",
            "admission-disciplines",
            "admission-slow-service",
            "admission-criticality",
            "admission-tenants",
            "wasted-work",
            "slow-dependency",
            "limit-overload",
            "limit-slower-work",
            "limit-patience",
            "limit-shared",
            "limit-longer-calls",
            "client-throttle",
            "usl",
            "critical-section",
            "breaker-shards",
            "breaker-operations",
            "breaker-hang",
            "breaker-half",
            "breaker-failures",
            "black-hole",
            "balance-black-hole",
            "balance-slow",
            "balance-uneven",
            "balance-zone",
            "fail-open",
            "zone-loss",
            "cells",
            "cache-stampede",
            "cache-cold",
            "cache-outage",
            "cache-in-step",
            "fallback",
            "tail-latency",
            "tail-latency-talk",
            "tail-latency-measured",
            "hedging-calm",
            "hedging-burst",
            "data-pieces",
            "shuffle-sharding",
            "jitter",
            "false-positive-health",
            "cold-starts",
            "connection-age",
            "constant-work");

    private static final Path FOLDER = folder();

    private Catalogue() {}

    /** Their names. */
    public static List<String> names() {
        return NAMES;
    }

    /** The scenario of that name; null if there is none. */
    public static @Nullable Scenario find(String name) {
        ScenarioText text = text(name);
        return text == null ? null : text.read(List.of());
    }

    /** Its text, to be read with changes; null if there is none of that name. */
    public static @Nullable ScenarioText text(String name) {
        if (!NAMES.contains(name)) {
            return null;
        }
        String file = name + ".yaml";
        try {
            return new ScenarioText(file, Files.readString(FOLDER.resolve(file)), FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("the scenario " + file + " is missing from this build", e);
        }
    }

    /** The name that was probably meant; null if none is near. */
    public static @Nullable String nearest(String name) {
        return NearestName.of(name, NAMES);
    }

    /** Where the files lie: a folder of classes, or one inside of a jar, which then stays open. */
    private static Path folder() {
        try {
            URI place = Objects.requireNonNull(Catalogue.class.getResource(NAMES.getFirst() + ".yaml"))
                    .toURI();
            if (place.getScheme().equals("jar")) {
                FileSystems.newFileSystem(place, Map.of());
            }
            return Objects.requireNonNull(Path.of(place).getParent());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the scenarios are missing from this build", e);
        }
    }
}
