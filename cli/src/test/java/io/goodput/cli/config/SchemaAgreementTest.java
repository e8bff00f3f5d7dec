package io.goodput.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.goodput.config.DocumentKind;
import io.goodput.config.problem.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas that editors are given say what the commands say, of every file there is and of files made from them. */
class SchemaAgreementTest {
    private static final List<Path> FOLDERS = List.of(Path.of("../examples"), Path.of("../lab/src/main/resources"));
    private static final int CHANGES_OF_A_FILE = 3000;

    /** A value behind a key or in a list, or a key. */
    private static final Pattern PLACE = Pattern.compile("(?<=[:\\[,] |- )([a-z0-9][a-z0-9./%-]*)(?=[,\\]}\\n])"
            + "|(?<=[\\n{ ])([a-z][a-z-]*)(?=:)");

    private static final List<String> OTHERS = List.of(
            "\"\"", "0", "-1", "1", "0.5", "2000000", "99999999999999999999", "1ns", "0s", "365d", "1.5m", "10",
            "5 s", "0%", "0.00001%", "100%", "101%", "0/s", "5/h", "standard", "full", "true", "yes", "{}", "[]",
            "[a]", "{a: 1}", "null", "\" \"", "1e3", "0x10", "1..2", "nonsense");

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
                            .filter(kind -> kind.name().equals(text.contains("\nscenario:") ? "scenario" : "configuration"))
                            .forEach(kind -> cases.add(new Case(kind, file)));
                }
            }
        }
        return cases;
    }

    private static Schema schema(DocumentKind kind) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(kind.schema().toJson(), InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_satisfies_its_schema(Case each) throws IOException {
        assertThat(schema(each.kind).validate(Files.readString(each.file), InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void so_does_what_can_be_read_of_its_neighbours_and_no_other(Case each) throws IOException {
        Schema schema = schema(each.kind);
        String text = Files.readString(each.file);
        Path folder = each.file.toAbsolutePath().getParent();
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
        List<Error> errors;
        try {
            errors = schema.validate(text, InputFormat.YAML);
        } catch (RuntimeException notYaml) {
            assertThat(refusal).as(change).isNotNull();
            return;
        }
        if (refusal == null) {
            if (Boolean.getBoolean("x") && !errors.isEmpty()) System.out.println("SCH " + change + ": " + errors.get(0)); else assertThat(errors).as("refused by the schema alone: %s", change).isEmpty();
        } else if (errors.isEmpty()) {
            if (Boolean.getBoolean("x") && KnownDifference.of(refusal).isEmpty()) System.out.println("DEC " + change + ": " + refusal); else assertThat(KnownDifference.of(refusal))
                    .as("refused by the decoder alone: %s: %s", change, refusal)
                    .isPresent();
        }
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
