package io.goodput.server;

import io.goodput.server.admin.ServerIdentity;
import io.goodput.server.folder.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a server is opened with.
 *
 * @param identity which one it is
 * @param file its configuration; null for the defaults
 * @param address where it listens first
 * @param data its folder, locked
 */
public record ServerOpening(
        ServerIdentity identity, @Nullable Path file, ListenAddress address, DataFolder data) {}
