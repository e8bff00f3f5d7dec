package io.goodput.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a module brings is found on the module path and on the class path alike. */
class ProvidersTest {
    @Test
    void modules_and_their_files_of_services_name_the_same_providers() throws IOException {
        Set<String> services = new TreeSet<>();
        for (Path module : House.here().modules()) {
            Providers providers = Providers.of(module);
            services.addAll(providers.ofModule().keySet());

            assertThat(providers.ofFiles()).as(module.toString()).isEqualTo(providers.ofModule());
        }

        assertThat(services)
                .contains(
                        "io.goodput.config.DocumentKind",
                        "io.goodput.config.section.Vocabulary",
                        "io.goodput.terminal.Subcommand");
    }
}
