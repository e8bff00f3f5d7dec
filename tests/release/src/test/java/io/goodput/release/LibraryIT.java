package io.goodput.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the build made of each module. */
class LibraryIT {
    @Test
    void each_jar_carries_licence_and_notice() throws Exception {
        for (Library library : Library.all()) {
            for (String suffix : new String[] {".jar", "-sources.jar", "-javadoc.jar"}) {
                try (var jar = new JarFile(library.built(suffix).toFile())) {
                    for (String name : new String[] {"LICENSE", "NOTICE"}) {
                        assertThat(jar.getInputStream(new ZipEntry("META-INF/" + name)))
                                .as("%s in %s", name, jar.getName())
                                .hasBinaryContent(Files.readAllBytes(Library.ROOT.resolve(name)));
                    }
                }
            }
        }
    }

    @Test
    void jars_hold_sources_and_documentation() throws Exception {
        for (Library library : Library.all()) {
            try (var classes = new JarFile(library.built(".jar").toFile());
                    var sources = new JarFile(library.built("-sources.jar").toFile());
                    var javadoc = new JarFile(library.built("-javadoc.jar").toFile())) {
                assertThat(classes.getEntry("module-info.class")).isNotNull();
                assertThat(sources.getEntry("module-info.java")).isNotNull();
                assertThat(javadoc.getEntry("index.html")).isNotNull();
            }
        }
    }

    @Test
    void a_published_pom_stands_alone() throws Exception {
        for (Library library : Library.published()) {
            var pom = Pom.read(library.folder().resolve("target/consumer-pom.xml"));
            assertThat(pom.texts("//parent | //properties | //build | //profiles | //dependencyManagement"))
                    .as(library.artifact())
                    .isEmpty();
            assertThat(pom.texts("//scope")).isSubsetOf("compile", "runtime", "provided");
            assertThat(pom.texts("//dependency[scope = 'provided']/artifactId")).containsExactly("jspecify");
            saysWhoseItIs(pom);
        }
    }

    @Test
    void the_published_bom_stands_alone() throws Exception {
        var pom = Pom.read(Library.ROOT.resolve("bom/target/consumer-pom.xml"));
        assertThat(pom.texts("//parent | //properties | //build | //profiles | /project/dependencies"))
                .isEmpty();
        assertThat(pom.text("/project/version")).isEqualTo(Library.version());
        assertThat(pom.texts("//dependencyManagement//version")).containsOnly("${project.version}");
        saysWhoseItIs(pom);
    }

    @Test
    void a_bill_of_materials_names_what_comes_along_and_not_when() throws Exception {
        assumeThat(Boolean.getBoolean("maven.offline"))
                .as("it is not made offline")
                .isFalse();
        for (Library library : Library.all()) {
            assertThat(library.folder().resolve("target/bom.json"))
                    .content()
                    .contains("\"bomFormat\" : \"CycloneDX\"", "\"name\" : \"" + library.artifact() + "\"")
                    .doesNotContain("\"serialNumber\"");
        }
        assertThat(Library.ROOT.resolve("adapters/config/target/bom.json"))
                .content()
                .contains("jackson-databind");
    }

    @Test
    void the_documentation_of_the_api_is_one_site() throws Exception {
        for (Library library : Library.published()) {
            assertThat(Library.ROOT.resolve(
                            "docs/api/target/apidocs/%s/module-summary.html".formatted(library.module())))
                    .exists();
        }
    }

    private static void saysWhoseItIs(Pom pom) throws Exception {
        for (String element : new String[] {
            "name", "description", "url", "licenses/license/name", "developers/developer/name", "scm/url"
        }) {
            assertThat(pom.text("/project/" + element)).as(element).isNotEmpty();
        }
        assertThat(pom.texts("//*[not(*)]"))
                .noneMatch(text -> text.contains("${") && !text.equals("${project.version}"));
    }
}
