/**
 * Where a server keeps what lasts: a folder that is its own, private, of a known format, and in use by one process.
 *
 * <p>In: a path, the name of a server and the formats that it reads. Out: the folder, locked, or who has it; its
 * format; the token that changes are asked for.
 */
package io.goodput.server.folder;
