package io.goodput.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTraceTest extends CommandTest {
    @Test
    void a_call_is_followed_from_its_start_to_its_end() {
        assertThat(run("lab", "trace", "retry-storm", "--variant", "budget", "--seed", "3", "--call", "2"))
                .isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ").strip()))
                .anyMatch(line -> line.endsWith(" 2 called clients"))
                .anyMatch(line -> line.endsWith(" 2 sent clients -> service 1"))
                .anyMatch(line -> line.endsWith(" 2 finished clients success"));
    }

    @Test
    void json_is_one_object_a_line() {
        assertThat(run("lab", "trace", "retry-storm", "--json", "--limit", "50"))
                .isZero();
        assertThat(out.toString().lines())
                .hasSize(50)
                .allMatch(line -> line.startsWith("{\"nanos\":") && line.endsWith("}"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_page_is_written_and_its_extent_told() throws IOException {
        Path page = folder.resolve("run.html");

        assertThat(run("lab", "trace", "retry-storm", "--to", "5s", "--html", page.toString()))
                .isZero();
        assertThat(out.toString()).contains("run.html: ", " calls with ", " requests, from 0 s to ");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("retry-storm");
    }

    @Test
    void records_are_written_and_their_extent_told() throws IOException {
        Path records = folder.resolve("records");

        assertThat(run("lab", "trace", "retry-storm", "--from", "2s", "--to", "5s", "--records", records.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("records: ", " records of 2 processes, 2000-01-01T00:00:02Z to 2000-01-01T00:00:05Z")
                .doesNotContain("lost", "left out");
        assertThat(records.toFile().list()).hasSize(2);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            retry-strom                        | retry-strom: no such file, and no scenario of that name (did you mean retry-storm?)
            retry-storm --variant bugdet        | --variant: bugdet (expected: budget?)
            retry-storm --part servcie         | --part: servcie (expected: service?)
            retry-storm --kind sent,arived     | --kind: arived (expected: arrived?)
            retry-storm --limit 0              | --limit: 0 (expected: 1 to 10000000)
            retry-storm --call 0               | --call: 0 (expected: a number from 1)
            retry-storm --seed -1              | --seed: -1 (expected: 0 to
            retry-storm --from 5               | 5: missing unit
            retry-storm --from 300s            | --from: 5m (expected: before the end at 200s)
            retry-storm --to 300s              | --to: 5m (expected: at most 200s, the length of the run)
            retry-storm --json --html x.html   | mutually exclusive
            retry-storm --json --records x     | mutually exclusive
            retry-storm --records nowhere/x    | --records: nowhere/x cannot be written (expected: an empty folder, or a new one
            retry-storm --records src          | --records: src cannot be written (expected: an empty folder
            retry-storm --records pom.xml      | --records: pom.xml cannot be written (expected: an empty folder
            retry-storm --records x --call 3   | --call: with --records (expected: neither --call nor --part nor --kind)
            retry-storm --records x --kind up  | --kind: with --records
            retry-storm --sampled              | --sampled: without records (expected: --records FOLDER)
            retry-strategies-clients --variant bucket-1000 --records x | --records: processes: 1001 (expected: at most 500
            retry-storm --html nowhere/x.html  | --html: nowhere/x.html cannot be written
            """)
    void bad_input_is_status_2_and_says_what_was_expected(String arguments, String message) {
        assertThat(run(("lab trace " + arguments).split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("goodput: ").contains(message);
        assertThat(out.toString()).isEmpty();
    }
}
