package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code examples/standalone}, a project that knows nothing of this one but the published folder: copied elsewhere,
 * built and run, also where another project's BOM stands before ours and moves the versions of Jackson.
 */
@Tag("release")
@EnabledIf(value = "io.goodput.release.Checkout#isHere", disabledReason = "these sources have no history")
class StandaloneIT {
    private static final Path EXAMPLE = Library.ROOT.resolve("examples/standalone");
    private static final String FIRST = "<dependencyManagement>\n    <dependencies>\n";

    @TempDir
    private Path project;

    @Test
    void a_project_of_its_own_calls_through_a_guard_from_a_file() throws Exception {
        copy(pom());
        var printed = buildAndRun();
        assertThat(jackson(printed)).startsWith(jacksonOfOurs());
    }

    @Test
    void the_same_under_the_bom_of_spring_boot_4() throws Exception {
        copy(under("4.1.2"));
        var printed = buildAndRun();
        assertThat(jackson(printed)).isEqualTo("3.1.7 with annotations 2.21");
    }

    @Test
    void the_same_under_the_bom_of_spring_boot_3() throws Exception {
        copy(under("3.5.16"));
        var printed = buildAndRun();
        assertThat(jackson(printed)).isEqualTo(jacksonOfOurs() + " with annotations 2.21");
    }

    private String buildAndRun() throws Exception {
        var run = Maven.run(
                project,
                "-q",
                "-Dgoodput.repository=" + PublishedFolder.folder().toUri(),
                "compile",
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:list",
                "-DoutputFile=dependencies.txt",
                "exec:java");
        assertThat(run.succeeded())
                .contains("answered: 42 in stock")
                .contains("breaker: CLOSED -> OPEN")
                .contains("not sent: inventory: not sent; BREAKER");
        return Files.readString(project.resolve("dependencies.txt"));
    }

    private static String jacksonOfOurs() throws Exception {
        return Pom.read(Library.ROOT.resolve("pom.xml")).text("/project/properties/jackson.version");
    }

    private static String jackson(String dependencies) {
        return version(dependencies, "tools.jackson.core:jackson-databind") + " with annotations "
                + version(dependencies, "com.fasterxml.jackson.core:jackson-annotations");
    }

    private static String version(String dependencies, String artifact) {
        return dependencies
                .lines()
                .filter(line -> line.contains(artifact + ":jar:"))
                .map(line -> line.replaceFirst(".*:jar:", "").replaceFirst(":.*", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(dependencies));
    }

    private static String pom() throws IOException {
        return Files.readString(EXAMPLE.resolve("pom.xml"));
    }

    private static String under(String springBoot) throws IOException {
        assertThat(pom()).contains(FIRST);
        return pom().replace(FIRST, FIRST + """
                      <dependency>
                        <groupId>org.springframework.boot</groupId>
                        <artifactId>spring-boot-dependencies</artifactId>
                        <version>%s</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                """.formatted(springBoot));
    }

    private void copy(String pom) throws IOException {
        Files.writeString(project.resolve("pom.xml"), pom);
        Files.copy(EXAMPLE.resolve("goodput.yaml"), project.resolve("goodput.yaml"));
        var source = Files.createDirectories(project.resolve("src/main/java/shop"));
        Files.copy(EXAMPLE.resolve("src/main/java/shop/Shop.java"), source.resolve("Shop.java"));
    }
}
