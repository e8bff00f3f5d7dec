package io.goodput.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.goodput.config.Configuration;
import io.goodput.config.DocumentKind;
import io.goodput.config.problem.ConfigException;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that editors are given say what the commands say, of every file there is and of files made from them. */
class SchemaAgreementTest {
    private static final List<Path> FOLDERS = List.of(Path.of("../examples"), Path.of("../lab/src/main/resources"));
    private static final String OLDER = "http://json-schema.org/draft-07/schema#";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHANGES_OF_A_FILE = 60;

    /** A value behind a key or in a list, or a key. */
    private static final Pattern PLACE = Pattern.compile(
            "(?<=[:\\[,] |- )([a-z0-9][a-z0-9./%-]*)(?=[,\\]}\\n])" + "|(?<=[\\n{ ])([a-z][a-z-]*)(?=:)");

    private static final List<String> OTHERS = List.of(
            "\"\"",
            "0",
            "-1",
            "1",
            "0.5",
            "2000000",
            "99999999999999999999",
            "1ns",
            "0s",
            "365d",
            "1.5m",
            "10",
            "5 s",
            "1h30m",
            "30m1h",
            "7µs",
            "0%",
            "0.00001%",
            "100%",
            "101%",
            "0/s",
            "5/h",
            "standard",
            "full",
            "true",
            "yes",
            "${UNSET}",
            "\"${UNSET:5}\"",
            "${UNSET:standard}",
            "${UNSET:300ms}",
            "'5${UNSET:}ms'",
            "$${UNSET}",
            "${UNSET",
            "{}",
            "[]",
            "[a]",
            "{a: 1}",
            "~",
            "\" \"",
            "1e3",
            "0x10",
            "1..2",
            "Größe",
            "a.b_C",
            "a/b",
            "nonsense");

    record Case(DocumentKind kind, Path file) {
        @Override
        public String toString() {
            return kind.name() + " " + file;
        }
    }

    static List<Case> files() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    String text = Files.readString(file);
                    DocumentKind.registered().stream()
                            .filter(kind -> text.contains("\ngoodput: 1") || text.startsWith("goodput: 1"))
                            .filter(kind -> kind.name().equals(kind(text)))
                            .forEach(kind -> cases.add(new Case(kind, file)));
                }
            }
        }
        return cases;
    }

    private static String kind(String text) {
        return text.contains("\nscenario:") ? "scenario" : text.contains("\nprices:") ? "price-list" : "configuration";
    }

    private static Schema schema(DocumentKind kind) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(kind.schema().toJson(), InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_satisfies_its_schema(Case each) throws IOException {
        assertThat(schema(each.kind).validate(json(Files.readString(each.file))))
                .isEmpty();
    }

    /**
     * Language servers know draft 7 better: definitions are elsewhere, and what stands beside a reference counts not.
     */
    @ParameterizedTest
    @MethodSource("files")
    void to_readers_of_an_older_draft_too(Case each) throws IOException {
        String older = each.kind
                .schema()
                .toJson()
                .replace("https://json-schema.org/draft/2020-12/schema", OLDER)
                .replace("$defs", "definitions");
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(older, InputFormat.JSON);

        assertThat(schema.validate(json(Files.readString(each.file)))).isEmpty();
        assertThat(schema.validate(json("goodput: 1\nguards: {a: {timeout: 300}}")))
                .isNotEmpty();
    }

    @Test
    void a_budget_of_no_retries_is_read_written_and_known_to_the_schema() {
        DocumentKind kind = DocumentKind.registered().getFirst();
        String text =
                "goodput: 1\nguards: {a: {retry: {budget: {capacity: 0, deposit: 0, cost: 14, throttled-cost: 5}}}}";

        var configuration = (Configuration) kind.parse("file", text, Path.of(""));

        var retry = Objects.requireNonNull(configuration.guard("a").retry());
        assertThat(Objects.requireNonNull(retry.budget()).capacity()).isZero();
        assertThat(new RetryPolicy(retry).settings().budget()).isEqualTo(retry.budget());
        assertThat(kind.parse("file", configuration.toYaml(), Path.of(""))).isEqualTo(configuration);
        assertThat(schema(kind).validate(json(text))).isEmpty();
        assertThat(schema(kind).validate(json(configuration.toYaml()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void so_does_what_can_be_read_of_its_neighbours_and_no_other(Case each) throws IOException {
        Schema schema = schema(each.kind);
        String text = Files.readString(each.file);
        Path folder = Objects.requireNonNull(each.file.toAbsolutePath().getParent());
        List<MatchResult> places = PLACE.matcher(text).results().toList();
        var random = new Random(text.length());
        for (int i = 0; i < CHANGES_OF_A_FILE; i++) {
            MatchResult place = places.get(random.nextInt(places.size()));
            String other = OTHERS.get(random.nextInt(OTHERS.size()));
            String changed = text.substring(0, place.start()) + other + text.substring(place.end());
            judge(each.kind, schema, changed, folder, place.group() + " -> " + other);
        }
    }

    private static void judge(DocumentKind kind, Schema schema, String text, Path folder, String change) {
        String refusal = refusal(kind, text, folder);
        JsonNode json;
        try {
            json = json(text);
        } catch (YamlEngineException | DatabindException notJson) {
            assertThat(refusal).as(change).isNotNull();
            return;
        }
        List<Error> errors = schema.validate(json);
        if (refusal == null) {
            // One error of a choice that does not fit stands among those of the other choices.
            assertThat(errors)
                    .as("refused by the schema alone: %s", change)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            some -> assertThat(some).anyMatch(error -> KnownDifference.isOfSchema(error.toString())));
        } else if (errors.isEmpty()) {
            assertThat(KnownDifference.ofDecoder(refusal))
                    .as("refused by the decoder alone: %s: %s", change, refusal)
                    .isPresent();
        }
    }

    /** As an editor sees it: plain values are what YAML 1.2 says. */
    private static JsonNode json(String text) {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(text));
    }

    private static @Nullable String refusal(DocumentKind kind, String text, Path folder) {
        try {
            var _ = kind.parse("file", text, folder);
            return null;
        } catch (ConfigException refused) {
            return refused.getMessage();
        }
    }
}
