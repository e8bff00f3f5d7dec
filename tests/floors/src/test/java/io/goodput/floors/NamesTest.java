package io.goodput.floors;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A word means one thing: who reads it in one file need not ask which of several is meant. */
class NamesTest {
    @Test
    void no_two_files_of_the_house_declare_a_type_of_one_name() throws IOException {
        Map<String, List<Path>> byName = House.here().sources().stream()
                .collect(groupingBy(file -> file.getFileName().toString()));

        assertThat(byName.values()).hasSizeGreaterThan(300).allMatch(files -> files.size() == 1);
    }
}
