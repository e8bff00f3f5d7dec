package io.goodput.server;

import io.goodput.server.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A system that can be served: what it is called, where it listens, what it keeps. One stateless object for each. */
public interface ServerKind {
    /** The word after {@code goodput}: {@code queue}. */
    String name();

    /** The port it has unless it is told another; the operator's is the next. */
    int port();

    /**
     * The same for a server of this file, which may say another one.
     *
     * @param file its configuration; null for the defaults
     * @throws io.goodput.config.problem.ConfigException if the file says something else than is expected
     */
    default int port(@Nullable Path file) {
        return port();
    }

    /** The formats of its data. */
    FolderFormat format();

    /**
     * Opens what lasts, and serves. Whoever calls it closes what it gives.
     *
     * @throws IOException if its ports or its data cannot be had
     * @throws io.goodput.config.problem.ConfigException if the file says something else than is expected
     */
    RunningServer open(ServerOpening opening) throws IOException;
}
