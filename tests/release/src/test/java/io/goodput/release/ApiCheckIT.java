package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The next version, held against the published one. */
@Tag("release")
@EnabledIf(value = "io.goodput.release.Checkout#isHere", disabledReason = "these sources have no history")
class ApiCheckIT {
    @TempDir
    private Path temp;

    private Path house;

    @BeforeEach
    void cloneTheHouse() throws Exception {
        house = temp.resolve("house");
        Run.of(
                        temp,
                        Map.of(),
                        List.of("git", "clone", "-q", Library.ROOT.toRealPath().toString(), house.toString()))
                .succeeded();
    }

    @Test
    void a_version_that_breaks_nothing_passes() throws Exception {
        check().succeeded();
    }

    @Test
    void a_method_that_is_gone_fails_the_build() throws Exception {
        var guard = house.resolve("core/src/main/java/io/goodput/guard/Guard.java");
        var source = Files.readString(guard);
        assertThat(source).contains("public void run(");
        Files.writeString(guard, source.replace("public void run(", "void run("));

        var broken = check();
        assertThat(broken.status()).isNotZero();
        assertThat(broken.output()).contains("METHOD_LESS_ACCESSIBLE").contains("io.goodput.guard.Guard.run");
    }

    @Test
    void a_package_that_no_module_sees_may_change() throws Exception {
        try (var files = Files.walk(house.resolve("core/src/main/java"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.writeString(file, Files.readString(file).replaceAll("\\bnotNegative\\(", "neverNegative("));
            }
        }
        assertThat(house.resolve("core/src/main/java/io/goodput/bounds/Expected.java"))
                .content()
                .contains("neverNegative(");
        check().succeeded();
    }

    private Run check() throws Exception {
        return Maven.run(
                house,
                "-q",
                "verify",
                "-pl",
                "core",
                "-am",
                "-Drevision=0.3.0-SNAPSHOT",
                "-Dapi.last=" + PublishedFolder.VERSION,
                "-Dapi.repository=" + PublishedFolder.folder().toUri(),
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-Dmaven.javadoc.skip=true",
                "-Dmaven.source.skip=true",
                "-Dcyclonedx.skip=true");
    }
}
