package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.language.YamlFile;
import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a variable is set to, and wherever it stands: no message repeats it. */
class SecretsTest {
    /** A value behind a key or in a list. */
    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,] |- )([a-z0-9][a-z0-9./%-]*)(?=[,\\]}\\n])");

    /** Another key's bound is a quantity that was read and is no secret. */
    private static final Pattern BOUND = Pattern.compile("(below|above) \\d+\\S* \\(expected: .*\\d");

    private static final List<String> SECRETS = List.of(
            "zqx7717", "-7717s", "7717", "7717/s", "77.17%", "7717d", "7717s", "0.7717", "standard7717", "1h7717", " ");

    @Test
    void no_message_repeats_what_a_variable_is_set_to() throws IOException {
        String text = Files.readString(RenderingTest.EXAMPLE);
        int refused = 0;
        for (MatchResult value : VALUE.matcher(text).results().toList()) {
            String changed = text.substring(0, value.start()) + "\"${SECRET}\"" + text.substring(value.end());
            for (String secret : SECRETS) {
                try {
                    YamlFile.parse("f", changed, Map.of("SECRET", secret)::get).as(Configuration.decoder());
                } catch (ConfigException problem) {
                    String message = String.valueOf(problem.getMessage());
                    if (BOUND.matcher(message).find()) {
                        continue;
                    }
                    assertThat(message)
                            .as(value.group() + " -> " + secret)
                            .contains("${SECRET}")
                            .doesNotContain("7717")
                            .doesNotContain("zqx");
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
    }
}
