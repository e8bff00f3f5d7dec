import org.jspecify.annotations.NullMarked;

/** The goodput command: every system and the lab under one name. */
@NullMarked
module io.goodput.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires io.goodput.config;
    requires io.goodput.lab;
    requires io.goodput.load;
    requires me.tongfei.progressbar;

    opens io.goodput.cli to
            info.picocli;
}
