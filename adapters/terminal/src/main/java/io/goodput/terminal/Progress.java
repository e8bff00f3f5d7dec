package io.goodput.terminal;

import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long run is: a bar on standard error if that is a terminal, nothing otherwise. It leaves no trace. */
public sealed interface Progress extends AutoCloseable {
    /** So many steps are done. */
    void done(int steps);

    @Override
    void close();

    /** Of something that is counted in such units, as in {@code " runs"}. */
    static Progress of(String task, int steps, String unit) {
        return Terminal.showsProgress() ? new Bar(task, steps, unit) : new Silent();
    }

    /** For pipes and files. */
    record Silent() implements Progress {
        @Override
        public void done(int steps) {}

        @Override
        public void close() {}
    }

    /** For people. */
    final class Bar implements Progress {
        private static final int WIDEST = 100;
        private static final int MILLIS_BETWEEN_UPDATES = 100;
        private static final String ERASE_LINE = "\r\u001b[K";

        private final ErasableLine line = new ErasableLine();
        private final ProgressBar bar;
        private final Thread eraser = new Thread(line::erase, "erase-progress");

        private Bar(String task, int steps, String unit) {
            Runtime.getRuntime().addShutdownHook(eraser);
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setUnit(unit, 1)
                    .setSpeedUnit(ChronoUnit.SECONDS)
                    .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                    .setStyle(Terminal.hasUnicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                    .setConsumer(line)
                    .build();
        }

        @Override
        public void done(int steps) {
            bar.stepTo(steps);
        }

        @Override
        public void close() {
            bar.close();
            line.erase();
            try {
                Runtime.getRuntime().removeShutdownHook(eraser);
            } catch (IllegalStateException shuttingDown) {
                // Then the hook erases once more, which is as well.
                return;
            }
        }

        /**
         * Where the bar is shown. Once it is erased nothing is: the bar's own thread may still have something to say.
         */
        private static final class ErasableLine extends ConsoleProgressBarConsumer {
            private boolean erased;

            ErasableLine() {
                super(System.err, Math.min(WIDEST, Terminal.columns() - 1));
            }

            @Override
            public synchronized void accept(String text) {
                if (!erased) {
                    super.accept(text);
                }
            }

            synchronized void erase() {
                erased = true;
                System.err.print(ERASE_LINE);
                System.err.flush();
            }
        }
    }
}
