package io.goodput.lab.sweep;

import io.goodput.config.Configuration;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.policy.server.ServerSettings;
import java.util.SequencedMap;

/** Guards and servers as a configuration file of an application has them. */
final class ConfigurationText {
    private ConfigurationText() {}

    static String of(SequencedMap<String, GuardSettings> guards, SequencedMap<String, ServerSettings> servers) {
        return Configuration.EMPTY
                .with(PolicySections.GUARDS, guards)
                .with(PolicySections.SERVERS, servers)
                .toYaml();
    }
}
