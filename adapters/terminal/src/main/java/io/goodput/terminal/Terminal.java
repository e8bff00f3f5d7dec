package io.goodput.terminal;

import io.goodput.screen.Screen;
import java.nio.charset.Charset;

/**
 * What the user sees. Java cannot tell which of its outputs is a terminal, or how wide; the launcher can, and passes it
 * on as {@code goodput.out} and {@code goodput.err}: the columns of the terminal, absent where there is none.
 */
public final class Terminal {
    private static final int USUAL_COLUMNS = 100;
    private static final int WIDEST = 200;

    private Terminal() {}

    /** What standard output shows. */
    public static Screen screen() {
        return new Screen(columns(), hasColour(), hasUnicode());
    }

    /** Of the terminal behind standard output, or a usual width for what goes to a file. */
    public static int columns() {
        int columns = Integer.getInteger("goodput.out", Integer.getInteger("goodput.err", USUAL_COLUMNS));
        return columns <= 0 ? USUAL_COLUMNS : Math.clamp(columns, Screen.NARROWEST, WIDEST);
    }

    /** True if standard output is a terminal and the user has nothing against colour (NO_COLOR). */
    public static boolean hasColour() {
        String refusal = System.getenv("NO_COLOR");
        return System.getProperty("goodput.out") != null
                && (refusal == null || refusal.isEmpty())
                && !"dumb".equals(System.getenv("TERM"));
    }

    /** True if the output's encoding has more than ASCII. */
    public static boolean hasUnicode() {
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"), Charset.defaultCharset());
        return charset.newEncoder().canEncode('█');
    }

    /** True if standard error is a terminal that can rewrite a line. */
    public static boolean showsProgress() {
        return System.getProperty("goodput.err") != null && !"dumb".equals(System.getenv("TERM"));
    }
}
