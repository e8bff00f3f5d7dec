package io.goodput.cli.lab;

import io.goodput.lab.report.HtmlReport;
import io.goodput.lab.report.JsonReport;
import io.goodput.lab.report.ScenarioReport;
import io.goodput.lab.report.Screen;
import io.goodput.lab.report.SvgPictures;
import io.goodput.lab.report.SweepCsv;
import io.goodput.lab.report.SweepJson;
import io.goodput.lab.report.SweepPage;
import io.goodput.lab.report.SweepPictures;
import io.goodput.lab.report.SweepReport;
import io.goodput.lab.report.SweepText;
import io.goodput.lab.report.TerminalReport;
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
    record OfScenario(ScenarioReport report) implements Rendering {
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
    record OfSweep(SweepReport report) implements Rendering {
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
