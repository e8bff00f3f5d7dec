/**
 * {@code goodput completion} and {@code goodput man}: what shells and manuals know of the command. In: picocli's model
 * of all commands. Out: scripts and a page that say the same.
 */
package io.goodput.cli.shell;
