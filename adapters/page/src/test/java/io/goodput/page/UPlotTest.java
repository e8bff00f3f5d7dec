package io.goodput.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UPlotTest {
    @Test
    void script_style_and_licence_are_there() {
        assertThat(UPlot.script()).contains("uPlot");
        assertThat(UPlot.style()).contains(".uplot");
        assertThat(UPlot.licence()).contains("MIT License", "Leon Sorokin");
    }
}
