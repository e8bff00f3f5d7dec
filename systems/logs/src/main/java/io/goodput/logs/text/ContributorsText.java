package io.goodput.logs.text;

import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.contributors.ServiceContributors;
import io.goodput.logs.contributors.TopContributors;
import io.goodput.logs.figures.SeriesColumns;
import io.goodput.logs.wording.Amounts;
import io.goodput.logs.wording.ContributorWords;
import io.goodput.screen.Screen;
import io.goodput.screen.TextWidth;

/** Contributors of a service as text: a table for each facet, with what each did over time in one line. */
public final class ContributorsText {
    private static final int FIGURES = 48;
    private static final int LONGEST_NAME = 24;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    private final Screen screen;
    private final StringBuilder text = new StringBuilder();

    private ContributorsText(Screen screen) {
        this.screen = screen;
    }

    /** The text, each line ended. */
    public static String render(ServiceContributors contributors, Screen screen) {
        return new ContributorsText(screen).render(contributors);
    }

    private String render(ServiceContributors contributors) {
        line(screen.ink().strong(screen.safe("contributors of " + contributors.service())));
        line(screen.safe(ContributorWords.summary(contributors)));
        contributors.tops().forEach(this::facet);
        return text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void facet(TopContributors top) {
        line("");
        line(screen.ink().strong(screen.safe(ContributorWords.heading(top))));
        if (top.top().isEmpty()) {
            return;
        }
        int names = top.top().stream()
                .mapToInt(one -> TextWidth.of(one.name()))
                .max()
                .orElse(0);
        int width = Math.clamp(screen.columns() - FIGURES - Math.min(names, LONGEST_NAME), NARROWEST, WIDEST);
        String told = top.isTold() ? "told" : "";
        var grid = new TextGrid(screen, top.kind().label(), "units", "", told, "share", "failed", "mean", "over time");
        top.top()
                .forEach(one -> grid.row(
                        one.name(),
                        Amounts.digits(one.count()),
                        ContributorWords.plusMinus(one),
                        top.isTold() ? ContributorWords.told(top, one) : "",
                        Amounts.share(top.share(one)),
                        ContributorWords.failed(one),
                        Amounts.time(one.meanMicros()),
                        over(one, width)));
        text.append(grid.render());
        ContributorWords.notes(top).forEach(note -> line(screen.safe(note)));
    }

    private String over(RankedContributor one, int width) {
        return Sparkline.of(SeriesColumns.of(one.counts(), width), screen);
    }
}
