package io.goodput.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.config.language.Codec;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.YamlFile;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.section.NamedSection;
import io.goodput.config.section.Section;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final NamedSection<Nap> NAPS = Nap.SECTION;

    /** A section that is one value: not all are of the user's names. */
    private record Volume() implements Section<Integer> {
        @Override
        public String key() {
            return "volume";
        }

        @Override
        public String about() {
            return "How loud";
        }

        @Override
        public Codec<Integer> codec() {
            return Decoders.integer(0, 11);
        }

        @Override
        public Integer absent() {
            return 5;
        }

        @Override
        public String summary(Integer value) {
            return "volume " + value;
        }
    }

    private static Configuration read(Sections sections, String yaml) {
        return YamlFile.parse("f", yaml).as(sections.decoder());
    }

    @Test
    void those_of_the_policies_are_found_like_all_others() {
        assertThat(Sections.registered().list()).containsAll(new PolicySections().sections());
    }

    @Test
    void what_is_added_in_code_is_read_written_and_told_to_editors() {
        var volume = new Volume();
        var sections = Sections.registered().with(NAPS).with(volume);

        var configuration =
                read(sections, "{goodput: 1, naps: {lunch: {length: 10m}}, volume: 11, guards: {a: {timeout: 1s}}}");

        assertThat(configuration.get(NAPS, "lunch")).isEqualTo(new Nap(Duration.ofMinutes(10), 1));
        assertThat(configuration.get(volume)).isEqualTo(11);
        assertThat(read(sections, configuration.toYaml())).isEqualTo(configuration);
        assertThat(sections.schema().toJson()).contains("\"naps\"", "\"volume\"", "\"guards\"");
        assertThat(read(sections, "goodput: 1").get(volume)).isEqualTo(5);
    }

    @Test
    void a_section_that_nobody_brings_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> read(Sections.registered().with(NAPS), "{goodput: 1, nap: {}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("f:1:14: nap: unknown key (did you mean naps? ");
    }

    @Test
    void one_of_a_module_that_is_not_there_says_which() {
        assertThatThrownBy(() -> read(Sections.registered(), "{goodput: 1, gateway: {}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "f:1:14: gateway: the module that reads this section is missing (expected: goodput-gateway on the"
                                + " class path or the module path, or no such section)");
    }

    @Test
    void a_key_has_one_section() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sections.none().with(NAPS).with(NAPS))
                .withMessage("section: naps twice (expected: once)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sections.none().with(Section.named("goodput", "x", "", Decoders.bool())));
    }
}
