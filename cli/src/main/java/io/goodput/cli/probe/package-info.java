/**
 * {@code goodput probe}: measures a service. In: a URL, and how hard to load it. Out: its law, and a scenario of it in
 * a file.
 */
package io.goodput.cli.probe;
