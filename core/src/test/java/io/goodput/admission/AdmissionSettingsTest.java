package io.goodput.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionSettingsTest {
    @ParameterizedTest
    @ValueSource(classes = {AdmissionSettings.class, Discipline.class, Feasibility.class, GuaranteedShares.class})
    void the_standard_ones_are_whole_whichever_class_is_met_first(Class<?> first) throws Exception {
        // Constants that are made of each other's classes are null to whoever comes in by the wrong door.
        URL classes = first.getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class.forName(first.getName(), true, loader);
            Object standard = Class.forName(AdmissionSettings.class.getName(), true, loader)
                    .getField("STANDARD")
                    .get(null);

            assertThat(standard).hasToString(AdmissionSettings.STANDARD.toString());
        }
    }
}
