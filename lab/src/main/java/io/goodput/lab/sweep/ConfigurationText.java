package io.goodput.lab.sweep;

import io.goodput.config.Configuration;
import io.goodput.config.GuardSettings;
import io.goodput.config.ServerSettings;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Guards and servers as a configuration file of an application has them. */
final class ConfigurationText {
    private ConfigurationText() {}

    static String of(SequencedMap<String, GuardSettings> guards, SequencedMap<String, ServerSettings> servers) {
        return new Configuration(
                        guards,
                        servers,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>())
                .toYaml();
    }
}
