package io.goodput.cli.lab;

import io.goodput.lab.json.JsonReport;
import io.goodput.lab.json.SweepJson;
import io.goodput.lab.page.HtmlReport;
import io.goodput.lab.page.SweepPage;
import io.goodput.lab.picture.SvgPictures;
import io.goodput.lab.picture.SweepPictures;
import io.goodput.lab.result.ScenarioResult;
import io.goodput.lab.result.SweepResult;
import io.goodput.lab.text.SweepCsv;
import io.goodput.lab.text.SweepText;
import io.goodput.lab.text.TerminalReport;
import io.goodput.screen.Screen;
import java.util.Map;

/** A report in each of the forms that it can be asked for in. */
interface Rendering {
    /** For the terminal. */
    String text(Screen screen);

    /** For programs. */
    String json();

    /** A page. */
    String html();

    /** File names and SVG. */
    Map<String, String> pictures();

    /** Of the runs of a scenario. */
    record OfScenario(ScenarioResult report) implements Rendering {
        @Override
        public String text(Screen screen) {
            return TerminalReport.render(report, screen);
        }

        @Override
        public String json() {
            return JsonReport.render(report);
        }

        @Override
        public String html() {
            return HtmlReport.render(report);
        }

        @Override
        public Map<String, String> pictures() {
            return SvgPictures.render(report);
        }
    }

    /** Of a sweep. */
    record OfSweep(SweepResult report) implements Rendering {
        @Override
        public String text(Screen screen) {
            return SweepText.render(report, screen);
        }

        @Override
        public String json() {
            return SweepJson.render(report);
        }

        @Override
        public String html() {
            return SweepPage.render(report);
        }

        @Override
        public Map<String, String> pictures() {
            return SweepPictures.render(report);
        }

        String csv() {
            return SweepCsv.render(report);
        }
    }
}
