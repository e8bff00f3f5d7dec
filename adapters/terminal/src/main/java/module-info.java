import org.jspecify.annotations.NullMarked;

/** What the commands of goodput have in common, whichever module brings them. */
@NullMarked
module io.goodput.terminal {
    requires static org.jspecify;
    requires transitive info.picocli;
    requires transitive io.goodput.screen;
    requires io.goodput.config;
    requires me.tongfei.progressbar;
    requires jdk.unsupported;

    exports io.goodput.terminal;
}
