package io.goodput.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ListenerCostTest {
    @Test
    void one_listener_that_keeps_no_event_allocates_nothing() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        placeOf(Guard.class) + File.pathSeparator + placeOf(ListenerCost.class),
                        ListenerCost.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();

        assertThat(printed).as("bytes for %s calls", ListenerCost.CALLS).containsOnlyDigits();
        assertThat(Long.parseLong(printed)).isLessThan(ListenerCost.CALLS);
    }

    private static Path placeOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
